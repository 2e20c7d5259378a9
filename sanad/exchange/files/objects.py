"""JSON: a list of objects, an object with `rows`, or one object per line; read object by object.

Numbers stay as they are written, so that 0300 or 1.10 lose nothing; nested values become their own JSON text.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from sanad.exchange.files import limits
from sanad.exchange.files.content import Kind
from sanad.exchange.files.encodings import survey_text
from sanad.kit.refusals import N_, Reason, Refused
from sanad.kit.text import storable

CHUNK = 2**18
BETWEEN = " \t\r\n,"
ROWS = "rows"


class Objects:
    """A JSON file as a table: one object is one row, its keys are the columns."""

    kind = Kind.JSON
    delimiter = ""

    def __init__(self, path: Path, *, encoding: str | None = None) -> None:
        self.path = path
        self.text = survey_text(path, encoding)
        self.encoding = self.text.encoding
        self.notes: list[Reason] = list(self.text.notes)
        self._keys = self._all_keys()

    def sheet_names(self) -> list[str]:
        """A JSON file is one sheet without a name."""
        return [""]

    def rows(self, sheet: str = "") -> Iterator[list[str]]:
        """The keys as a header, then one row per object."""
        if self._keys:
            yield self._keys
        for thing in self._objects():
            yield [as_text(thing.get(key)) for key in self._keys]

    def _all_keys(self) -> list[str]:
        keys: dict[str, None] = {}
        for thing in self._objects():
            if not keys.keys() >= thing.keys():
                keys.update(dict.fromkeys(thing))
                if len(keys) > limits.MOST_COLUMNS:
                    break
        return list(keys)

    def _objects(self) -> Iterator[dict[str, object]]:
        decoder = json.JSONDecoder(
            object_pairs_hook=_pairs, parse_float=str, parse_int=str, parse_constant=str, strict=False
        )
        number, text = 0, ""
        with self.path.open(encoding=self.text.encoding, errors=self.text.errors) as file:
            text = _after_opening(file.read(CHUNK))
            while True:
                text = text.lstrip(BETWEEN)
                if text.startswith(("]", "}")):
                    return
                try:
                    thing, end = decoder.raw_decode(text)
                except json.JSONDecodeError as error:
                    more = file.read(max(CHUNK, len(text)))
                    if more and len(text) < limits.LARGEST_JSON_OBJECT:
                        text += more
                        continue
                    if not text:
                        return
                    raise _broken(number + 1) from error
                except RecursionError as error:  # brackets within brackets without end
                    raise _broken(number + 1) from error
                number += 1
                if not isinstance(thing, dict):
                    raise _broken(number)
                yield thing
                text = text[end:]


def _after_opening(text: str) -> str:
    """What follows the opening bracket, or the opening of `rows`."""
    start = text.lstrip()
    if start.startswith("["):
        return start[1:]
    head, found, rest = start.partition(f'"{ROWS}"')
    if found and head.count("{") == 1 and rest.lstrip().startswith(":"):
        opening = rest.lstrip()[1:].lstrip()
        if opening.startswith("["):
            return opening[1:]
    return start


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object whose keys are all different."""
    thing = {storable(name): value for name, value in pairs}
    if len(thing) != len(pairs):
        names = [storable(name) for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Refused.one("file.key_twice", N_("An object of the file has the key “%(name)s” twice."), name=twice)
    return thing


def _broken(number: int) -> Refused:
    return Refused.one(
        "file.json_broken",
        N_(
            "Object %(number)s of the file is not readable JSON, or no object."
            " A list of objects is read, or one with “rows”."
        ),
        number=number,
    )


def as_text(value: object) -> str:
    """A value of JSON as text."""
    if isinstance(value, str):
        return storable(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return storable(json.dumps(value, ensure_ascii=False))
