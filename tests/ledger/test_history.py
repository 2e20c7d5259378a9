"""Rows that are edited in place keep what they said before: by a trigger, with who and why."""

import pytest
from django.db import ProgrammingError, connection, transaction

from sanad.accounts.models import Office, User
from sanad.accounts.scope import scoped
from sanad.ledger.history import keep_history
from sanad.ledger.models import Change
from sanad.ledger.queries import history_of
from sanad.ledger.scope import because

pytestmark = pytest.mark.django_db


def changes(kind: str, row: object) -> list[Change]:
    return list(history_of(kind, row))


def test_an_update_keeps_old_and_new_value_of_what_changed_alone(offices, reader):
    who = reader("administrator", offices.kp)
    with scoped(who):
        Office.objects.filter(pk=offices.kp.pk).update(name_en="Another name", slug=offices.kp.slug)
        (kept,) = changes("accounts_office", offices.kp.pk)
    assert (kept.before, kept.after) == ({"name_en": offices.kp.name_en}, {"name_en": "Another name"})
    assert (kept.who, kept.operator, kept.why, kept.deed) == (who.user_id, "", "", "changed")


def test_the_reason_is_kept_where_an_action_says_one(offices, operator):
    with scoped(operator):
        with because("letter 12 of 3 May"):
            Office.objects.filter(pk=offices.kp.pk).update(name_en="One")
        Office.objects.filter(pk=offices.kp.pk).update(name_en="Two")
        second, first = changes("accounts_office", offices.kp.pk)
    assert (first.why, second.why) == ("letter 12 of 3 May", "")
    assert (first.who, first.operator) == (None, operator.name)


def test_an_update_that_changes_nothing_is_no_change(offices, operator):
    with scoped(operator):
        Office.objects.filter(pk=offices.kp.pk).update(name_en=offices.kp.name_en)
        assert changes("accounts_office", offices.kp.pk) == []


def test_a_removed_row_is_kept_whole(offices, operator):
    with scoped(operator):
        gone = offices.cso
        number = gone.pk
        gone.delete()
        (kept,) = changes("accounts_office", number)
    assert (kept.deed, kept.before["slug"], kept.after) == ("removed", "watch", None)


def test_passwords_are_in_no_history(offices, user):
    who = user("recorder", offices.kp)
    User.objects.filter(pk=who.pk).update(password="secret", last_login="2026-01-01 00:00Z")
    assert changes("accounts_user", who.pk) == []
    User.objects.filter(pk=who.pk).update(password="secret 2", full_name="Another")
    (kept,) = changes("accounts_user", who.pk)
    assert kept.after == {"full_name": "Another"}


def test_the_history_of_an_office_is_shown_to_those_who_see_the_office(offices, operator, reader):
    with scoped(operator):
        Office.objects.filter(pk=offices.kp.pk).update(name_en="Another name")
    with scoped(reader("administrator", offices.sindh)):
        assert changes("accounts_office", offices.kp.pk) == []


@pytest.mark.parametrize(
    "statement",
    [
        "update ledger_change set why = 'x'",
        "delete from ledger_change",
        "insert into ledger_change (at, kind, row, deed, operator, why, before)"
        " values (now(), 'x', '1', 'changed', '', '', '{}')",
        "alter table accounts_office disable trigger keep_history",
    ],
)
def test_the_application_writes_no_history_and_stops_none(statement):
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as sql:
        sql.execute(statement)


def test_every_table_that_is_edited_in_place_keeps_its_history():
    with connection.cursor() as sql:
        sql.execute("select tgrelid::regclass::text from pg_trigger where tgname = 'keep_history'")
        kept = {row[0] for row in sql.fetchall()}
    assert kept >= {
        "accounts_office",
        "accounts_user",
        "accounts_posting",
        "accounts_sharingrule",
        "accounts_tie",
        "accounts_approval",
        "institutions_institution",
        "institutions_institutionname",
        "codes_code",
        "places_place",
        "figures_savedtable",
        "violations_batch",
        "violations_coverageday",
        "vault_custodiankey",
    }


@pytest.mark.parametrize("name", ["a b", "a;drop", "A", '"'])
def test_only_plain_names_stand_in_the_sql(name):
    for words in ((name,), ("x", name), ("x", "id", name)):
        with pytest.raises(ValueError, match="plain SQL name"):
            keep_history(words[0], **dict(zip(("key", "custodian"), words[1:], strict=False)))
