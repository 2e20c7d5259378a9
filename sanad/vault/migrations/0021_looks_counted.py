"""The vault counts the looks of a user at every office, also where the reader sees only some of them."""

from django.db import migrations

COUNTING = """
create policy counting on vault_look for select to sanad_vault using (true);
"""


class Migration(migrations.Migration):
    dependencies = [("vault", "0020_erased")]

    operations = [migrations.RunSQL(COUNTING, "drop policy counting on vault_look;")]
