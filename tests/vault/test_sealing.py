"""Sealing and opening against the database, under the roles of the site."""

from uuid import UUID

import psycopg
import pytest
from django.db import ProgrammingError, connection, transaction

from sanad.kit.ids import uuid7
from sanad.kit.refusals import Incomplete, NotPermitted, OutOfOrder
from sanad.ledger.models import Deed
from sanad.ledger.scope import scoped
from sanad.vault.actions import destroy
from sanad.vault.keys import ensure_keys
from sanad.vault.models import SEALED_COLUMNS, SEALED_STAGE, SEALED_TABLE, Envelope, Look, Sealed
from sanad.vault.opening import open_sealed
from sanad.vault.queries import macs_of
from sanad.vault.rules import Purpose
from sanad.vault.sealing import Sealer, content_mac, sealer_for
from tests.vault.conftest import FOREIGN, KEPT, Person

ALI = {"name": "محمد علی ولد احمد", "cnic": "1730112345671"}
STRANGER = Person(user_id=8, sees=frozenset({FOREIGN}), keeps=frozenset({FOREIGN}))
WHY = {"reason": "complaint 12 of 2026", "purpose": Purpose.READING}


def keep(content=ALI, of="mention", custodian=KEPT) -> UUID:
    """Seal one value for a row and commit it."""
    row = uuid7()
    with scoped(Person(sees=frozenset({custodian}))):
        Sealer(custodian).keep([(row, of, content)])
    return row


def test_a_sealed_value_is_opened_by_whoever_sees_its_custodian(committed):
    row = keep()
    assert open_sealed(Person(), [(row, "mention")], **WHY) == {(row, "mention"): ALI}


def test_several_values_are_opened_at_once(committed):
    rows = [keep({"name": str(number)}) for number in range(5)]
    opened = open_sealed(Person(), [(row, "mention") for row in rows], **WHY)
    assert [opened[row, "mention"]["name"] for row in rows] == ["0", "1", "2", "3", "4"]
    assert Deed.objects.get().detail == {"number": 5, "of": "mention", "purpose": "reading"}


def test_what_another_custodian_keeps_is_not_there(committed):
    row = keep()
    assert open_sealed(STRANGER, [(row, "mention")], **WHY) == {}
    assert not Deed.objects.exists()


def test_looking_is_a_deed_with_its_reason(committed):
    row = keep()
    open_sealed(Person(), [(row, "mention"), (uuid7(), "mention")], **WHY)
    with scoped(Person()):
        look = Look.objects.get()
    assert (look.user_id, look.custodian_id, look.rows) == (7, KEPT, [row])
    assert (look.reason, look.purpose) == ("complaint 12 of 2026", "reading")
    deed = Deed.objects.get()
    assert (deed.action, deed.actor, deed.object_id) == ("sealed.opened", 7, str(look.id))


def test_the_deed_of_looking_stays_when_the_request_is_rolled_back(committed):
    row = keep()
    with scoped(Person()):
        open_sealed(Person(), [(row, "mention")], **WHY)
        transaction.set_rollback(True)
    assert Deed.objects.filter(action="sealed.opened").count() == 1


def test_what_is_locked_is_not_looked_at(committed, own_keys):
    row = keep()
    (own_keys / "keys" / f"custodian_{KEPT}.pem").unlink()
    with pytest.raises(OutOfOrder) as refusal:
        open_sealed(Person(), [(row, "mention")], **WHY)
    assert refusal.value.reasons[0].code == "locked"
    assert not Deed.objects.filter(action="sealed.opened").exists()


def test_the_deed_stays_when_opening_fails(committed, as_role):
    row = keep()
    move(as_role, "update vault_sealed set blob = 'x' where row_id = %s", row)
    with pytest.raises(OutOfOrder) as refusal:
        open_sealed(Person(), [(row, "mention")], **WHY)
    assert refusal.value.reasons[0].code == "sealed_damaged"
    assert Deed.objects.filter(action="sealed.opened").count() == 1


def test_a_locked_site_goes_on_sealing_and_knows_what_is_unchanged(committed, own_keys):
    ensure_keys(KEPT)
    (own_keys / "keys" / f"custodian_{KEPT}.pem").unlink()
    row = keep()
    with scoped(Person()):
        assert macs_of([row], "mention") == {row: content_mac(KEPT, row, "mention", ALI)}
    assert content_mac(KEPT, row, "mention", {**ALI, "cnic": None}) != content_mac(KEPT, row, "mention", ALI)


@pytest.mark.parametrize("reason", ["", "  ", "x"])
def test_looking_takes_a_reason(reason):
    with pytest.raises(Incomplete):
        open_sealed(Person(), [(uuid7(), "mention")], reason=reason, purpose=Purpose.READING)


def test_looking_takes_the_permission():
    with pytest.raises(NotPermitted):
        open_sealed(Person(permissions=frozenset()), [(uuid7(), "mention")], **WHY)


def move(as_role, statement: str, *params) -> None:
    """What only the owner could do: change sealed bytes."""
    owner = as_role("sanad_owner")
    owner.execute("select set_config('sanad.scope', %s, false)", [f"{{{KEPT},{FOREIGN}}}"])
    owner.execute(statement, params)
    owner.commit()


def test_a_blob_moved_between_rows_is_refused(committed, as_role):
    one, other = keep(), keep({"name": "Zainab"})
    move(
        as_role,
        "update vault_sealed set (blob, envelope_id) ="
        " (select blob, envelope_id from vault_sealed where row_id = %s) where row_id = %s",
        other,
        one,
    )
    with pytest.raises(OutOfOrder) as refusal:
        open_sealed(Person(), [(one, "mention")], **WHY)
    assert refusal.value.reasons[0].code == "sealed_damaged"


def test_an_envelope_of_another_custodian_is_refused(committed, as_role):
    row, foreign = keep(), keep(custodian=FOREIGN)
    move(
        as_role,
        "update vault_envelope set wrapped = (select e.wrapped from vault_envelope e join vault_sealed s"
        " on s.envelope_id = e.id where s.row_id = %s) where custodian_id = %s",
        foreign,
        KEPT,
    )
    with pytest.raises(OutOfOrder) as refusal:
        open_sealed(Person(), [(row, "mention")], **WHY)
    assert refusal.value.reasons[0].code == "sealed_damaged"


def test_rows_for_copy_are_in_the_order_of_the_columns(committed):
    sealer = Sealer(KEPT)
    row = uuid7()
    with scoped(Person()), connection.cursor() as cursor:
        rows = sealer.seal_many([(row, "mention", ALI)])
        columns = ", ".join(SEALED_COLUMNS)
        cursor.execute(f"create temporary table staged ({SEALED_STAGE})")
        with cursor.copy(f"copy staged ({columns}) from stdin") as copy:
            for line in rows:
                copy.write_row(line)
        cursor.execute(f"insert into {SEALED_TABLE} ({columns}) select {columns} from staged")
        cursor.execute("drop table staged")
    assert open_sealed(Person(), [(row, "mention")], **WHY) == {(row, "mention"): ALI}


def test_one_sealer_uses_one_envelope(committed):
    sealer = Sealer(KEPT)
    with scoped(Person()):
        for number in range(3):
            sealer.keep([(uuid7(), "mention", {"name": str(number)})])
        assert Envelope.objects.count() == 1


def test_pages_share_an_envelope_once_it_is_committed(committed):
    with scoped(Person()):
        first = sealer_for(KEPT).envelope.id
        assert sealer_for(KEPT).envelope.id != first
    with scoped(Person()):
        shared = sealer_for(KEPT).envelope.id
        assert sealer_for(KEPT).envelope.id == shared


def test_an_envelope_that_was_rolled_back_is_not_used_again(committed):
    with scoped(Person()):
        lost = sealer_for(KEPT).envelope.id
        transaction.set_rollback(True)
    with scoped(Person()):
        assert sealer_for(KEPT).envelope.id != lost


def test_nothing_to_seal_makes_no_envelope(committed):
    with scoped(Person()):
        assert Sealer(KEPT).seal_many([]) == []
        assert not Envelope.objects.exists()


def test_a_destroyed_value_is_gone_and_the_deed_says_how_many(committed):
    row, other = keep(), keep()
    with scoped(Person()):
        assert destroy([row], by=Person()) == 1
    assert open_sealed(Person(), [(row, "mention"), (other, "mention")], **WHY).keys() == {(other, "mention")}
    assert Deed.objects.get(action="sealed.destroyed").detail == {"number": 1}


def test_what_is_only_seen_is_not_destroyed(committed):
    row = keep()
    with scoped(Person()):
        assert destroy([row], by=Person(keeps=frozenset())) == 0
        assert Sealed.objects.filter(row_id=row).exists()


# -- Row security and rights, as the roles meet them ------------------------------------------------


def test_without_a_scope_no_role_of_the_site_sees_a_row(as_role):
    keep()
    for role in ("sanad_app", "sanad_vault"):
        for table in ("vault_sealed", "vault_envelope", "vault_look", "vault_original"):
            assert as_role(role).execute(f"select count(*) from {table}").fetchone() == (0,)


def test_a_foreign_insert_is_refused(committed):
    envelope = "insert into vault_envelope (id, custodian_id, key_id, wrapped, made_at) values (%s, %s, %s, '', now())"
    key = ensure_keys(FOREIGN)
    with pytest.raises(ProgrammingError, match="row-level security"), scoped(Person()), connection.cursor() as cursor:
        cursor.execute(envelope, [uuid7(), FOREIGN, key.pk])


@pytest.mark.parametrize(
    "statement",
    [
        "select blob from vault_sealed",
        "select * from vault_sealed",
        "select wrapped from vault_envelope",
        "select wrapped_key from vault_original",
        "update vault_sealed set blob = ''",
        "update vault_envelope set wrapped = ''",
        "update vault_sealed set custodian_id = 1",
        "update vault_look set reason = ''",
        "delete from vault_look",
        "set role sanad_vault",
        "alter table vault_sealed disable row level security",
    ],
)
def test_the_application_may_not(as_role, statement):
    with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.InvalidParameterValue)):
        as_role("sanad_app").execute(statement)


@pytest.mark.parametrize("statement", ["delete from vault_sealed", "delete from ledger_deed", "delete from vault_look"])
def test_the_vault_may_not(as_role, statement):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_role("sanad_vault").execute(statement)


def test_the_snapshot_reads_nothing_of_the_vault(as_role):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_role("sanad_snapshot").execute("select mac from vault_sealed")
