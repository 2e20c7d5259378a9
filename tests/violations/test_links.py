"""Two reports or two mentions judged the same or not, corrections, and what judgements outlive, on the database."""

from dataclasses import replace

import pytest

from sanad.kit.refusals import Incomplete, NotPermitted, OutOfOrder
from sanad.vault.models import Sealed
from sanad.violations import actions, queries
from sanad.violations.drafts import MentionDraft
from sanad.violations.models import (
    Account,
    Event,
    Identity,
    Involvement,
    Judgement,
    Mention,
    Person,
    Report,
    Revision,
    Violation,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(operator, house):
    """Somebody at the directorate who may do everything."""
    return replace(operator, office_id=house.kp.pk, keeps=frozenset({house.kp.pk}))


@pytest.fixture
def two(by, killing, within):
    """Two reports of one killing, not yet judged."""
    with within(by):
        yield [actions.record_report(killing(summary=f"Report {n}."), by=by) for n in (1, 2)]


def victim(report) -> Mention:
    return Mention.objects.get(report=report, role="victim", until=None)


def codes_of(refusal) -> list[str]:
    return [reason.code for reason in refusal.value.reasons]


def test_two_reports_of_one_event_are_joined_and_parted_again(two, by):
    one, other = two
    joined = actions.judge_same_event(one, other, "same", why="Same house", by=by)
    actions.judge_same_person(victim(one).root, victim(other).root, "same", why="Same name", by=by)
    assert (Event.objects.count(), Violation.objects.count()) == (1, 1)
    actions.judge_same_event(other, one, "different", why="Another village", by=by)
    assert Event.objects.count() == 2
    assert joined.custodians == [by.office_id]


def test_an_event_that_was_joined_is_found_under_both_references(two, by):
    one, other = two
    actions.judge_same_event(one, other, "same", why="Same house", by=by)
    found = {queries.event_visible_to(by, report.reference) for report in two}
    assert [(e.pk, e.reference) for e in found] == [(one.pk, one.reference)]


def test_the_same_entry_twice_is_withdrawn_and_comes_back_when_that_is_undone(two, by):
    one, other = two
    judgement = actions.judge_same_entry(one, other, "same", why="Same clipping", by=by)
    assert Account.objects.get(withdrawn=True).report == other
    with pytest.raises(OutOfOrder) as refusal:
        actions.judge_same_entry(other, one, "same", why="Once more", by=by)
    assert codes_of(refusal) == ["already_withdrawn"]
    actions.undo_judgement(judgement, why="Two papers", by=by)
    assert (Event.objects.count(), Account.objects.filter(withdrawn=True).count()) == (2, 0)


def test_who_keeps_neither_report_does_not_join_them(two, reader, house, within):
    stranger = reader("reviewer", house.sindh)
    with within(stranger), pytest.raises(NotPermitted):
        actions.judge_same_event(*two, "same", why="From afar", by=stranger)


def test_parting_persons_of_two_events_leaves_nothing_of_the_one_behind(two, by):
    """The person of both is derived anew on both sides, though only one of them is named first."""
    one, other = two
    same = actions.judge_same_person(victim(one).root, victim(other).root, "same", why="Same name", by=by)
    assert Person.objects.filter(described_by__report__in=two, suffered__isnull=False).distinct().count() == 1
    actions.undo_judgement(same, why="Cousins", by=by)
    assert dict(Identity.objects.filter(mention__in=[victim(r).root for r in two]).values_list("report", "person")) == {
        report.pk: victim(report).root for report in two
    }


def test_withdrawing_the_oldest_account_keeps_the_event_and_counts_once(two, by, killing):
    one, _ = two
    event = queries.event_visible_to(by, one.reference)
    person = Violation.objects.get(event=event).person_id
    for n in (1, 2):
        same = {"v1": person}
        actions.add_account(event, killing(summary=f"Paper {n}."), same=same, by=by, why="Same house")
    actions.withdraw_report(one, why="Entered in error", by=by)
    kept = queries.event_visible_to(by, one.reference)
    assert (kept.pk, kept.reference, kept.accounts, kept.violations) == (event.pk, event.reference, 2, 1)
    assert Violation.objects.filter(event=event).count() == 1


def test_nothing_is_added_to_an_event_that_is_out_of_sight(two, reader, house, killing, within):
    event = Event.objects.first()
    stranger = reader("recorder", house.sindh)
    with within(stranger), pytest.raises(OutOfOrder) as refusal:
        actions.add_account(event, killing(), same={}, by=stranger, why="Same house")
    assert codes_of(refusal) == ["changed_since"]


def test_a_person_of_another_event_is_not_the_same_by_ticking(two, by, killing):
    one, other = two
    event = queries.event_visible_to(by, one.reference)
    with pytest.raises(OutOfOrder) as refusal:
        actions.add_account(event, killing(), same={"v1": victim(other).root}, by=by, why="Same house")
    assert codes_of(refusal) == ["changed_since"]
    assert Report.objects.count() == 2


def test_an_account_is_added_for_a_reason(two, by, killing):
    with pytest.raises(Incomplete):
        actions.add_account(Event.objects.first(), killing(), same={}, by=by, why=" ")
    with pytest.raises(Incomplete) as refusal:
        actions.withdraw_report(two[0], why="x" * 501, by=by)
    assert codes_of(refusal) == ["reason_too_long"]


def test_who_keeps_a_later_account_judges_what_follows_from_all(operator, reader, house, killing, within):
    """The act by which the violation is named is kept by an office that the reviewer does not see."""
    with within(operator):
        first = actions.record_report(killing(), by=replace(operator, office_id=house.sindh.pk))
        event = Event.objects.get(pk=first.pk)
        person = Violation.objects.get().person_id
        keeper = replace(operator, office_id=house.kp.pk)
        actions.add_account(event, killing(), same={"v1": person}, by=keeper, why="Same day")
    reviewer = reader("reviewer", house.kp)
    with within(reviewer):
        assert not Report.objects.filter(pk=first.pk).exists()
        (judgement,) = actions.judge_event(event, "verified", why="FIR", by=reviewer)
        assert Violation.objects.get().state == "verified"
        actions.undo_judgement(judgement, why="Wrong FIR", by=reviewer)
        assert Violation.objects.get().state == "new"


def test_what_took_a_judgement_back_is_not_taken_back(two, by):
    judgement = actions.withdraw_report(two[0], why="Entered in error", by=by)
    undone = actions.undo_judgement(judgement, why="No error", by=by)
    with pytest.raises(OutOfOrder) as refusal:
        actions.undo_judgement(undone, why="An error after all", by=by)
    assert codes_of(refusal) == ["undoing_stays"]


@pytest.mark.parametrize("same", [None, "said"])
def test_an_attribution_outlives_a_correction(two, by, killing, same):
    one, _ = two
    involvement = Involvement.objects.get(report=one)
    actions.judge_attribution(involvement, "rejected", why="Alibi", by=by)
    held = {"v1": victim(one).root, "a1": involvement.act} if same else None
    actions.correct_report(one, killing(summary="A typing error less."), by=by, why="Typing error", same=held)
    assert Violation.objects.get(event=one.pk).perpetrator_types == []


def three_victims(killing, *names):
    draft = killing()
    victims = tuple(MentionDraft(f"v{n}", sealed={"name": name}) for n, name in enumerate(names))
    acts = tuple(replace(draft.acts[0], key=f"a{n}", victim=f"v{n}") for n in range(len(names)))
    return replace(draft, summary="Some men were shot.", mentions=victims, acts=acts, involvements=())


def test_who_is_taken_out_of_the_middle_takes_no_verdict_of_others(by, killing, within):
    with within(by):
        report = actions.record_report(three_victims(killing, "Asad", "Babar", "Danish"), by=by)
        last = Violation.objects.order_by("id").last()
        actions.judge_violations([last], "verified", why="FIR", by=by)
        actions.correct_report(report, three_victims(killing, "Asad", "Danish"), by=by, why="Babar is alive")
        assert dict(Violation.objects.values_list("id", "state").order_by("id")) == {
            Violation.objects.order_by("id").first().pk: "new", last.pk: "verified",
        }  # fmt: skip


def test_earlier_sealed_values_stay_with_the_earlier_row(two, by, killing):
    one, _ = two
    before = victim(one)
    draft = killing(summary="Corrected.")
    renamed = replace(draft.mentions[0], sealed={"name": "Gul Bano"})
    actions.correct_report(one, replace(draft, mentions=(renamed, draft.mentions[1])), by=by, why="Her brother says")
    now = victim(one)
    assert now.root == before.root
    assert Sealed.objects.filter(row_id__in=[before.pk, now.pk], of="mention").count() == 2
    actions.withdraw_report(one, why="Entered in error", by=by)
    assert Sealed.objects.filter(row_id__in=[before.pk, now.pk], of="mention").count() == 2


def test_a_correction_of_what_somebody_corrected_meanwhile_is_refused(two, by, killing):
    one, _ = two
    actions.correct_report(one, killing(summary="First."), by=by, why="Hospital", seen=1)
    with pytest.raises(OutOfOrder) as refusal:
        actions.correct_report(one, killing(summary="Second."), by=by, why="Police", seen=1)
    assert codes_of(refusal) == ["changed_since"]
    assert Revision.objects.get(report=one, until=None).summary == "First."


def test_a_value_is_chosen_among_the_accounts_of_its_violation(two, by):
    violation, elsewhere = Violation.objects.order_by("id")
    with pytest.raises(OutOfOrder) as refusal:
        actions.choose_value(violation.pk, "means", elsewhere.pk, why="Nearer", by=by)
    assert codes_of(refusal) == ["changed_since"]
    with pytest.raises(ValueError, match="title"):
        actions.choose_value(violation.pk, "title", violation.pk, why="Nearer", by=by)


def test_the_sex_of_a_person_is_chosen_among_its_mentions(two, by, code):
    one, other = two
    actions.judge_same_event(one, other, "same", why="Same house", by=by)
    actions.judge_same_person(victim(one).root, victim(other).root, "same", why="Same name", by=by)
    person = Violation.objects.get().person
    actions.choose_value(person.pk, "age", victim(other).root, why="Identity card", by=by)
    assert Judgement.objects.filter(kind="chosen", mention=person.pk, field="age").exists()


@pytest.mark.parametrize("bounds", [(None, None, None), (-1, None, None), (9, None, 3)])
def test_no_impossible_toll_is_chosen(two, by, bounds):
    with pytest.raises(ValueError, match="toll"):
        actions.choose_toll(victim(two[0]).root, bounds, why="List", by=by)


def test_a_toll_is_chosen_for_groups_only(two, by):
    with pytest.raises(OutOfOrder):
        actions.choose_toll(victim(two[0]).root, (3, 3, 3), why="List", by=by)
