"""Which lines of a correction are those that the report held before, as small lists of words."""

from uuid import UUID

import pytest

from sanad.violations.rules.lines import (
    ACT_KEYS,
    INVOLVEMENT_KEYS,
    MENTION_KEYS,
    ActLine,
    InvolvementLine,
    MentionLine,
    same_lines,
    same_sealed,
)

KILLING, BEATING, POLICE, FAMILY = 1, 2, 10, 11


def key(n: int) -> UUID:
    return UUID(int=n)


def person(said: str = "", *deeds: int, role: str = "victim", kind: str = "individual") -> MentionLine:
    return MentionLine(role, kind, (said,), deeds or (KILLING,))


def matched(held, said):
    """Numbers of the held lines, for each line of the correction."""
    found = same_lines(list(enumerate_keys(held)), list(enumerate(said)), MENTION_KEYS)
    return [found[n].int if n in found else None for n in range(len(said))]


def enumerate_keys(lines):
    return ((key(n), line) for n, line in enumerate(lines, 1))


@pytest.mark.parametrize(
    ("held", "said", "same"),
    [
        (["boy", "man", "woman"], ["boy", "woman"], [1, 3]),  # a line in the middle is gone
        (["boy", "woman"], ["boy", "man", "woman"], [1, None, 2]),  # a line in the middle is new
        (["boy", "man"], ["man", "boy"], [2, 1]),  # the order is another
        (["boy", "man"], ["boy", "old man"], [1, 2]),  # a line says something else
        (["man", "man"], ["man"], [1]),  # nobody can tell
        ([], ["man"], [None]),
    ],
)
def test_a_line_is_known_by_what_it_says(held, said, same):
    assert matched([person(w) for w in held], [person(w) for w in said]) == same


def test_the_injured_do_not_become_the_dead_when_the_dead_are_taken_out():
    killed, beaten = person("12", KILLING, kind="group"), person("30", BEATING, kind="group")
    assert matched([killed, beaten], [person("31", BEATING, kind="group")]) == [2]


def test_who_is_found_to_have_suffered_something_else_is_still_the_same():
    assert matched([person("man", KILLING)], [person("man", BEATING)]) == [1]


def test_a_perpetrator_does_not_become_a_victim():
    assert matched([person("man"), person("he", role="perpetrator")], [person("he", role="perpetrator")]) == [2]


def test_the_same_sealed_name_is_the_same_person():
    held = list(enumerate_keys([person("30"), person("30")]))
    names = {key(1): "Gul", key(2): "Sana", "a": "Sana", "b": "Noor"}
    said = [("a", person("31")), ("b", person("30"))]
    assert same_sealed(held, said, lambda root, name: names[root] == names[name], names) == {"a": key(2)}


def test_what_somebody_said_is_the_same_needs_no_likeness_but_must_be_there():
    held = list(enumerate_keys([person("man"), person("boy")]))
    said = [("x", person("girl")), ("y", person("boy"))]
    assert same_lines(held, said, (), {"x": key(1), "y": key(1), "z": key(2)}) == {"x": key(1)}


@pytest.mark.parametrize(
    ("said", "same"),
    [
        (ActLine(key(1), KILLING, ()), 1),
        (ActLine(key(1), BEATING, ("later",)), 1),
        (ActLine(key(2), KILLING, ()), None),
        (ActLine(None, KILLING, ()), None),
    ],
)
def test_what_was_done_to_one_is_never_what_was_done_to_another(said, same):
    held = [(key(1), ActLine(key(1), KILLING, ()))]
    assert same_lines(held, [("a", said)], ACT_KEYS).get("a") == (key(same) if same else None)


@pytest.mark.parametrize(
    ("said", "same"),
    [
        (InvolvementLine(key(1), None, None, POLICE, 5), True),
        (InvolvementLine(key(1), None, None, FAMILY, None), False),
        (InvolvementLine(None, None, None, POLICE, None), False),
    ],
)
def test_an_attribution_to_the_police_is_never_one_to_the_family(said, same):
    held = [(key(7), InvolvementLine(key(1), None, None, POLICE, None))]
    assert ("i" in same_lines(held, [("i", said)], INVOLVEMENT_KEYS)) is same
