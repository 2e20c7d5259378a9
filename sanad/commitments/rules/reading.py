"""Reading recommendations from the rows of a spreadsheet: what a row says, and why one is refused."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sanad.commitments.rules.asked import Position
from sanad.kit.dates import read_date
from sanad.kit.refusals import N_, Reason, Refused
from sanad.kit.text import ascii_digits, clean, fold

WRITTEN = ("edtf", "iso", "d/m/Y", "d-m-Y", "d.m.Y", "m/Y", "Month d, Y", "d Month Y", "Month Y")
YEAR = re.compile(r"(?:19|20)\d\d")
# What a column can be, and how heads of columns call it.
COLUMNS: dict[str, tuple[str, ...]] = {
    "mechanism": ("mechanism", "body", "treaty body"),
    "cycle": ("cycle", "session", "cycle or session", "cycle_or_session"),
    "document": ("document", "symbol", "document symbol"),
    "paragraph": ("paragraph", "para", "number", "no", "paragraph number", "پیراگراف"),
    "letter": ("part", "letter", "sub-paragraph", "subparagraph"),
    "asked_by": ("recommending", "recommending state", "asked by", "state", "by"),
    "asked_on": ("date", "asked on", "adopted"),
    "position": ("position", "response", "state position"),
    "position_on": ("position date", "position on", "date of position"),
    "position_document": ("position document", "response document"),
    "words": ("recommendation", "text", "words", "paraphrase", "سفارش"),
    "translation": ("translation", "urdu", "ترجمہ"),
    "kind": ("kind", "kind of asker"),
    "themes": ("theme", "themes", "موضوع"),
    "note": ("note", "remarks", "source"),
}
LONGEST = {"mechanism": 80, "cycle": 80, "document": 200, "paragraph": 40, "letter": 20, "asked_by": 200}
LONGEST |= {"position_document": 200, "kind": 60, "words": 10_000, "translation": 10_000, "note": 2_000}
POSITIONS = {
    "supported": Position.SUPPORTED,
    "accepted": Position.SUPPORTED,
    "enjoys support": Position.SUPPORTED,
    "noted": Position.NOTED,
    "partly": Position.PARTLY,
    "partially supported": Position.PARTLY,
    "supported in part": Position.PARTLY,
    "rejected": Position.REJECTED,
    "not supported": Position.REJECTED,
    "pending": Position.PENDING,
    "منظور": Position.SUPPORTED,
    "نوٹ کیا گیا": Position.NOTED,
    "مسترد": Position.REJECTED,
}
KIND_OF = {"upr": "upr", "court": "court", "commission": "commission"}


@dataclass(frozen=True)
class Asked:
    """One row as a recommendation."""

    row: int
    kind: str
    source: str
    asked_by: str
    words: str
    paragraph: str = ""
    letter: str = ""
    mechanism: str = ""
    cycle: str = ""
    document: str = ""
    asked_on: str = ""
    position: str = ""
    position_on: str = ""
    position_document: str = ""
    translation: str = ""
    themes: tuple[str, ...] = ()
    note: str = ""

    @property
    def place(self) -> tuple[str, str, str]:
        """Which part of which paragraph it is."""
        return self.source, self.paragraph, self.letter


@dataclass
class Rows:
    """The rows of one file, read one after another: each part may stand there once."""

    seen: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def read(self, number: int, said: Mapping[str, str]) -> Asked:
        """The recommendation of a row; refused with every reason."""
        values = {name: clean(text).strip() for name, text in said.items() if name in COLUMNS}
        reasons = [*_missing(values), *_too_long(values)]
        if reasons:
            raise Refused(reasons)
        asked = _asked(number, values)
        first = self.seen.setdefault(asked.place, number)
        if first != number:
            sentence = N_("This part stands in row %(row)s already: %(part)s. Each part of a paragraph has one row.")
            part = f"{asked.paragraph} {asked.letter}".strip()
            raise Refused.one("asked.twice", sentence, "paragraph", row=first, part=part)
        return asked


def column_for(head: str) -> str:
    """What a column is by its head; empty where nothing fits."""
    key = fold(head.replace("_", " "))
    return next((name for name, heads in COLUMNS.items() if key in {fold(one.replace("_", " ")) for one in heads}), "")


def source_of(mechanism: str, year: str, cycle: str = "") -> str:
    """The short name of a document for filters: `upr-2012`."""
    found = YEAR.search(ascii_digits(cycle)) or YEAR.search(ascii_digits(year))
    name = re.sub(r"[^a-z0-9]+", "-", fold(mechanism)).strip("-")
    return f"{name or 'other'}-{found[0]}" if found else name or "other"


def _missing(values: Mapping[str, str]) -> Iterator[Reason]:
    if not values.get("paragraph"):
        sentence = N_("The number of the paragraph is missing; without it the part cannot be told from others.")
        yield Reason("asked.no_number", sentence, {}, "paragraph")
    if not values.get("words"):
        yield Reason("asked.no_words", N_("The recommendation itself is missing."), {}, "words")
    if not values.get("asked_by") and not values.get("mechanism"):
        yield Reason("asked.by_nobody", N_("Who asked for it is missing."), {}, "asked_by")


def _too_long(values: Mapping[str, str]) -> Iterator[Reason]:
    for name, most in LONGEST.items():
        if len(values.get(name, "")) > most:
            sentence = N_("The text is longer than %(most)s characters.")
            yield Reason("asked.too_long", sentence, {"most": most}, name)


def _asked(number: int, values: Mapping[str, str]) -> Asked:
    mechanism = values.get("mechanism", "")
    asked_on, cycle = _date(values.get("asked_on", ""), "asked_on"), values.get("cycle", "")
    position = _position(values.get("position", ""))
    return Asked(
        row=number,
        kind=values.get("kind") or KIND_OF.get(fold(mechanism), "treaty_body" if mechanism else "other"),
        source=source_of(mechanism, asked_on, cycle),
        asked_by=values.get("asked_by") or mechanism,
        words=values["words"],
        paragraph=ascii_digits(values["paragraph"]),
        letter=values.get("letter", "").strip("() "),
        mechanism=mechanism,
        cycle=cycle,
        document=values.get("document", ""),
        asked_on=asked_on,
        position=position,
        position_on=_date(values.get("position_on", ""), "position_on") if position else "",
        position_document=values.get("position_document", "") if position else "",
        translation=values.get("translation", ""),
        themes=tuple(part.strip() for part in re.split(r"[;؛]", values.get("themes", "")) if part.strip()),
        note=values.get("note", ""),
    )


def _position(said: str) -> str:
    if not said:
        return ""
    found = {fold(word): position for word, position in POSITIONS.items()}.get(fold(said))
    if found is None:
        sentence = N_("“%(said)s” is no position. Write supported, noted, partly, rejected or pending.")
        raise Refused.one("asked.position", sentence, "position", said=said[:60])
    return found.value


def _date(said: str, field_name: str) -> str:
    if not said:
        return ""
    try:
        return str(read_date(said, WRITTEN).text)
    except Refused as refusal:
        first = refusal.reasons[0]
        raise Refused.one(first.code, first.sentence, field_name, **first.params) from refusal
