"""Febrl 1 to 3 (Australian, invented): our way of comparing beside the comparisons of Splink's handbook."""

import csv
import logging
import re
from collections import Counter
from pathlib import Path

import pyarrow as pa
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from sanad.matching.linkage.comparing import in_memory, linker_for, numbered, predicted
from sanad.matching.linkage.model import Comparison, Level, Model, equal, letters, missing, same

COLUMNS = (
    "given_name", "surname", "street_number", "address_1", "address_2", "suburb", "postcode", "date_of_birth",
    "soc_sec_id",
)  # fmt: skip
BLOCKING = (
    ("soc_sec_id",), ("date_of_birth",), ("given_name", "surname"), ("surname", "postcode"), ("given_name", "postcode"),
    ("suburb", "street_number"), ("address_1",), ("given_name", "suburb"), ("surname", "suburb"),
)  # fmt: skip
CERTAIN = (("soc_sec_id",), ("given_name", "surname", "date_of_birth"))
TRAINING = (("date_of_birth",), ("soc_sec_id",))
SPLITS = (0.05, 0.2, 0.5, 0.8, 0.9, 0.95, 0.99)


def read(folder: Path, number: int) -> tuple[dict[str, list[str | None]], list[str], set[frozenset[int]]]:
    """Columns, ids, and the pairs that are the same."""
    with (folder / f"febrl{number}.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    ids = [row["rec_id"] for row in rows]
    place = {one: at for at, one in enumerate(ids)}
    with (folder / f"febrl{number}_true_links.csv").open(encoding="utf-8") as file:
        true = {frozenset((place[row["id_1"]], place[row["id_2"]])) for row in csv.DictReader(file)}
    columns = {name: [re.sub(r"\s+", " ", row[name].strip()) or None for row in rows] for name in COLUMNS}
    return columns, ids, true


def ours(columns: dict[str, list[str | None]], true: set[frozenset[int]]) -> float:
    """F1 of a model of ours: Levenshtein levels, how rare a value is, trained on the records themselves."""

    def comparison(name: str) -> Comparison:
        levels = [
            Level("same", same(name), 0.8, 0.01, name),
            Level("letter", letters(name, 1), 0.1, 0.01),
            Level("letters", letters(name, 2), 0.05, 0.02),
            Level("other", "ELSE", 0.05, 0.96),
        ]
        return Comparison(name, missing(name), tuple(levels))

    model = Model(
        "febrl",
        tuple(comparison(name) for name in COLUMNS),
        tuple(equal(*rule) for rule in BLOCKING),
        tuple(equal(*rule) for rule in CERTAIN),
        0.9,
        tuple(equal(*rule) for rule in TRAINING),
    )
    table = numbered(dict(columns), {})
    linker = linker_for(model, table, in_memory("2GB"), share=0.001, explained=False)
    _train(linker, [equal(*rule) for rule in CERTAIN], [equal(*rule) for rule in TRAINING])
    return _best(linker, predicted(linker, SPLITS[0]).as_pyarrow_table(), true)


def plain(columns: dict[str, list[str | None]], true: set[frozenset[int]]) -> float:
    """F1 of Splink's own comparisons: Jaro-Winkler for names, Levenshtein for numbers, term frequencies."""
    names = ("given_name", "surname", "suburb", "address_1", "address_2")
    comparisons = [
        cl.JaroWinklerAtThresholds(name, [0.95, 0.88, 0.8]).configure(term_frequency_adjustments=True)
        if name in names
        else cl.LevenshteinAtThresholds(name, [1, 2]).configure(term_frequency_adjustments=True)
        for name in COLUMNS
    ]
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in BLOCKING],
    )
    database = DuckDBAPI(in_memory("2GB"))
    linker = Linker(database.register(numbered(dict(columns), {})), settings, log_level=logging.ERROR)
    _train(linker, [block_on(*rule) for rule in CERTAIN], [block_on(*rule) for rule in TRAINING])
    frame = linker.inference.predict(threshold_match_probability=SPLITS[0])
    return _best(linker, frame.as_pyarrow_table(), true)


def _train(linker: Linker, certain: list[object], rules: list[object]) -> None:
    training = linker.training
    training.estimate_probability_two_random_records_match(certain, recall=0.9)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in rules:
        training.estimate_parameters_using_expectation_maximisation(rule)


def _best(linker: Linker, table: pa.Table, true: set[frozenset[int]]) -> float:
    """The best F1 over some thresholds: for both sides the most that they can do."""
    found = [
        (row["match_probability"], frozenset((row["unique_id_l"], row["unique_id_r"])) in true)
        for row in table.select(["match_probability", "unique_id_l", "unique_id_r"]).to_pylist()
    ]
    best = 0.0
    for split in SPLITS:
        counted = Counter(right for probability, right in found if probability >= split)
        right, wrong = counted[True], counted[False]
        best = max(best, 2 * right / (right + wrong + len(true)) if right else 0.0)
    return best
