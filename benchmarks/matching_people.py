"""Invented people matched as the product matches them, in a process of its own, so that its memory can be told.

`python -m benchmarks.matching_people RECORDS SEED` prints one line of JSON.
"""

import json
import resource
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pyarrow as pa

from benchmarks.make_people import People, make_people
from benchmarks.scratch import stopwatch
from sanad.matching.linkage.comparing import in_memory, linker_for, numbered, predicted, share_of, train
from sanad.matching.linkage.keys import add_keys
from sanad.matching.linkage.persons import PERSONS

SPLIT = 0.5  # from this probability on a pair counts as the same
KINDS = {"age": pa.int32(), "day": pa.int32()}


def main(records: int, seed: int) -> dict[str, float]:
    """Make people, keys and pairs; how right the pairs are, and what it took."""
    people = make_people(records, seed)
    with stopwatch() as seconds:
        keys = add_keys({"name": people.name, "father": people.father})
        keyed = seconds()
    table = table_of(people, keys)
    truth = pa.table({"id": pa.array(range(records)), "who": pa.array(people.who)})
    del people, keys
    connection = in_memory("4GB")
    before = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    with stopwatch() as seconds:
        linker = linker_for(PERSONS, table, connection, share=share_of(records), explained=False)
        train(linker, PERSONS)
        pairs = predicted(linker, SPLIT).physical_name
        compared = seconds()
    worked = sum(resource.getrusage(resource.RUSAGE_SELF)[:2]) - before
    connection.register("truth", truth)
    (all_true,) = _row(connection, "select sum(n * (n - 1) / 2) from (select count(*) n from truth group by who)")
    found, right = _row(
        connection,
        f"select count(*), sum((a.who = b.who)::int) from {pairs} p join truth a on a.id = p.unique_id_l"
        " join truth b on b.id = p.unique_id_r",
    )
    precision, recall = right / found, right / all_true
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall),
        "keys": keyed,
        "compared": compared,
        "worked": worked,
        "gb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6,
    }


def table_of(people: People, keys: dict[str, pa.Array]) -> pa.Table:
    """The records as the product compares them."""
    nothing = [None] * len(people.who)
    said = {name: getattr(people, name) for name in ("age", "sex", "district", "day", "cnic")}
    return numbered({**keys, **said, "phone": nothing, "fir": nothing}, KINDS)


def _row(connection: object, question: str) -> tuple[float, ...]:
    return connection.execute(question).fetchone()  # type: ignore[attr-defined]


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))
