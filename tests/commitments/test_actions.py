"""What people do with commitments: answer, report, validate, measure; and what is refused."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from sanad.accounts.links import holder_of
from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.commitments import actions
from sanad.commitments.models import Action, Indicator, Progress, Recommendation
from sanad.commitments.queries import actions_visible_to, recommendations_visible_to
from sanad.commitments.queries.due import due_this_quarter
from sanad.commitments.queries.lit import lit_actions, lit_indicators
from sanad.commitments.queries.matrix import Across, bottlenecks_counted, matrix
from sanad.commitments.rules.lights import Light
from sanad.commitments.rules.reported import Verdict
from sanad.institutions import queries as institutions
from sanad.kit.refusals import Incomplete, NotPermitted, OutOfOrder, Refused
from sanad.ledger.models import Change, Deed

pytestmark = pytest.mark.django_db
SAID = {"stage": "under_way", "percent": 70, "said": "The bill is with the cabinet.", "evidence": "No. 12/2026"}


def light(by, action):
    return next(one for one in lit_actions(by) if one.action.pk == action.pk).light


# -- Recommendations --------------------------------------------------------------------------------
def test_a_part_of_a_paragraph_is_written_down_once(keeper, asked):
    asked(paragraph="122.5", letter="a")
    asked(paragraph="122.5", letter="b")
    asked(paragraph="")  # without a number it cannot be told apart
    asked(paragraph="")
    with pytest.raises(OutOfOrder):
        asked(paragraph="122.5", letter="a")


def test_a_changed_position_leaves_what_was_before(keeper, asked):
    row = asked(paragraph="1", position="pending", position_on="2012-10-30", position_document="A/HRC/22/12")
    actions.record_recommendation({"position": "supported"}, by=keeper, changing=row, why="Addendum 1")
    change = Change.objects.get(kind="commitments_recommendation", row=str(row.pk))
    assert (change.before["position"], change.after["position"], change.why) == ("pending", "supported", "Addendum 1")


def test_what_another_office_keeps_is_not_there(keeper, asked, doing, reader, offices):
    asked()
    doing()
    stranger = reader("analyst", offices.sindh)
    with scoped(stranger):
        assert not recommendations_visible_to(stranger) and not actions_visible_to(stranger)
        assert not Recommendation.objects.exists() and not Action.objects.exists()
    with pytest.raises(NotPermitted):
        actions.record_action({"title": "Mine now"}, by=stranger, changing=Action.objects.get())


# -- Answers ----------------------------------------------------------------------------------------
def test_circular_answers_are_refused(keeper, asked, doing):
    first, second, third = doing("A"), doing("B"), doing("C")
    row = asked(paragraph="1", about_action=second.pk)
    actions.answer(first, recommendation=row, by=keeper)
    actions.answer(second, wider=third, by=keeper)
    with pytest.raises(OutOfOrder) as refused:
        actions.answer(third, wider=first, by=keeper)
    assert refused.value.reasons[0].code == "answer.circle"
    with pytest.raises(OutOfOrder):
        actions.answer(first, wider=first, by=keeper)
    actions.answer(third, recommendation=asked(paragraph="2"), by=keeper)  # this one is no circle


def test_two_answers_at_once_close_no_circle(keeper, doing):
    """Whoever answers waits for whoever is answering: a circle is looked for in what is stored."""
    actions.answer(doing("Part"), wider=doing("Whole"), by=keeper)
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()")
        assert cursor.fetchone() == (1,)


def test_one_action_answers_many_and_the_same_answer_is_one(keeper, asked, doing):
    action, clause = doing(), doing().pk
    for paragraph in ("1", "2", "2"):
        row = Recommendation.objects.filter(paragraph=paragraph).first() or asked(paragraph=paragraph)
        actions.answer(action, recommendation=row, by=keeper)
    actions.answer(action, clause=clause, by=keeper)
    assert action.answers.count() == 3
    with pytest.raises(ValueError):
        actions.answer(action, by=keeper)
    with pytest.raises(IntegrityError), transaction.atomic():
        action.answers.create(custodian_id=action.custodian_id, made_at=timezone.now())


# -- Progress ---------------------------------------------------------------------------------------
def test_progress_counts_once_another_person_has_validated_it(keeper, second, doing):
    action = doing()
    assert light(keeper, action) is Light.NO_REPORT
    said = actions.report_progress(action, SAID, by=keeper)
    assert light(keeper, action) is Light.NO_REPORT
    with pytest.raises(Refused):
        actions.validate_progress(said, Verdict.VALIDATED, by=keeper)
    actions.validate_progress(said, Verdict.VALIDATED, by=second)
    assert light(keeper, action) is Light.ON_TRACK
    with pytest.raises(OutOfOrder):
        actions.validate_progress(said, Verdict.RETURNED, remark="Why?", by=second)
    assert Deed.objects.filter(action="progress.judged", object_id=str(action.pk)).exists()


def test_what_was_said_is_never_changed(keeper, doing):
    said = actions.report_progress(doing(), SAID, by=keeper)
    with pytest.raises(Exception, match="permission denied"), transaction.atomic():
        Progress.objects.filter(pk=said.pk).update(said="Something else")
    with pytest.raises(Exception, match="permission denied"), transaction.atomic():
        Progress.objects.filter(pk=said.pk).delete()


def test_a_report_without_evidence_is_no_green_light(keeper, second, doing):
    action = doing()
    said = actions.report_progress(action, SAID | {"evidence": ""}, by=keeper)
    actions.validate_progress(said, Verdict.VALIDATED, by=second)
    assert light(keeper, action) is Light.NO_EVIDENCE
    actions.name_evidence(action, "Gazette of 3 March", by=keeper)
    assert light(keeper, action) is Light.ON_TRACK


def test_a_link_reports_for_its_institution_alone_and_not_after_it_was_revoked(keeper, doing):
    institution = institutions.institution("ministry_of_human_rights")
    focal = actions.name_focal_point(institution, "Section officer", by=keeper)
    link, _token = actions.give_link(focal, timezone.now() + timedelta(days=30), by=keeper)
    ours = doing()
    other = doing("Another", lead_id=institutions.institution("human_rights_commission_of_pakistan").pk)
    holder = holder_of(link)
    made = actions.report_by_link(ours, SAID, by=holder, focal_point=focal, link=link)
    assert (made.made_by, made.link_id, made.focal_point_id) == (None, link.pk, focal.pk)
    with pytest.raises(NotPermitted):
        actions.report_by_link(other, SAID, by=holder, focal_point=focal, link=link)
    newer, _token = actions.give_link(focal, timezone.now() + timedelta(days=30), by=keeper)
    link.refresh_from_db()
    assert link.revoked_at is not None and newer.revoked_at is None
    actions.end_focal_point(focal, by=keeper)
    newer.refresh_from_db()
    assert newer.revoked_at is not None
    with pytest.raises(OutOfOrder):
        actions.give_link(focal, timezone.now() + timedelta(days=30), by=keeper)


def test_nothing_is_reported_on_what_was_dropped_or_is_not_due(keeper, doing):
    action = doing()
    with pytest.raises(Incomplete):
        actions.drop_action(action, why=" ", by=keeper)
    actions.drop_action(action, why="The law came otherwise", by=keeper)
    assert light(keeper, action) is Light.DROPPED
    with pytest.raises(OutOfOrder):
        actions.report_progress(action, SAID, by=keeper)
    with pytest.raises(OutOfOrder):
        actions.report_progress(doing(starts=timezone.localdate()), SAID, by=keeper)


# -- Beside -----------------------------------------------------------------------------------------
def test_bottlenecks_are_counted_by_kind(keeper, doing):
    first, other = doing(), doing("Another")
    for action, kind in ((first, "no_budget"), (other, "no_budget"), (first, "no_rules")):
        actions.find_bottleneck(action, codes.code("bottleneck", kind), by=keeper)
    solved = first.bottlenecks.order_by("id").first()
    actions.solve_bottleneck(solved, "The budget was given", by=keeper)
    counted = {kind: (group, still, on, solved) for group, kind, still, on, solved in bottlenecks_counted(keeper)}
    assert counted == {"No budget": ("Functional", 1, 1, 1), "No rules under the law": ("Structural", 1, 1, 0)}
    with pytest.raises(Refused):
        actions.find_bottleneck(first, codes.code("bottleneck", "structural"), by=keeper)


def test_what_is_due_this_quarter_is_listed(keeper, doing):
    today = date(2026, 11, 22)
    soon = doing("Ends soon", ends=date(2026, 12, 20))
    later = doing("Ends later")
    actions.set_milestone(later, "First reading", date(2026, 12, 1), by=keeper)
    actions.decide("Task force", "Call the committee", date(2026, 11, 1), due=date(2026, 12, 1), by=keeper)
    due = due_this_quarter(keeper, today)
    assert due.ending == [soon] and [one.title for one in due.milestones] == ["First reading"]
    assert {(one.pk, period.key) for one, period in due.reports} == {(soon.pk, "2026-Q3"), (later.pk, "2026-Q3")}
    assert len(due.decisions) == 1
    with pytest.raises(Refused):
        actions.decide("Task force", "Late", date(2026, 11, 1), due=date(2026, 10, 1), by=keeper)


def test_the_matrix_has_a_line_for_each_theme_and_for_none(keeper, doing):
    women, torture = (codes.code("theme", slug).pk for slug in ("women", "torture"))
    doing("A", themes=[women, torture])
    doing("B", lead_id=None)
    lines = {row.key: row.total for row in matrix(lit_actions(keeper), Across.THEME)}
    assert lines == {"women": 1, "torture": 1, "": 1}
    assert [row.key for row in matrix(lit_actions(keeper), Across.INSTITUTION)] == ["ministry_of_human_rights", ""]


# -- Indicators that are typed in ---------------------------------------------------------------------
FIRST = {"name": "Cases", "kind": "process", "definition": "Cases heard", "unit": "cases", "source": "Department"}


def test_a_target_without_a_baseline_is_refused_or_says_why(keeper):
    with pytest.raises(Refused) as refused:
        actions.define_indicator(FIRST, {2026: Decimal(40)}, by=keeper)
    assert refused.value.reasons[0].code == "indicator.target_without_baseline"
    assert not Indicator.objects.exists()
    said = FIRST | {"no_baseline_why": "Nobody counted before"}
    assert actions.define_indicator(said, {2026: Decimal(40)}, by=keeper).goals.count() == 1


def test_a_typed_value_names_its_document_and_lies_in_the_past(keeper):
    row = actions.define_indicator(
        FIRST | {"baseline": Decimal(10), "baseline_year": 2024}, {2026: Decimal(40)}, by=keeper
    )
    today = timezone.localdate()
    with pytest.raises(Incomplete):
        actions.type_reading(row, Decimal(45), today, " ", by=keeper)
    with pytest.raises(OutOfOrder):
        actions.type_reading(row, Decimal(45), today + timedelta(days=1), "Report", by=keeper)
    assert lit_indicators(keeper)[0].light is Light.NO_REPORT
    actions.type_reading(row, Decimal(45), today, "Annual report 2026", by=keeper)
    assert lit_indicators(keeper)[0].light is Light.ON_TRACK


def test_history_of_every_change_is_kept(keeper, doing):
    action = doing()
    actions.record_action({"ends": date(2028, 1, 1)}, by=keeper, changing=action, why="Extended by the cabinet")
    change = Change.objects.get(kind="commitments_action", row=str(action.pk))
    assert change.before == {"ends": "2027-12-31"} and change.why == "Extended by the cabinet"


def test_ends_before_it_starts_is_refused(keeper, doing):
    with pytest.raises(Refused):
        doing(starts=date(2026, 5, 1), ends=date(2026, 4, 1))
