"""Verdicts with a second person, withdrawn acts, chains of events and interventions."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from sanad.codes import queries as codes
from sanad.kit.dates import PartialDate
from sanad.kit.refusals import NotPermitted, Refused
from sanad.violations import actions, queries
from sanad.violations.actions import InterventionDraft, Terms
from sanad.violations.drafts import ActDraft
from sanad.violations.models import Event, Intervention, Judgement, Violation

pytestmark = pytest.mark.django_db
WHY = "Seen and compared"


@pytest.fixture
def colleague(house, reader):
    return reader("reviewer", house.kp)


@pytest.fixture
def report(recorder, killing, within):
    with within(recorder):
        return actions.record_report(killing(), by=recorder)


@pytest.fixture
def two_eyes_more(house, reader, within):
    head = reader("head", house.kp)
    with within(head):
        actions.set_review_rule(house.kp.pk, True, why="Letter 3/2026", by=head)


def derived():
    """What follows from everything, to be compared before and after."""
    return (
        sorted(Event.objects.values_list("pk", "state", "violations", "act_types")),
        sorted(Violation.objects.values_list("pk", "state", "standard", "verified_on", "perpetrator_types")),
    )


def the_violation():
    return Violation.objects.get()


def verdict(by, word="verified", **terms):
    return actions.judge_violations([the_violation()], word, why=WHY, by=by, terms=Terms(**terms))


def refused(code, deed, *args, **said):
    with pytest.raises(Refused) as error:
        deed(*args, **said)
    assert [reason.code for reason in error.value.reasons] == [code]


def test_a_verdict_holds_once_a_second_person_has_confirmed_it(report, reviewer, colleague, within, two_eyes_more):
    with within(reviewer):
        before = derived()
        proposed = verdict(reviewer)
        assert (proposed[0].needs_second, the_violation().state) == (True, "under_review")
        refused("own_verdict", actions.confirm_verdicts, proposed, why=WHY, by=reviewer)
        assert [len(one.judgements) for one in queries.waiting_for_second(colleague, 10)] == [1]
    with within(colleague):
        [confirmed] = actions.confirm_verdicts(proposed, why=WHY, by=colleague)
        assert the_violation().state == "verified"
        refused("already_confirmed", actions.confirm_verdicts, proposed, why=WHY, by=colleague)
        actions.undo_judgement(confirmed, why="Too early", by=colleague)
        assert the_violation().state == "under_review"
        actions.confirm_verdicts(proposed, why=WHY, by=colleague)
        assert the_violation().state == "verified"
        actions.undo_judgement(proposed[0], why="Wrong event", by=colleague)
        assert derived() == before
        refused("waits_no_longer", actions.confirm_verdicts, proposed, why=WHY, by=colleague)


def test_what_waits_for_a_second_person_leaves_the_earlier_verdict_in_force(report, reviewer, house, reader, within):
    with within(reviewer):
        verdict(reviewer)
    head = reader("head", house.kp)
    with within(head):
        actions.set_review_rule(house.kp.pk, True, why="Letter 3/2026", by=head)
    with within(reviewer):
        verdict(reviewer, "rejected")
        assert the_violation().state == "verified"
        verdict(reviewer, "under_review")  # no verdict, and so nothing to confirm
        assert the_violation().state == "under_review"


def test_a_reviewer_does_not_decide_whether_a_second_person_is_needed(house, reviewer, within):
    with within(reviewer), pytest.raises(NotPermitted):
        actions.set_review_rule(house.kp.pk, False, why=WHY, by=reviewer)


def test_an_act_entered_in_error_counts_nowhere_and_comes_back(recorder, reviewer, killing, code, within):
    draft = killing()
    beaten = ActDraft("a2", "v1", code("act", "beating"))
    with within(recorder):
        actions.record_report(replace(draft, acts=(*draft.acts, beaten)), by=recorder)
    with within(reviewer):
        beating = Violation.objects.get(type=code("act", "beating"))
        actions.judge_violations([beating], "verified", why=WHY, by=reviewer)
        before = derived()
        [made] = actions.judge_violations([beating], "withdrawn", why="Of another clipping", by=reviewer)
        event = Event.objects.get()
        assert (event.violations, event.act_types) == (1, [code("act", "killing")])
        actions.undo_judgement(made, why="It was right", by=reviewer)
        assert derived() == before


def test_an_attribution_entered_in_error_names_nobody(report, reviewer, within):
    with within(reviewer):
        before = derived()
        involvement = queries.accounts_of(reviewer, Event.objects.get())[0].involvements[0]
        made = actions.judge_attribution(involvement, "withdrawn", why="Another man", by=reviewer)
        assert the_violation().perpetrator_types == []
        actions.undo_judgement(made, why=WHY, by=reviewer)
        assert derived() == before


def test_a_verification_has_the_day_on_which_it_was_established(report, reviewer, within):
    day = date(2026, 2, 3)
    tomorrow = timezone.localdate() + timedelta(days=1)
    with within(reviewer):
        refused("settled_in_future", verdict, reviewer, settled_on=tomorrow)
        refused("settled_before_it_happened", verdict, reviewer, settled_on=date(2026, 1, 4))
        refused("only_verified_is_dated", verdict, reviewer, "rejected", settled_on=day)
        assert not Judgement.objects.exists()
        verdict(reviewer, settled_on=day)
        assert the_violation().verified_on == day


def test_answers_to_the_checklist_are_kept_with_the_verdict(report, reviewer, within):
    with within(reviewer):
        [made] = verdict(reviewer, checked={the_violation().type_id: {"who_saw": "yes"}})
        assert Judgement.objects.get(pk=made.pk).checked == {"who_saw": "yes"}


def test_events_are_linked_and_stay_two(recorder, reviewer, killing, within):
    link = codes.code("event_link", "revenge")
    with within(recorder):
        first, second = (actions.record_report(killing(), by=recorder).account.event for _ in range(2))
    with within(reviewer):
        refused("one_event", actions.link_events, first, first, link, why=WHY, by=reviewer)
        made = actions.link_events(first, second, link, why=WHY, by=reviewer)
        refused("linked_already", actions.link_events, first, second, link, why=WHY, by=reviewer)
        refused("linked_the_other_way", actions.link_events, second, first, link, why=WHY, by=reviewer)
        [seen] = queries.chain_of(reviewer, second, [second.pk])
        assert (seen.forward, seen.other.pk, Event.objects.count()) == (False, first.pk, 2)
        actions.undo_judgement(made, why=WHY, by=reviewer)
        assert queries.chain_of(reviewer, second, [second.pk]) == []


def test_another_office_knows_of_no_link(recorder, reviewer, killing, within, house, reader):
    stranger = reader("reviewer", house.sindh)
    with within(recorder):
        first, second = (actions.record_report(killing(), by=recorder).account.event for _ in range(2))
    with within(reviewer):
        actions.link_events(first, second, codes.code("event_link", "cause"), why=WHY, by=reviewer)
    with within(stranger):
        assert queries.chain_of(stranger, first, [first.pk]) == []
        with pytest.raises(NotPermitted):
            actions.link_events(first, second, codes.code("event_link", "cause"), why=WHY, by=stranger)


def test_an_intervention_is_recorded_answered_withdrawn_and_restored(report, recorder, code, within):
    letter = code("intervention", "letter")
    with within(recorder):
        event = report.account.event
        future = InterventionDraft(letter, happened=PartialDate(timezone.localdate().year + 1))
        refused("not_yet_happened", actions.record_intervention, event, future, by=recorder)
        made = actions.record_intervention(event, InterventionDraft(letter), by=recorder)
        answer = InterventionDraft(letter, response_id=code("response", "acted"))
        now = actions.correct_intervention(made.root, answer, seen=1, why="Reply of the police", by=recorder)
        refused("changed_since", actions.correct_intervention, made.root, answer, seen=1, why=WHY, by=recorder)
        gone = actions.withdraw_intervention(made.root, seen=now.number, why="Of another event", by=recorder)
        assert queries.interventions_on(recorder, [report.pk])[0].withdrawn
        back = actions.restore_intervention(made.root, seen=gone.number, why="It was right", by=recorder)
        assert (back.withdrawn, back.response_id) == (False, answer.response_id)
        assert Intervention.objects.count() == 4


def test_an_import_on_which_an_intervention_hangs_is_not_undone(analyst, recorder, killing, code, within):
    with within(analyst):
        draft = replace(killing(), external_id="1")
        batch = actions.store_batch([draft], by=analyst, title="A list", origin="list").batch
    with within(recorder):
        event = Event.objects.get()
        actions.record_intervention(event, InterventionDraft(code("intervention", "aid")), by=recorder)
    with within(analyst):
        refused("has_interventions", actions.undo_batch, batch, by=analyst, why="Wrong file")
        assert Event.objects.count() == 1


def test_verdicts_of_one_deed_are_taken_back_together(recorder, reviewer, killing, within):
    with within(recorder):
        events = [actions.record_report(killing(), by=recorder).account.event for _ in range(3)]
    with within(reviewer):
        before = derived()
        made = actions.judge_violations(Violation.objects.all(), "rejected", why=WHY, by=reviewer)
        assert len({one.together for one in made}) == 1
        together = queries.made_together_with(reviewer, events[0], made[0])
        assert len(together) == 3
        for one in together:
            actions.undo_judgement(one, why=WHY, by=reviewer)
        assert derived() == before
