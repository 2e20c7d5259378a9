"""The transducer: how likely is a Latin spelling of a word in Arabic script?

Each Arabic letter, seen with its neighbours, is written with none to three Latin letters; what stands before the first
letter (the i of "ishq") belongs to a mark at its start. The probability of a spelling is the sum over all ways to cut
it into such pieces. The table was fitted by expectation maximisation (`fitting.py`) and is read from
`data/names/spellings_ur.tsv`: letter, context, Latin letters, probability.

Probabilities are floats; scores are natural logarithms of them, never below `HOPELESS`.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sanad.names.letters import arabic, latin

TABLE = Path(__file__).resolve().parent.parent.parent / "data" / "names" / "spellings_ur.tsv"
LONGEST_PIECE = 3
START = "^"
ANY = ""  # the context of a row that stands for all contexts of a letter
UNSEEN = 1e-6
LEAST = np.float32(1e-36)
HOPELESS = float(np.log(LEAST))
FEW = 500  # pairs; for more the compiler is worth its memory
COMPILED = "sanad.names.compiled"

Numbers = NDArray[np.intp]
Rows = NDArray[np.int32]
Table = NDArray[np.float32]


def context(before: str, after: str) -> str:
    """What of the neighbours of a letter decides how it is written: long vowels, nasals, breath, the word's ends."""
    left = before if before in "اوی^ھےن" else "c"
    if after == "$":
        return left + "$"
    return left + ("v" if after in "اویےآ" else after if after in "ھہعں" else "c")


def with_contexts(word: str) -> list[tuple[str, str]]:
    """The letters of a word, each with its context."""
    letters = arabic(word)
    around = START + letters + "$"
    return [(letter, context(around[i], around[i + 2])) for i, letter in enumerate(letters)]


@dataclass(frozen=True)
class Transducer:
    """The fitted table.

    `rows`: (letter, context) -> row of `table`. `pieces`: Latin piece -> column; column 0 is the empty piece, the last
    one stands for pieces that were never seen. `table`: rows x columns, float32.
    """

    rows: Mapping[tuple[str, str], int]
    pieces: Mapping[str, int]
    table: Table

    def row(self, letter: str, where: str) -> int:
        """The row of a letter in a context; of the letter in any context; of a letter never seen."""
        rows = self.rows
        found = rows.get((letter, where))
        if found is None:
            found = rows.get((letter, ANY), rows["?", ANY])
        return found

    def encoded(self, word: str) -> list[int]:
        """Rows of a word in Arabic script, the mark at its start included."""
        return [self.rows[START, ANY], *(self.row(*letter) for letter in with_contexts(word))]

    def cut(self, spelling: str) -> Numbers:
        """Columns of the pieces of a Latin spelling: (length + 1) x 4, by where a piece begins and how long it is."""
        letters, unseen = latin(spelling), self.table.shape[1] - 1
        columns = np.full((len(letters) + 1, LONGEST_PIECE + 1), unseen, np.intp)
        columns[:, 0] = 0
        for begin in range(len(letters)):
            for size in range(1, min(LONGEST_PIECE, len(letters) - begin) + 1):
                columns[begin, size] = self.pieces.get(letters[begin : begin + size], unseen)
        return columns


class Words:
    """Words in Arabic script, made ready for many questions: beginnings that words share are computed once."""

    def __init__(self, words: Sequence[str], by: Transducer | None = None) -> None:
        self.by = by or fitted()
        parents, rows, self._ends = _tree([self.by.encoded(word) for word in words])
        self._parents, self._rows = np.array(parents, np.int32), np.array(rows, np.int32)

    def __len__(self) -> int:
        return len(self._ends)

    def scores(self, spelling: str) -> Table:
        """The logarithm of the probability of this Latin spelling, for each word."""
        columns = self.by.cut(spelling)
        emitted = np.ascontiguousarray(self.by.table[:, columns])  # row x where a piece begins x its size
        found = import_module(COMPILED).walk(self._parents, self._rows, emitted)
        scores: Table = np.log(np.maximum(found[self._ends], LEAST))
        return scores


def _tree(encoded: Sequence[Sequence[int]]) -> tuple[list[int], list[int], Numbers]:
    """Beginnings as a tree: the parent and the row of each node, parents first; and where each word ends."""
    known: dict[tuple[int, int], int] = {}
    parents, rows, ends = [0], [0], np.zeros(len(encoded), np.intp)
    for position, word in enumerate(encoded):
        node = 0
        for row in word:
            following = known.setdefault((node, row), len(parents))
            if following == len(parents):
                parents.append(node)
                rows.append(row)
            node = following
        ends[position] = node
    return parents, rows, ends


def spelling_scores(words: Sequence[str], spellings: Sequence[str], by: Transducer | None = None) -> Table:
    """The same for pairs: the score of each word with the Latin spelling at the same position."""
    by = by or fitted()
    encoded = {word: np.array(by.encoded(word), np.int32) for word in set(words)}
    cut = {each: by.cut(each).astype(np.int32) for each in set(spellings)}
    one = _scorer(len(words))
    found = [one(encoded[word], cut[each], by.table) for word, each in zip(words, spellings, strict=True)]
    return np.log(np.maximum(np.array(found, np.float32), LEAST))


def plain_one(rows: Rows, columns: Rows, table: Table) -> float:
    """Probability that a word was written so; without a compiler, for a few pairs."""
    length = len(columns)
    so_far = np.zeros(length)
    so_far[0] = 1.0
    for row in rows:
        pieces = so_far[:, None] * table[row, columns]
        after = pieces[:, 0].copy()
        for size in range(1, min(LONGEST_PIECE, length - 1) + 1):
            after[size:] += pieces[: length - size, size]
        so_far = after
    return float(so_far[length - 1])


def _scorer(number: int) -> Callable[[Rows, Rows, Table], float]:
    """Compiled for many pairs, or where somebody in this process had many before."""
    if number <= FEW and COMPILED not in sys.modules:
        return plain_one
    found: Callable[[Rows, Rows, Table], float] = import_module(COMPILED).one
    return found


@lru_cache(maxsize=1)
def fitted() -> Transducer:
    """The table that is shipped, read once."""
    return read(TABLE)


def read(file: Path) -> Transducer:
    """A table from its file; raises ValueError with the line that cannot be read."""
    entries = []
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#") or not line:
            continue
        try:
            letter, where, piece, likely = line.split("\t")
            entries.append((letter, where, piece, float(likely)))
        except ValueError:
            raise ValueError(f"{file}, line {number}: expected letter, context, Latin letters, probability") from None
    pieces = {piece: column for column, piece in enumerate(sorted({"", *(entry[2] for entry in entries)}))}
    rows: dict[tuple[str, str], int] = {}
    for letter, where, _piece, _probability in entries:
        rows.setdefault((letter, where), len(rows))
    table = np.full((len(rows), len(pieces) + 1), UNSEEN, np.float32)
    for letter, where, piece, probability in entries:
        table[rows[letter, where], pieces[piece]] = probability
    table[:, -1] = UNSEEN / 10
    return Transducer(rows, pieces, table)
