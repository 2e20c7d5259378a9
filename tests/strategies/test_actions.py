"""From a circulated draft to a strategy in force, and everything that is refused on the way."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from sanad.codes import queries as vocabularies
from sanad.commitments.queries import actions_answering
from sanad.institutions.queries import institution
from sanad.kit.refusals import Refused
from sanad.places.queries import place_by_code
from sanad.strategies import actions
from sanad.strategies.actions.asking import Asked
from sanad.strategies.actions.noting import PointWords
from sanad.strategies.models import Disposition, Draft, Invitation, Point, Strategy
from sanad.strategies.presenting import compared
from sanad.strategies.queries import asked_for, clauses_of, open_beside, planned_of, publication_of
from sanad.strategies.rules.carrying import number_of, rupees_of, span_of
from sanad.strategies.rules.kinds import OTHER, WORDS, kind_of
from tests.strategies.conftest import FIRST

pytestmark = pytest.mark.django_db

SECOND = (
    ("1. Policy and law", 1),
    ("1.1 The province adopts a law against torture within two years.", 0),
    ("2. Women", 1),
    ("2.1 Shelters are opened in every district.", 0),
    ("2.2 A helpline answers day and night.", 0),
)


def codes(refused) -> list[str]:
    return [reason.code for reason in refused.value.reasons]


def test_a_word_file_fills_the_first_draft(story):
    assert [(one.kind, one.number) for one in clauses_of(story.draft)] == [
        ("theme", "1"), ("clause", "1.1"), ("clause", "1.2"), ("outcome", ""), ("theme", "2"), ("clause", "2.1"),
        ("outcome", ""),
    ]  # fmt: skip
    assert [(str(one.theme), one.words_en) for one in planned_of(story.draft)] == [
        ("1 Policy and law", "Draft a bill"), ("2 Women", "Open shelters in every district"),
    ]  # fmt: skip


def test_the_next_draft_keeps_identities_and_shows_words_in_and_out(story):
    second = story.take(*SECOND)
    assert second.number == 2 and second.based_on == story.draft
    assert story.clause("2.1", second).identity == story.clause("2.1").identity
    page = compared.page(story.draft, second)
    said = {line.change: line for line in page.lines}
    assert (page.clauses["changed"], page.clauses["new"], page.clauses["dropped"]) == (2, 1, 1)
    assert said["dropped"].fields[1][1][0].text == "Rules follow within a year."
    torture = next(line for line in page.lines if line.identity == str(story.clause("1.1").identity))
    assert "within two years" in "".join(run.text for _, runs in torture.fields for run in runs if run.sign == "+")


def test_the_other_language_is_laid_on_the_clauses_by_number(story):
    urdu = (("۱۔ پالیسی اور قانون", 1), ("۱۔۱ صوبہ تشدد کے خلاف قانون بنائے گا۔", 0), ("۱۔۲ قواعد ایک سال میں", 0))
    rest = (("متوقع نتیجہ: اچھے قوانین", 2), ("۲۔ خواتین", 1), ("۲۔۱ پناہ گاہیں", 0), ("محفوظ گھر", 2))
    story.take(*urdu, *rest, language="ur", into=story.draft, rows=())
    assert story.clause("1.1").text_ur == "صوبہ تشدد کے خلاف قانون بنائے گا۔"
    assert story.clause("1.1").text_en == "The province adopts a law against torture."


def test_a_file_that_does_not_answer_to_the_draft_is_refused(story):
    with pytest.raises(Refused) as refused, transaction.atomic():
        story.take(*FIRST, ("9.9 A stranger", 0), language="ur", into=story.draft, rows=())
    assert codes(refused) == ["word.not_found"]


def test_a_circulated_text_stays(story):
    clause = story.clause("1.1")
    with pytest.raises(Refused) as refused:
        actions.reword_clause(clause, {"text_en": "Other"}, seen=clause.version, by=story.by)
    assert codes(refused) == ["draft.not_open"]


def test_two_writers_of_a_clause_do_not_overwrite_each_other(story):
    second = actions.next_draft(story.draft, by=story.by)
    clause = story.clause("1.1", second)
    actions.reword_clause(clause, {"text_en": "Mine"}, seen=1, by=story.by)
    with pytest.raises(Refused) as refused:
        actions.reword_clause(clause, {"text_en": "Yours"}, seen=1, by=story.by)
    assert codes(refused) == ["clause.meanwhile"]
    assert story.clause("1.1", second).text_en == "Mine"


def test_two_rapporteurs_on_one_point_lose_nothing(story):
    point = story.point("Rules within six months", "1.2")
    actions.reword_point(point, PointWords("Rules within three months"), seen=1, by=story.by)
    kept = actions.reword_point(point, PointWords("Rules, and a budget for them"), seen=1, by=story.by)
    point.refresh_from_db()
    assert kept.beside and point.group_words == "Rules within three months"
    assert [one.group_words for one in open_beside(point)] == ["Rules, and a budget for them"]
    actions.join_beside(point, PointWords("Rules within three months, with a budget"), seen=2, by=story.by)
    assert not open_beside(point).exists()
    assert point.versions.count() == 4


def test_a_slip_sent_twice_is_one_point(story):
    slip, said = uuid4(), PointWords("Shelters for transgender persons")
    for _ in range(2):
        actions.note_point(story.draft, said, group=story.groups[0], slip=slip, by=story.by)
    assert Point.objects.filter(draft=story.draft).count() == 1


def test_the_words_of_group_plenary_and_dissent_stay_apart(story):
    point = story.point("A", "1.1", plenary_words="B", dissent="C")
    assert (point.group_words, point.plenary_words, point.dissent) == ("A", "B", "C")


@pytest.mark.parametrize(
    ("outcome", "reason", "clause", "code"),
    [
        ("accepted", "", "", "point.no_clause"),
        ("accepted", "", "1.2", "point.clause_dropped"),
        ("partly", "Only in part", "7.7", "point.clause_missing"),
        ("partly", "", "1.1", "point.reason"),
        ("not_accepted", "", "", "point.reason"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_with_its_reason(story, outcome, reason, clause, code):
    point = story.point("Rules within six months", "1.2")
    story.take(*SECOND)
    with pytest.raises(Refused) as refused:
        actions.dispose(point, outcome, reason=reason, clause=clause, by=story.by)
    assert codes(refused) == [code]


def test_nothing_is_accepted_before_there_is_a_next_draft(story):
    point = story.point("Rules within six months", "1.2")
    with pytest.raises(Refused) as refused:
        actions.dispose(point, "accepted", clause="1.2", by=story.by)
    assert codes(refused) == ["point.no_next"]


def test_a_draft_is_not_final_while_a_point_is_open_or_its_clause_was_dropped(story):
    point = story.point("A helpline", "2.1")
    second = story.take(*SECOND)
    with pytest.raises(Refused) as refused:
        actions.make_final(second, by=story.by)
    assert codes(refused) == ["draft.undisposed"]
    actions.dispose(point, "accepted", clause="2.2", by=story.by)
    actions.drop_clause(story.clause("2.2", second), by=story.by)
    with pytest.raises(Refused) as refused:
        actions.make_final(second, by=story.by)
    assert codes(refused) == ["draft.dropped"]


def test_from_a_clause_to_everyone_who_asked_for_it_and_back(story):
    about, other = story.point("A helpline", "2.1"), story.point("Train the police", "1.1", group=1)
    second = story.take(*SECOND)
    actions.dispose(other, "accepted", clause="2.2", by=story.by)
    carrier = story.clause("2.2", second)
    assert asked_for(story.strategy, carrier.identity) == [other]
    assert asked_for(story.strategy, story.clause("2.1").identity) == [about]
    assert Disposition.objects.get(point=other).clause == carrier


def test_a_changed_mind_keeps_the_earlier_answer(story):
    point = story.point("A helpline", "2.1")
    story.take(*SECOND)
    actions.dispose(point, "out_of_scope", by=story.by)
    actions.dispose(point, "accepted", clause="2.2", by=story.by)
    assert [one.outcome for one in point.dispositions.order_by("decided_at")] == ["out_of_scope", "accepted"]
    with pytest.raises(Refused) as refused:
        actions.reword_point(point, PointWords("Other words"), seen=1, by=story.by)
    assert codes(refused) == ["point.decided"]


def test_no_comment_is_an_answer_and_silence_is_none(story):
    asked = Asked("department", body="Home Department", due=date(2099, 1, 1))
    invitation, _token = actions.invite(story.draft, asked, by=story.by)
    assert invitation.answer == Invitation.Answer.NONE
    actions.answer_invitation(invitation, view="", no_comment=True, may_name=False, by=story.by)
    assert Invitation.objects.get(pk=invitation.pk).answer == Invitation.Answer.NO_COMMENT
    with pytest.raises(Refused):
        actions.invite(story.draft, Asked("department", body="Law Department"), by=story.by)


def test_a_view_sent_again_is_one_point_with_versions(story):
    asked = Asked("department", body="Home Department", due=date(2099, 1, 1))
    invitation, _token = actions.invite(story.draft, asked, by=story.by)
    for view in ("First view", "Second view"):
        actions.answer_invitation(invitation, view=view, no_comment=False, may_name=False, by=story.by)
    point = Point.objects.get(invitation=invitation)
    assert point.group_words == "Second view" and point.versions.count() == 2


def test_in_force_it_is_public_and_names_persons_only_by_consent(story):
    asked = Asked("reader", name="Rukhsana Bibi", body="")
    shy, _ = actions.invite(story.draft, asked, by=story.by)
    bold, _ = actions.invite(story.draft, Asked("reader", name="Sher Zaman"), by=story.by)
    actions.answer_invitation(bold, view="Well done", no_comment=False, may_name=True, by=story.by)
    actions.answer_invitation(shy, view="Too long", no_comment=False, may_name=False, by=story.by)
    second = story.take(*SECOND)
    for point in Point.objects.filter(draft=story.draft):
        actions.dispose(point, "out_of_scope", by=story.by)
    actions.make_final(second, by=story.by)
    for stage in ("consulted", "vetted", "cabinet", "notified", "in_force"):
        actions.change_stage(story.strategy, stage, since=date(2026, 6, 1), why="Letter 7", by=story.by)
        story.strategy.refresh_from_db()
    found = publication_of(story.strategy.reference)
    askers = {row["asker"] for row in found.content["en"]["annex"]}
    assert "Sher Zaman" in askers and "Rukhsana Bibi" not in str(found.content)
    assert len(found.content["en"]["lines"]) == clauses_of(second).count()


def test_a_stage_waits_for_what_has_to_come_first(story):
    for stage, code in (("vetted", "stage.not_next"), ("consulted", "")):
        if not code:
            actions.change_stage(story.strategy, stage, since=date(2026, 6, 1), why="Letter 7", by=story.by)
            story.strategy.refresh_from_db()
            continue
        with pytest.raises(Refused) as refused:
            actions.change_stage(story.strategy, stage, since=date(2026, 6, 1), why="Letter 7", by=story.by)
        assert codes(refused) == [code]
    with pytest.raises(Refused) as refused:
        actions.change_stage(story.strategy, "vetted", since=date(2026, 6, 1), why="Letter 7", by=story.by)
    assert codes(refused) == ["stage.no_final"]


def test_no_stage_begins_before_the_one_before_it(story):
    actions.change_stage(story.strategy, "consulted", since=date(2026, 6, 1), why="Letter 7", by=story.by)
    with pytest.raises(Refused) as refused:
        actions.change_stage(story.strategy, "draft", since=date(2025, 6, 1), why="Letter 8", by=story.by)
    assert codes(refused) == ["stage.before_the_last"]
    actions.change_stage(story.strategy, "draft", since=date(2026, 6, 1), why="Letter 8", by=story.by)


def test_what_is_final_is_handed_over_once_to_be_carried_out(story, reference_data, reader, offices):
    point, other = story.point("A helpline", "2.1"), story.point("Close all jails", group=1)
    second = story.take(*SECOND)
    measured = {"indicator_en": "Districts with a shelter", "baseline": "7", "target": "35", "evidence": "Notification"}
    measured |= {"agency_en": "Prisons Department; Khyber Pakhtunkhwa Police", "budget": "Rs 2.5 m"}
    assert planned_of(second).filter(words_en__startswith="Open shelters").update(**measured) == 1
    actions.dispose(point, "accepted", clause="2.2", by=story.by)
    actions.dispose(other, "not_accepted", reason="No", by=story.by)
    by, kp = reader("reviewer", offices.kp), place_by_code("PK-KP").id
    Strategy.objects.filter(pk=story.strategy.pk).update(province=kp)
    with pytest.raises(Refused) as refused:
        actions.hand_over(second, by=by)
    assert codes(refused) == ["draft.not_final"]
    actions.make_final(second, by=story.by)
    assert vars(actions.hand_over(second, by=by)) == {"actions": 2, "recommendations": 1}
    assert vars(actions.hand_over(second, by=by)) == {"actions": 0, "recommendations": 0}
    made = actions_answering(by, clause=story.clause("2", second).identity).get()
    assert (made.title, made.kind.slug) == ("Open shelters in every district", "service")
    themes = {one.pk: one.slug for one in vocabularies.codes_of("theme")}
    assert [themes[one] for one in made.themes] == ["women"]
    assert (made.starts, made.ends, made.provinces) == (None, date(2028, 12, 31), [kp])
    assert made.lead.slug == "khyber_pakhtunkhwa_prisons_department"
    assert (made.support, made.budget) == ([institution("khyber_pakhtunkhwa_police").pk], 2_500_000)
    indicator = made.indicators.get()
    assert (indicator.name, indicator.unit, indicator.no_baseline_why) == (
        "Districts with a shelter", "number", "The plan says: 7"
    )  # fmt: skip
    assert "Target: 35" in indicator.definition and "Evidence: Notification" in indicator.definition
    assert [(goal.year, goal.value) for goal in indicator.goals.all()] == [(2028, 35)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Draft a bill on complaints", "law"),
        ("Train judges on the new law", "training"),  # what comes first is what is done
        ("اینٹوں کے بھٹوں کا معائنہ کریں", "monitoring"),
        ("پولیس کے خلاف شکایات پر مسودۂ قانون", "law"),
        ("Outlaw nothing, lawfully", "other"),  # parts of words are no words
        ("", "other"),
    ],
)
def test_the_kind_of_an_action_is_told_by_its_words(words, kind):
    assert kind_of(words) == kind


@pytest.mark.parametrize(
    ("timeline", "first", "last"),
    [
        ("2027", None, date(2027, 12, 31)),
        ("2026–2029", date(2026, 1, 1), date(2029, 12, 31)),
        ("by June 2027", None, date(2027, 6, 30)),
        ("January to June 2027", date(2027, 1, 1), date(2027, 6, 30)),
        ("۲۰۲۷ تک", None, date(2027, 12, 31)),
        ("from 2026", date(2026, 1, 1), None),
        ("2029 to 2026", None, None),
        ("2026-27", None, None),  # of which year the end is meant, nobody said
        ("quarterly, 2027", None, None),
        ("", None, None),
    ],
)
def test_days_of_a_timeline_are_those_that_it_names(timeline, first, last):
    assert span_of(timeline) == (first, last)


@pytest.mark.parametrize(
    ("said", "number"),
    [("28", (28, False)), ("80 per cent", (80, True)), ("۸۰٪", (80, True)), ("yes, 2026", (None, False)),
     ("7 to 9", (None, False)), ("1,200", (1200, False)), ("", (None, False))],
)  # fmt: skip
def test_the_number_of_a_target_is_the_one_that_it_names(said, number):
    assert number_of(said) == number


@pytest.mark.parametrize(
    ("said", "amount"),
    [("Rs 60 m", 60_000_000), ("PKR 1,500,000", 1_500_000), ("۳ کروڑ روپے", 30_000_000), ("2 lakh rupees", 200_000),
     ("12", None), ("Rs 5 to 8 m", None), ("from the ADP", None), ("Rs 99999999999 bn", None), ("", None)],
)  # fmt: skip
def test_a_budget_is_an_amount_where_it_says_rupees(said, amount):
    assert rupees_of(said) == amount


def test_every_kind_that_words_tell_is_a_kind_of_actions(reference_data):
    assert set(WORDS) | {OTHER} == set(vocabularies.ids_by_slug("action_kind"))


def test_other_offices_and_lesser_roles_change_nothing(story, reader, offices):
    for by in (reader("head", offices.sindh), reader("analyst", offices.kp)):
        with pytest.raises(Refused):
            actions.next_draft(story.draft, by=by)
    with pytest.raises(Refused):
        actions.make_final(story.draft, by=reader("recorder", offices.kp))


def test_the_database_holds_what_must_never_be(story):
    point = story.point("A helpline")
    now = point.made_at
    with pytest.raises(IntegrityError), transaction.atomic():
        Disposition.objects.create(point=point, custodian_id=point.custodian_id, outcome="accepted", decided_at=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        Point.objects.filter(pk=point.pk).update(group=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Draft.objects.filter(pk=story.draft.pk).update(state="final")
