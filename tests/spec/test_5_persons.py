"""Sex, age, characteristics, status: of the person who suffered."""

from sanad.figures.rules.results import Tally


def test_sex_that_is_not_stated_is_neither(count):
    table = """
        person | sex
        Amal   | male
        Bano   | female
        Cyra   | transgender
        Dara   |
    """
    assert count(table, rows="sex") == {"male": 1, "female": 1, "transgender": 1, "unstated": 1}


def test_an_age_falls_into_its_band(count):
    table = """
        person | age
        Amal   | 17
        Bano   | 18
        Cyra   | 60+
        Dara   | 12-15
    """
    assert count(table, rows="age_band") == {"12-17": 2, "18-29": 1, "60+": 1}


def test_an_age_wider_than_the_band_is_not_stated(count):
    table = """
        person | age
        Amal   | 15-20
        Bano   | 18+
        Cyra   |
    """
    assert count(table, rows="age_band") == {"unstated": 3}


def test_woman_child_and_senior_citizen_follow_from_sex_and_age(count):
    table = """
        person | sex    | age
        Amal   | male   | 12
        Bano   | female | 30
        Cyra   | female | 9
        Dara   | male   | 60+
        Emad   | female |
    """
    assert count(table, rows="characteristic") == {"child": 2, "woman": 2, "senior_citizen": 1}


def test_an_unknown_age_is_no_childs_age(count):
    """Between fifteen and twenty: perhaps a child, so nothing is derived."""
    assert count("person | sex | age\nAmal | male | 15-20", rows="characteristic") == {"unstated": 1}


def test_whom_the_source_calls_a_minor_is_no_woman_and_not_made_a_child(count):
    table = """
        person | sex    | characteristic
        Bano   | female | minor_as_said
    """
    assert count(table, rows="characteristic") == {"minor_as_said": 1}


def test_a_person_with_two_characteristics_stands_in_both_rows(count):
    answer = count(
        """
        person | sex    | characteristic
        Bano   | female | christian, disability
        Amal   | male   | disability
        """,
        rows="characteristic",
    )
    assert answer == {"christian": 1, "disability": 2, "woman": 1}
    assert answer.total == 2
    assert answer.overlapping == ("characteristic",)


def test_victims_by_characteristic_are_people_and_not_mentions_of_them(count):
    table = """
        event | person | act     | characteristic
        E1    | Amal   | torture | christian, disability
        E1    | Amal   | killing | christian, disability
    """
    assert count(table, "victims", rows="characteristic") == {
        "christian": Tally(1, 1, 1),
        "disability": Tally(1, 1, 1),
    }


def test_the_status_of_the_victim_is_a_dimension(count):
    table = """
        person | victim status
        Amal   | dead
        Bano   |
    """
    assert count(table, rows="victim_status") == {"dead": 1, "unstated": 1}
