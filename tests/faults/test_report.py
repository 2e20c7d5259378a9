"""A suite cannot pass without having looked, counted and caught its own faults."""

import pytest

from tests.faults.report import Outcome, keep, kept_in


def outcome(**other):
    found = {"looked_at": 10, "short": {"leaks": 0}, "seeded": 2, "caught": 2}
    return Outcome("reach", "requests", **{**found, **other})


def test_a_suite_that_looked_counted_and_caught_its_own_faults_holds():
    assert outcome().shortcomings() == []
    assert outcome().line() == "reach: holds: 10 requests: leaks 0; planted faults caught 2/2"


@pytest.mark.parametrize(
    "other",
    [
        {"looked_at": 0},
        {"short": {}},
        {"short": {"leaks": 1}},
        {"caught": 1},
        {"seeded": 0, "caught": 0},
    ],
)
def test_a_suite_falls_short_otherwise(other):
    assert outcome(**other).shortcomings()
    assert "FALLS SHORT" in outcome(**other).line()


def test_what_was_found_is_read_again_as_it_was(tmp_path):
    keep(outcome(notes={"mutants": "7"}), tmp_path)
    assert kept_in(tmp_path) == [outcome(notes={"mutants": "7"})]
