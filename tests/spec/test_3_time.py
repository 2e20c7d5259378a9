"""Years, quarters and months: what does not fit into one cell is not stated."""


def test_a_day_falls_into_its_year_quarter_and_month(count):
    table = """
        event | date
        E1    | 2014-05-17
    """
    assert count(table, rows="year") == {"2014": 1}
    assert count(table, rows="quarter") == {"2014-Q2": 1}
    assert count(table, rows="month") == {"2014-05": 1}


def test_a_date_wider_than_the_cell_is_not_stated_and_never_its_first_day(count):
    table = """
        event | date
        E1    | 2014
        E2    | 2014-05
    """
    assert count(table, rows="year") == {"2014": 2}
    assert count(table, rows="quarter") == {"2014-Q2": 1, "unstated": 1}
    assert count(table, rows="month") == {"2014-05": 1, "unstated": 1}


def test_a_range_over_the_turn_of_the_year_is_in_neither_year(count):
    table = """
        event | date
        E1    | 2014-12-31/2015-01-01
        E2    | 2014-12-01/2014-12-31
    """
    assert count(table, rows="year") == {"2014": 1, "unstated": 1}
    assert count(table, rows="month") == {"2014-12": 1, "unstated": 1}


def test_what_still_goes_on_has_no_year(count):
    """A disappearance since May 2014 is not a disappearance of 2014 alone."""
    assert count("event | act | date\nE1 | enforced_disappearance | 2014-05/..", rows="year") == {"unstated": 1}


def test_no_date_is_not_stated(count):
    assert count("event | act\nE1 | killing", rows="year") == {"unstated": 1}


def test_the_year_of_an_event_is_that_of_the_event(count):
    """Two acts in two years: the event spans both and falls into neither, each violation into its own."""
    table = """
        event | person | act     | date       | event date
        E1    | Amal   | torture | 2013-12-30 | 2013-12-30/2014-01-02
        E1    | Amal   | killing | 2014-01-02 | 2013-12-30/2014-01-02
    """
    assert count(table, "violations", rows="year") == {"2013": 1, "2014": 1}
    assert count(table, "events", rows="year") == {"unstated": 1}
    assert count(table, "reports", rows="year") == {"unstated": 1}


def test_the_year_of_the_act_and_the_year_of_reporting_are_two_questions(count):
    table = """
        event | date
        E1    | 2013-11-01
    """
    reports = """
        report | event | received
        R1     | E1    | 2015-02-01
    """
    assert count(table, rows="year", reports=reports) == {"2013": 1}
    assert count(table, rows="reported_year", reports=reports) == {"2015": 1}


def test_the_year_of_reporting_is_that_of_the_first_report(count):
    """For reports themselves it is each one's own."""
    table = """
        event | date
        E1    | 2013-11-01
    """
    reports = """
        report | event | received
        R1     | E1    | 2015-02-01
        R2     | E1    | 2014-02-01
    """
    assert count(table, "violations", rows="reported_year", reports=reports) == {"2014": 1}
    assert count(table, "events", rows="reported_year", reports=reports) == {"2014": 1}
    assert count(table, "reports", rows="reported_year", reports=reports) == {"2014": 1, "2015": 1}


def test_late_verification_moves_nothing_but_the_year_of_verification(count):
    table = """
        event | date       | status   | verified
        E1    | 2013-11-01 | verified | 2016-07-01
        E2    | 2013-11-02 | new      |
    """
    assert count(table, rows="year") == {"2013": 2}
    assert count(table, rows="verified_year") == {"2016": 1, "unstated": 1}
    assert count(table, rows="year", columns="verified_year") == {("2013", "2016"): 1, ("2013", "unstated"): 1}


def test_a_range_of_years_can_be_asked_for(count):
    table = """
        event | date
        E1    | 2012
        E2    | 2013
        E3    | 2014
        E4    |
    """
    assert count(table, where="year=2013..2014").total == 2
    assert count(table, where="year=2013..").total == 2
    assert count(table, where="year=..2012").total == 1
    assert count(table, where="year=2012,unstated").total == 2
