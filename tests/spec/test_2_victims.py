"""Victims: groups with least, best and most; named members belong to their group."""

from sanad.figures.rules.results import Tally


def test_an_unknown_number_of_victims_is_not_zero(count):
    answer = count(
        """
        event | act     | size | province
        E1    | killing | ?    | PK-SD
        """,
        "victims",
        rows="province",
    )
    assert answer == {"PK-SD": Tally(unknown_min=1, unknown_best=1, unknown_max=1)}


def test_least_and_most_are_summed_each_beside_the_number_unknown(count):
    answer = count(
        """
        event | act     | size
        E1    | killing | 10-14
        E2    | killing | 3+
        E3    | killing | -5
        """,
        "victims",
    )
    assert answer.total == Tally(min=13, max=19, unknown_min=1, unknown_best=3, unknown_max=1)


def test_a_missing_bound_is_never_the_other_bound(count):
    assert count("event | size\nE1 | 7+", "victims").total == Tally(min=7, max=0, unknown_best=1, unknown_max=1)


def test_best_is_only_what_was_stated_and_never_a_midpoint(count):
    table = """
        event | size
        E1    | 10-14
        E2    | 20-30 best 22
    """
    assert count(table, "victims").total == Tally(min=30, best=22, max=44, unknown_best=1)


def test_contradictory_bounds_are_counted_as_given(count):
    """The record is flagged; the number is not repaired."""
    assert count("event | size\nE1 | 14-10", "victims").total == Tally(min=14, max=10, unknown_best=1)


def test_a_human_being_is_one_least_best_and_most(count):
    assert count("person | act\nAmal | killing", "victims").total == Tally(min=1, best=1, max=1)


def test_twelve_killed_of_whom_two_are_named_is_twelve(count):
    table = """
        event | person  | in      | size | act
        E1    | group   |         | 12   | killing
        E1    | Amal    | group   |      | killing
        E1    | Bano    | group   |      | killing
    """
    assert count(table, "victims").total == Tally(min=12, best=12, max=12)
    assert count(table, "violations").total == 3


def test_a_group_is_at_least_its_named_members(count):
    """Two said, three named: three."""
    table = """
        event | person | in    | size | act
        E1    | group  |       | 2    | killing
        E1    | Amal   | group |      | killing
        E1    | Bano   | group |      | killing
        E1    | Cyra   | group |      | killing
    """
    assert count(table, "victims").total == Tally(min=3, best=3, max=3)


def test_named_members_give_a_least_where_none_was_said_and_never_a_most(count):
    table = """
        event | person | in    | size | act
        E1    | group  |       | ?    | killing
        E1    | Amal   | group |      | killing
        E1    | Bano   | group |      | killing
    """
    assert count(table, "victims").total == Tally(min=2, unknown_best=1, unknown_max=1)


def test_a_member_counts_alone_where_the_group_is_not(count):
    """Her sex is known, that of the group is not: one woman, twelve of unknown sex, twelve together."""
    answer = count(
        """
        event | person | in    | size | act     | sex
        E1    | group  |       | 12   | killing |
        E1    | Bano   | group |      | killing | female
        """,
        "victims",
        rows="sex",
    )
    assert answer == {"female": Tally(min=1, best=1, max=1), "unstated": Tally(min=12, best=12, max=12)}
    assert answer.total == Tally(min=12, best=12, max=12)
    assert answer.overlapping == ("sex",)


def test_who_suffered_two_acts_is_one_victim(count):
    answer = count(
        """
        event | person | act
        E1    | Amal   | torture
        E1    | Amal   | killing
        """,
        "victims",
        rows="act",
    )
    assert answer == {"torture": Tally(1, 1, 1), "killing": Tally(1, 1, 1)}
    assert answer.total == Tally(1, 1, 1)
    assert answer.overlapping == ("act",)


def test_a_group_that_suffered_two_acts_is_counted_once_in_the_total(count):
    answer = count(
        """
        event | person | size  | act
        E1    | group  | 10-14 | torture
        E1    | group  | 10-14 | killing
        """,
        "victims",
        rows="act",
    )
    assert answer.total == Tally(min=10, max=14, unknown_best=1)


def test_that_nobody_was_killed_is_no_killing(count):
    """A list of attacks with `killed: 0`: the event stays an event, nothing is counted as a killing."""
    table = """
        event | act     | size
        E1    | killing | 0
        E2    | killing | 3
    """
    assert count(table, "violations", rows="act") == {"killing": 1}
    assert count(table, "events", rows="act") == {"killing": 1, "unstated": 1}
    assert count(table, "events").total == 2
    assert count(table, "reports").total == 2


def test_that_nobody_was_killed_stays_in_the_number_of_victims(count):
    """Zero adds nothing, but a least that was left blank beside a most of zero is still unknown."""
    table = """
        event | act     | size
        E1    | killing | -0
        E2    | killing | 3
    """
    assert count(table, "victims").total == Tally(min=3, best=3, max=3, unknown_min=1, unknown_best=1)


def test_institutions_are_counted_apart_from_human_beings(count):
    table = """
        event | person    | kind        | act
        E1    | thechurch | institution | worship_prevented
        E1    | Amal      |             | killing
    """
    assert count(table, "victims").total == Tally(min=1, best=1, max=1, institutions=1)
    assert count(table, "violations").total == 2


def test_groups_of_different_events_are_different_groups(count):
    table = """
        event | person | size
        E1    | group1 | 5
        E2    | group2 | 5
    """
    assert count(table, "victims").total == Tally(min=10, best=10, max=10)
