"""References that people read, write down and say on the telephone: `KP-2026-7F3K9QX2BM`.

Prefix of the office, year, nine random characters, one check character. The characters are
Crockford's base 32, which has no I, L, O and U, so that what is heard or written wrongly can be
put right. Nothing is counted up: no volume leaks, and two sites that never met do not clash.

Nine and not eight: with a million reports in one prefix and year, 32**8 leaves 0.45 clashing
pairs to expect, so every second such year has one; 32**9 leaves 0.014, one year in seventy.
Six characters (32**6) would clash some 465 times. The site still keeps references unique.

The check character is a weighted sum in the field of 32 elements over prefix, year and random
part. All weights differ and none is zero: every single wrong character and every swap of two
characters is found, also in the prefix and in the year.
"""

import os
import re

from sanad.kit.refusals import N_, Refused
from sanad.kit.text import ascii_digits, visible

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_CHARACTERS = 9
FIELD_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1: x generates all 31 elements but zero

PREFIX = re.compile(r"[A-Z]{2,8}\Z")
WRITTEN = re.compile(rf"([A-Z]{{2,8}})([0-9OIL]{{4}})([0-9A-Z]{{{RANDOM_CHARACTERS + 1}}})\Z")
SEPARATORS = re.compile(r"[\s\-_/.\u2010-\u2015\u2212\u0640\u06d4]+")
MISREAD = str.maketrans("OIL", "011")


def _times_x(element: int) -> int:
    element <<= 1
    return element ^ FIELD_POLYNOMIAL if element & 32 else element


def _weights(count: int) -> list[list[int]]:
    """For each place, counted from the check character, the products of its weight with 0..31."""
    tables = []
    weight = 1
    for _ in range(count):
        weight = _times_x(weight)
        tables.append([_product(weight, value) for value in range(32)])
    return tables


def _product(left: int, right: int) -> int:
    result = 0
    while right:
        if right & 1:
            result ^= left
        left, right = _times_x(left), right >> 1
    return result


# At most 8 letters, 4 digits and 9 random characters: 21 places of the 30 that have distinct weights.
WEIGHTS = _weights(8 + 4 + RANDOM_CHARACTERS)
VALUE = {character: value for value, character in enumerate(ALPHABET)}
LETTER_VALUE = {chr(ord("A") + value): value for value in range(26)}
TO_CHARACTER = bytes(ord(ALPHABET[value & 31]) for value in range(256))


def _head_sum(prefix: str, year: str) -> int:
    """What prefix and year add to the check sum."""
    total = 0
    values = [LETTER_VALUE[letter] for letter in prefix] + [int(digit) for digit in year]
    for place, value in enumerate(reversed(values), start=RANDOM_CHARACTERS):
        total ^= WEIGHTS[place][value]
    return total


def _body_sum(values: bytes) -> int:
    total = 0
    for table, value in zip(WEIGHTS, reversed(values), strict=False):
        total ^= table[value & 31]
    return total


def new_reference(prefix: str, year: int) -> str:
    """A reference for one new record of an office."""
    return new_references(prefix, year, 1)[0]


def new_references(prefix: str, year: int, number: int) -> list[str]:
    """Many references at once, all different; for imports."""
    if not PREFIX.match(prefix) or not 1000 <= year <= 9999:
        raise ValueError(f"no reference can begin with {prefix!r} and {year!r}")
    head, head_sum = f"{prefix}-{year}-", _head_sum(prefix, str(year))
    made: dict[str, None] = {}
    while len(made) < number:
        missing = number - len(made)
        noise = os.urandom(missing * RANDOM_CHARACTERS)
        for start in range(0, len(noise), RANDOM_CHARACTERS):
            values = noise[start : start + RANDOM_CHARACTERS]
            check = ALPHABET[head_sum ^ _body_sum(values)]
            made[head + values.translate(TO_CHARACTER).decode() + check] = None
    return list(made)


def read_reference(text: str) -> str:
    """The reference that somebody wrote or said, in its proper form; refused where it cannot be right."""
    squeezed = SEPARATORS.sub("", ascii_digits(visible(text))).upper()
    if written := WRITTEN.match(squeezed):
        prefix, year, body = written[1], written[2].translate(MISREAD), written[3].translate(MISREAD)
        if all(character in VALUE for character in body):
            values = bytes(VALUE[character] for character in body[:-1])
            if _head_sum(prefix, year) ^ _body_sum(values) == VALUE[body[-1]]:
                return f"{prefix}-{year}-{body}"
    raise Refused.one(
        "mistyped",
        N_("“%(said)s” is not a reference: a character is wrong, missing or too many. Compare it with the document."),
        said=text.strip()[:60],
    )
