"""Provinces and districts, in today's map and in that of the day."""


def test_today_khyber_is_in_khyber_pakhtunkhwa(count):
    """The agencies of FATA became districts in 2018; by default all is counted in today's map."""
    table = """
        event | date       | province | district | province then | district then
        E1    | 2009-03-27 | PK-KP    | PK508    | PK-TA         | khyber_agency
        E2    | 2019-03-27 | PK-KP    | PK508    | PK-KP         | PK508
    """
    assert count(table, rows="province") == {"PK-KP": 2}
    assert count(table, rows="district") == {"PK508": 2}


def test_then_khyber_was_in_fata(count):
    table = """
        event | date       | province | district | province then | district then
        E1    | 2009-03-27 | PK-KP    | PK508    | PK-TA         | khyber_agency
        E2    | 2019-03-27 | PK-KP    | PK508    | PK-KP         | PK508
    """
    assert count(table, rows="province", frame="then") == {"PK-TA": 1, "PK-KP": 1}
    assert count(table, rows="district", frame="then") == {"khyber_agency": 1, "PK508": 1}
    assert count(table, where="province=PK-TA", frame="then").total == 1
    assert count(table, where="province=PK-KP").total == 2


def test_an_event_in_two_provinces_counts_in_each_and_once_in_the_total(count):
    answer = count(
        """
        event | person | act       | province
        E1    | Amal   | abduction | PK-PB
        E1    | Amal   | killing   | PK-SD
        """,
        "events",
        rows="province",
    )
    assert answer == {"PK-PB": 1, "PK-SD": 1}
    assert answer.total == 1
    assert answer.overlapping == ("province",)


def test_a_place_that_is_not_stated_has_a_row_of_its_own(count):
    table = """
        event | province | district
        E1    | PK-SD    | PK712
        E2    | PK-SD    |
        E3    |          |
    """
    assert count(table, rows="province") == {"PK-SD": 2, "unstated": 1}
    assert count(table, rows="district") == {"PK712": 1, "unstated": 2}
    assert count(table, rows="province", columns="district") == {
        ("PK-SD", "PK712"): 1,
        ("PK-SD", "unstated"): 1,
        ("unstated", "unstated"): 1,
    }
