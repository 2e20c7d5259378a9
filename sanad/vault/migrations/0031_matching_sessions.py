"""A look can belong to a matching: many pairs opened one after another for one stated reason."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("vault", "0030_history")]

    operations = [migrations.AddField("look", "session", models.UUIDField(null=True))]
