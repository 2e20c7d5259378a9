"""Names in two scripts: the right Urdu word for a Latin spelling, how fast, and a plain transliteration beside it.

Needs the attested spellings (SANAD_SHARED_DATA/names/ur.dev.tsv and ur.train.tsv), which the product does not hold.
"""

import os
import random
from collections import defaultdict
from pathlib import Path

from benchmarks.scratch import ROOT, Result, stopwatch

ATTESTED = Path(os.environ.get("SANAD_SHARED_DATA", ROOT.parent / "shared" / "data")) / "names"
QUERIES = 1_000
# One Latin letter for each Urdu letter: what a program without a fitted table does.
PLAIN = dict(zip("ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھیے", "abpttsjchkddzrrzjssszztagfqkglmnnwhhie", strict=True))


def main() -> list[Result]:
    """Rank among the development words, and among all attested words."""
    from sanad.names import keys_of
    from sanad.names.letters import arabic
    from sanad.names.transducer import Words

    development, training = _attested("dev"), _attested("train")
    results = []
    for pairs, known, aim in ((development, development, 0.93), (development, development + training, 0.80)):
        words = sorted({word for word, _spelling in known})
        wanted = defaultdict(set)
        for word, spelling in known:
            wanted[spelling].add(word)
        asked = random.Random(4).sample(sorted(set(pairs)), QUERIES)
        ready = Words(words)
        ready.scores("ready")
        with stopwatch() as seconds:
            right = sum(words[int(ready.scores(spelling).argmax())] in wanted[spelling] for _word, spelling in asked)
            took = seconds()
        among = f"{len(words):,} words"
        share, speed = right / QUERIES, QUERIES * len(words) / took / 1e6
        results += [
            Result("names: right Urdu spelling first", among, f"{share:.3f}", f"≥ {aim}", share >= aim),
            Result("names: million pair scores a second", among, f"{speed:.1f}", "≥ 3", speed >= 3),
        ]
        if known is development:
            plain = [(word, "".join(PLAIN.get(letter, "") for letter in arabic(word))) for word in words]
            first = [max(plain, key=lambda one: jaro_winkler(one[1], spelling))[0] for _w, spelling in asked[:200]]
            right = sum(word in wanted[spelling] for word, (_w, spelling) in zip(first, asked[:200], strict=True))
            results.append(Result("  beside it: Jaro-Winkler on a plain transliteration", among, f"{right / 200:.3f}"))
    names = _full_names()
    with stopwatch() as seconds:
        for name in names:
            keys_of(name)
        speed = len(names) / seconds()
    keyed = f"{len(names):,} full names"
    results.append(Result("names: keys a second", keyed, f"{speed:,.0f}", "≥ 20,000", speed >= 20_000))
    return results


def _full_names(number: int = 100_000) -> list[str]:
    """Full names of one to three common names, a third of them in Urdu, the others with some spelling of each."""
    from sanad.names.transducer import Words
    from sanad.names.vocabulary import NAMES

    lines = NAMES.read_text(encoding="utf-8").splitlines()
    urdu = [name for line in lines if not line.startswith("#") for name in line.split()]
    spellings = sorted({spelling for _word, spelling in _attested("train")})[::40]
    ready = Words(urdu)
    latin = [spelling for spelling in spellings if ready.scores(spelling).max() > -12] or spellings
    draw = random.Random(5)
    return [
        " ".join(draw.choices(urdu if draw.random() < 1 / 3 else latin, k=draw.randint(1, 3))) for _ in range(number)
    ]


def _attested(part: str) -> list[tuple[str, str]]:
    lines = (ATTESTED / f"ur.{part}.tsv").read_text(encoding="utf-8").splitlines()
    return [(word, spelling) for word, spelling, *_number in (line.split("\t") for line in lines) if spelling.isascii()]


def jaro_winkler(one: str, other: str) -> float:
    """The similarity of Winkler (1990): 0.0 to 1.0."""
    if not one or not other:
        return 0.0
    reach = max(len(one), len(other)) // 2 - 1
    taken = [False] * len(other)
    matched = []
    for i, letter in enumerate(one):
        for j in range(max(0, i - reach), min(len(other), i + reach + 1)):
            if not taken[j] and other[j] == letter:
                taken[j] = True
                matched.append(letter)
                break
    if not matched:
        return 0.0
    against = [letter for letter, was in zip(other, taken, strict=True) if was]
    swapped = sum(mine != theirs for mine, theirs in zip(matched, against, strict=True)) / 2
    common = len(matched)
    jaro = (common / len(one) + common / len(other) + (common - swapped) / common) / 3
    prefix = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return jaro + min(prefix, 4) * 0.1 * (1 - jaro)
