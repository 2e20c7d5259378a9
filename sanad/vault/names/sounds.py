"""Keys by which a name in Urdu script and the same name in Latin letters meet. No Django.

The key is the frame of consonants: what spellings of one name mostly share. `محمد`, Muhammad and Mohammed are all
`md`. It is rough on purpose and never the only evidence: who sounds alike stands below who is written alike.
A learned transcription can take its place by giving further keys from `keys_of`; nothing else asks for them.
"""

import re
from functools import lru_cache

LONGEST_KEY = 12


class _Kept(dict[int, str | None]):
    """For `str.translate`: what is not named is left out."""

    def __missing__(self, letter: int) -> None:
        return None


ARABIC = {
    letter: sound
    for letters, sound in (
        ("ب", "b"), ("پ", "p"), ("تطٹ", "t"), ("ثسصش", "s"), ("جژ", "j"), ("چ", "c"), ("خقک", "k"), ("دڈ", "d"),
        ("ذزضظ", "z"), ("رڑ", "r"), ("غگ", "g"), ("ف", "f"), ("ل", "l"), ("م", "m"), ("نں", "n"),
    )
    for letter in letters
}  # fmt: skip
LATIN = {letter: letter for letter in "bptsjcdzrgflmnk"} | {"q": "k"}
# Written with two letters or more, spoken as one; the longer ones stand first.
TOGETHER = {
    "sch": "s", "sh": "s", "tch": "c", "chh": "c", "ch": "c", "kh": "k", "ck": "k", "gh": "g", "ph": "f", "zh": "j",
    "x": "ks", "ce": "s", "ci": "s", "cy": "s", "c": "k",
}  # fmt: skip
SPELT = re.compile("|".join(TOGETHER))
# What is dropped inside a word is kept, roughly, at its beginning.
FIRST = dict.fromkeys("aeiouاآع", "a") | dict.fromkeys("hحہھ", "h") | dict.fromkeys("vwو", "v")
FIRST |= dict.fromkeys("yی", "y")
CONSONANTS = _Kept({ord(letter): sound for letter, sound in (ARABIC | LATIN).items()})
REPEATED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65_536)
def keys_of(token: str) -> tuple[str, ...]:
    """The keys of one folded token; none for what has no letter of the two scripts."""
    word = token
    if token.isascii():
        word = SPELT.sub(lambda spelt: TOGETHER[spelt[0]], token)
    frame = word.translate(CONSONANTS)
    first = FIRST.get(token[:1], "")
    key = REPEATED.sub(r"\1", first + frame)[:LONGEST_KEY]
    return (key,) if key else ()
