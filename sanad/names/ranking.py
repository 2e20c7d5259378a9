"""Which of many names was meant: the likeliest first."""

from collections.abc import Sequence

import numpy as np

from sanad.names.comparing import compare
from sanad.names.letters import is_arabic, latin
from sanad.names.transducer import Words, spelling_scores
from sanad.names.words import words_of


def rank(query: str, among: Sequence[str], limit: int = 10) -> list[tuple[str, float]]:
    """The names most like the query, with scores that fall; single words across scripts by the fitted probabilities."""
    if _one_word(query) and not is_arabic(query) and all(is_arabic(name) and _one_word(name) for name in among):
        return rank_words(query, among, limit)
    if is_arabic(query) and _one_word(query) and all(latin(name) and _one_word(name) for name in among):
        scores = spelling_scores([query] * len(among), among) / (np.array([len(latin(name)) for name in among]) + 1)
    else:
        scores = np.array([compare(query, name).score for name in among], np.float32)
    return _first(scores, among, limit)


def rank_words(spelling: str, words: Sequence[str], limit: int = 10) -> list[tuple[str, float]]:
    """Words in Arabic script by how likely this Latin spelling of each is (natural logarithm)."""
    return _first(Words(words).scores(spelling), words, limit)


def _first(scores: np.ndarray, among: Sequence[str], limit: int) -> list[tuple[str, float]]:
    order = np.argsort(-scores, kind="stable")[:limit]
    return [(among[i], round(float(scores[i]), 4)) for i in order]


def _one_word(name: str) -> bool:
    return len(words_of(name)) == 1
