"""What a reviewer should know before a verdict: independence of sources, checklists, lateness. No database."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
import yaml

from sanad.codes import files
from sanad.kit.refusals import Refused
from sanad.violations.rules.checklists import answered, checklists_from, points_for
from sanad.violations.rules.verifying import AGES, Heard, is_late, origins, reasons_to_look_again

DATA = Path(__file__).parents[2] / "data"
TREE = {"life": None, "killing": "life", "torture": None}


def heard(*said):
    return [Heard(UUID(int=n), source, relays) for n, (source, relays) in enumerate(said, 1)]


@pytest.mark.parametrize(
    ("said", "sources"),
    [
        ([("Dawn", "agency_copy"), ("The News", "agency_copy")], 1),  # two papers that relay one agency
        ([("Dawn", "eyewitness"), ("The News", "eyewitness")], 2),
        ([("Dawn", "eyewitness"), ("Dawn", "")], 1),  # one paper twice
        ([("Dawn", "police_statement"), ("The News", "family")], 2),
        ([("Dawn", "fir"), ("The News", "fir"), ("Jang", "eyewitness")], 2),
        ([("", ""), ("", "")], 2),  # nothing known of either: nothing says that they are one
        ([("Dawn", "unknown"), ("The News", "several")], 2),
    ],
)
def test_sources_are_counted_by_whom_they_relay(said, sources):
    behind = origins(heard(*said))
    assert len(behind) == sources
    assert sum(len(one.reports) for one in behind) == len(said)


def test_two_papers_that_relay_one_agency_are_said_to_be_one():
    [one] = origins(heard(("Dawn", "agency_copy"), ("The News", "agency_copy")))
    assert (one.relays, len(one.reports)) == ("agency_copy", 2)


def codes(accounts, points=(), answers=None):
    return [reason.code for reason in reasons_to_look_again(accounts, points, answers or {})]


def test_reasons_to_look_again():
    assert codes(heard(("Dawn", "agency_copy"), ("Jang", "agency_copy"))) == ["one_source"]
    assert codes(heard(("Dawn", ""))) == ["single_account", "relays_unknown"]
    independent = heard(("Dawn", "eyewitness"), ("Jang", "family"))
    assert codes(independent) == []
    assert codes(independent, ["a", "b"], {"a": "no"}) == ["unchecked", "not_met"]
    assert codes(independent, ["a"], {"a": "not_applicable"}) == []


@pytest.mark.parametrize(
    ("received", "verified", "late"),
    [
        (date(2026, 1, 1), date(2026, 3, 31), False),
        (date(2026, 3, 31), date(2026, 4, 1), True),
        (date(2025, 12, 31), date(2026, 1, 1), True),
        (date(2026, 5, 1), date(2026, 4, 30), False),  # a court found it before we heard of it
    ],
)
def test_late_is_a_later_quarter_than_that_of_receiving(received, verified, late):
    assert is_late(received, verified) is late


def test_ages_follow_each_other_without_a_gap():
    assert [age.least for age in AGES[1:]] == [age.most for age in AGES[:-1]]
    assert (AGES[0].least, AGES[-1].most) == (0, None)


def points(*slugs):
    return [{"slug": slug, "en": slug, "ur": slug} for slug in slugs]


def test_a_violation_is_asked_from_the_general_to_the_particular():
    content = [
        {"acts": ["killing"], "points": points("narrow")},
        {"acts": ["life"], "points": points("wide")},
        {"acts": "all", "points": points("every")},
    ]
    lists = checklists_from(content, TREE)
    assert [p.slug for p in points_for("killing", lists, TREE)] == ["every", "wide", "narrow"]
    assert [p.slug for p in points_for("torture", lists, TREE)] == ["every"]


def test_only_answers_to_these_points_are_kept():
    lists = checklists_from([{"acts": "all", "points": points("a", "b")}], TREE)
    said = {"a": "yes", "b": "perhaps", "c": "no"}
    assert answered(said, points_for("killing", lists, TREE)) == {"a": "yes"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "checklist.empty"),
        ([{"acts": ["flying"], "points": points("a")}], "checklist.no_such_act"),
        ([{"points": points("a")}], "checklist.no_such_act"),
        ([{"acts": "all", "points": [{"slug": "a", "en": "A?"}]}], "checklist.missing"),
        ([{"acts": "all", "points": points("a", "a")}], "checklist.twice"),
    ],
)
def test_a_broken_list_says_what_is_wrong(content, code):
    with pytest.raises(Refused) as refused:
        checklists_from(content, TREE)
    assert [reason.code for reason in refused.value.reasons] == [code]


def test_the_lists_of_the_site_can_be_read_and_every_act_is_asked_something():
    tree = files.trees_in(DATA)["act"]
    lists = checklists_from(yaml.safe_load((DATA / "checklists.yaml").read_text(encoding="utf-8")), tree)
    assert all(points_for(act, lists, tree) for act in tree)
    assert len(points_for("killing", lists, tree)) > len(points_for("threats", lists, tree))
