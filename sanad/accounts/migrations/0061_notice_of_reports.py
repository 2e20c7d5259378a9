"""The head of an office is told when reports of progress are missing."""

from django.db import migrations, models
from django.db.models import Q

TITLES = (
    ("glass_broken", "A record of your office was opened in an emergency"),
    ("over_budget", "Somebody went over the daily budget of sealed values"),
    ("custody_moved", "The custody of a record has moved"),
    ("factor_reset", "The lost second factor of a user of your office was taken away"),
    ("danger", "Somebody in a report of your office is in danger now"),
    ("reports_due", "Reports of progress of the last quarter are missing"),
)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0060_how_written")]

    operations = [
        migrations.RemoveConstraint("notice", "notice_kind_known"),
        migrations.AlterField("notice", "kind", models.CharField(choices=list(TITLES), max_length=24)),
        migrations.AddConstraint(
            "notice",
            models.CheckConstraint(name="notice_kind_known", condition=Q(kind__in=[kind for kind, _ in TITLES])),
        ),
    ]
