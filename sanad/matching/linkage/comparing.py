"""Run a model over records: candidate pairs, their probabilities and what they rest on. Splink does the work."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
from splink import DuckDBAPI, Linker
from splink.internals.exceptions import SplinkException
from splink.internals.splink_dataframe import SplinkDataFrame

from sanad.matching.linkage.model import ID, Model, level_of, settings
from sanad.matching.linkage.rarity import tell_rarity

ENOUGH_TO_TRAIN = 20_000  # records; with fewer the shipped weights tell more than the records themselves
SAMPLE = 2e6  # pairs drawn for how often others agree by chance
Weights = Mapping[str, Mapping[str, tuple[float, float]]]
LEARNED_FROM = 1e6  # pairs, of those that a rule gives
PAIRS_EXPECTED = 0.3  # for each record, where it is not learned from the records


@dataclass(frozen=True)
class Found:
    """Two records, by their numbers, and how likely they are the same; for each comparison its level and weight."""

    one: int
    other: int
    probability: float
    levels: dict[str, str]
    weights: dict[str, float]


@dataclass
class Compared:
    """What came out: pairs, how many records were compared, and whether they taught the weights themselves."""

    pairs: list[Found] = field(default_factory=list)
    records: int = 0
    trained: bool = False


class TooLarge(Exception):
    """The records do not fit into the memory that is allowed; nothing was written to disk."""


def in_memory(memory: str = "4GB") -> duckdb.DuckDBPyConnection:
    """A database that never writes to disk: with spilling off, too little memory is a refusal and not a file."""
    connection = duckdb.connect(":memory:")
    connection.execute("set temp_directory = ''")
    connection.execute(f"set memory_limit = '{memory}'")
    connection.execute("set preserve_insertion_order = false")
    return connection


def linker_for(
    model: Model, table: pa.Table, connection: duckdb.DuckDBPyConnection, *, share: float, explained: bool = True
) -> Linker:
    """Splink, ready to train and to predict."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    wanted = settings(model, share=share, dialect="duckdb", explained=explained)
    database = DuckDBAPI(connection)
    linker = Linker(database.register(table), wanted, log_level=logging.ERROR)
    tell_rarity(linker, model, table, database.register)
    return linker


def share_of(records: int) -> float:
    """How likely two records drawn at random are the same, before anything is known of them."""
    return min(0.5, 2 * PAIRS_EXPECTED / max(records - 1, 1))


def train(linker: Linker, model: Model) -> None:
    """Learn the weights of these very records, without labels."""
    training = linker.training
    training.estimate_probability_two_random_records_match(list(model.certain), recall=model.certain_find)
    training.estimate_u_using_random_sampling(max_pairs=SAMPLE, seed=1)
    for rule in model.training:
        training.estimate_parameters_using_expectation_maximisation(rule, max_pairs=LEARNED_FROM)


def predicted(linker: Linker, least: float) -> SplinkDataFrame:
    """Pairs at or above this probability."""
    return linker.inference.predict(threshold_match_probability=least)


def pairs_of(model: Model, frame: SplinkDataFrame) -> list[Found]:
    """The pairs as plain rows."""
    table = frame.as_pyarrow_table()
    kept = [f"{ID}_l", f"{ID}_r", "match_probability"]
    kept += [name for name in table.column_names if name.startswith(("gamma_", "mw_"))]
    return [_found(model, row) for row in table.select(kept).to_pylist()]


def _found(model: Model, row: dict[str, float]) -> Found:
    levels, weights = {}, {}
    for asked in model.comparisons:
        if level := level_of(asked, int(row[f"gamma_{asked.name}"])):
            levels[asked.name] = level
            weights[asked.name] = round(row[f"mw_{asked.name}"] + (row.get(f"mw_tf_adj_{asked.name}") or 0.0), 2)
    one, other = sorted((int(row[f"{ID}_l"]), int(row[f"{ID}_r"])))
    return Found(one, other, float(row["match_probability"]), levels, weights)


def weights_learned(model: Model, linker: Linker) -> dict[str, dict[str, tuple[float, float]]]:
    """The weights that the linker holds now: comparison -> level -> (m, u)."""
    held = {
        one["output_column_name"]: one["comparison_levels"] for one in linker.misc.save_model_to_json()["comparisons"]
    }
    learned: dict[str, dict[str, tuple[float, float]]] = {}
    for comparison in model.comparisons:
        given = {level["label_for_charts"]: level for level in held[comparison.name]}
        learned[comparison.name] = {
            level.name: (
                float(given[level.name].get("m_probability", level.m)),
                float(given[level.name].get("u_probability", level.u)),
            )
            for level in comparison.levels
        }
    return learned


def numbered(columns: dict[str, pa.Array | Sequence[object]], kinds: dict[str, pa.DataType]) -> pa.Table:
    """The columns as a table with a number for each record."""
    length = len(next(iter(columns.values())))
    arrays = {ID: pa.array(range(length), pa.int64())}
    for name, values in columns.items():
        arrays[name] = (
            values if isinstance(values, pa.Array | pa.ChunkedArray) else pa.array(values, kinds.get(name, pa.string()))
        )
    return pa.table(arrays)


def compare(
    model: Model,
    table: pa.Table,
    *,
    weights: Weights | None = None,
    new: Sequence[int] | None = None,
    least: float = 0.05,
    memory: str = "4GB",
) -> Compared:
    """Pairs among these records at or above a probability; with `new`, only those in which one of these stands.

    `weights` are what was learned; where there are none, many records are a better teacher than the shipped ones.
    """
    records = table.num_rows
    if records < 2:
        return Compared(records=records)
    connection = in_memory(memory)
    try:
        linker = linker_for(model.weighted(weights or {}), table, connection, share=share_of(records))
        trained = not weights and bool(model.training) and records >= ENOUGH_TO_TRAIN
        if trained:
            train(linker, model)
        frames = [predicted(linker, least)] if new is None else _predicted_new(linker, table, new, least)
        pairs = [pair for frame in frames for pair in pairs_of(model, frame)]
        return Compared(pairs, records, trained)
    except (duckdb.OutOfMemoryException, SplinkException) as fault:
        if not _of_memory(fault):
            raise
        raise TooLarge from None
    finally:
        connection.close()


def _of_memory(fault: BaseException | None) -> bool:
    """Whether memory ran out; Splink says so in an exception of its own."""
    while fault is not None and not isinstance(fault, duckdb.OutOfMemoryException):
        fault = fault.__cause__ or fault.__context__
    return fault is not None


def _predicted_new(linker: Linker, table: pa.Table, new: Sequence[int], least: float) -> list[SplinkDataFrame]:
    """New records among themselves, and with all others; how rare a value is, is asked of all."""
    fresh = pa.array([False] * table.num_rows) if not new else pc.is_in(table[ID], pa.array(list(new), pa.int64()))
    ours, others = table.filter(fresh), table.filter(pc.invert(fresh))
    frames = []
    database = linker._db_api
    fresh_frame = database.register(ours)
    if ours.num_rows and others.num_rows:
        frames.append(
            linker.inference.predict_between(
                fresh_frame, database.register(others), threshold_match_probability=least, warning_mode="never"
            )
        )
    if ours.num_rows > 1:
        frames.append(
            linker.inference.predict_within(fresh_frame, threshold_match_probability=least, warning_mode="never")
        )
    return frames
