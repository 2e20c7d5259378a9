"""Types of act, alleged perpetrators, and the categories of official lists."""


def test_who_asks_for_killings_asks_for_all_kinds_of_killing(count):
    table = """
        event | act
        E1    | killing
        E2    | targeted_killing
        E3    | rape
    """
    assert count(table, where="act=killing").total == 2
    assert count(table, where="act=targeted_killing").total == 1
    assert count(table, rows="act") == {"killing": 1, "targeted_killing": 1, "rape": 1}


def test_several_values_of_one_filter_are_alternatives(count):
    table = """
        event | act     | sex
        E1    | killing | female
        E2    | rape    | female
        E3    | torture | male
    """
    assert count(table, where="act=killing,rape").total == 2
    assert count(table, where=["act=killing,rape,torture", "sex=male"]).total == 1


def test_a_filter_for_state_agents_finds_the_police(count):
    table = """
        event | perpetrator
        E1    | police
        E2    | family
        E3    |
    """
    assert count(table, where="perpetrator_type=state_agent").total == 1
    assert count(table, where="perpetrator_type=unstated").total == 1


def test_several_alleged_perpetrators_overlap_and_the_total_is_distinct(count):
    answer = count(
        """
        event | perpetrator
        E1    | police, army
        E2    | police
        """,
        rows="perpetrator_type",
    )
    assert answer == {"police": 2, "army": 1}
    assert answer.total == 2
    assert answer.overlapping == ("perpetrator_type",)


def test_a_filter_keeps_the_other_values_of_what_it_finds(count):
    """Violations by police are asked for; one of them is by the army too, and shows it."""
    assert count(
        """
        event | perpetrator
        E1    | police, army
        E2    | family
        """,
        rows="perpetrator_type",
        where="perpetrator_type=police",
    ) == {"police": 1, "army": 1}


def test_categories_of_an_official_list_may_overlap(count):
    answer = count(
        """
        event | act     | category
        E1    | killing | mohr: honour_killing, violence_against_women
        E2    | rape    | mohr: violence_against_women
        E3    | torture |
        """,
        rows="category:mohr",
    )
    assert answer == {"honour_killing": 1, "violence_against_women": 2, "unstated": 1}
    assert answer.total == 3
    assert answer.overlapping == ("category:mohr",)


def test_two_overlapping_dimensions_do_not_multiply(count):
    answer = count(
        """
        event | perpetrator  | characteristic
        E1    | police, army | christian, disability
        """,
        rows="perpetrator_type",
        columns="characteristic",
    )
    assert set(answer.values()) == {1}
    assert len(answer) == 4
    assert answer.total == 1
