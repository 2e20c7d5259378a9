"""The erasure of a person takes two persons."""

from django.db import migrations, models

KINDS = ["break_glass", "transfer", "factor_reset", "erasure"]


class Migration(migrations.Migration):
    dependencies = [("accounts", "0011_notice_of_factor_reset")]

    operations = [
        migrations.AlterField(
            model_name="approval",
            name="kind",
            field=models.CharField(
                choices=[
                    ("break_glass", "Open a record in an emergency"),
                    ("transfer", "Take over the custody of a record"),
                    ("factor_reset", "Reset a lost second factor"),
                    ("erasure", "Erase a person"),
                ],
                max_length=16,
            ),
        ),
        migrations.AlterField(
            model_name="notice",
            name="kind",
            field=models.CharField(
                choices=[
                    ("glass_broken", "A record of your office was opened in an emergency"),
                    ("over_budget", "Somebody went over the daily budget of sealed values"),
                    ("custody_moved", "The custody of a record has moved"),
                    ("factor_reset", "The lost second factor of a user of your office was taken away"),
                ],
                max_length=24,
            ),
        ),
        migrations.RemoveConstraint(model_name="approval", name="approval_kind_known"),
        migrations.AddConstraint(
            model_name="approval",
            constraint=models.CheckConstraint(name="approval_kind_known", condition=models.Q(kind__in=KINDS)),
        ),
    ]
