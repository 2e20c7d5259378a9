"""What stands in the fields of the entry page, read or not: grown by a line, filled by a preset."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from sanad.codes import queries as codes
from sanad.codes.rules import Preset
from sanad.front.acts import HOW
from sanad.front.forms.grid import (
    ALL,
    MOST_ACTS,
    MOST_ROWS,
    AllegedForm,
    DoneForm,
    LinesField,
    RowForm,
    lines_text,
)
from sanad.front.forms.lines import Typed, typed, typed_lines
from sanad.front.forms.report import PerpetratorForm, SaidForm, SourceForm, VictimForm
from sanad.front.forms.versions import DONE, PERPETRATORS, VICTIMS, of_today
from sanad.kit.text import ascii_digits
from sanad.web.formats import number

MOST_ALLEGED = 20
OF_VICTIM = {"characteristic": "characteristics", "victim_status": "status", "sex": "sex"}


@dataclass
class Typing:
    """What stands in the fields of the page, read or not."""

    source: Typed = field(default_factory=dict)
    said: Typed = field(default_factory=dict)
    done: list[Typed] = field(default_factory=list)
    victims: list[Typed] = field(default_factory=list)
    perpetrators: list[Typed] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        data: QueryDict,
        victim: type[VictimForm] = RowForm,
        alleged: type[PerpetratorForm] = AllegedForm,
        most: int = MOST_ROWS,
    ) -> "Typing":
        """What was sent."""
        if issubclass(victim, RowForm):
            data = of_today(data, most)
        return cls(
            typed(SourceForm, data),
            typed(SaidForm, data),
            typed_lines(DoneForm, DONE, data, MOST_ACTS),
            typed_lines(victim, VICTIMS, data, most),
            typed_lines(alleged, PERPETRATORS, data, MOST_ALLEGED),
        )

    @classmethod
    def begun(cls, source: Typed) -> "Typing":
        """An empty page: one act, done to everybody who is written down."""
        return cls(source, {}, [{"to": ALL}], [{}], [{}])

    def changed_by(self, deed: str, *, before: int = 0, more: str = "") -> None:
        """Add lines, or take one away: `add victims`, `drop perpetrators 2`, `open victims 57`.

        `before`: see `Entry.before`. `more`: how many lines of victims are wanted.
        """
        verb, _space, rest = deed.partition(" ")
        name, _space, number = rest.partition(" ")
        lines = {DONE: self.done, VICTIMS: self.victims, PERPETRATORS: self.perpetrators}.get(name)
        if lines is None:
            return
        if verb == "add":
            lines += [{} for _ in range(_wanted(more) if name == VICTIMS else 1)]
        elif number.isdecimal() and int(number) < len(lines):
            if verb == "open":
                lines[int(number)]["open"] = "yes"
            elif verb == "drop":
                told = lines.pop(int(number)).get("done")
                self._renumber(name, before + int(number) + 1)
                if name == VICTIMS and isinstance(told, list):
                    self._leave_out({int(one) - 1 for one in told if str(one).isdecimal()})

    def _leave_out(self, acts: set[int]) -> None:
        """Acts that were done only to a line that is gone are gone with it."""
        told = [line.get("done") for line in self.victims]
        ticked = {str(one) for ticks in told if isinstance(ticks, list) for one in ticks}
        for n in sorted(acts, reverse=True):
            if len(self.done) > 1 and n < len(self.done) and str(n + 1) not in ticked and not self.done[n].get("to"):
                del self.done[n]
                self._renumber(DONE, n + 1)

    def take(self, kind: str, value: str) -> None:
        """Put into its field what was offered and pressed: a day, a place, an age, an act."""
        if kind == "date":
            self.said["happened"] = value
        elif kind == "place":
            self.said["place"] = value
        elif kind == "age":
            _empty(self.victims, "age")["age"] = value
        elif kind == "act" and value not in [line.get("type") for line in self.done]:
            line = _empty(self.done, "type")
            line |= {"type": value, "to": line.get("to") or ALL}

    def _renumber(self, name: str, gone: int) -> None:
        """What points to a line by its number follows it, and lets go of the one that is gone."""
        if name == VICTIMS:
            for pointer, lines in (("member_of", self.victims), ("line", self.perpetrators), ("to", self.done)):
                for line in lines:
                    if line.get(pointer):
                        line[pointer] = _followed(str(line[pointer]), gone)
        if name == DONE:
            for line in (*self.victims, *self.perpetrators):
                told = line.get("done")
                ticked = [int(one) for one in told if str(one).isdecimal()] if isinstance(told, list) else []
                line["done"] = [str(one - (one > gone)) for one in ticked if one != gone]

    def fill(self, preset: Preset) -> tuple[list[str], list[str]]:
        """Fill the fields of a preset that are empty; says which were filled and which were left as they are."""
        filled: list[str] = []
        left: list[str] = []
        acts = preset.fills.get("act", ())
        lines = self._lines_of(acts)
        for facet, slugs in preset.fills.items():
            if facet == "act":
                known = self._fill_acts(lines)
            elif facet in HOW and acts:
                known = self._fill_manner(facet, slugs[0], lines)
            else:
                known = [("", slug) for slug in self._fill(facet, slugs) or ()]
            filled += [f"{where}{label_of(facet)}: {codes.label(codes.code(facet, slug))}" for where, slug in known]
            left += [] if known else [label_of(facet)]
        return filled, left

    def _lines_of(self, acts: Sequence[str]) -> dict[int, str]:
        """The lines of a preset's acts: where they stand already, else those on which no act is chosen yet."""
        if not any(line.get("type") for line in self.done):  # nobody is told apart: done to everybody
            self.done += [{} for _ in range(len(acts) - len(self.done))]
            self.done[: len(acts)] = [line | {"to": line.get("to") or ALL} for line in self.done[: len(acts)]]
        found: dict[int, str] = {}
        for act in acts:
            for wanted in (act, ""):
                free = (n for n, line in enumerate(self.done) if (line.get("type") or "") == wanted and n not in found)
                if (n := next(free, None)) is not None:
                    found[n] = act
                    break
        return found

    def _fill_acts(self, lines: Mapping[int, str]) -> list[tuple[str, str]]:
        """Acts on lines of their own."""
        known = [(n, act) for n, act in lines.items() if not self.done[n].get("type")]
        for n, act in known:
            self.done[n]["type"] = act
        return [(self._where(n), act) for n, act in known]

    def _fill_manner(self, facet: str, slug: str, lines: Iterable[int]) -> list[tuple[str, str]]:
        """How or why an act was done, where neither the act nor the report says so yet."""
        empty = [n for n in lines if not self.said.get(facet) and not self.done[n].get(facet)]
        for n in empty:
            self.done[n][facet] = slug
        return [(self._where(n), slug) for n in empty]

    def _where(self, line: int) -> str:
        """The act that is meant, where there are several."""
        return _("Act %(number)s: ") % {"number": number(line + 1)} if len(self.done) > 1 else ""

    def _fill(self, facet: str, slugs: tuple[str, ...]) -> list[str] | None:
        """One facet; None where something stands in its field."""
        line, name = self._target(facet)
        if line is None:
            return []
        several = name == "characteristics"
        old = line.get(name)
        if old and (not several or not isinstance(old, Iterable) or any(old)):
            return None
        line[name] = list(slugs) if several else slugs[0]
        return list(slugs if several else slugs[:1])

    def _target(self, facet: str) -> tuple[Typed | None, str]:
        if facet in HOW:
            return self.said, facet
        if facet in OF_VICTIM:
            return _first(self.victims), OF_VICTIM[facet]
        return (_first(self.perpetrators), "type") if facet == "perpetrator_type" else (None, "")


def _wanted(more: str) -> int:
    said = ascii_digits(more).strip()
    return min(max(int(said), 1), MOST_ROWS) if said.isascii() and said.isdecimal() and len(said) < 4 else 1


def _followed(text: str, gone: int) -> str:
    """Numbers of lines after one of them is gone; what cannot be read stays for its field to complain of."""
    try:
        lines = LinesField().clean(text)
    except ValidationError:
        return text
    if isinstance(lines, str):
        return lines
    return lines_text(tuple(one - (one > gone) for one in lines if one != gone))


def _empty(lines: list[Typed], name: str) -> Typed:
    """The first line without this, or a new one."""
    for line in lines:
        if not line.get(name):
            return line
    lines.append({})
    return lines[-1]


def _first(lines: list[Typed]) -> Typed:
    if not lines:
        lines.append({})
    return lines[0]


def label_of(facet: str) -> str:
    """What the form calls the field of a facet."""
    labels: Mapping[str, object] = {
        "act": DoneForm.base_fields["type"].label,
        "characteristic": RowForm.base_fields["characteristics"].label,
        "victim_status": RowForm.base_fields["status"].label,
        "sex": RowForm.base_fields["sex"].label,
        "perpetrator_type": PerpetratorForm.base_fields["type"].label,
        **{name: SaidForm.base_fields[name].label for name in HOW},
    }
    return str(labels.get(facet, facet))
