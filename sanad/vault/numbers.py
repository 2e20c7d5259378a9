"""Identity card and telephone numbers as they are searched: in one normal form, by a keyed hash. No database.

Equal numbers of one custodian have equal hashes, which is what finds a person who was recorded before; two custodians
have different ones. Whoever has the database but not the custodian's secret cannot try numbers.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from uuid import UUID

from sanad.kit.text import CNIC, PHONE, ascii_digits, visible
from sanad.vault.keys import keyed_hasher

OF = "mention"
HASH_BYTES = 16
NOT_DIGITS = re.compile(r"\D+", re.ASCII)
COUNTRY = "92"

Row = tuple[UUID, str, int, str, bytes]  # in the order of `models.NUMBER_COLUMNS`


class Kind(StrEnum):
    """What number it is; also the name of the sealed field."""

    CNIC = "cnic"
    PHONE = "phone"


FORMS = {Kind.CNIC: CNIC, Kind.PHONE: PHONE}
LEAST = {Kind.CNIC: 11, Kind.PHONE: 7}  # digits of a number in no form that we know: an old card, a line abroad
MOST = 15


def numbers_in(kind: Kind, text: str) -> list[str]:
    """The numbers of a kind in a field, in normal form, each once."""
    plain = ascii_digits(visible(text))
    found = [NOT_DIGITS.sub("", match.group()) for match in FORMS[kind].finditer(plain)]
    if not found:
        whole = NOT_DIGITS.sub("", plain)
        found = [whole] if LEAST[kind] <= len(whole) <= MOST else []
    return list(dict.fromkeys(_dialled(number) if kind is Kind.PHONE else number for number in found))


def typed(text: str) -> dict[Kind, list[str]]:
    """The numbers that somebody means who types this to find a person; none where it is a name."""
    plain = ascii_digits(visible(text))
    if CNIC.search(plain):
        return {Kind.CNIC: numbers_in(Kind.CNIC, text)}
    if PHONE.search(plain):
        return {Kind.PHONE: numbers_in(Kind.PHONE, text)}
    if any(letter.isalpha() for letter in plain):
        return {}
    return {kind: found for kind in Kind if (found := numbers_in(kind, text))}


def rows_for(custodian_id: int, values: Iterable[tuple[UUID, str, Mapping[str, object]]]) -> Iterator[Row]:
    """The rows of numbers for sealed values, given as (row id, table, content)."""
    hash_of = None
    for row_id, of, content in values:
        if of != OF:
            continue
        for kind in Kind:
            said = content.get(kind)
            if not said:
                continue
            hash_of = hash_of or hashers(custodian_id)
            for number in numbers_in(kind, str(said)):
                yield row_id, OF, custodian_id, str(kind), hash_of[kind](number)


def hashers(custodian_id: int) -> dict[Kind, Callable[[str], bytes]]:
    """For each kind the keyed hash of a custodian, cut to what a table needs to tell numbers apart."""
    return {kind: _cut(keyed_hasher(custodian_id, kind)) for kind in Kind}


def _cut(hash_of: Callable[[str], bytes]) -> Callable[[str], bytes]:
    return lambda number: hash_of(number)[:HASH_BYTES]


def _dialled(number: str) -> str:
    """As dialled within the country: 0300…, 051…; a number from abroad without its zeros."""
    digits = number.removeprefix("00")
    if digits.startswith(COUNTRY) and len(digits) > 10:
        return "0" + digits.removeprefix(COUNTRY).lstrip("0")
    if len(digits) == 10 and digits.startswith("3"):  # a worksheet ate the zero
        return "0" + digits
    return digits
