"""What was decided on two rows holds from then on, and undoing brings back exactly what was before."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanad.kit.refusals import NotPermitted, OutOfOrder
from sanad.violations import actions
from sanad.violations.models import Identity, Judgement, Mention, Person, Violation
from sanad.violations.rules import Bonds, Pair, derive, new_contradictions
from sanad.violations.rules.material import Material, PlaceFrame, SaidAct, SaidMention, SaidReport

MEN = 6
NUMBERS = st.integers(0, MEN - 1)
DEEDS = st.lists(
    st.tuples(st.sampled_from(["link", "unlink", "merge", "split", "undo"]), NUMBERS, NUMBERS), max_size=14
)


def uid(number: int) -> UUID:
    return UUID(int=number)


class Ledgered:
    """Six men of six reports; what is judged of them, without a database: the rules alone."""

    def __init__(self):
        self.reports = [SaidReport(uid(100 + n), f"R{n}", 1, date(2026, 1, 1), 1) for n in range(MEN)]
        self.mentions = [SaidMention(uid(n), uid(100 + n), "victim", "individual") for n in range(MEN)]
        self.acts = [SaidAct(uid(200 + n), uid(100 + n), uid(n), 1) for n in range(MEN)]
        self.judged: list[list[Pair]] = []  # each deed with its judgements; an undone one leaves

    def pairs(self):
        return [pair for deed in self.judged for pair in deed]

    def derived(self):
        material = Material(list(self.reports), list(self.mentions), list(self.acts), pairs=self.pairs())
        return derive(material, {1: None}, PlaceFrame({}, {}))

    def person_of(self):
        return {root: one.id for one in self.derived().persons for root in one.members}

    def do(self, deed, one, other):
        """As the actions do: what contradicts an earlier judgement is not kept."""
        before = self.pairs()
        if deed == "undo":
            if not self.judged:
                return False
            gone = self.judged.pop(one % len(self.judged))
            if new_contradictions(before, self.pairs()):
                self.judged.append(gone)
                return False
            return True
        made = self._made(deed, one, other)
        if not made:
            return False
        self.judged.append(made)
        if new_contradictions(before, self.pairs()):
            self.judged.pop()
            return False
        return True

    def _made(self, deed, one, other):
        if one == other:
            return []
        bonds = Bonds(self.pairs(), "same_person")
        if deed in ("link", "merge"):
            a, b = uid(one), uid(other)
            if deed == "merge":  # the persons, by who stands for them
                whole = self.person_of()
                a, b = whole[a], whole[b]
            free = a != b and (min(a, b), max(a, b)) not in bonds.cannot and not bonds.together(a, b)
            return [Pair("same_person", a, b, "same")] if free else []
        if deed == "unlink":
            return [Pair("same_person", uid(one), uid(other), "different")]
        return [Pair("same_person", *one_of_two, "different") for one_of_two in sorted(bonds.crossing([uid(one)]))]


@settings(max_examples=300, deadline=None)
@given(DEEDS)
def test_whatever_is_judged_ends_in_a_partition_that_breaks_no_word(deeds):
    world = Ledgered()
    for deed in deeds:
        world.do(*deed)
        whole = world.person_of()
        assert set(whole) == {mention.root for mention in world.mentions}
        assert all(whole[person] == person for person in whole.values())
        latest = {frozenset((p.one, p.other)): p.verdict for p in world.pairs()}
        for pair, verdict in latest.items():
            a, b = pair
            assert (whole[a] == whole[b]) if verdict == "same" else (whole[a] != whole[b])
        assert len(world.derived().violations) == MEN


@settings(max_examples=200, deadline=None)
@given(DEEDS, DEEDS)
def test_taking_back_the_latest_deeds_returns_to_the_exact_state_before(first, then):
    world = Ledgered()
    for deed in first:
        world.do(*deed)
    before, held = world.derived(), len(world.judged)
    for deed in then:
        if deed[0] != "undo":
            world.do(*deed)
    while len(world.judged) > held:
        assert world.do("undo", len(world.judged) - 1, 0)
    assert world.derived() == before


# -- The same with the database ---------------------------------------------------------------------

in_database = pytest.mark.django_db


@pytest.fixture
def by(operator, house):
    """Somebody at the directorate who may do everything."""
    return replace(operator, office_id=house.kp.pk, keeps=frozenset({house.kp.pk}))


@pytest.fixture
def two(by, killing, within):
    """Two reports of one killing, not yet judged."""
    with within(by):
        yield [actions.record_report(killing(summary=f"Report {n}."), by=by) for n in (1, 2)]


def victim(report):
    return Mention.objects.get(report=report, role="victim", until=None)


def codes_of(refusal):
    return [reason.code for reason in refusal.value.reasons]


def state():
    rows = {m.__name__: list(m.objects.order_by("pk").values()) for m in (Person, Violation)}
    return rows, dict(Identity.objects.values_list("mention", "person"))


@pytest.fixture
def three(two, by, killing):
    third = actions.record_report(killing(summary="A third paper."), by=by)
    return [victim(report).root for report in (*two, third)]


@in_database
def test_a_person_is_not_merged_with_itself_nor_in_a_ring_nor_against_a_judgement(three, by):
    one, two_, three_ = three
    for pair, code in (((one, one), "the_same_record"),):
        with pytest.raises(OutOfOrder) as refusal:
            actions.judge_same_person(*pair, "same", why="Once more", by=by)
        assert codes_of(refusal) == [code]
    actions.judge_same_person(one, two_, "same", why="Same father", by=by)
    actions.judge_same_person(two_, three_, "same", why="Same house", by=by)
    held = Judgement.objects.count()
    for verdict, code in (("same", "already_one"), ("different", "against_a_judgement")):
        with pytest.raises(OutOfOrder) as refusal:
            actions.judge_same_person(three_, one, verdict, why="Ring", by=by)
        assert codes_of(refusal) == [code]
    assert Judgement.objects.count() == held


@in_database
def test_who_was_judged_to_be_two_does_not_become_one_through_a_third(three, by):
    one, two_, three_ = three
    actions.judge_same_person(one, two_, "different", why="Father and son", by=by)
    with pytest.raises(OutOfOrder) as refusal:
        actions.judge_same_person(one, two_, "same", why="After all", by=by)
    assert codes_of(refusal) == ["judged_different"]
    actions.judge_same_person(one, three_, "same", why="Same house", by=by)
    before = state()
    with pytest.raises(OutOfOrder) as refusal:
        actions.judge_same_person(three_, two_, "same", why="Same name", by=by)
    assert codes_of(refusal) == ["against_a_judgement"]
    assert state() == before


@in_database
def test_parting_takes_all_links_and_taking_it_back_restores_them(three, by):
    one, two_, three_ = three
    actions.judge_same_person(one, two_, "same", why="Same father", by=by)
    actions.judge_same_person(two_, three_, "same", why="Same house", by=by)
    before = state()
    made = actions.part_person(one, [two_], why="Another man", by=by)
    assert len(made) == 2 and len({state()[1][m] for m in three}) == 3
    for judgement in reversed(made):
        actions.undo_judgement(judgement, why="He is", by=by)
    assert state() == before
    with pytest.raises(OutOfOrder) as refusal:
        actions.part_person(one, three, why="All", by=by)
    assert codes_of(refusal) == ["nobody_left"]
    with pytest.raises(OutOfOrder) as refusal:
        actions.part_person(three_, [three_], why="No such person now", by=by)
    assert codes_of(refusal) == ["changed_since"]


@in_database
def test_taking_back_is_refused_where_it_would_join_whom_somebody_parted(three, by):
    one, two_, three_ = three
    actions.judge_same_person(one, two_, "same", why="Same father", by=by)
    parted = actions.judge_same_person(one, two_, "different", why="Brothers", by=by)
    actions.judge_same_person(two_, three_, "same", why="Same house", by=by)
    actions.judge_same_person(one, three_, "different", why="Another house", by=by)
    with pytest.raises(OutOfOrder) as refusal:
        actions.undo_judgement(parted, why="One after all", by=by)
    assert codes_of(refusal) == ["against_a_judgement"]


@in_database
def test_a_split_that_leaves_a_verdict_behind_is_refused(two, by):
    one, other = two
    actions.judge_same_event(one, other, "same", why="Same house", by=by)
    roots = [victim(report).root for report in two]
    actions.judge_same_person(*roots, "same", why="Same name", by=by)
    violation = Violation.objects.get(person=roots[0])
    (verdict,) = actions.judge_violations([violation], "verified", why="FIR", by=by)
    held = state()
    for split in (
        lambda: actions.part_person(roots[0], [roots[1]], why="Sisters", by=by),
        lambda: actions.judge_same_person(*roots, "different", why="Sisters", by=by),
    ):
        with pytest.raises(OutOfOrder) as refusal:
            split()
        assert codes_of(refusal) == ["orphans_a_verdict"]
    assert state() == held
    actions.undo_judgement(verdict, why="To judge each by itself", by=by)
    actions.part_person(roots[0], [roots[1]], why="Sisters", by=by)
    assert Violation.objects.filter(person__in=roots).count() == 2


@in_database
def test_who_keeps_neither_parts_nobody(three, by, reader, house, within):
    one, two_, _ = three
    actions.judge_same_person(one, two_, "same", why="Same father", by=by)
    stranger = replace(by, keeps=frozenset({house.sindh.pk}), office_id=house.sindh.pk)
    with pytest.raises(NotPermitted):
        actions.part_person(one, [two_], why="From afar", by=stranger)
    assert Identity.objects.get(mention=two_).person_id == one
