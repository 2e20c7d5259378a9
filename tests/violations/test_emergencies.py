"""A record of another office in an emergency: two persons, some hours, one report, and its keeper is told."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from sanad.accounts.actions import refuse, review_emergency
from sanad.accounts.models import Grant, Tie
from sanad.accounts.queries.approvals import emergencies_to_review, notices_for
from sanad.accounts.queries.making_readers import user_numbered
from sanad.accounts.readers import reader_for
from sanad.accounts.scope import scoped
from sanad.institutions.models import Institution
from sanad.kit.refusals import NotPermitted, Refused
from sanad.ledger.models import Deed
from sanad.violations import actions, queries
from sanad.violations.drafts import InvolvementDraft
from sanad.violations.models import Event, Judgement, Mention, Report, Violation

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(house, killing, operator):
    """Two reports that Sindh keeps."""
    by = replace(operator, office_id=house.sindh.pk, keeps=frozenset({house.sindh.pk}))
    with scoped(by):
        return [actions.record_report(killing(summary=f"Report {n}."), by=by) for n in (1, 2)]


def again(reader):
    """The same user at the next request."""
    return reader_for(user_numbered(reader.user_id), reader.office_id)


def approved(asker, head, reference):
    with scoped(asker):
        asked = actions.ask_to_open(reference, why="A life depends on it", by=asker)
    with scoped(head):
        return actions.open_in_emergency(asked, by=head)


def test_one_report_opens_for_some_hours_and_its_keeper_is_told(house, kept, reader, reviewer):
    head, keeper = reader("head", house.kp), reader("head", house.sindh)
    held = approved(reviewer, head, kept[0].reference)
    now = again(reviewer)
    with scoped(now):
        assert queries.reports_visible_to(now).get().reference == kept[0].reference
        assert queries.event_visible_to(now, kept[0].reference) is not None
        assert queries.event_visible_to(now, kept[1].reference) is None
        told = queries.accounts_of(now, queries.event_visible_to(now, kept[0].reference))
        assert [len(one.mentions) for one in told] == [2]
        assert (Report.objects.count(), Event.objects.count(), Violation.objects.count()) == (1, 1, 1)
        assert Mention.objects.count() == 2 and not Judgement.objects.exists()
        assert kept[0].custodian_id not in now.opens | now.keeps
        with pytest.raises(NotPermitted):
            actions.judge_event(queries.event_visible_to(now, kept[0].reference), "verified", why="x", by=now)
    for other in (head, reader("reviewer", house.kp)):
        with scoped(other):
            assert not queries.reports_visible_to(other).exists()
    with scoped(keeper):
        assert [notice.kind for notice in notices_for(keeper)] == ["glass_broken"]
        assert emergencies_to_review(keeper) == [held]
        review_emergency(held, remark="It was one.", by=keeper)
        assert emergencies_to_review(keeper) == []
    Grant.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert not again(reviewer).granted
    assert list(Deed.objects.order_by("id").values_list("action", flat=True))[-4:] == [
        "approval.asked", "approval.given", "glass.broken", "glass.reviewed",
    ]  # fmt: skip


def test_a_reference_that_is_not_there_is_asked_for_in_the_same_way(house, kept, reader, reviewer, offices):
    held = approved(reviewer, reader("head", house.kp), "KP-2026-9JT7ZE6N3T")
    assert held.custodian_id is None and not again(reviewer).granted


def test_a_conflict_goes_before_an_emergency(house, killing, operator, reader, reviewer):
    station = Institution.objects.create(slug="station_y", kind="police_station", name_en="Y")
    by = replace(operator, office_id=house.sindh.pk)
    with scoped(by):
        draft = killing(involvements=(InvolvementDraft("a1", institution=station.pk),))
        report = actions.record_report(draft, by=by)
    Tie.objects.create(user_id=reviewer.user_id, institution=station, why="Served there", since=date(2020, 1, 1))
    approved(reviewer, reader("head", house.kp), report.reference)
    now = again(reviewer)
    assert now.granted
    with scoped(now):
        assert queries.event_visible_to(now, report.reference) is None
        assert not Report.objects.exists() and not Mention.objects.exists() and not Violation.objects.exists()


def test_what_was_refused_opens_nothing_and_others_may_not_ask(house, kept, reader, reviewer):
    head = reader("head", house.kp)
    with scoped(reviewer):
        asked = actions.ask_to_open(kept[0].reference, why="Urgent", by=reviewer)
    with scoped(head):
        refuse(asked, by=head)
        with pytest.raises(Refused):
            actions.open_in_emergency(asked, by=head)
    assert not again(reviewer).granted
    recorder = reader("recorder", house.kp)
    with scoped(recorder), pytest.raises(NotPermitted):
        actions.ask_to_open(kept[0].reference, why="Urgent", by=recorder)
