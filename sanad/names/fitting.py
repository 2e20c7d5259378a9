"""Fitting the transducer by expectation maximisation to attested spellings.

    python -m sanad.names.fitting attested.tsv data/names/spellings_ur.tsv

`attested.tsv`: word in Arabic script, Latin spelling, how often attested. The letter in its context is smoothed with
the letter in all its contexts, that with all letters. Method: the memoryless stochastic transducer of Ristad and
Yianilos (1998), with pieces of up to three letters on one side and one letter in context on the other.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sanad.names.letters import arabic, latin
from sanad.names.transducer import ANY, LONGEST_PIECE, START, with_contexts

PASSES = 8
CONTEXT_WEIGHT = 60.0  # pseudo-counts that the letter lends to each of its contexts
LETTER_WEIGHT = 1.0
LEAST = 2e-5  # rarer pieces are not written down
FIRST_GUESS = (0.1, 0.02, 3e-4, 1e-6)  # by length of the piece

Floats = NDArray[np.float64]
Numbers = NDArray[np.intp]


@dataclass(frozen=True)
class Fitted:
    """Probability of each piece for (letter, context); ANY as context stands for all contexts of a letter."""

    rows: list[tuple[str, str]]
    pieces: list[str]
    table: Floats
    log_likelihood: float


def read_attested(file: Path) -> list[tuple[str, str, float]]:
    """Pairs that can be spelt at all, weighted by the root of how often they are attested."""
    pairs = []
    for line in file.read_text(encoding="utf-8").splitlines():
        word, spelling, *number = line.split("\t")
        if 0 < len(latin(spelling)) <= LONGEST_PIECE * len(arabic(word)):
            pairs.append((word, latin(spelling), float(number[0]) ** 0.5 if number else 1.0))
    return pairs


def fit(pairs: Sequence[tuple[str, str, float]], passes: int = PASSES) -> Fitted:
    """The table that makes these spellings likely."""
    words = [[(START, ANY), *with_contexts(word)] for word, _spelling, _weight in pairs]
    rows = sorted({letter for word in words for letter in word})
    letters = sorted({letter for letter, _where in rows})
    own = np.array([letters.index(letter) for letter, _where in rows])
    pieces = ["", *sorted({piece for _w, spelling, _n in pairs for piece in _pieces_of(spelling)})]
    row_of, piece_of = {row: i for i, row in enumerate(rows)}, {piece: i for i, piece in enumerate(pieces)}
    batches = [
        _Batch.of([[row_of[letter] for letter in words[i]] for i in chosen], [pairs[i] for i in chosen], piece_of)
        for chosen in _alike(words, pairs)
    ]
    table = np.tile([FIRST_GUESS[len(piece)] for piece in pieces], (len(rows), 1))
    likelihood, by_letter = 0.0, table[: len(letters)]
    for _pass in range(passes):
        counts, likelihood = np.zeros_like(table), 0.0
        for batch in batches:
            likelihood += batch.expect(table, counts)
        table, by_letter = _smoothed(counts, own, len(letters))
    anywhere = [(letter, ANY) for letter in letters if letter != START] + [("?", ANY)]
    keep = [i for i, letter in enumerate(letters) if letter != START]
    unknown = by_letter[keep].mean(axis=0, keepdims=True)
    everything = np.concatenate([table, by_letter[keep], unknown])
    return Fitted([*rows, *anywhere], pieces, everything, likelihood / sum(n for *_, n in pairs))


def write(found: Fitted, file: Path, head: Iterable[str] = ()) -> None:
    """The table as text: one line for each piece that is not too rare."""
    lines = [f"# {line}".rstrip() for line in head]
    for (letter, where), probabilities in zip(found.rows, found.table, strict=True):
        for column in np.flatnonzero(probabilities >= LEAST):
            lines.append(f"{letter}\t{where}\t{found.pieces[column]}\t{probabilities[column]:.2g}")
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


@dataclass(frozen=True)
class _Batch:
    """Pairs of one length of word and one of spelling, as arrays."""

    rows: Numbers  # pair x letter
    columns: Numbers  # pair x beginning x size
    weights: Floats

    @classmethod
    def of(cls, rows: list[list[int]], pairs: list[tuple[str, str, float]], piece_of: dict[str, int]) -> "_Batch":
        """Encode pairs of equal lengths."""
        length = len(pairs[0][1])
        columns = np.zeros((len(pairs), length + 1, LONGEST_PIECE + 1), np.intp)
        for position, (_word, spelling, _weight) in enumerate(pairs):
            for begin in range(length):
                for size in range(1, min(LONGEST_PIECE, length - begin) + 1):
                    columns[position, begin, size] = piece_of[spelling[begin : begin + size]]
        return cls(np.array(rows, np.intp), columns, np.array([weight for *_, weight in pairs]))

    def expect(self, table: Floats, counts: Floats) -> float:
        """Add the expected number of times that each piece was used; gives the logarithm of the likelihood."""
        number, steps = self.rows.shape
        length = self.columns.shape[1] - 1
        used = [table[self.rows[:, step, None, None], self.columns] for step in range(steps)]
        forward = np.zeros((steps + 1, number, length + 1))
        forward[0, :, 0] = 1.0
        for step in range(steps):
            for size in range(min(LONGEST_PIECE, length) + 1):
                end = length + 1 - size
                forward[step + 1, :, size:] += forward[step, :, :end] * used[step][:, :end, size]
        total = forward[steps, :, length]
        share = np.where(total > 0, self.weights / np.maximum(total, 1e-300), 0.0)
        backward = np.zeros((number, length + 1))
        backward[:, length] = 1.0
        for step in range(steps - 1, -1, -1):
            earlier = np.zeros_like(backward)
            for size in range(min(LONGEST_PIECE, length) + 1):
                end = length + 1 - size
                through = used[step][:, :end, size] * backward[:, size:]
                earlier[:, :end] += through
                expected = forward[step, :, :end] * through * share[:, None]
                flat = self.rows[:, step, None] * counts.shape[1] + self.columns[:, :end, size]
                np.add.at(counts.reshape(-1), flat.ravel(), expected.ravel())
            backward = earlier
        return float(np.sum(self.weights * np.log(np.maximum(total, 1e-300))))


def _alike(words: Sequence[Sequence[object]], pairs: Sequence[tuple[str, str, float]]) -> list[list[int]]:
    """Positions of pairs with equal lengths on both sides."""
    groups: dict[tuple[int, int], list[int]] = {}
    for position, (word, pair) in enumerate(zip(words, pairs, strict=True)):
        groups.setdefault((len(word), len(pair[1])), []).append(position)
    return list(groups.values())


def _pieces_of(spelling: str) -> set[str]:
    sizes = range(1, LONGEST_PIECE + 1)
    return {spelling[begin : begin + size] for begin in range(len(spelling)) for size in sizes}


def _smoothed(counts: Floats, own: Numbers, letters: int) -> tuple[Floats, Floats]:
    by_letter = np.zeros((letters, counts.shape[1]))
    np.add.at(by_letter, own, counts)
    everywhere = by_letter.sum(axis=0) + 1e-3
    by_letter += LETTER_WEIGHT * everywhere / everywhere.sum()
    by_letter /= by_letter.sum(axis=1, keepdims=True)
    table = counts + CONTEXT_WEIGHT * by_letter[own]
    return table / table.sum(axis=1, keepdims=True), by_letter


HEAD = (
    "How letters of Urdu words are written in Latin script: letter, context, Latin letters, probability.",
    "Fitted by sanad/names/fitting.py to the Urdu lexicon (train part) of the Dakshina dataset v1.0 by Google LLC,",
    "licence CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/); this table is under the same licence.",
)

if __name__ == "__main__":
    write(fit(read_attested(Path(sys.argv[1]))), Path(sys.argv[2]), HEAD)
