"""Whoever is tied to an alleged perpetrator does not see the record, in any role; each of the two walls holds alone."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import timezone

from sanad.accounts.models import Tie
from sanad.accounts.readers import reader_for
from sanad.accounts.scope import scoped
from sanad.institutions.models import Institution
from sanad.kit.refusals import NotPermitted
from sanad.vault.opening import open_sealed
from sanad.vault.rules import Purpose
from sanad.violations import actions, queries
from sanad.violations.drafts import InvolvementDraft, MentionDraft
from sanad.violations.models import (
    Account,
    Act,
    Alleged,
    Consent,
    Document,
    Event,
    Evidence,
    Ground,
    Identity,
    Involvement,
    Judgement,
    Mention,
    Person,
    Report,
    Revision,
    Violation,
)
from sanad.violations.rules.consent import Answer, Giver, Use

pytestmark = pytest.mark.django_db

TABLES = (
    Account, Act, Document, Event, Ground, Identity, Involvement, Judgement, Mention, Person, Report, Revision,
    Violation,
)  # fmt: skip


@pytest.fixture
def force(house):
    """A province's police, a station of it, and another station."""

    def add(slug: str, parent: Institution | None = None) -> Institution:
        return Institution.objects.create(slug=slug, kind="police_station", name_en=slug, parent=parent)

    police = add("police_x")
    return police, add("station_x1", police), add("station_x2", police)


@pytest.fixture
def by(operator, house):
    """Somebody at the directorate who may do everything."""
    return replace(operator, office_id=house.kp.pk, keeps=frozenset({house.kp.pk}))


@pytest.fixture
def against(killing):
    """A draft that alleges an institution to have done it."""

    def make(institution: Institution, **said):
        return killing(involvements=(InvolvementDraft("a1", institution=institution.pk),), **said)

    return make


@pytest.fixture
def tied(user, house):
    """The reader of somebody posted at the directorate who is tied to an institution."""

    def make(institution: Institution, role: str = "reviewer"):
        who = user(role, house.kp)
        Tie.objects.create(user=who, institution=institution, why="Served there", since=date(2020, 1, 1))
        return reader_for(who)

    return make


def rows_of(reader) -> dict[str, int]:
    with scoped(reader):
        return {table.__name__: table.objects.count() for table in TABLES}


def test_every_role_sees_nothing_of_it_and_all_of_the_rest(by, force, against, killing, tied):
    police, station, other = force
    with scoped(by):
        blocked = actions.record_report(against(station), by=by)
        actions.record_report(killing(), by=by)
        actions.judge_event(blocked.account.event, "verified", why="Two papers", by=by)
    for role in ("recorder", "reviewer", "head", "analyst", "cso"):
        for institution in (station, police):
            reader = tied(institution, role)
            with scoped(reader):
                assert queries.event_visible_to(reader, blocked.reference) is None
                assert queries.events_visible_to(reader).count() == queries.reports_visible_to(reader).count() == 1
    seen = rows_of(tied(other))
    assert seen == rows_of(replace(by, conflicts=frozenset()))  # a station beside it is nobody's tie
    assert seen["Judgement"] == 1
    closed = rows_of(tied(station))
    assert closed.pop("Judgement") == 0
    assert closed == {name: number // 2 for name, number in seen.items() if name != "Judgement"}


def test_consent_precautions_and_files_of_it_are_closed_too(by, force, against, tied):
    with scoped(by):
        report = actions.record_report(against(force[1]), by=by)
        hung = {"report": report, "custodian_id": report.custodian_id}
        root = Mention.objects.filter(report=report).values_list("root", flat=True)[0]
        Evidence.objects.create(
            **hung,
            kind="photograph",
            sha256_sealed="0" * 64,
            size=1,
            media_type="image/png",
            received_at=timezone.now(),
        )
        actions.write_consents(report, root, [actions.Answered(Use.PUBLISH, Answer.REFUSED, Giver.SELF)], by=by)
        assert (Evidence.objects.count(), Consent.objects.count()) == (1, 1)
    with scoped(tied(force[2])):
        assert (Evidence.objects.count(), Consent.objects.count()) == (1, 1)
    with scoped(tied(force[1])):
        assert (Evidence.objects.count(), Consent.objects.count()) == (0, 0)


@pytest.mark.parametrize("wall", ["queries", "row security"])
def test_each_wall_holds_alone(by, force, against, tied, wall):
    with scoped(by):
        actions.record_report(against(force[1]), by=by)
    reader = tied(force[1])
    blind = replace(reader, conflicts=frozenset())
    asks, scope = (reader, blind) if wall == "queries" else (blind, reader)
    with scoped(scope):
        assert not queries.events_visible_to(asks).exists()
        assert not queries.reports_visible_to(asks).exists()
        assert not queries.violations_visible_to(asks).exists()


def test_what_another_office_alleges_closes_the_whole_event(by, house, force, against, killing, tied):
    elsewhere = replace(by, office_id=house.sindh.pk, keeps=frozenset({house.sindh.pk}))
    with scoped(by):
        first = actions.record_report(killing(), by=by)
    reader = tied(force[1])
    with scoped(reader):
        assert queries.event_visible_to(reader, first.reference) is not None
    with scoped(by):
        other = actions.record_report(against(force[1]), by=elsewhere)
        actions.judge_same_event(first, other, "same", why="Same house", by=by)
    assert Event.objects.count() == 0
    with scoped(reader):
        assert queries.event_visible_to(reader, first.reference) is None
        assert not queries.reports_visible_to(reader).exists()
    with scoped(by):
        actions.judge_same_event(first, other, "different", why="Another village", by=by)
    with scoped(reader):
        assert queries.reports_visible_to(reader).get() == first


def test_a_perpetrator_mention_and_a_withdrawn_report_count_too(by, force, killing, tied):
    named = killing()
    named = replace(
        named,
        mentions=(*named.mentions, MentionDraft("p2", role="perpetrator", kind="institution", institution=force[1].pk)),
    )
    with scoped(by):
        report = actions.record_report(named, by=by)
        actions.withdraw_report(report, why="Twice", by=by)
        assert Alleged.objects.count() == 1
    assert rows_of(tied(force[1]))["Report"] == 0


def test_a_victim_institution_closes_nothing(by, force, killing, tied):
    named = killing()
    named = replace(named, mentions=(*named.mentions, MentionDraft("v2", kind="institution", institution=force[1].pk)))
    with scoped(by):
        actions.record_report(named, by=by)
    assert rows_of(tied(force[1]))["Report"] == 1


def test_a_correction_that_takes_the_allegation_back_opens_it_again(by, force, against, killing, tied):
    with scoped(by):
        report = actions.record_report(against(force[1]), by=by)
        actions.correct_report(report, killing(), why="Misread", by=by)
    assert rows_of(tied(force[1]))["Report"] == 1


def test_nobody_records_an_allegation_against_their_own(force, against, tied):
    reader = tied(force[1], "recorder")
    with scoped(reader), pytest.raises(NotPermitted, match="tied"):
        actions.record_report(against(force[1]), by=reader)


def test_a_posting_at_an_office_of_the_institution_is_a_tie_at_every_office(by, house, force, against, user):
    with scoped(by):
        actions.record_report(against(force[1]), by=by)
    house.swat.institution = force[0]
    house.swat.save()
    who = user("reviewer", house.kp)
    assert rows_of(reader_for(who))["Report"] == 1
    who.postings.create(office=house.swat, role="recorder", since=timezone.localdate())
    assert rows_of(reader_for(who, house.kp.pk))["Report"] == 0


def test_the_vault_opens_nothing_of_it(by, force, against, tied, vault_in_test):
    with scoped(by):
        actions.record_report(against(force[1]), by=by)
        refs = queries.sealed_refs(queries.told_by(by, queries.reports_visible_to(by))[0])
    reader = tied(force[1])
    with scoped(reader):
        assert open_sealed(reader, refs, reason="To see what it says", purpose=Purpose.READING) == {}
    with scoped(by):
        assert open_sealed(by, refs, reason="To see what it says", purpose=Purpose.READING)


def test_a_list_imported_closes_too(by, force, against, tied):
    with scoped(by):
        actions.store_batch(
            [against(force[1], external_id="1"), against(force[1], external_id="2", event_key="2")],
            by=by, title="List", origin="list",
        )  # fmt: skip
        assert Alleged.objects.count() == 2
    assert rows_of(tied(force[1]))["Report"] == 0
    assert rows_of(by)["Report"] == 2
