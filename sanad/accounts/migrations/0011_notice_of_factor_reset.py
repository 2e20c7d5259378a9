"""The head of an office is told when the second factor of a user is taken away."""

from django.db import migrations, models
from django.db.models import Q

KINDS = ["glass_broken", "over_budget", "custody_moved", "factor_reset"]


class Migration(migrations.Migration):
    dependencies = [("accounts", "0020_history")]

    operations = [
        migrations.RemoveConstraint("notice", "notice_kind_known"),
        migrations.AddConstraint(
            "notice", models.CheckConstraint(name="notice_kind_known", condition=Q(kind__in=KINDS))
        ),
    ]
