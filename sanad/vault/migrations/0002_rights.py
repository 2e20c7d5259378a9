"""Row security by custodian; sealed columns are read by the role sanad_vault only, and changed by nobody."""

from django.db import migrations

from sanad.kit.row_security import append_only, protect, sealed_to

BY_CUSTODIAN = ("vault_envelope", "vault_sealed", "vault_original", "vault_look")

SEALED = (
    sealed_to("vault_envelope", "wrapped", ["id", "custodian_id", "key_id", "made_at"])
    + sealed_to("vault_sealed", "blob", ["row_id", "of", "custodian_id", "envelope_id", "mac"])
    + sealed_to(
        "vault_original",
        "wrapped_key",
        ["id", "custodian_id", "envelope_id", "sha256_sealed", "size", "media_type", "mac", "kept_at"],
    )
    # Sealed bytes are added and destroyed, never changed.
    + "revoke update, truncate on vault_envelope, vault_sealed, vault_original from sanad_app;\n"
)

# Opening writes the deed of looking on the vault's own connection, before it reads.
LOOKING = (
    append_only("vault_look")
    + "grant select, insert on vault_look, ledger_deed to sanad_vault;\n"
    + "grant select on vault_custodiankey to sanad_vault;\n"
)


class Migration(migrations.Migration):
    dependencies = [("vault", "0001_initial"), ("ledger", "0002_rights")]

    operations = [
        migrations.RunSQL("".join(protect(table) for table in BY_CUSTODIAN), migrations.RunSQL.noop),
        migrations.RunSQL(SEALED, migrations.RunSQL.noop),
        migrations.RunSQL(LOOKING, migrations.RunSQL.noop),
    ]
