"""Recording, correcting, judging and withdrawing, against the database under the application's role."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError
from django.utils import timezone

from sanad.kit.dates import PartialDate
from sanad.kit.refusals import Incomplete, NotPermitted, OutOfOrder, Refused
from sanad.ledger.models import Deed
from sanad.vault.models import Sealed
from sanad.violations import actions, queries
from sanad.violations.drafts import MentionDraft
from sanad.violations.models import Act, Event, Judgement, Mention, Person, Report, Revision, Violation

pytestmark = pytest.mark.django_db


def codes_of(refusal) -> list[str]:
    return [reason.code for reason in refusal.value.reasons]


def test_a_first_report_makes_its_event_persons_and_violation(recorder, killing, within):
    with within(recorder):
        report = actions.record_report(killing(), by=recorder)
        event = queries.event_visible_to(recorder, report.reference)
        violation = Violation.objects.get()
        assert (event.id, event.accounts, event.violations, event.state) == (report.id, 1, 1, "new")
        assert violation.happened == "2026-01-05"
        assert Person.objects.count() == 2


def test_names_and_narrative_are_sealed_and_nowhere_else(recorder, killing, within):
    with within(recorder):
        actions.record_report(killing(), by=recorder)
        assert sorted(Sealed.objects.values_list("of", flat=True)) == ["mention", "mention", "revision"]
        for model in (Report, Revision, Mention, Act, Event, Person, Violation, Deed):
            for row in model.objects.values():
                assert "Gul" not in str(row)


def test_recording_writes_a_deed_without_names(recorder, killing, within):
    with within(recorder):
        report = actions.record_report(killing(), by=recorder)
    deed = Deed.objects.get(action="report.recorded")
    assert (deed.object_id, deed.actor, deed.office) == (str(report.id), recorder.user_id, recorder.office_id)


@pytest.mark.parametrize(
    ("summary", "reason"),
    [
        ("Gul Bibi was killed at home.", "name_in_summary"),
        ("A woman, 17301-1234567-1, was killed.", "cnic_in_summary"),
        ("A woman was killed; call 0301 2345678.", "phone_in_summary"),
        ("گل بی بی", None),
    ],
)
def test_whoever_is_named_in_the_report_is_not_named_in_its_summary(recorder, killing, within, summary, reason):
    with within(recorder):
        if reason is None:
            actions.record_report(killing(summary=summary), by=recorder)
            return
        with pytest.raises(Refused) as refusal:
            actions.record_report(killing(summary=summary), by=recorder)
    assert codes_of(refusal) == [reason]
    assert Report.objects.count() == 0


def test_an_act_in_the_future_is_refused(recorder, killing, within):
    draft = killing()
    acts = (replace(draft.acts[0], happened=PartialDate.on(timezone.localdate() + timedelta(days=3))),)
    with within(recorder), pytest.raises(Refused) as refusal:
        actions.record_report(replace(draft, acts=acts), by=recorder)
    assert codes_of(refusal) == ["future_date"]


def test_who_may_not_record_is_refused(analyst, killing, within):
    with within(analyst), pytest.raises(NotPermitted):
        actions.record_report(killing(), by=analyst)


def test_another_office_sees_nothing_of_it(recorder, reader, house, killing, within):
    with within(recorder):
        report = actions.record_report(killing(), by=recorder)
    stranger = reader("reviewer", house.sindh)
    with within(stranger):
        assert Report.objects.count() == Event.objects.count() == Violation.objects.count() == 0
        assert queries.event_visible_to(stranger, report.reference) is None


def test_without_a_scope_there_is_nothing(recorder, killing, within):
    with within(recorder):
        actions.record_report(killing(), by=recorder)
    assert not any(m.objects.exists() for m in (Report, Revision, Mention, Act, Event, Person, Violation))


def test_a_second_account_joins_event_and_person(recorder, killing, within):
    with within(recorder):
        first = actions.record_report(killing(), by=recorder)
        event = queries.event_visible_to(recorder, first.reference)
        victim = Violation.objects.get().person_id
        second = actions.add_account(
            event, killing(summary="A mother was shot."), same={"v1": victim}, by=recorder, why="Same house, same day"
        )
        event = queries.event_visible_to(recorder, second.reference)
        assert (event.reference, event.accounts, event.violations) == (first.reference, 2, 1)
        assert Violation.objects.count() == 1


def test_a_correction_is_a_new_revision_and_the_old_wording_stays(recorder, killing, within):
    with within(recorder):
        report = actions.record_report(killing(), by=recorder)
        before = Mention.objects.get(role="victim")
        draft = killing(summary="A girl was killed at home.")
        corrected = replace(draft, mentions=(replace(draft.mentions[0], age_min=16, age_max=16), draft.mentions[1]))
        assert actions.correct_report(report, corrected, by=recorder, why="Hospital record") == 2
        assert [r.until for r in report.revisions.order_by("number")] == [2, None]
        now = Mention.objects.get(role="victim", until=None)
        assert (now.root, now.since, now.age_min) == (before.root, 2, 16)
        assert Person.objects.get(pk=before.root).age_min == 16
        assert Mention.objects.get(pk=before.pk).until == 2


def test_a_judgement_outlives_a_correction(recorder, reviewer, killing, within):
    with within(reviewer):
        report = actions.record_report(killing(), by=recorder)
        actions.judge_violations(Violation.objects.all(), "verified", why="FIR seen", by=reviewer)
        actions.correct_report(report, killing(summary="A woman was shot dead."), by=reviewer, why="Typing error")
        assert Violation.objects.get().state == "verified"


def test_verifying_moves_the_state_and_undoing_moves_it_back(recorder, reviewer, killing, within):
    with within(reviewer):
        report = actions.record_report(killing(), by=recorder)
        event = queries.event_visible_to(reviewer, report.reference)
        (judgement,) = actions.judge_event(event, "verified", why="FIR and two papers", by=reviewer)
        violation = Violation.objects.get()
        assert (violation.state, violation.verified_on is not None) == ("verified", True)
        actions.undo_judgement(judgement, why="Wrong event", by=reviewer)
        assert Violation.objects.get().state == "new"
        assert Judgement.objects.count() == 2


def test_a_judgement_is_undone_once(recorder, reviewer, killing, within):
    with within(reviewer):
        actions.record_report(killing(), by=recorder)
        (judgement,) = actions.judge_violations(Violation.objects.all(), "rejected", why="Hoax", by=reviewer)
        actions.undo_judgement(judgement, why="No hoax", by=reviewer)
        with pytest.raises(OutOfOrder):
            actions.undo_judgement(judgement, why="Again", by=reviewer)


def test_a_judgement_needs_a_reason(recorder, reviewer, killing, within):
    with within(reviewer):
        actions.record_report(killing(), by=recorder)
        with pytest.raises(Incomplete):
            actions.judge_violations(Violation.objects.all(), "verified", why=" ", by=reviewer)


def test_a_recorder_does_not_verify(recorder, killing, within):
    with within(recorder):
        actions.record_report(killing(), by=recorder)
        with pytest.raises(NotPermitted):
            actions.judge_violations(Violation.objects.all(), "verified", why="I know", by=recorder)


def test_the_ministry_does_not_verify_what_a_province_keeps(house, recorder, reader, killing, within, operator):
    with within(recorder):
        actions.record_report(killing(), by=recorder)
    stranger = reader("reviewer", house.sindh)
    with within(operator):
        violations = list(Violation.objects.all())
    with within(stranger), pytest.raises(NotPermitted):
        actions.judge_violations(violations, "verified", why="From afar", by=stranger)


def test_a_withdrawn_report_counts_nowhere_and_stays_readable(recorder, reviewer, killing, within):
    with within(reviewer):
        report = actions.record_report(killing(), by=recorder)
        actions.withdraw_report(report, why="Entered twice", by=reviewer)
        assert Violation.objects.count() == Person.objects.count() == 0
        assert queries.event_visible_to(reviewer, report.reference).withdrawn
        assert report.revisions.get().summary


def test_an_attribution_is_judged_apart_from_the_violation(recorder, reviewer, killing, within, code):
    from sanad.violations.models import Involvement

    with within(reviewer):
        actions.record_report(killing(), by=recorder)
        actions.judge_attribution(Involvement.objects.get(), "rejected", why="Alibi", by=reviewer)
        violation = Violation.objects.get()
        assert (violation.perpetrator_types, violation.state) == ([], "new")


def test_a_chosen_toll_stands_until_it_is_undone(recorder, reviewer, killing, within):
    group = MentionDraft("v1", kind="group", min_size=10, max_size=15)
    with within(reviewer):
        report = actions.record_report(killing(mentions=(group,), involvements=()), by=recorder)
        root = Mention.objects.get(report=report).root
        judgement = actions.choose_toll(root, (12, 12, 12), why="Hospital list", by=reviewer)
        assert Person.objects.get().best_size == 12
        actions.undo_judgement(judgement, why="List was of another day", by=reviewer)
        assert (Person.objects.get().min_size, Person.objects.get().best_size) == (10, None)


@pytest.mark.parametrize("table", ["report", "mention", "act", "judgement"])
def test_the_application_cannot_delete_what_was_said_or_judged(recorder, killing, within, table):
    with within(recorder):
        actions.record_report(killing(), by=recorder)
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"delete from violations_{table}")


def test_the_application_cannot_rewrite_a_summary(recorder, killing, within):
    with within(recorder):
        actions.record_report(killing(), by=recorder)
        with pytest.raises(ProgrammingError), transaction.atomic():
            Revision.objects.update(summary="Nothing happened.")


def test_nothing_hangs_on_another_offices_report(house, recorder, killing, within, operator):
    """Foreign keys look past row security; the custodian is part of the key."""
    with within(operator):
        report = actions.record_report(killing(), by=recorder)
        with pytest.raises(IntegrityError), transaction.atomic():
            Mention.objects.create(
                root=report.id,
                report=report,
                custodian=house.sindh,
                role="victim",
                kind="individual",
                since=1,
                id=report.id,
            )
            with connection.cursor() as cursor:
                cursor.execute("set constraints all immediate")
