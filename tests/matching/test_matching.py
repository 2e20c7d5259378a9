"""Matching from reports to pairs: what is proposed, what is linked, and what nobody may do."""

from dataclasses import replace
from functools import partial

import pytest

from sanad.kit.refusals import OutOfOrder, Refused
from sanad.ledger.models import Deed
from sanad.matching import queries
from sanad.matching.actions import decide
from sanad.matching.linkage.comparing import compare
from sanad.matching.models import Pair, Run, Weights
from sanad.matching.process import running
from sanad.vault.opening import Comparing
from sanad.violations import actions
from sanad.violations.models import Identity, Judgement, Person
from tests.front.test_people import locked
from tests.matching.conftest import victim

pytestmark = pytest.mark.django_db
CNIC = "17301-1234567-1"


def persons():
    return Person.objects.filter(suffered__isnull=False).distinct().count()


def test_the_same_man_in_two_scripts_and_two_offices_is_proposed_and_not_linked(told, house, match, operator, within):
    told(house.kp, "محمد عمران خٹک", father="عبدالکریم", cnic=CNIC)
    told(house.sindh, "Mohd. Imran Khattak", cnic=CNIC)
    told(house.sindh, "Ghulam Rasool", father="Sher Dil", day=19, age=60)
    run = match()
    with within(operator):
        (pair,) = Pair.objects.filter(kind="person")
        assert (run.records, run.linked, pair.linked_by) == (3, 0, None)
        assert pair.probability > 0.99 and pair.levels["cnic"] == "same"
        assert pair.weights["name"] > 5  # of three records two have it, and yet it is no common name
        assert sorted(pair.custodians) == sorted([house.kp.pk, house.sindh.pk])
        assert persons() == 3
        assert Deed.objects.filter(action="names.matched").count() == 1


def test_within_one_office_what_is_sure_is_linked_by_the_machine_and_marked_so(told, house, match, operator, within):
    told(house.kp, "Muhammad Imran Khattak", cnic=CNIC)
    told(house.peshawar, "محمد عمران خٹک", father="عبدالکریم", cnic=CNIC)
    run = match()
    with within(operator):
        pair = Pair.objects.get(kind="person")
        judgement = Judgement.objects.get(kind="same_person")
        assert (run.linked, persons()) == (1, 1)
        assert pair.linked_by == judgement.pk and judgement.made_by is None and "machine" in judgement.why
        assert queries.machine_links([judgement.pk]) == {judgement.pk}
        actions.undo_judgement(judgement, why="Cousins", by=replace(operator, office_id=house.kp.pk))
        assert persons() == 2
    assert match(whole=True).linked == 0  # somebody took it back: the machine does not link it again
    with within(operator):
        assert persons() == 2 and Pair.objects.filter(kind="person").count() == 1


def test_the_machine_does_not_link_against_what_was_judged(told, house, match, operator, within):
    one, two, _ = (told(house.kp, "Muhammad Imran Khattak", cnic=CNIC) for _ in range(3))
    by = replace(operator, office_id=house.kp.pk)
    with within(operator):
        actions.judge_same_person(victim(one), victim(two), "different", why="Father and son", by=by)
    run = match()
    with within(operator):
        assert (run.linked, run.held_back) == (1, 1)  # the pair that somebody judged is no link of the machine
        whole = dict(Identity.objects.values_list("mention", "person"))
        assert whole[victim(one)] != whole[victim(two)]
        assert Pair.objects.filter(held_back="against_a_judgement").count() == 1


def test_only_what_is_new_is_compared_and_nothing_is_doubled(told, house, match, operator, within):
    told(house.kp, "Muhammad Imran Khattak")
    told(house.sindh, "Muhammad Imran Khattak")
    first = match()
    told(house.sindh, "Imran Khattak")
    second = match()
    with within(operator):
        assert (first.whole, second.whole) == (True, False)
        kept = Pair.objects.filter(kind="person")
        assert kept.count() == 3 and len({(p.one, p.other) for p in kept}) == 3
    third = match(whole=True)
    with within(operator):
        assert third.whole and Pair.objects.filter(kind="person").count() == 3


def test_what_people_decide_is_what_the_next_matching_weighs_by(told, house, match, operator, within, monkeypatch):
    monkeypatch.setattr("sanad.matching.actions.learning.LEAST", 2)
    by = replace(operator, office_id=house.kp.pk)
    for day in (5, 19, 27):
        told(house.kp, "Muhammad Imran Khattak", day=day)
    before = match()
    with within(operator):
        assert not Weights.objects.exists() and before.linked == 0
        pairs = Pair.objects.filter(kind="person").order_by("-probability", "id")
        likely = {pair.pk: pair.probability for pair in pairs}
        for pair in pairs[:2]:
            decide(pair, "same", why="Same house", by=by)
    match(whole=True)
    with within(operator):
        learned = Weights.objects.get()
        assert (learned.kind, learned.labels) == ("person", 2)
        now = dict(Pair.objects.filter(pk__in=likely).values_list("pk", "probability"))
        assert now.keys() == likely.keys() and all(now[pk] > likely[pk] for pk in likely)


def test_reports_of_one_event_are_proposed_by_fir_day_and_place(told, house, match, operator, within, code_of_station):
    same = {"fir_number": "112/26", "police_station": code_of_station}
    told(house.kp, "Muhammad Imran", **same)
    told(house.kp, "", father="", **same)
    told(house.kp, "Ghulam Rasool", day=25)
    match()
    with within(operator):
        (pair,) = Pair.objects.filter(kind="event")
        assert pair.levels["fir"] == "same" and pair.probability > 0.9
        judged = decide(pair, "entry", why="Typed twice", by=replace(operator, office_id=house.kp.pk))
        assert judged.kind == "same_entry"


@pytest.fixture
def code_of_station(house):
    from sanad.institutions.models import Institution

    return Institution.objects.create(slug="station_matching", kind="police_station", name_en="Station").pk


def test_a_matching_that_was_killed_leaves_nothing_and_the_next_makes_up_for_it(told, house, match, operator, within):
    told(house.kp, "Muhammad Imran Khattak")
    told(house.sindh, "Muhammad Imran Khattak")

    class Killed(BaseException):
        pass

    def killed(order):
        raise Killed

    from sanad.matching.actions import match_records

    with pytest.raises(Killed):
        match_records(by=operator, carry=killed)
    with within(operator):
        assert (Pair.objects.count(), Run.objects.get().why) == (0, "interrupted")
    match()
    with within(operator):
        assert Pair.objects.filter(kind="person").count() == 1


def test_a_locked_vault_ends_a_matching_with_its_reason(told, house, operator, within):
    from sanad.matching.actions import match_records
    from sanad.vault.process.keyring import locked

    told(house.kp, "Muhammad Imran Khattak")

    def on_the_way(order):
        raise locked()

    with pytest.raises(Refused) as refusal:
        match_records(by=operator, carry=on_the_way)
    assert refusal.value.reasons[0].code == "locked"
    with within(operator):
        assert Run.objects.get().why == "locked"


def test_a_vault_that_is_locked_between_two_looks_ends_it_too_and_the_next_one_goes_on(
    told, house, match, within, operator, monkeypatch
):
    one, two = told(house.kp, "Muhammad Imran Khattak"), told(house.sindh, "Muhammad Imran Khattak")
    names, offices = Comparing.names, (house.kp, house.sindh, house.peshawar)

    def locked_meanwhile(self, rows):
        with locked(*offices):
            return names(self, rows)

    with monkeypatch.context() as patch:
        patch.setattr(Comparing, "names", locked_meanwhile)
        with pytest.raises(Refused) as refusal:
            match()
    assert refusal.value.reasons[0].code == "locked"
    with within(operator):
        assert (Run.objects.get().why, Pair.objects.count(), Judgement.objects.count()) == ("locked", 0, 0)
    match()
    with within(operator):
        pair = Pair.objects.get(kind="person")
        assert {pair.one_report, pair.other_report} == {one.pk, two.pk}


def test_more_records_than_fit_into_memory_are_refused_and_nothing_is_kept(
    told, house, match, within, operator, monkeypatch
):
    for office in (house.kp, house.sindh):
        told(office, "Muhammad Imran Khattak")
    with monkeypatch.context() as patch:
        patch.setattr(running, "compare", partial(compare, memory="1MB"))
        with pytest.raises(OutOfOrder) as refusal:
            match()
    assert refusal.value.reasons[0].code == "too_large"
    with within(operator):
        assert (Run.objects.get().why, Pair.objects.count()) == ("too_large", 0)


def test_so_many_matchings_a_day_and_no_more(told, house, match, reader, settings, within, operator):
    settings.MATCHINGS_A_DAY = 1
    told(house.kp, "Muhammad Imran Khattak")
    by = reader("reviewer", house.kp)
    match(by=by)
    with pytest.raises(Refused) as refusal:
        match(by=by)
    assert refusal.value.reasons[0].code == "over_matchings"
    with within(operator):
        assert list(Run.objects.order_by("begun_at").values_list("state", "why")) == [
            ("done", ""), ("failed", "over_matchings"),
        ]  # fmt: skip


def test_odd_names_are_compared_without_harm_and_bring_nobody_together(told, house, match, within, operator):
    plain = told(house.kp, "Muhammad Imran Khattak", cnic=CNIC)
    turned = told(house.kp, "\u202eMuhammad Imran\u202c \u2067Khattak\u2069", cnic=CNIC)
    for day, name in enumerate(("م", "M", "x" * 300, "ਗੁਰਦੇਵ ਸਿੰਘ", "\u064b\u0651", ""), 10):
        told(house.kp, name, father="", day=day)
    run = match()
    with within(operator):
        pair = Pair.objects.get(kind="person", linked_by__isnull=False)
        assert {pair.one, pair.other} == {victim(plain), victim(turned)}
        assert (run.linked, persons()) == (1, 7)


def test_across_offices_nobody_links_without_the_right_to_both(told, house, reader, within, operator):
    ours, theirs = told(house.kp, "Muhammad Imran Khattak"), told(house.sindh, "Muhammad Imran Khattak")
    pair = Pair(kind="person", one=victim_in(ours, within, operator), other=victim_in(theirs, within, operator))
    for office in (house.kp, house.sindh):
        by = reader("reviewer", office)
        with within(by), pytest.raises(Refused):
            decide(pair, "same", why="From one side", by=by)
    with within(operator):
        assert not Judgement.objects.exists() and persons() == 2


def victim_in(report, within, operator):
    with within(operator):
        return victim(report)


def test_whoever_may_not_judge_does_not_match(house, reader):
    from sanad.matching.actions import match_records

    with pytest.raises(Refused) as refusal:
        match_records(by=reader("recorder", house.kp))
    assert refusal.value.reasons[0].code == "not_permitted"


def test_spark_is_refused_where_it_would_write_names_to_disk(operator, settings, monkeypatch):
    from sanad.matching.actions import match_records, running

    monkeypatch.setattr(running, "spark_lacks", lambda: "")
    settings.UNDER_TEST = False
    with pytest.raises(OutOfOrder) as refusal:
        match_records(by=operator, engine="spark")
    assert refusal.value.reasons[0].code == "spark_in_clear"


def test_a_pair_is_seen_by_whoever_sees_both_sides_only(told, house, match, reader, within, operator):
    told(house.kp, "Muhammad Imran Khattak")
    told(house.sindh, "Muhammad Imran Khattak")
    match()
    for office in (house.kp, house.sindh):
        by = reader("reviewer", office)
        with within(by):
            assert not Pair.objects.exists() and not queries.waiting_for(by, "person").exists()
    with within(operator):
        assert queries.waiting_for(operator, "person").count() == 1


def test_a_matching_of_one_office_leaves_the_pairs_of_others_alone(told, house, match, reader, within, operator):
    told(house.kp, "Muhammad Imran Khattak")
    told(house.sindh, "Muhammad Imran Khattak")
    told(house.sindh, "Ghulam Rasool", day=19)
    match()
    theirs = match(by=reader("reviewer", house.kp), whole=True)
    with within(operator):
        assert (theirs.records, Pair.objects.filter(kind="person").count()) == (1, 1)
    told(house.sindh, "Ghulam Rasul", day=19)
    assert match().whole is False
    with within(operator):
        assert Pair.objects.filter(kind="person").count() == 2
