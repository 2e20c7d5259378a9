"""Users say how numbers and dates are written on their screens."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0050_kept_edits")]

    operations = [
        migrations.AddField(
            "user",
            "digits",
            models.CharField(choices=[("latin", "0123456789"), ("urdu", "۰۱۲۳۴۵۶۷۸۹")], default="latin", max_length=5),
        ),
        migrations.AddField(
            "user",
            "dates",
            models.CharField(
                choices=[("words", "17 April 2026"), ("numbers", "17/04/2026")], default="words", max_length=7
            ),
        ),
    ]
