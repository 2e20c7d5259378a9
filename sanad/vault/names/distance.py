"""How many letters one word differs by from many: added, left out, changed, or two changed over. No Django."""

import numpy as np
from numpy.typing import NDArray

BITS = 61
Letters = NDArray[np.uint32]  # one word per row, filled with zeros


def letters_of(words: NDArray[np.str_]) -> Letters:
    """The letters of words as numbers, one word per row."""
    width = words.dtype.itemsize // 4
    return np.ascontiguousarray(words).view(np.uint32).reshape(len(words), width)


def edits(word: str, letters: Letters, lengths: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Edits between `word` and each row; exact (optimal string alignment), for words up to 200 letters."""
    rows, width = letters.shape
    before_that = np.zeros((width + 1, rows), np.uint8)
    before = np.repeat(np.arange(width + 1, dtype=np.uint8)[:, None], rows, axis=1)
    columns = np.ascontiguousarray(letters.T)
    last = 0
    for number, letter in enumerate(map(ord, word), start=1):
        now = np.empty_like(before)
        now[0] = number
        for at in range(1, width + 1):
            differs = columns[at - 1] != letter
            now[at] = np.minimum(np.minimum(before[at], now[at - 1]) + 1, before[at - 1] + differs)
            if number > 1 and at > 1:
                swapped = (columns[at - 1] == last) & (columns[at - 2] == letter)
                now[at] = np.where(swapped, np.minimum(now[at], before_that[at - 2] + 1), now[at])
        before_that, before, last = before, now, letter
    return before[lengths, np.arange(rows)]


def signature(letters: Letters) -> NDArray[np.uint64]:
    """A bit for each letter that occurs (letters share bits): words few edits apart differ in few bits."""
    bits = np.where(letters > 0, np.uint64(1) << (letters % BITS).astype(np.uint64), np.uint64(0))
    return np.bitwise_or.reduce(bits, axis=1)


def letter_bit(letter: int) -> int:
    """The bit of one letter."""
    return 1 << (letter % BITS)


def may_be_near(one: int, others: NDArray[np.uint64], most: int) -> NDArray[np.bool_]:
    """Whether words can be within so many edits by their signatures; never wrong in saying no.

    An edit takes at most one letter away and adds at most one.
    """
    mine = np.uint64(one)
    missing, added = np.bitwise_count(mine & ~others), np.bitwise_count(others & ~mine)
    return (missing <= most) & (added <= most)
