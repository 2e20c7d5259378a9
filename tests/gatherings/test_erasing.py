"""Somebody asks not to be on record: the name goes wherever a table or a history says it, the count stays."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from sanad.accounts.actions.links import issue_link, replay_forgotten_holders
from sanad.accounts.models import Link
from sanad.accounts.readers import operator
from sanad.gatherings import actions, queries
from sanad.gatherings.actions import WhoAsked
from sanad.gatherings.models import Participant
from sanad.kit.refusals import NotPermitted, OutOfOrder
from sanad.vault.queries import sealed_kept_in
from tests.gatherings.conftest import sex, typed

pytestmark = pytest.mark.django_db
SAID = ("Zartasha", "Zartashia", "Interpreter Khel", "Deputy Zartashan")


def tables_that_say(words) -> set[str]:
    """The tables of the site in a row of which, as text, one of these words stands."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select table_name from information_schema.tables where table_schema = 'public'"
            " and table_type = 'BASE TABLE' and (table_name ~ '^(gatherings|ledger|strategies|vault|accounts)_')"
        )
        found = set()
        for (table,) in cursor.fetchall():
            cursor.execute("select has_table_privilege(%s, 'select')", [table])
            if cursor.fetchone()[0]:
                cursor.execute(f'select 1 from "{table}" t where t::text ~* %s limit 1', ["|".join(words)])
                found |= {table} if cursor.fetchone() else set()
        return found


@pytest.fixture
def two_lines(organiser, workshop, come, door):
    """One human being on two lists, once corrected, once taken off for a reason that names her."""
    here, there = workshop(), workshop(title_en="The second workshop")
    said = {"affiliation": SAID[2], "designation": SAID[3], "sex": sex("female")}
    organiser.client.post(door(here), typed(name=SAID[0], needs="A ramp", affiliation=SAID[2], designation=SAID[3]))
    with organiser.sees():
        one = queries.participants_of(organiser.reader, here).get()
    organiser.post(
        f"/gatherings/{here.reference}/participants/{one.pk}/", **typed(name=SAID[1], needs="", form=str(one.form))
    )
    other = come(there, SAID[0], **said)
    with organiser.sees():
        group = actions.add_group(here, "Policy", "", by=organiser.reader)
        actions.put_in_group(group, one, part="member", by=organiser.reader)
        ends = timezone.now() + timedelta(days=9)
        issue_link("points.answers", group.pk, f" {SAID[1]} ", group.custodian_id, ends, organiser.reader)
        actions.judge_two(one, other, same=True, by=organiser.reader)
        actions.withdraw_participant(other, why=f"{SAID[0]} signed for a colleague", by=organiser.reader)
        one.refresh_from_db()
    return here, one, other


def test_an_erased_name_stands_in_no_table_and_no_history(organiser, two_lines, counter):
    here, one, other = two_lines
    with organiser.sees():
        assert tables_that_say(SAID) == {"accounts_link", "gatherings_participant", "ledger_change"}
        assert Link.objects.get(purpose="points.answers").revoked_at is None
    address = f"/gatherings/{here.reference}/participants/{one.pk}/erase/"
    assert organiser.post(address, why="themselves").status_code == 200  # not said that it is meant
    assert organiser.post(address, why="themselves", sure="on").status_code == 302
    with organiser.sees():
        assert tables_that_say(SAID) == set()
        assert Link.objects.get(purpose="points.answers").revoked_at is not None
        assert not sealed_kept_in(organiser.reader.keeps, [one.needs], "participant").exists()
        lines = {row.pk: row for row in Participant.objects.filter(pk__in=[one.pk, other.pk])}
        assert all(row.erased_at for row in lines.values())
        assert lines[other.pk].withdrawn_at and not lines[one.pk].withdrawn_at
    page = re.sub(r"<[^>]+>", " ", counter.get(f"/gatherings/{here.reference}/").text)
    assert "1 person" in page
    assert "Erased" in organiser.get(f"/gatherings/{here.reference}/participants/").text
    assert "counted, without a name" in organiser.get(f"/gatherings/{here.reference}/participants/{one.pk}/").text
    assert organiser.post(address, why="themselves", sure="on").status_code == 409


def test_a_restored_backup_does_not_bring_the_name_back(organiser, two_lines):
    _here, one, other = two_lines
    with organiser.sees():
        actions.erase_participant(one, why=WhoAsked.THEMSELVES, by=organiser.reader)
        for name in SAID[:2]:  # as if the rows of before had been restored, with their history
            Participant.objects.filter(pk__in=[one.pk, other.pk]).update(name=name, erased_at=None)
        assert tables_that_say(SAID) == {"gatherings_participant", "ledger_change"}
        actions.replay_erasures(operator())
        assert replay_forgotten_holders(operator()) == 1
    with organiser.sees():
        assert tables_that_say(SAID) == set()


def test_the_organiser_is_told_where_somebody_typed_the_name(organiser, two_lines):
    here, one, _other = two_lines
    with organiser.sees():
        actions.write_minutes(here, f"{SAID[1]} spoke first.", by=organiser.reader)
        assert actions.erase_participant(one, why=WhoAsked.GUARDIAN, by=organiser.reader).still == [here.reference]
        with pytest.raises(OutOfOrder):
            actions.correct_participant(
                Participant.objects.get(pk=one.pk),
                actions.ParticipantContent(SAID[0]),
                by=organiser.reader,
                needs=False,
            )
        actions.write_minutes(here, "Somebody spoke first.", by=organiser.reader)
    page = organiser.get(f"/gatherings/{here.reference}/").text
    assert "wrote the minutes" in page and SAID[1] not in page  # no earlier words are shown any more


def test_nobody_else_erases_and_no_other_history_is_forgotten(organiser, stranger, counter, workshop, come):
    gathering = workshop()
    one, kept = come(gathering, SAID[0]), come(gathering, "Bashir Masih")
    address = f"/gatherings/{gathering.reference}/participants/{one.pk}/erase/"
    for other in (stranger, counter):
        assert other.post(address, why="error", sure="on").status_code == 404
        with other.sees(), pytest.raises(NotPermitted):
            actions.erase_participant(one, why=WhoAsked.ERROR, by=other.reader)
    with organiser.sees():
        actions.withdraw_participant(kept, why="Signed for another", by=organiser.reader)
        with connection.cursor() as cursor:  # the function of the database forgets nothing that was not erased
            cursor.execute("select sanad_blank_participants(%s)", [[one.pk, kept.pk]])
            assert cursor.fetchone() == (0,)
