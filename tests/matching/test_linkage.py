"""Comparing itself: keys across scripts, new records against all, what is learned, the same clusters on Spark."""

import pyarrow as pa
import pytest

from benchmarks.make_people import make_people
from benchmarks.matching_people import table_of
from sanad.matching.linkage import spark
from sanad.matching.linkage.comparing import compare, in_memory
from sanad.matching.linkage.keys import add_keys
from sanad.matching.linkage.persons import PERSONS
from sanad.matching.linkage.reports import REPORTS
from sanad.matching.process.orders import spark_lacks
from sanad.matching.process.tables import age_of, fir_of
from sanad.matching.rules import Label, learned, may_link

RECORDS = 1_500


@pytest.fixture(scope="module")
def people():
    """Invented people of a fixed seed, a third of them in Urdu script, as a table with keys."""
    made = make_people(RECORDS, 11)
    return made, table_of(made, add_keys({"name": made.name, "father": made.father}))


@pytest.fixture(scope="module")
def found(people):
    return compare(PERSONS, people[1])


def test_a_name_has_the_same_keys_in_both_scripts_and_in_whatever_order():
    names = ["محمد عمران خٹک", "Khattak Mohd Imran", "Imran Muhammad Khattak", "", None, "ਗੁਰਮੁਖੀ", "م", "x" * 300]
    keys = add_keys({"name": names})
    whole = keys["name_c"].to_pylist()
    assert len(set(whole[:3])) == 1 and whole[0]
    assert whole[3:5] == [None, None]
    assert keys["name_first"].to_pylist()[:3] == ["محمد", "خٹک", "عمران"]


def test_pairs_are_right_and_say_what_they_rest_on(people, found):
    who = people[0].who
    likely = [pair for pair in found.pairs if pair.probability >= 0.5]
    right = sum(who[pair.one] == who[pair.other] for pair in likely)
    true = sum(n * (n - 1) // 2 for n in (who.count(one) for one in set(who)))
    assert right / len(likely) > 0.99 and right / true > 0.9
    assert all(pair.levels.keys() == pair.weights.keys() for pair in likely)
    assert any(pair.levels.get("name") in ("same", "sounds") and pair.weights["name"] > 5 for pair in likely)


def test_new_records_against_all_find_what_all_against_all_finds(people, found):
    new = range(RECORDS - 200, RECORDS)
    some = compare(PERSONS, people[1], new=new)
    whole = {(p.one, p.other): round(p.probability, 6) for p in found.pairs if p.other in new or p.one in new}
    assert {(p.one, p.other): round(p.probability, 6) for p in some.pairs} == whole


def test_nothing_spills_to_disk():
    connection = in_memory("64MB")
    assert connection.execute("select current_setting('temp_directory')").fetchone() == ("",)
    import duckdb

    with pytest.raises(duckdb.OutOfMemoryException):
        connection.execute("create table t as select random() a, uuid()::text b from range(3_000_000)")


def clusters(pairs, least=0.9):
    """Which records hang together."""
    root = list(range(RECORDS))

    def find(one):
        while root[one] != one:
            one = root[one]
        return one

    for pair in pairs:
        if pair.probability >= least:
            a, b = find(pair.one), find(pair.other)
            root[max(a, b)] = min(a, b)
    return [find(one) for one in range(RECORDS)]


@pytest.mark.skipif(spark_lacks() != "", reason=f"Spark is an optional extra: {spark_lacks()} is missing here")
def test_spark_puts_together_what_duckdb_does(people, found):
    assert clusters(spark.compare(PERSONS, people[1]).pairs) == clusters(found.pairs)


def test_decisions_teach_how_the_same_is_written_and_the_first_few_do_not_turn_all_over():
    shipped = PERSONS.weights()
    labels = [Label({"name": "other", "sex": "same"}, True)] * 20 + [Label({"name": "same"}, False)] * 50
    weights = learned(shipped, labels)
    assert weights["name"]["other"][0] == pytest.approx((100 * shipped["name"]["other"][0] + 20) / 120)
    assert weights["name"]["same"][0] < shipped["name"]["same"][0]
    assert weights["name"]["same"][1] == shipped["name"]["same"][1]
    assert weights["age"] == {level: tuple(both) for level, both in shipped["age"].items()}
    again = PERSONS.weighted(weights)
    assert again.weights()["name"] == weights["name"] and again.blocking == PERSONS.blocking


@pytest.mark.parametrize("model", [PERSONS, REPORTS])
def test_the_shipped_weights_are_shares(model):
    for levels in model.weights().values():
        assert sum(m for m, _u in levels.values()) == pytest.approx(1, abs=0.02)
        assert sum(u for _m, u in levels.values()) == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize(
    ("levels", "probability", "linked"),
    [
        ({"name": "same", "father": "same"}, 0.9999, False),
        ({"name": "same", "cnic": "same"}, 0.9999, True),
        ({"name": "same", "cnic": "same"}, 0.99, False),
        ({"name": "same", "day": "other"}, 0.9999, False),
    ],
)
def test_the_machine_links_what_is_sure_and_never_for_names_alone(levels, probability, linked):
    assert may_link(probability, levels, least=0.999) is linked


def test_a_fir_is_a_key_only_with_its_station_and_in_both_digits():
    assert fir_of("۱۱۲/26", 7) == fir_of("0112/26 ", 7) == "7|112/26"
    assert fir_of("112/26", None) is None and fir_of("", 7) is None
    assert (age_of(30, 32), age_of(None, 30), age_of(18, 60)) == (31, None, None)


def test_few_records_or_none_are_no_trouble():
    empty = pa.table({"unique_id": pa.array([], pa.int64())})
    assert compare(PERSONS, empty).pairs == []
