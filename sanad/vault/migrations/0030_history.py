"""Keys, unlockers and escrow parties end in place: their history is kept, without anything that opens."""

from django.db import migrations

from sanad.ledger.history import end_history, keep_history


class Migration(migrations.Migration):
    dependencies = [("vault", "0023_wraps"), ("ledger", "0003_tree_and_history")]

    operations = [
        migrations.RunSQL(
            keep_history("vault_custodiankey", custodian="custodian_id"), end_history("vault_custodiankey")
        ),
        migrations.RunSQL(keep_history("vault_unlocker", leaving_out=("locked",)), end_history("vault_unlocker")),
        migrations.RunSQL(keep_history("vault_escrowparty"), end_history("vault_escrowparty")),
    ]
