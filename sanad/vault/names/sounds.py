"""Keys by which a name in Urdu script and the same name in Latin letters meet. No Django.

The key is the frame of consonants: what spellings of one name mostly share. `محمد`, Muhammad and Mohammed are all
`md`. It is rough on purpose and never the only evidence: who sounds alike stands below who is written alike.
A learned transcription can take its place by giving further keys from `keys_of`; nothing else asks for them.
"""

import re
from functools import lru_cache

LONGEST_KEY = 12

ARABIC = {
    letter: sound
    for letters, sound in (
        ("ب", "b"), ("پ", "p"), ("تطٹ", "t"), ("ثسصش", "s"), ("جژ", "j"), ("چ", "c"), ("خقک", "k"), ("دڈ", "d"),
        ("ذزضظ", "z"), ("رڑ", "r"), ("غگ", "g"), ("ف", "f"), ("ل", "l"), ("م", "m"), ("نں", "n"),
    )
    for letter in letters
}  # fmt: skip
LATIN = {letter: letter for letter in "bptsjcdzrgflmnk"} | {"q": "k"}
# Written with two letters or more, spoken as one; longest first. Capitals stand for themselves until the end.
TOGETHER = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("sch|sh", "s"), ("tch|chh|ch", "C"), ("kh|ck", "k"), ("gh", "g"), ("ph", "f"), ("zh", "j"), ("x", "ks"),
        ("c(?=[eiy])", "s"), ("c", "k"), ("C", "c"),
    )
)  # fmt: skip
# What is dropped inside a word is kept, roughly, at its beginning.
FIRST = dict.fromkeys("aeiouاآع", "a") | dict.fromkeys("hحہھ", "h") | dict.fromkeys("vwو", "v")
FIRST |= dict.fromkeys("yی", "y")
REPEATED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65_536)
def keys_of(token: str) -> tuple[str, ...]:
    """The keys of one folded token; none for what has no letter of the two scripts."""
    word = token
    if token.isascii():
        for pattern, sound in TOGETHER:
            word = pattern.sub(sound, word)
    frame = "".join(ARABIC.get(letter) or LATIN.get(letter, "") for letter in word)
    first = FIRST.get(token[:1], "")
    key = REPEATED.sub(r"\1", first + frame)[:LONGEST_KEY]
    return (key,) if key else ()
