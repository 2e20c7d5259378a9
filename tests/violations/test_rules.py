"""What follows from said rows and judgements, as small worlds built by hand."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.violations.rules import (
    Choice,
    Material,
    Pair,
    PlaceFrame,
    SaidAct,
    SaidInvolvement,
    SaidMention,
    SaidReport,
    SaidStatus,
    Verification,
    derive,
)

KILLING, SHOT_DEAD, HANGED, BEATING = 1, 2, 3, 4
TREE = {KILLING: None, SHOT_DEAD: KILLING, HANGED: KILLING, BEATING: None}
POLICE, FAMILY, MISSING, RELEASED = 10, 11, 20, 21
LAHORE, PUNJAB = 100, 101
FRAME = PlaceFrame({LAHORE: LAHORE, PUNJAB: None}, {LAHORE: PUNJAB, PUNJAB: PUNJAB})
DAY = datetime(2026, 1, 1, 20, tzinfo=UTC)  # 1 a.m. of 2 January in Karachi


def key(n: int) -> UUID:
    return UUID(int=n)


class World:
    """Said rows with small numbers for ids."""

    def __init__(self) -> None:
        self.material = Material([], [], [])

    def report(self, n: int, *, custodian: int = 1, summary: str = "", kind: int = 50) -> "World":
        self.material.reports.append(SaidReport(key(n), f"R{n}", custodian, date(2026, 1, n % 28 + 1), kind, summary))
        return self

    def mention(self, n: int, report: int, **said: object) -> "World":
        said = {"role": "victim", "kind": "individual", **said}
        if "part_of" in said:
            said["part_of"] = key(said["part_of"])
        self.material.mentions.append(SaidMention(key(n), key(report), **said))
        return self

    def act(self, n: int, report: int, victim: int, type: int = KILLING, *, day: str = "", **said: object) -> "World":
        if day:
            said |= {
                "happened": day,
                "happened_first": date.fromisoformat(day),
                "happened_last": date.fromisoformat(day),
            }
        self.material.acts.append(SaidAct(key(n), key(report), key(victim), type, **said))
        return self

    def perpetrator(self, n: int, act: int, type: int | None) -> "World":
        self.material.involvements.append(SaidInvolvement(key(n), key(act), type))
        return self

    def same(self, kind: str, one: int, other: int, verdict: str = "same") -> "World":
        self.material.pairs.append(Pair(kind, key(one), key(other), verdict))
        return self

    def verdict(self, act: int, verdict: str = "verified", type: int | None = KILLING, *, day: int = 1) -> "World":
        made = Verification(key(act), verdict, 60, DAY.replace(day=day), type)
        self.material.verifications.append(made)
        return self

    def withdrawn(self, *reports: int) -> "World":
        self.material.withdrawn |= {key(n) for n in reports}
        return self

    def former(self, mention: int, act: int, report: int) -> "World":
        """A mention and an act that a correction took out."""
        self.material.mentions = [m for m in self.material.mentions if m.root != key(mention)]
        self.material.acts = [a for a in self.material.acts if a.root != key(act)]
        self.material.former_mentions.append(SaidMention(key(mention), key(report), "victim", "individual"))
        self.material.former_acts.append(SaidAct(key(act), key(report), key(mention), KILLING))
        return self

    def derived(self):
        return derive(self.material, TREE, FRAME)


def one_killing() -> World:
    return World().report(1, summary="A man was shot.").mention(11, 1).act(21, 1, 11, day="2026-01-05", place=LAHORE)


def two_accounts() -> World:
    """A second report of the same killing, about the same man."""
    world = one_killing().report(2, kind=51).mention(12, 2).act(22, 2, 12, day="2026-01-05", place=LAHORE)
    return world.same("same_event", 1, 2).same("same_person", 11, 12)


def test_a_first_report_makes_its_event_its_person_and_its_violation():
    derived = one_killing().derived()
    (event,), (person,), (violation,) = derived.events, derived.persons, derived.violations
    assert (event.id, person.id, violation.id) == (key(1), key(11), key(21))
    assert (event.title, event.district, event.province, event.state) == ("A man was shot.", LAHORE, PUNJAB, "new")
    assert (person.min_size, person.best_size, person.max_size) == (1, 1, 1)


def test_two_accounts_of_one_killing_are_one_violation():
    derived = two_accounts().derived()
    assert [e.accounts for e in derived.events] == [2]
    assert [v.members for v in derived.violations] == [(key(21), key(22))]
    assert derived.events[0].source_kinds == (50, 51)


def test_two_reports_not_judged_the_same_stay_two_events():
    world = one_killing().report(2).mention(12, 2).act(22, 2, 12)
    assert len(world.derived().events) == 2


def test_the_oldest_id_survives_whatever_the_order_of_the_judgements():
    world = one_killing().report(2).report(3).same("same_event", 3, 2).same("same_event", 2, 1)
    assert [e.id for e in world.derived().events] == [key(1)]


def test_four_perpetrators_of_one_act_are_one_violation():
    world = one_killing()
    for n in range(4):
        world.perpetrator(31 + n, 21, POLICE if n else FAMILY)
    (violation,) = world.derived().violations
    assert violation.perpetrator_types == (POLICE, FAMILY)


def test_a_rejected_attribution_no_longer_names_a_type():
    world = one_killing().perpetrator(31, 21, POLICE)
    world.material.attributions.append(Verification(key(31), "rejected", None, DAY))
    assert world.derived().violations[0].perpetrator_types == ()


def test_types_on_one_branch_are_one_violation_with_the_most_specific_type():
    world = one_killing().act(22, 1, 11, SHOT_DEAD)
    assert [v.type for v in world.derived().violations] == [SHOT_DEAD]


def test_types_on_two_branches_are_two_violations_of_one_person():
    world = one_killing().act(22, 1, 11, BEATING)
    derived = world.derived()
    assert sorted(v.type for v in derived.violations) == [KILLING, BEATING]
    assert len(derived.persons) == 1


def test_a_general_act_joins_the_first_of_two_branches_below_it():
    world = World().report(1).mention(11, 1).act(21, 1, 11, SHOT_DEAD).act(22, 1, 11, HANGED).act(23, 1, 11, KILLING)
    assert [(v.type, len(v.members)) for v in world.derived().violations] == [(SHOT_DEAD, 2), (HANGED, 1)]


def two_tolls(one: tuple, other: tuple) -> World:
    world = World().report(1).report(2).same("same_event", 1, 2).same("same_person", 11, 12)
    for n, (low, best, high) in enumerate((one, other), 1):
        world.mention(10 + n, n, kind="group", min_size=low, best_size=best, max_size=high).act(20 + n, n, 10 + n)
    return world


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ((10, None, 15), (12, None, 12), (10, None, 15)),
        ((None, None, 15), (12, None, None), (12, None, 15)),
        ((None, None, None), (None, None, 7), (None, None, 7)),
        ((10, 12, 15), (10, 12, 20), (10, 12, 20)),
        ((10, 12, 15), (10, 13, 15), (10, None, 15)),
    ],
)
def test_a_toll_is_the_least_of_the_minima_to_the_greatest_of_the_maxima(one, other, together):
    (person,) = two_tolls(one, other).derived().persons
    assert (person.min_size, person.best_size, person.max_size) == together
    assert person.toll_differs


def test_a_chosen_toll_stands():
    world = two_tolls((10, None, 15), (12, None, 12))
    world.material.choices.append(Choice(key(11), "toll", bounds=(12, 12, 12)))
    (person,) = world.derived().persons
    assert (person.min_size, person.best_size, person.max_size, person.toll_differs) == (12, 12, 12, False)


def test_contradictory_bounds_are_kept_as_given_and_flagged():
    world = World().report(1).mention(11, 1, kind="group", min_size=9, max_size=4).act(21, 1, 11)
    (person,) = world.derived().persons
    assert (person.min_size, person.max_size, person.contradictory) == (9, 4, True)


def test_a_group_of_zero_is_nobody_and_no_violation_of_the_event():
    world = World().report(1).mention(11, 1, kind="group", min_size=None, max_size=0).act(21, 1, 11)
    derived = world.derived()
    assert derived.violations[0].nobody
    assert (derived.events[0].violations, derived.events[0].state) == (0, "none")


def test_a_named_member_belongs_to_the_group():
    world = World().report(1).mention(11, 1, kind="group", min_size=12, max_size=12).mention(12, 1, part_of=11)
    world.act(21, 1, 11).act(22, 1, 12)
    assert {p.id: p.part_of for p in world.derived().persons} == {key(11): None, key(12): key(11)}


def test_groups_never_match_across_events():
    world = World().report(1).report(2).same("same_person", 11, 12)
    world.mention(11, 1, kind="group").mention(12, 2, kind="group")
    assert len(world.derived().persons) == 2


def test_one_person_may_suffer_in_two_events():
    world = one_killing().report(2).mention(12, 2).act(22, 2, 12, BEATING).same("same_person", 11, 12)
    derived = world.derived()
    assert (len(derived.events), len(derived.persons), len(derived.violations)) == (2, 1, 2)


def test_where_accounts_differ_the_earliest_stands_and_the_field_is_named():
    world = two_accounts()
    world.material.acts[1].happened, world.material.acts[1].means = "2026-01-06", 7
    (violation,) = world.derived().violations
    assert (violation.happened, violation.means, violation.differs) == ("2026-01-05", 7, ("happened",))


def test_a_chosen_value_stands_against_the_earliest():
    world = two_accounts()
    world.material.acts[0].means, world.material.acts[1].means = 6, 7
    world.material.choices.append(Choice(key(21), "means", prefer=key(22)))
    assert world.derived().violations[0].means == 7


def test_the_newest_verdict_counts_and_is_dated_in_karachi():
    world = one_killing()
    later = DAY.replace(day=5)
    world.material.verifications += [
        Verification(key(21), "verified", 60, later),
        Verification(key(21), "new", None, DAY),
    ]
    (violation,) = world.derived().violations
    assert (violation.state, violation.standard, violation.verified_on) == ("verified", 60, date(2026, 1, 6))


def test_events_with_differing_verdicts_are_mixed():
    world = one_killing().act(22, 1, 11, BEATING)
    world.material.verifications.append(Verification(key(21), "verified", None, DAY))
    assert world.derived().events[0].state == "mixed"


def test_a_withdrawn_report_counts_for_nothing_and_its_event_stays_empty():
    world = one_killing()
    world.material.withdrawn = frozenset({key(1)})
    derived = world.derived()
    assert (derived.events[0].withdrawn, derived.persons, derived.violations) == (True, [], [])


def test_withdrawing_one_of_two_accounts_leaves_the_other():
    world = two_accounts()
    world.material.withdrawn = frozenset({key(1)})
    derived = world.derived()
    assert (derived.events[0].id, derived.events[0].accounts) == (key(1), 1)
    assert [v.id for v in derived.violations] == [key(22)]


def test_the_status_of_the_latest_day_stands():
    world = one_killing()
    world.material.statuses += [
        SaidStatus(key(1), key(11), RELEASED, date(2026, 3, 1)),
        SaidStatus(key(1), key(11), MISSING, date(2026, 1, 5)),
    ]
    assert world.derived().persons[0].status == RELEASED


def test_an_informant_is_no_person_of_the_event():
    world = one_killing().mention(13, 1, role="informant")
    assert [p.id for p in world.derived().persons] == [key(11)]


def test_both_custodians_of_an_event_stand_on_it():
    world = one_killing().report(2, custodian=7).same("same_event", 1, 2)
    assert world.derived().events[0].custodians == (1, 7)


@pytest.mark.parametrize("verdict", ["different", "unsure"])
@pytest.mark.parametrize(("kind", "one", "other"), [("same_event", 2, 1), ("same_person", 11, 12)])
def test_a_later_word_on_two_rows_takes_the_earlier_back(verdict, kind, one, other):
    derived = two_accounts().same(kind, one, other, verdict).derived()
    assert len(derived.violations) == 2


def test_the_latest_of_several_words_counts():
    world = two_accounts().same("same_person", 11, 12, "different").same("same_person", 12, 11)
    assert len(world.derived().persons) == 1


def test_the_same_entry_twice_leaves_one_and_withdraws_the_other():
    world = one_killing().report(2).mention(12, 2).act(22, 2, 12).same("same_entry", 1, 2)
    derived = world.derived()
    assert (derived.withdrawn, derived.events[0].accounts) == ({key(2)}, 1)
    assert [v.id for v in derived.violations] == [key(21)]


@pytest.mark.parametrize(("kind", "events"), [("same_entry", 2), ("same_event", 2)])
def test_what_is_not_the_same_entry_is_withdrawn_no_longer(kind, events):
    world = one_killing().report(2).mention(12, 2).act(22, 2, 12).same("same_entry", 1, 2)
    derived = world.same(kind, 1, 2, "different").derived()
    assert (derived.withdrawn, len(derived.events)) == (frozenset(), events)


def three_accounts() -> World:
    """The second and the third account were judged to be about the man of the first, and of each other nothing."""
    world = two_accounts().report(3).mention(13, 3).act(23, 3, 13, day="2026-01-05", place=LAHORE)
    return world.same("same_event", 1, 3).same("same_person", 11, 13)


def test_withdrawing_the_account_that_joins_two_others_makes_no_second_victim():
    derived = three_accounts().withdrawn(1).derived()
    assert (len(derived.persons), len(derived.violations), derived.events[0].id) == (1, 1, key(1))
    assert derived.persons[0].id == key(12)


def test_a_correction_that_takes_the_joining_mention_out_makes_no_second_victim():
    derived = three_accounts().former(11, 21, 1).derived()
    assert (len(derived.persons), len(derived.violations), derived.events[0].accounts) == (1, 1, 3)


def test_a_group_is_not_joined_across_events_by_way_of_an_individual():
    world = World().report(1).report(2).report(3).same("same_event", 1, 3)
    world.mention(11, 1, kind="group").mention(13, 3).mention(12, 2)
    world.same("same_person", 13, 12).same("same_person", 11, 13)
    assert [p.members for p in world.derived().persons] == [(key(11), key(13)), (key(12),)]


def test_only_a_group_has_members():
    world = World().report(1).mention(11, 1).mention(12, 1, part_of=11)
    assert [p.part_of for p in world.derived().persons] == [None, None]


def test_two_groups_are_not_members_of_each_other():
    world = World().report(1).report(2).same("same_event", 1, 2).same("same_person", 11, 21).same("same_person", 12, 22)
    world.mention(11, 1, kind="group").mention(12, 1, kind="group", part_of=11)
    world.mention(21, 2, kind="group", part_of=22).mention(22, 2, kind="group")
    assert {p.id: p.part_of for p in world.derived().persons} == {key(11): key(12), key(12): None}


def test_of_two_choices_on_one_field_the_later_counts():
    world = two_accounts()
    world.material.acts[0].means, world.material.acts[1].means = 6, 7
    world.material.choices += [Choice(key(21), "means", prefer=key(22)), Choice(key(21), "means", prefer=key(21))]
    assert world.derived().violations[0].means == 6


def test_of_two_chosen_tolls_the_later_counts_whatever_account_it_was_chosen_on():
    world = two_tolls((10, None, 15), (12, None, 12))
    world.material.choices += [Choice(key(12), "toll", bounds=(11, 11, 11)), Choice(key(11), "toll", bounds=(9, 9, 9))]
    assert world.derived().persons[0].best_size == 9


def test_a_verdict_on_a_branch_holds_along_it():
    world = one_killing().verdict(21)
    world.material.acts[0].type = SHOT_DEAD
    assert world.derived().violations[0].state == "verified"


def test_a_verdict_does_not_follow_an_act_to_another_branch():
    world = one_killing().verdict(21)
    world.material.acts[0].type = BEATING
    (violation,) = world.derived().violations
    assert (violation.state, violation.standard, violation.verified_on) == ("under_review", None, None)


def test_a_verdict_on_an_account_that_was_withdrawn_leaves_the_violation_under_review():
    (violation,) = two_accounts().verdict(21).withdrawn(1).derived().violations
    assert (violation.id, violation.state) == (key(22), "under_review")


def test_a_verdict_on_an_act_that_was_corrected_away_leaves_the_violation_under_review():
    (violation,) = two_accounts().verdict(21).former(11, 21, 1).derived().violations
    assert (violation.id, violation.state) == (key(22), "under_review")


def test_judging_anew_after_a_withdrawal_holds():
    world = two_accounts().verdict(21).withdrawn(1).verdict(22, "rejected", day=2)
    assert world.derived().violations[0].state == "rejected"


def test_of_two_verdicts_of_one_moment_the_later_in_the_material_counts():
    world = two_accounts().verdict(22, "verified").verdict(21, "rejected")
    assert world.derived().violations[0].state == "rejected"


def test_a_status_that_goes_on_is_of_the_day_on_which_it_began():
    world = one_killing()
    world.material.statuses += [
        SaidStatus(key(1), key(11), RELEASED, date(2026, 3, 1), date(2026, 3, 1)),
        SaidStatus(key(1), key(11), MISSING, None, date(2026, 4, 1)),
    ]
    assert world.derived().persons[0].status == MISSING


def test_a_summary_of_blanks_is_no_title():
    assert World().report(1, summary="  \n ").derived().events[0].title == ""


@given(st.lists(st.tuples(st.integers(1, 8), st.integers(1, 8)), max_size=12), st.randoms())
def test_events_are_a_partition_whatever_the_order_of_rows_and_judgements(pairs, shuffled):
    world = World()
    numbers = list(range(1, 9))
    shuffled.shuffle(numbers)
    for n in numbers:
        world.report(n).mention(10 + n, n).act(20 + n, n, 10 + n)
    for one, other in pairs:
        world.same("same_event", one, other)
    derived = world.derived()
    members = sorted(m for e in derived.events for m in e.members)
    assert members == [key(n) for n in range(1, 9)]
    assert all(e.id == min(e.members) for e in derived.events)
    assert len(derived.violations) == 8
