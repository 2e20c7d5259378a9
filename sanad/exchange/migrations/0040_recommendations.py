"""An import says what its rows are: reports or recommendations."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("exchange", "0010_file_destroyed")]

    operations = [
        migrations.AddField(
            model_name="import", name="target", field=models.CharField(default="reports", max_length=16)
        ),
    ]
