"""Verified and unverified are counted apart; kind of source is always a split."""


def test_verified_and_unverified_can_always_be_told_apart(count):
    table = """
        event | status
        E1    | verified
        E2    | new
        E3    | under_review
        E4    | inconclusive
        E5    | rejected
    """
    assert count(table, rows="status") == {
        "verified": 1,
        "new": 1,
        "under_review": 1,
        "inconclusive": 1,
        "rejected": 1,
    }
    assert count(table, where="status=verified").total == 1


def test_verification_is_of_the_violation_and_not_of_the_event(count):
    table = """
        event | person | act     | status
        E1    | Amal   | killing | verified
        E1    | Amal   | torture | new
    """
    assert count(table, "violations", rows="status") == {"verified": 1, "new": 1}
    assert count(table, "events", rows="status") == {"verified": 1, "new": 1}
    assert count(table, "events").total == 1


def test_a_violation_told_by_newspaper_and_police_stands_under_both(count):
    table = """
        event | person
        E1    | Amal
        E2    | Bano
    """
    reports = """
        report | event | source kind | source
        R1     | E1    | newspaper   | dawn
        R2     | E1    | police      |
        R3     | E2    | newspaper   | dawn
    """
    answer = count(table, rows="source_kind", reports=reports)
    assert answer == {"newspaper": 2, "police": 1}
    assert answer.total == 2
    assert answer.overlapping == ("source_kind",)
    assert count(table, rows="source", reports=reports) == {"dawn": 2}


def test_a_report_has_one_source_and_does_not_overlap(count):
    table = """
        event | person
        E1    | Amal
    """
    reports = """
        report | event | source kind
        R1     | E1    | newspaper
        R2     | E1    | police
    """
    answer = count(table, "reports", rows="source_kind", reports=reports)
    assert answer == {"newspaper": 1, "police": 1}
    assert answer.overlapping == ()


def test_a_source_that_is_not_named_is_not_stated(count):
    reports = """
        report | event | source kind
        R1     | E1    | complainant
    """
    assert count("event | act\nE1 | killing", rows="source", reports=reports) == {"unstated": 1}


def test_what_came_in_with_one_file_can_be_counted(count):
    table = """
        event | person
        E1    | Amal
        E2    | Bano
    """
    reports = """
        report | event | batch
        R1     | E1    | B1
        R2     | E2    |
    """
    assert count(table, "reports", rows="batch", reports=reports) == {"B1": 1, "unstated": 1}
    assert count(table, "violations", where="batch=B1", reports=reports).total == 1


def test_an_event_is_counted_under_every_source_that_told_of_it(count):
    """Also under one that told of no violation."""
    table = """
        event | person | act
        E1    | Amal   | killing
    """
    reports = """
        report | event | source kind | on
        R1     | E1    | newspaper   | Amal
        R2     | E1    | police      | nobody
    """
    assert count(table, "events", rows="source_kind", reports=reports) == {"newspaper": 1, "police": 1}
    assert count(table, "violations", rows="source_kind", reports=reports) == {"newspaper": 1}
