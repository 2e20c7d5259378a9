"""CNIC and telephone numbers are found again by a keyed hash, however they are written."""

import psycopg
import pytest
from django.db import connection

from sanad.kit.ids import uuid7
from sanad.kit.refusals import NotPermitted
from sanad.ledger.models import Deed
from sanad.ledger.scope import scoped
from sanad.vault.actions import destroy
from sanad.vault.looks import OverBudget
from sanad.vault.models import Number
from sanad.vault.names import find_people
from sanad.vault.numbers import Kind, numbers_in, rows_for, typed
from sanad.vault.sealing import Sealer
from tests.vault.conftest import FOREIGN, KEPT, Person

CNIC = "1730112345671"


@pytest.mark.parametrize(
    "written", ["17301-1234567-1", "1730112345671", "17301 1234567 1", "۱۷۳۰۱-۱۲۳۴۵۶۷-۱", " \u200e17301–1234567–1 "]
)
def test_a_cnic_has_one_normal_form(written):
    assert numbers_in(Kind.CNIC, written) == [CNIC]
    assert typed(written) == {Kind.CNIC: [CNIC]}


@pytest.mark.parametrize(
    "written",
    ["0300 1234567", "0300-1234567", "+92 300 1234567", "0092-300-1234567", "3001234567", "92 300 1234567",
     "۰۳۰۰ ۱۲۳۴۵۶۷", "(0300) 1234567", "+92 (0)300 1234567"],
)  # fmt: skip
def test_a_mobile_has_one_normal_form(written):
    assert numbers_in(Kind.PHONE, written) == ["03001234567"]
    assert typed(written)[Kind.PHONE] == ["03001234567"]


def test_several_numbers_in_a_field_are_kept_apart():
    assert numbers_in(Kind.PHONE, "0300-1234567 / 051-9201234, brother 0300 1234567") == ["03001234567", "0519201234"]


def test_a_number_in_no_known_form_is_kept_by_its_digits():
    assert numbers_in(Kind.PHONE, "+44 20 7946 0958") == ["442079460958"]
    assert numbers_in(Kind.CNIC, "210-55-123456") == ["21055123456"]
    assert numbers_in(Kind.CNIC, "none") == numbers_in(Kind.PHONE, "n/a 12") == []


@pytest.mark.parametrize("text", ["", "Aslam", "محمد اسلم", "12", "flat 4, street 12"])
def test_what_is_no_number_is_none(text):
    assert typed(text) == {}


def keep(custodian=KEPT, of="mention", **content):
    row = uuid7()
    with scoped(Person(sees=frozenset({custodian}))):
        Sealer(custodian).keep([(row, of, content)])
        Number.objects.bulk_create(
            Number(row_id=row, of=of, custodian_id=custodian, kind=kind, hash=hashed)
            for row, of, custodian, kind, hashed in rows_for(custodian, [(row, of, content)])
        )
    return row


def found(text, **who):
    reader = Person(**who)
    with scoped(reader):
        return list(find_people(reader, text).rows)


def test_a_person_is_found_by_number_also_on_a_locked_site(committed, own_keys):
    row = keep(cnic="17301-1234567-1", phone="0300 1234567, 0321 7654321")
    keep(cnic="17301-1234567-2", phone="0300 1234568")
    for file in (own_keys / "keys").glob("*.pem"):
        file.unlink()
    assert found(CNIC) == found("+92 300 1234567") == found("03217654321") == [row]
    assert found("17301-1234567-9") == []
    assert Deed.objects.filter(action="names.searched").count() == 4
    assert {deed.detail["by_what"] for deed in Deed.objects.filter(action="names.searched")} == {"cnic", "phone"}


def test_every_custodian_has_hashes_of_its_own(committed):
    mine, foreign = keep(cnic=CNIC), keep(FOREIGN, cnic=CNIC)
    assert found(CNIC) == [mine]
    assert set(found(CNIC, sees=frozenset({KEPT, FOREIGN}))) == {mine, foreign}
    assert found(CNIC, sees=frozenset()) == []
    with scoped(Person(sees=frozenset({KEPT, FOREIGN}))):
        assert len(set(map(bytes, Number.objects.values_list("hash", flat=True)))) == 2


def test_numbers_take_the_permission_and_count_as_searches(committed, settings):
    settings.SEARCHES_A_DAY = 1
    with pytest.raises(NotPermitted):
        found(CNIC, permissions=frozenset())
    found(CNIC)
    with pytest.raises(OverBudget):
        found(CNIC)


def test_numbers_leave_with_their_value(committed):
    row = keep(cnic=CNIC)
    keep(cnic=CNIC)
    with scoped(Person()):
        destroy([row], by=Person())
        assert Number.objects.filter(row_id=row).count() == 0
        assert Number.objects.count() == 1


@pytest.mark.parametrize("statement", ["update vault_number set hash = ''", "delete from vault_number"])
def test_the_application_changes_no_number(as_role, statement):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_role("sanad_app").execute(statement)


def test_numbers_are_behind_row_security(as_role):
    keep(cnic=CNIC)
    assert as_role("sanad_app").execute("select count(*) from vault_number").fetchone() == (0,)
    for role in ("sanad_snapshot", "sanad_vault"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            as_role(role).execute("select count(*) from vault_number")


def test_no_number_stands_in_clear(committed):
    keep(cnic=CNIC, phone="0300 1234567")
    with scoped(Person()), connection.cursor() as cursor:
        cursor.execute("select string_agg(n::text, '') from vault_number n")
        (text,) = cursor.fetchone()
    assert CNIC not in text and "1234567" not in text
