"""Rules of commitments: counting both ways, circles, periods, lights. No database."""

from datetime import date
from decimal import Decimal

import pytest

from sanad.commitments.rules.asked import By, Part, closes_circle, counted
from sanad.commitments.rules.lights import GREEN, Known, Light, light_of
from sanad.commitments.rules.measured import (
    Measured,
    light_of_indicator,
    reasons_against_indicator,
    reasons_against_targets,
    wanted_now,
)
from sanad.commitments.rules.periods import period_before, period_of, report_due
from sanad.commitments.rules.reading import Rows, column_for, source_of
from sanad.commitments.rules.reported import Verdict, reasons_against_report, reasons_against_validating
from sanad.kit.refusals import Refused

TODAY = date(2026, 11, 22)
Q3 = period_of(date(2026, 9, 1), 3)


def codes_of(reasons):
    return [reason.code for reason in reasons]


# -- Counting ---------------------------------------------------------------------------------------
def test_one_paragraph_of_two_states_is_one_paragraph_and_two_parts():
    parts = [Part("1", "upr", "5", "noted"), Part("2", "upr", "5", "noted"), Part("3", "upr", "6", "supported")]
    assert counted(parts, By.PART) == {"noted": 2, "supported": 1}
    assert counted(parts, By.PARAGRAPH) == {"noted": 1, "supported": 1}


def test_a_paragraph_whose_parts_differ_is_said_to_differ():
    parts = [Part("1", "upr", "5", "noted"), Part("2", "upr", "5", "")]
    assert counted(parts, By.PARAGRAPH) == {"differing": 1}
    assert counted(parts, By.PART) == {"noted": 1, "unstated": 1}


def test_the_same_number_in_two_documents_is_two_paragraphs():
    parts = [Part("1", "upr-2012", "5", "noted"), Part("2", "ccpr-2017", "5", "noted"), Part("3", "x", "", "noted")]
    assert counted(parts, By.PARAGRAPH) == {"noted": 3}


# -- Reading rows -----------------------------------------------------------------------------------
ROW = {"mechanism": "UPR", "cycle": "2nd cycle (2012)", "paragraph": "122.5", "letter": "(a)", "words": "Do it"}


def test_a_row_becomes_a_part():
    asked = Rows().read(2, ROW | {"asked_by": "Spain", "position": "Accepted", "asked_on": "30/10/2012"})
    assert asked.place == ("upr-2012", "122.5", "a")
    assert (asked.position, asked.asked_on, asked.kind) == ("supported", "2012-10-30", "upr")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"paragraph": ""}, "asked.no_number"),
        ({"words": " "}, "asked.no_words"),
        ({"mechanism": ""}, "asked.by_nobody"),
        ({"position": "perhaps"}, "asked.position"),
        ({"asked_on": "31/02/2012"}, "date.impossible"),
        ({"words": "x" * 10_001}, "asked.too_long"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(change, code):
    with pytest.raises(Refused) as refused:
        Rows().read(2, ROW | change)
    assert codes_of(refused.value.reasons) == [code]


def test_two_rows_for_one_part_are_refused_with_the_first_row():
    rows = Rows()
    rows.read(2, ROW)
    rows.read(3, ROW | {"letter": "b"})
    with pytest.raises(Refused) as refused:
        rows.read(4, ROW | {"letter": "a"})
    assert refused.value.reasons[0].code == "asked.twice" and refused.value.reasons[0].params["row"] == 2


def test_columns_and_documents_find_their_names():
    assert [column_for(head) for head in ("Paragraph", "recommending", "cycle_or_session", "سفارش", "x")] == [
        "paragraph", "asked_by", "cycle", "words", "",
    ]  # fmt: skip
    assert source_of("UPR", "2012-10-30", "2nd cycle (2012)") == "upr-2012"
    assert source_of("CEDAW", "2020-03") == "cedaw-2020"


# -- Circles ----------------------------------------------------------------------------------------
def test_an_answer_that_rests_on_itself_is_found_over_several_steps():
    a, b, c, r = ("action", "a"), ("action", "b"), ("action", "c"), ("recommendation", "r")
    edges = {a: [r], r: [b], b: [c]}
    assert closes_circle(edges, c, a) == [a, r, b, c]
    assert closes_circle(edges, a, c) == []
    assert closes_circle({}, a, a) == [a]


# -- Periods ----------------------------------------------------------------------------------------
def test_a_report_is_due_for_the_last_period_that_is_over():
    assert period_of(TODAY, 3).key == "2026-Q4" and period_before(TODAY, 3).key == "2026-Q3"
    assert period_before(TODAY, 6).key == "2026-H1" and period_before(TODAY, 12).key == "2025"
    assert period_before(date(2026, 1, 5), 1).key == "2025-12"


def test_nothing_is_due_before_the_first_period_is_over_and_nothing_after_the_end():
    assert report_due(date(2026, 10, 2), None, 3, TODAY) is None
    assert report_due(date(2025, 1, 1), date(2026, 2, 1), 3, TODAY) == period_of(date(2026, 2, 1), 3)


# -- Reports of progress ------------------------------------------------------------------------------
def test_a_report_says_something_and_no_identity_number():
    assert codes_of(reasons_against_report("under_way", 50, " ")) == ["progress.says_nothing"]
    assert codes_of(reasons_against_report("under_way", None, "for 17301-1234567-1")) == ["progress.cnic"]
    assert codes_of(reasons_against_report("done", 60, "x")) == ["progress.done_in_part"]
    assert codes_of(reasons_against_report("not_begun", 10, "x")) == ["progress.begun_in_part"]
    assert not list(reasons_against_report("under_way", 0, "Bill drafted"))


def test_nobody_validates_their_own_report_and_a_return_asks_something():
    assert codes_of(reasons_against_validating(4, 4, Verdict.VALIDATED, "")) == ["progress.own"]
    assert codes_of(reasons_against_validating(4, 5, Verdict.RETURNED, "")) == ["progress.no_question"]
    assert not list(reasons_against_validating(None, 5, Verdict.VALIDATED, ""))


# -- Lights -----------------------------------------------------------------------------------------
GOOD = Known(TODAY, starts=date(2026, 1, 1), ends=date(2027, 12, 31), due=Q3, stage="under_way", percent=40)


def lit(**change):
    known = {**vars(GOOD), "reported_until": Q3.last, "has_evidence": True, **change}
    light, reasons = light_of(Known(**known))
    return light, codes_of(reasons)


def test_a_light_follows_from_what_is_known():
    assert lit() == (Light.ON_TRACK, [])
    assert lit(stage="done", percent=None) == (Light.DONE, [])
    assert lit(ends=date(2026, 10, 1), percent=None) == (Light.LATE, ["late"])
    assert lit(milestones_missed=2) == (Light.LATE, ["milestone"])
    assert lit(reported_until=date(2026, 6, 30)) == (Light.NO_REPORT, ["no_report"])
    assert lit(has_evidence=False) == (Light.NO_EVIDENCE, ["no_evidence"])
    assert lit(percent=5) == (Light.OFF_TARGET, ["behind"])
    assert lit(dropped=True, has_evidence=False) == (Light.DROPPED, [])


def test_what_is_done_without_evidence_is_not_green():
    assert lit(stage="done", has_evidence=False)[0] is Light.NO_EVIDENCE


def test_the_worst_light_wins_and_every_reason_is_said():
    light, reasons = lit(ends=date(2026, 10, 1), has_evidence=False, reported_until=None, percent=None)
    assert light is Light.LATE and reasons == ["late", "no_report", "no_evidence"]


def test_what_nobody_reported_is_never_green():
    light, _ = lit(stage="", percent=None, reported_until=None, due=None, starts=date(2026, 12, 1))
    assert light is Light.NOT_BEGUN
    assert lit(stage="", percent=None, reported_until=None)[0] not in GREEN


# -- Indicators ---------------------------------------------------------------------------------------
SHARE = {"year": 2026, "live": "share", "read": True, "whole": 100, "first_whole": 100, "targets": {2026: Decimal(50)}}


def measured(**change):
    light, reasons = light_of_indicator(Measured(**{**SHARE, "value": Decimal(60), **change}))
    return light, codes_of(reasons)


def test_a_share_above_its_target_is_green_and_below_it_is_not():
    assert measured() == (Light.ON_TRACK, [])
    assert measured(value=Decimal(40)) == (Light.OFF_TARGET, ["off_target"])


def test_fewer_recorded_violations_never_turn_a_light_green():
    assert measured(whole=50, value=Decimal(100)) == (Light.NO_LIGHT, ["fewer"])
    assert measured(whole=4, first_whole=4) == (Light.NO_LIGHT, ["too_few"])
    assert measured(live="count", whole=0, value=Decimal(0), upwards=False) == (Light.NO_LIGHT, ["count"])
    assert codes_of(reasons_against_indicator("share", False, ["status=verified"])) == ["indicator.falling_share"]


def test_no_value_in_any_number_recorded_below_three_quarters_gives_green():
    for whole in range(75):
        assert measured(whole=whole, value=Decimal(100))[0] not in GREEN


def test_a_withdrawn_definition_has_no_light():
    assert measured(withdrawn=True) == (Light.NO_LIGHT, ["withdrawn"])
    assert measured(read=False) == (Light.NO_REPORT, ["not_read"])


def test_between_baseline_and_target_a_straight_line_is_wanted():
    known = Measured(2026, baseline=Decimal(20), baseline_year=2024, targets={2028: Decimal(60)})
    assert wanted_now(known) == Decimal(40)
    assert wanted_now(Measured(2026, targets={2028: Decimal(60)})) is None
    assert wanted_now(Measured(2026, targets={2025: Decimal(60)})) == Decimal(60)


def test_a_target_needs_a_baseline_or_says_why_there_is_none():
    targets = {2026: Decimal(5)}
    assert codes_of(reasons_against_targets(targets, False, "")) == ["indicator.target_without_baseline"]
    assert not list(reasons_against_targets(targets, False, "The survey begins in 2026."))
    assert not list(reasons_against_targets({}, False, ""))
