"""The inner loops of the transducer, compiled. Numba costs some 180 MB: it is taken in for many words only."""

import numpy as np
from numba import njit


@njit(cache=True, nogil=True)
def walk(parents, rows, emitted):  # type: ignore[no-untyped-def]  # compiled
    """Probability that the whole spelling was written by the letters up to each node."""
    length = emitted.shape[1]
    so_far = np.zeros((len(parents), length), np.float32)
    so_far[0, 0] = 1.0
    for node in range(1, len(parents)):
        before, after, pieces = so_far[parents[node]], so_far[node], emitted[rows[node]]
        for begin in range(length):
            probability = before[begin]
            if probability > 1e-30:
                for size in range(min(3, length - 1 - begin) + 1):
                    after[begin + size] += probability * pieces[begin, size]
    return so_far[:, length - 1].copy()


@njit(cache=True, nogil=True)
def one(rows, columns, table):  # type: ignore[no-untyped-def]  # compiled
    """Probability that a word was written so; the same as `transducer.plain_one`."""
    length = len(columns)
    so_far = np.zeros(length, np.float32)
    so_far[0] = 1.0
    for row in rows:
        after = np.zeros(length, np.float32)
        for begin in range(length):
            if so_far[begin] > 1e-30:
                for size in range(min(3, length - 1 - begin) + 1):
                    after[begin + size] += so_far[begin] * table[row, columns[begin, size]]
        so_far = after
    return so_far[length - 1]
