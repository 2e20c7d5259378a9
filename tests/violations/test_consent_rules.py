"""What follows from what a person agreed to: a table of sentences."""

from datetime import date

import pytest

from sanad.violations.rules.consent import Answer, Basis, Said, Use, Wishes, basis_of, use_by

TODAY = date(2026, 3, 1)
PUBLISHED, CONFIDED = Basis.PUBLISHED, Basis.CONSENT


def wishes(basis=CONFIDED, **said) -> Wishes:
    return Wishes(basis, {Use(use): Said(Answer(answer)) for use, answer in said.items()})


@pytest.mark.parametrize(
    ("source", "basis"),
    [("newspaper", PUBLISHED), ("compiled_list", PUBLISHED), ("complainant", CONFIDED), ("journalist", CONFIDED),
     ("hospital", CONFIDED), ("unknown", CONFIDED), ("", CONFIDED)],
)  # fmt: skip
def test_the_basis_follows_from_the_source(source, basis):
    assert basis_of(source) is basis


def test_a_chosen_basis_stands_before_the_source():
    assert basis_of("newspaper", "consent") is CONFIDED
    assert basis_of("complainant", "published") is PUBLISHED


@pytest.mark.parametrize(
    ("basis", "answer", "use", "allowed"),
    [
        (PUBLISHED, "not_asked", "ministry", True),
        (PUBLISHED, "not_asked", "cso", True),
        (CONFIDED, "not_asked", "ministry", False),
        (CONFIDED, "not_asked", "cso", False),
        (CONFIDED, "not_asked", "record", True),
        (CONFIDED, "not_asked", "statistics", True),
        (PUBLISHED, "not_asked", "publish", False),
        (PUBLISHED, "not_asked", "court", False),
        (CONFIDED, "given", "ministry", True),
        (CONFIDED, "given", "court", True),
        (PUBLISHED, "refused", "ministry", False),
        (PUBLISHED, "withdrawn", "cso", False),
        (PUBLISHED, "refused", "statistics", False),
        (PUBLISHED, "withdrawn", "record", False),
    ],
)
def test_what_an_answer_allows(basis, answer, use, allowed):
    assert wishes(basis, **{use: answer}).allow(Use(use), TODAY) is allowed


def test_not_asked_is_not_refused():
    assert wishes(PUBLISHED).allow(Use.CSO, TODAY)
    assert not wishes(PUBLISHED, cso="refused").allow(Use.CSO, TODAY)


def test_whoever_is_not_to_be_recorded_is_used_for_nothing():
    said = wishes(CONFIDED, record="withdrawn", ministry="given", statistics="given", court="given")
    assert not any(said.allow(use, TODAY) for use in Use)
    assert said.hidden_from_others(TODAY)


def test_a_yes_ends_with_its_last_day_and_a_no_does_not():
    given, refused = Said(Answer.GIVEN, TODAY), Said(Answer.REFUSED, TODAY)
    assert given.on(TODAY) is Answer.GIVEN
    assert given.on(date(2026, 3, 2)) is Answer.NOT_ASKED
    assert refused.on(date(2026, 3, 2)) is Answer.REFUSED
    assert not Wishes(CONFIDED, {Use.CSO: given}).allow(Use.CSO, date(2026, 3, 2))


@pytest.mark.parametrize(
    ("office", "use"),
    [("cso", Use.CSO), ("ministry", Use.MINISTRY), ("directorate", Use.MINISTRY), ("commission", Use.MINISTRY)],
)
def test_which_use_it_is_when_an_office_reads(office, use):
    assert use_by(office) is use


def test_agreement_to_one_kind_of_office_is_none_to_the_other():
    said = wishes(CONFIDED, ministry="given")
    assert not said.sealed_from("ministry", TODAY)
    assert said.sealed_from("cso", TODAY)
