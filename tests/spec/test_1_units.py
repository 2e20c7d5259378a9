"""The unit is always said, and a join never inflates it."""

from sanad.figures.rules.results import Tally


def test_one_event_can_hold_several_violations_and_several_victims(count):
    table = """
        event | person | act
        E1    | Amal   | killing
        E1    | Bano   | killing
        E1    | Bano   | rape
    """
    assert count(table, "events").total == 1
    assert count(table, "violations").total == 3
    assert count(table, "victims").total == Tally(min=2, best=2, max=2)


def test_an_act_with_four_alleged_perpetrators_counts_once(count):
    table = """
        event | person | act     | perpetrator
        E1    | Amal   | killing | police, army, family, armed_group
    """
    assert count(table, "violations").total == 1
    assert count(table, "victims").total == Tally(min=1, best=1, max=1)
    assert count(table, "violations", rows="perpetrator_type").total == 1


def test_two_accounts_of_one_violation_are_one_violation(count):
    """And two reports, of one event."""
    table = """
        event | person | act
        E1    | Amal   | killing
    """
    reports = """
        report | event | source kind
        R1     | E1    | newspaper
        R2     | E1    | police
    """
    assert count(table, "violations", reports=reports).total == 1
    assert count(table, "events", reports=reports).total == 1
    assert count(table, "reports", reports=reports).total == 2


def test_an_event_in_which_no_violation_is_alleged_is_an_event(count):
    """It has no act, so it is *not stated* there; it is no violation and has no victim."""
    table = """
        event | act     | province
        E1    | killing | PK-SD
        E2    | -       | PK-SD
    """
    assert count(table, "events", rows="province") == {"PK-SD": 2}
    assert count(table, "events", rows="act") == {"killing": 1, "unstated": 1}
    assert count(table, "violations").total == 1
    assert count(table, "victims").total == Tally(min=1, best=1, max=1)


def test_a_report_without_a_violation_is_a_report(count):
    table = """
        event | person | act
        E1    | Amal   | killing
    """
    reports = """
        report | event | on
        R1     | E1    | Amal
        R2     | E1    | nobody
    """
    assert count(table, "reports", rows="act", reports=reports) == {"killing": 1, "unstated": 1}
    assert count(table, "reports", reports=reports).total == 2


def test_a_report_counts_once_however_many_violations_it_tells_of(count):
    table = """
        event | person | act
        E1    | Amal   | killing
        E1    | Bano   | killing
        E1    | Bano   | rape
    """
    reports = """
        report | event
        R1     | E1
    """
    answer = count(table, "reports", rows="act", reports=reports)
    assert answer == {"killing": 1, "rape": 1}
    assert answer.total == 1
    assert answer.overlapping == ("act",)


def test_a_report_is_counted_by_what_it_tells_itself(count):
    """The police told of the rape only: their report is not among those of killing."""
    table = """
        event | person | act
        E1    | Amal   | killing
        E1    | Bano   | rape
    """
    reports = """
        report | event | source kind | on
        R1     | E1    | newspaper   | Amal, Bano
        R2     | E1    | police      | Bano
    """
    assert count(table, "reports", rows="source_kind", where="act=killing", reports=reports) == {"newspaper": 1}
    assert count(table, "reports", rows="source_kind", where="act=rape", reports=reports) == {
        "newspaper": 1,
        "police": 1,
    }


def test_an_event_with_two_types_of_act_stands_in_both_rows_and_once_in_the_total(count):
    answer = count(
        """
        event | person | act
        E1    | Amal   | killing
        E1    | Bano   | rape
        E2    | Cyra   | rape
        """,
        "events",
        rows="act",
    )
    assert answer == {"killing": 1, "rape": 2}
    assert answer.total == 2
    assert answer.overlapping == ("act",)


def test_cells_that_do_not_overlap_are_not_said_to(count):
    answer = count(
        """
        event | person | act
        E1    | Amal   | killing
        E2    | Bano   | rape
        """,
        "events",
        rows="act",
    )
    assert answer.overlapping == ()


def test_an_empty_table_counts_nothing(count):
    table = """
        event | act
        E1    | -
    """
    assert count(table, "violations", rows="year") == {}
    assert count(table, "violations").total == 0
    assert count(table, "victims").total == Tally()
