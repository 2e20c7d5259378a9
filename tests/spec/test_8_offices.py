"""Who keeps a record decides who counts it."""

TABLE = """
    event | person | act     | province
    E1    | Amal   | killing | PK-PB
    E2    | Bano   | killing | PK-SD
    E3    | Cyra   | killing | PK-SD
"""
REPORTS = """
    report | event | source kind | office
    R1     | E1    | newspaper   | 1
    R2     | E2    | newspaper   | 2
    R3     | E3    | newspaper   | 1
    R4     | E3    | complainant | 2
"""


def test_a_reader_counts_the_records_of_the_offices_that_are_open(count):
    assert count(TABLE, rows="province", reports=REPORTS, offices={1}) == {"PK-PB": 1, "PK-SD": 1}
    assert count(TABLE, rows="province", reports=REPORTS, offices={2}) == {"PK-SD": 2}


def test_a_violation_kept_by_two_offices_counts_once(count):
    assert count(TABLE, rows="province", reports=REPORTS, offices={1, 2}) == {"PK-PB": 1, "PK-SD": 2}
    assert count(TABLE, "events", reports=REPORTS, offices={1, 2}).total == 3


def test_an_account_of_an_office_that_is_closed_is_not_told(count):
    """The first office sees the violation of E3, but not that somebody complained to the second."""
    assert count(TABLE, rows="source_kind", reports=REPORTS, offices={1}) == {"newspaper": 2}
    assert count(TABLE, "reports", reports=REPORTS, offices={1}).total == 2


def test_no_office_counts_nothing(count):
    assert count(TABLE, rows="province", reports=REPORTS, offices=set()) == {}
    assert (
        count(TABLE, "victims", reports=REPORTS, offices=set()).total == count("event | act\nE1 | -", "victims").total
    )
