"""How many people somebody may look at in a day."""

import threading
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import connections
from django.utils import timezone

from sanad.kit.ids import uuid7
from sanad.kit.refusals import Incomplete, NotPermitted, OutOfOrder
from sanad.ledger.models import Deed
from sanad.ledger.scope import scoped
from sanad.vault.looks import OverBudget
from sanad.vault.models import Look
from sanad.vault.names import named_in
from sanad.vault.opening import begin_matching, open_sealed
from sanad.vault.rules import Purpose
from sanad.vault.sealing import Sealer
from tests.vault.conftest import FOREIGN, KEPT, Person

ALI = {"name": "محمد علی"}


@pytest.fixture(autouse=True)
def small_budget(settings):
    settings.LOOKS_A_DAY, settings.MATCHES_A_DAY = 3, 4


def keep(of="mention", custodian=KEPT, row: UUID | None = None) -> UUID:
    row = row or uuid7()
    with scoped(Person(sees=frozenset({custodian}))):
        Sealer(custodian).keep([(row, of, ALI)])
    return row


def look(*rows, by=None, of="mention", purpose=Purpose.READING):
    return open_sealed(by or Person(), [(row, of) for row in rows], reason="complaint 12 of 2026", purpose=purpose)


def looks() -> int:
    with scoped(Person(sees=frozenset({KEPT, FOREIGN}))):
        return Look.objects.count()


def test_the_last_of_the_day_opens_and_the_next_is_refused(committed):
    rows = [keep() for _ in range(4)]
    for row in rows[:3]:
        assert look(row)
    with pytest.raises(OverBudget) as refusal:
        look(rows[3])
    assert refusal.value.reasons[0].params == {"limit": 3}
    assert looks() == 3


def test_a_look_at_too_many_at_once_shows_none_of_them(committed):
    rows = [keep() for _ in range(4)]
    with pytest.raises(OverBudget):
        look(*rows)
    assert looks() == 0
    assert look(*rows[:3])


def test_a_refused_look_is_a_deed_too(committed):
    rows = [keep() for _ in range(4)]
    with pytest.raises(OverBudget):
        look(*rows)
    assert Deed.objects.get(action="sealed.refused").detail == {"purpose": "reading", "number": 4}


def test_the_same_person_again_costs_nothing(committed):
    rows = [keep() for _ in range(3)]
    for _ in range(3):
        assert look(*rows)


def test_a_report_opened_whole_costs_its_people_only(committed):
    people, narrative = [keep() for _ in range(3)], keep("revision")
    refs = [(row, "mention") for row in people] + [(narrative, "revision")]
    assert len(open_sealed(Person(), refs, reason="complaint 12", purpose=Purpose.CORRECTING)) == 4


def test_narratives_alone_are_counted_as_well(committed):
    rows = [keep("revision") for _ in range(4)]
    look(*rows[:3], of="revision")
    with pytest.raises(OverBudget):
        look(rows[3], of="revision")


def test_each_user_has_a_budget_and_a_second_posting_brings_no_second_one(committed):
    rows, other = [keep() for _ in range(3)], keep(custodian=FOREIGN)
    look(*rows)
    elsewhere = Person(sees=frozenset({FOREIGN}), keeps=frozenset({FOREIGN}))
    with pytest.raises(OverBudget):
        look(other, by=elsewhere)
    assert look(other, by=replace(elsewhere, user_id=8))


def test_every_purpose_but_matching_shares_the_budget(committed):
    rows = [keep() for _ in range(4)]
    for row, purpose in zip(rows, (Purpose.READING, Purpose.CORRECTING, Purpose.JUDGING), strict=False):
        look(row, purpose=purpose)
    with pytest.raises(OverBudget):
        look(rows[3], purpose=Purpose.EXPORT)


def test_matching_has_a_quota_of_its_own(committed):
    rows = [keep() for _ in range(5)]
    look(*rows[:4], purpose=Purpose.MATCHING)
    with pytest.raises(OverBudget):
        look(rows[4], purpose=Purpose.MATCHING)
    assert look(*rows[:3])


def test_a_matching_has_one_reason_and_each_pair_is_written_down(committed):
    one, two, three, four, five = (keep() for _ in range(5))
    matching = begin_matching(Person(), reason="two lists of March")
    for pair in ((one, two), (one, three), (three, four)):
        assert len(matching.open_pair(*((row, "mention") for row in pair))) == 2
    with scoped(Person()):
        looks = list(Look.objects.order_by("at"))
    assert [set(look.rows) for look in looks] == [{one, two}, {one, three}, {three, four}]
    assert {(look.session, look.reason, look.purpose) for look in looks} == {
        (matching.session, "two lists of March", "matching")
    }
    assert Deed.objects.get(action="matching.begun").object_id == str(matching.session)
    with pytest.raises(OverBudget):
        matching.open_pair((four, "mention"), (five, "mention"))


def test_nobody_matches_in_the_session_of_another(committed):
    one, two = keep(), keep()
    matching = begin_matching(Person(), reason="two lists of March")
    with pytest.raises(OutOfOrder) as refusal:
        replace(matching, reader=Person(user_id=8)).open_pair((one, "mention"), (two, "mention"))
    assert refusal.value.reasons[0].code == "no_matching"
    with pytest.raises(OutOfOrder):
        replace(matching, session=uuid7()).open_pair((one, "mention"), (two, "mention"))


def test_a_matching_takes_a_reason(committed):
    with pytest.raises(Incomplete):
        begin_matching(Person(), reason=" ")


def test_what_was_entered_today_costs_nothing(committed):
    rows = [keep() for _ in range(6)]
    assert len(look(*rows, purpose=Purpose.ENTRY)) == 6
    assert look(*rows[:3])


def test_what_was_entered_yesterday_is_not_an_entry_of_today(committed):
    yesterday = timezone.now() - timedelta(days=1)
    old = UUID(int=(int(yesterday.timestamp() * 1000) << 80) | (7 << 76) | (2 << 62) | 5)
    keep(row=old)
    with pytest.raises(OutOfOrder) as refusal:
        look(old, purpose=Purpose.ENTRY)
    assert refusal.value.reasons[0].code == "entry_over"
    assert look(old)


def at(moment: datetime, monkeypatch) -> None:
    """The clock of the machine says this."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: moment)


def test_the_day_ends_at_midnight_in_karachi(committed, monkeypatch):
    rows = [keep() for _ in range(5)]
    before = datetime.fromisoformat("2026-07-01T18:59:00+00:00")  # 23:59 there
    at(before, monkeypatch)
    look(*rows[:3])
    with pytest.raises(OverBudget):
        look(rows[3])
    at(before + timedelta(minutes=2), monkeypatch)
    assert look(*rows[2:])


@pytest.mark.parametrize("days", [1, 30, 3650])
def test_setting_the_clock_back_opens_no_new_budget(committed, monkeypatch, days):
    rows = [keep() for _ in range(4)]
    look(*rows[:3])
    at(timezone.now() - timedelta(days=days), monkeypatch)
    with pytest.raises(OverBudget):
        look(rows[3])


def test_the_operator_has_no_budget_and_leaves_deeds(committed):
    rows = [keep() for _ in range(5)]
    assert len(look(*rows, by=Person(user_id=None))) == 5
    assert Deed.objects.get(action="sealed.opened").operator == "Amna"


def test_what_is_not_there_costs_nothing(committed):
    assert look(*[uuid7() for _ in range(9)]) == {}
    assert looks() == 0


def slipped_past(rows) -> int:
    """How many of so many requests at once were answered."""
    answered, start = [], threading.Barrier(len(rows))

    def one(row):
        start.wait()
        try:
            answered.append(len(look(row)))
        except OverBudget:
            pass
        finally:
            connections.close_all()

    at_once = [threading.Thread(target=one, args=[row]) for row in rows]
    for thread in at_once:
        thread.start()
    for thread in at_once:
        thread.join(30)
    return sum(answered)


def test_many_at_once_do_not_slip_past(committed):
    assert slipped_past([keep() for _ in range(12)]) == 3


def test_without_taking_turns_they_would(committed, monkeypatch):
    """The fault planted: the test above must be able to see it."""
    monkeypatch.setattr("sanad.vault.process.looking.take_turns_looking", lambda *asked, **where: None)
    real = __import__("sanad.vault.process.looking", fromlist=["looked_at_since"]).looked_at_since

    def slow(*asked, **where):
        found = real(*asked, **where)
        threading.Event().wait(0.2)
        return found

    monkeypatch.setattr("sanad.vault.process.looking.looked_at_since", slow)
    assert slipped_past([keep() for _ in range(12)]) > 3


def test_whether_a_text_names_somebody_is_told_and_nothing_else(committed, settings):
    settings.COMPARED_A_DAY = 4
    mine, foreign = keep(), keep(custodian=FOREIGN)
    assert named_in(Person(), "Letter to the father of محمد  علی", [mine]) is True
    assert named_in(Person(), "محمد علیم", [mine]) is False
    assert named_in(Person(), "محمد علی", [foreign, uuid7()]) is False
    assert named_in(Person(), "  ", [mine]) is named_in(Person(), "محمد علی", []) is False
    with pytest.raises(NotPermitted):
        named_in(Person(permissions=frozenset()), "محمد علی", [mine])
    assert named_in(Person(), "محمد علی", [mine]) is True
    with pytest.raises(OverBudget):
        named_in(Person(), "محمد علی", [mine])
    assert Deed.objects.filter(action="names.compared").count() == 4 and looks() == 0
