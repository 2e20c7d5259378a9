"""Which rows of a segment fit a text, and how well. No Django.

For every token that was typed the dictionary says which of its tokens are like it, and how much: written the same,
begun alike, of the same sound, one edit away, two. A row scores the weight of each typed token that it has something
like; rare tokens weigh more. Rows with less than half of the weight do not fit.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sanad.kit.text import in_script
from sanad.names.skeleton import sounds_of
from sanad.vault.names.distance import edits, letter_bit, may_be_near
from sanad.vault.names.segment import Segment

SAME, BEGINNING, SOUND_ACROSS, ONE_EDIT, SOUND, TWO_EDITS = 100, 85, 80, 75, 65, 60
OF_ONE_SOUND_TOO = 10  # Muhammed and Muhammad: near in letters, and no difference in sound
# The name of the father, where that of the person herself was typed, by what it would be worth otherwise.
OF_RELATION = (np.arange(256) * 0.85).astype(np.uint8)
ENOUGH = 0.5
FARTHEST = {1: 0, 2: 0, 3: 1, 4: 1, 5: 1}  # letters -> edits; 2 for longer words
SHORTEST_BEGINNING = 2

LAST_LATIN = 0x5FF

Scores = NDArray[np.float32]
Tokens = NDArray[np.int64]  # numbers in the dictionary


class Like(NamedTuple):
    """What of a segment is like one typed token."""

    best: NDArray[np.uint8]  # by row, 0 to 100
    rows: int  # that have it, or the nearest there is


def scores(segment: Segment, ways: Sequence[Sequence[str]]) -> Scores:
    """The score of each row, 0 to 1; 0 where it does not fit. `ways`: see `tokens.searched`."""
    found = np.zeros(len(segment.ids), np.float32)
    known: dict[str, Like] = {}
    for tokens in ways:
        for token in tokens:
            if token not in known:
                known[token] = _like(segment, token)
        np.maximum(found, _together(segment, [known[token] for token in tokens]), out=found)
    found[~segment.alive] = 0
    return found


def _together(segment: Segment, likes: Sequence[Like]) -> Scores:
    total = np.zeros(len(segment.ids), np.float32)
    whole = 0.0
    for best, rows in likes:
        weight = float(np.log(2 + len(segment.ids) / (1 + rows)))
        whole += weight
        total += (np.arange(256, dtype=np.float32) * np.float32(weight / 100))[best]
    total /= np.float32(whole)
    fitting = np.flatnonzero(total >= np.float32(ENOUGH))
    # Of two that fit alike the shorter name is nearer.
    longer = (segment.lengths[fitting].astype(np.int16) - len(likes)).clip(0, 5)
    found = np.zeros(len(segment.ids), np.float32)
    found[fitting] = total[fitting] - longer.astype(np.float32) * np.float32(0.01)
    return found


def _like(segment: Segment, token: str) -> Like:
    """For each row how much it has what was typed."""
    best = np.zeros(len(segment.ids) * 2, np.uint8)
    rows = 0
    # What is more alike is written over what is less.
    for quality, alike in sorted(_alike(segment, token), key=lambda each: each[0]):
        postings = _all_postings(segment, alike)
        if len(postings):
            best[postings] = quality
            rows = len(postings)
    both = best.reshape(-1, 2)
    return Like(np.maximum(both[:, 0], OF_RELATION[both[:, 1]]), rows)


def _alike(segment: Segment, token: str) -> Iterator[tuple[int, Tokens]]:
    """Tokens of the dictionary that are like this one, by how much."""
    begins = np.searchsorted(segment.tokens, token)
    if len(token) >= SHORTEST_BEGINNING:
        ends = np.searchsorted(segment.tokens, token + "\U0010ffff")
        yield BEGINNING, np.arange(begins, ends)
    if begins < len(segment.tokens) and segment.tokens[begins] == token:
        yield SAME, np.array([begins])
    sounding = _sounding(segment, token)
    same_script = (segment.letters[sounding, 0] > LAST_LATIN) == (in_script(token) == "arabic")
    yield SOUND_ACROSS, sounding[~same_script]
    if max(map(len, sounds_of(token)), default=0) > 1:
        yield SOUND, sounding[same_script]
    for quality, tokens in _edited(segment, token):
        of_one_sound = np.isin(tokens, sounding)
        yield quality, tokens[~of_one_sound]
        yield quality + OF_ONE_SOUND_TOO, tokens[of_one_sound]


def _sounding(segment: Segment, token: str) -> Tokens:
    """Tokens that share a key with this one, in order."""
    found = [np.empty(0, np.int64)]
    for key in sounds_of(token):
        first, end = np.searchsorted(segment.keys, key), np.searchsorted(segment.keys, key, side="right")
        found.append(segment.keyed[first:end].astype(np.int64))
    return np.unique(np.concatenate(found))


def _edited(segment: Segment, token: str) -> Iterator[tuple[int, Tokens]]:
    """Tokens that differ in few letters, by how much."""
    most = FARTHEST.get(len(token), 2)
    if not most:
        return
    mine = 0
    for letter in token:
        mine |= letter_bit(ord(letter))
    near_in_size = np.abs(segment.sizes.astype(np.int16) - len(token)) <= most
    near = np.flatnonzero(near_in_size & may_be_near(mine, segment.signatures, most))
    if not len(near):
        return
    apart = edits(token, segment.letters[near, : len(token) + most], segment.sizes[near])
    yield ONE_EDIT, near[apart == 1]
    if most > 1:
        yield TWO_EDITS, near[apart == 2]


def _all_postings(segment: Segment, tokens: Tokens) -> NDArray[np.uint32]:
    if not len(tokens):
        return np.empty(0, np.uint32)
    if tokens[-1] - tokens[0] == len(tokens) - 1:  # neighbours in the dictionary
        return segment.postings[segment.starts[tokens[0]] : segment.starts[tokens[-1] + 1]]
    return np.concatenate([segment.postings_of(int(token)) for token in tokens])
