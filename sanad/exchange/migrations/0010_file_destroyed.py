"""When and why the file of an import was destroyed; its reports stay."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("exchange", "0003_conflicts")]

    operations = [
        migrations.AddField("import", "file_destroyed_at", models.DateTimeField(null=True)),
        migrations.AddField("import", "file_destroyed_why", models.CharField(blank=True, max_length=500)),
    ]
