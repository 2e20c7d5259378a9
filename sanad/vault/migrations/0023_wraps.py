"""Private keys wrapped for unlockers and for two parties of the escrow; a key can be retired."""

import django.db.models.deletion
from django.db import migrations, models

import sanad.kit.ids
from sanad.kit.row_security import append_only, protect, sealed_to

# Unlockers and parties are written by the vault alone: a public key of one's own cannot be slipped in by the pages.
WRITTEN_BY_THE_VAULT = """
revoke insert, update, delete, truncate on vault_unlocker, vault_escrowparty from sanad_app;
revoke update, delete, truncate on vault_custodiankey from sanad_app;
grant select, insert on vault_unlocker, vault_escrowparty to sanad_vault;
grant update (until, locked) on vault_unlocker to sanad_vault;
grant update (until) on vault_escrowparty to sanad_vault;
grant insert, delete on vault_keywrap to sanad_vault;
grant insert, update (until, retired_at) on vault_custodiankey to sanad_vault;
grant update (key_id, wrapped) on vault_envelope to sanad_vault;
"""

SEALED = (
    sealed_to(
        "vault_keywrap",
        "wrapped",
        ["id", "custodian_id", "key_id", "unlocker_id", "first_id", "second_id", "proof", "made_at"],
    )
    + sealed_to("vault_unlocker", "locked", ["id", "user_id", "public", "since", "until"])
    + append_only("vault_keywrap")
)

# Whoever read the current key just before it was changed, and seals to it just after it was retired, would lock away
# what nobody can open: refused, and done again with the new key. Whoever has sealed to it and not committed yet holds a
# share of its row, for which retiring waits (the foreign key would take it at the commit only).
NOTHING_TO_A_RETIRED_KEY = """
create function vault_refuse_retired_key() returns trigger
language plpgsql security definer set search_path = public as $$
begin
    perform from vault_custodiankey where id = new.key_id and retired_at is null for key share;
    if not found then
        raise exception 'this key is retired' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger nothing_to_a_retired_key before insert or update on vault_envelope
    for each row execute function vault_refuse_retired_key();
"""


class Migration(migrations.Migration):
    dependencies = [("vault", "0022_numbers")]

    operations = [
        migrations.AddField("custodiankey", "retired_at", models.DateTimeField(null=True)),
        migrations.CreateModel(
            name="EscrowParty",
            fields=[
                ("id", models.AutoField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=40)),
                ("public", models.BinaryField(max_length=32)),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)), fields=("name",), name="escrow_party_one_current"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Unlocker",
            fields=[
                ("id", models.AutoField(primary_key=True, serialize=False)),
                ("user_id", models.IntegerField()),
                ("public", models.BinaryField(max_length=32)),
                ("locked", models.BinaryField()),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)), fields=("user_id",), name="unlocker_one_current"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KeyWrap",
            fields=[
                (
                    "id",
                    models.UUIDField(default=sanad.kit.ids.uuid7, editable=False, primary_key=True, serialize=False),
                ),
                ("custodian_id", models.IntegerField()),
                ("wrapped", models.BinaryField()),
                ("proof", models.BinaryField(max_length=32)),
                ("made_at", models.DateTimeField()),
                (
                    "first",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="vault.escrowparty",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="wraps", to="vault.custodiankey"
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="vault.escrowparty",
                    ),
                ),
                (
                    "unlocker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wraps",
                        to="vault.unlocker",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("key", "unlocker"), name="key_wrap_once"),
                    models.UniqueConstraint(fields=("key", "first", "second"), name="key_wrap_once_for_two"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("first__isnull", True), ("second__isnull", True), ("unlocker__isnull", False)),
                            models.Q(("first__isnull", False), ("second__isnull", False), ("unlocker__isnull", True)),
                            _connector="OR",
                        ),
                        name="key_wrap_for_one_unlocker_or_two_parties",
                    ),
                ],
            },
        ),
        migrations.RunSQL(
            protect("vault_keywrap") + SEALED + WRITTEN_BY_THE_VAULT + NOTHING_TO_A_RETIRED_KEY,
            migrations.RunSQL.noop,
        ),
    ]
