"""All forms of the entry page together: drawn as typed, grown by a line, filled by a preset, read as a whole."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sanad.codes import queries as codes
from sanad.codes.rules import Preset
from sanad.front import placing
from sanad.front.forms.lines import Typed, shown_lines, submitted_lines, typed, typed_lines
from sanad.front.forms.report import MOST_LINES, PerpetratorForm, SaidForm, SourceForm, VictimForm
from sanad.front.forms.widgets import offer
from sanad.front.options import Bodies, in_urdu
from sanad.front.placing import Placed
from sanad.kit.refusals import Refused
from sanad.web.refusals import say

MOST_ALLEGED = 20
VICTIMS, PERPETRATORS = "victims", "perpetrators"
ONCE = ("means", "stated_reason", "kind_of_place")  # facets of a preset that the form says once


@dataclass
class Typing:
    """What stands in the fields of the page, read or not."""

    source: Typed = field(default_factory=dict)
    said: Typed = field(default_factory=dict)
    victims: list[Typed] = field(default_factory=list)
    perpetrators: list[Typed] = field(default_factory=list)

    @classmethod
    def of(cls, data: QueryDict) -> "Typing":
        """What was sent."""
        return cls(
            typed(SourceForm, data),
            typed(SaidForm, data),
            typed_lines(VictimForm, VICTIMS, data, MOST_LINES),
            typed_lines(PerpetratorForm, PERPETRATORS, data, MOST_ALLEGED),
        )

    def changed_by(self, deed: str, *, before: int = 0) -> None:
        """Add a line, or take one away: `add victims`, `drop perpetrators 2`. `before`: see `Entry.before`."""
        verb, _space, rest = deed.partition(" ")
        name, _space, number = rest.partition(" ")
        lines = {VICTIMS: self.victims, PERPETRATORS: self.perpetrators}.get(name)
        if lines is None:
            return
        if verb == "add":
            lines.append({})
        elif verb == "drop" and number.isdecimal() and int(number) < len(lines):
            del lines[int(number)]
            if name == VICTIMS:
                self._renumber(before + int(number) + 1)

    def _renumber(self, gone: int) -> None:
        """Lines that point to a line by its number follow it, and let go of the one that is gone."""
        for name, lines in (("member_of", self.victims), ("line", self.perpetrators)):
            for line in lines:
                said = str(line.get(name) or "")
                if said.isdecimal() and int(said) >= gone:
                    line[name] = "" if int(said) == gone else int(said) - 1

    def fill(self, preset: Preset) -> tuple[list[str], list[str]]:
        """Fill the fields of a preset that are empty; says which were filled and which were left as they are."""
        filled: list[str] = []
        left: list[str] = []
        victim, alleged = _first(self.victims), None
        for facet, slugs in preset.fills.items():
            if facet == "perpetrator_type":
                alleged = _first(self.perpetrators)
            line, name = self._target(facet, victim, alleged)
            if line is None:
                continue
            several = name in ("acts", "characteristics")
            old = line.get(name)
            if old and (not several or not isinstance(old, Iterable) or any(old)):
                left.append(label_of(facet))
                continue
            line[name] = list(slugs) if several else slugs[0]
            filled += [f"{label_of(facet)}: {codes.label(codes.code(facet, slug))}" for slug in slugs]
        return filled, left

    def _target(self, facet: str, victim: Typed, alleged: Typed | None) -> tuple[Typed | None, str]:
        if facet in ONCE:
            return self.said, facet
        names = {"act": "acts", "characteristic": "characteristics", "victim_status": "status", "sex": "sex"}
        if facet in names:
            return victim, names[facet]
        return (alleged, "type") if facet == "perpetrator_type" else (None, "")


def _first(lines: list[Typed]) -> Typed:
    if not lines:
        lines.append({})
    return lines[0]


def label_of(facet: str) -> str:
    """What the form calls the field of a facet."""
    labels: Mapping[str, object] = {
        "act": VictimForm.base_fields["acts"].label,
        "characteristic": VictimForm.base_fields["characteristics"].label,
        "victim_status": VictimForm.base_fields["status"].label,
        "sex": VictimForm.base_fields["sex"].label,
        "perpetrator_type": PerpetratorForm.base_fields["type"].label,
        **{name: SaidForm.base_fields[name].label for name in ONCE},
    }
    return str(labels.get(facet, facet))


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, and the field it is about."""

    label: object
    address: str
    sentence: str


def faults_of(form: forms.Form) -> list[Fault]:
    """What is wrong with one form."""
    whole = [Fault("", "", str(sentence)) for sentence in form.non_field_errors()]
    fields = (form[name] for name in form.fields)
    return whole + [
        Fault(bound.label, bound.id_for_label or bound.auto_id, str(sentence))
        for bound in fields
        for sentence in bound.errors
    ]


class PresetForm(forms.Form):
    """The quick way to fill several fields."""

    preset = forms.ChoiceField(label=gettext_lazy("Well-known kinds"), required=False)

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        urdu = in_urdu()
        named = [(one.slug, one.name_ur if urdu else one.name_en) for one in codes.presets()]
        self.fields["preset"].choices = [("", "–"), *named]


class Entry:
    """The forms of one page. `source` is missing where a report is corrected: who told it does not change."""

    def __init__(
        self,
        source: SourceForm | None,
        said: SaidForm,
        victims: list[VictimForm],
        perpetrators: list[PerpetratorForm],
        bodies: Bodies,
    ) -> None:
        self.source, self.said, self.victims, self.perpetrators = source, said, victims, perpetrators
        self.presets = PresetForm()
        self.bodies = bodies
        self.place = Placed()
        for form in self.forms:
            offer(form, bodies.options)

    @classmethod
    def shown(cls, typing: Typing, bodies: Bodies, *, with_source: bool = True, least: int = 0) -> "Entry":
        """The page as it was typed, or as it begins; nothing is judged yet."""
        lines = typing.victims + [{} for _ in range(least - len(typing.victims))]
        alleged = typing.perpetrators + [{} for _ in range(least - len(typing.perpetrators))]
        return cls(
            SourceForm(initial=typing.source) if with_source else None,
            SaidForm(initial=typing.said),
            shown_lines(VictimForm, VICTIMS, lines),
            shown_lines(PerpetratorForm, PERPETRATORS, alleged),
            bodies,
        )

    @classmethod
    def submitted(cls, data: QueryDict, bodies: Bodies, *, with_source: bool = True) -> "Entry":
        """The page to be read."""
        return cls(
            SourceForm(data) if with_source else None,
            SaidForm(data),
            submitted_lines(VictimForm, VICTIMS, data, MOST_LINES),
            submitted_lines(PerpetratorForm, PERPETRATORS, data, MOST_ALLEGED),
            bodies,
        )

    @property
    def forms(self) -> list[forms.Form]:
        """In the order of the page."""
        return [*([self.source] if self.source else []), self.said, *self.victims, *self.perpetrators]

    def is_valid(self, *, needs_victims: bool = True, unchanged_place: tuple[str, Placed] | None = None) -> bool:
        """Read every form, and the place."""
        read = [form.is_valid() for form in self.forms]  # every one, so that all faults are shown at once
        good = all(read)
        self._read_place(unchanged_place)
        if needs_victims and good and not self.said_victims and self.victims:
            self.victims[0].add_error(
                "acts", _("Say what was done. If the source does not know, choose “Not known what was done”.")
            )
        if good:
            self._check_lines()
        return not any(form.errors for form in self.forms)

    @property
    def before(self) -> int:
        """How many numbered lines stand on the page before those of `victims`."""
        return 0

    @property
    def said_victims(self) -> dict[int, VictimForm]:
        """The lines in which something was typed, by their number on the page."""
        return {n: line for n, line in enumerate(self.victims, self.before + 1) if not line.is_blank}

    @property
    def said_perpetrators(self) -> list[PerpetratorForm]:
        """The lines in which somebody was named or typed."""
        return [line for line in self.perpetrators if not line.is_blank]

    def _read_place(self, unchanged: tuple[str, Placed] | None) -> None:
        if "place" not in self.said.cleaned_data:
            return
        data = self.said.cleaned_data
        if unchanged is not None and data["place"] == unchanged[0]:
            self.place = unchanged[1]
            return
        resolution = placing.read(data["place"])
        offered = placing.choices(resolution)
        chosen = self.said.data.get("place_key", "") if self.said.data.get("place_asked") == data["place"] else ""
        if offered:
            self.said.fields["place_key"].choices = offered
            self.said.data = _with(self.said.data, place_asked=data["place"], place_key=chosen)
        if offered and chosen not in dict(offered):
            self.said.errors.pop("place_key", None)
            self.said.add_error(
                "place_key", _("“%(said)s” can be several places. Choose one.") % {"said": data["place"]}
            )
            return
        self.said.errors.pop("place_key", None)
        self.place = placing.settled(resolution, chosen if offered else "")

    def _check_lines(self) -> None:
        """Lines that point to another by its number must find it."""
        groups = self.numbered_groups()
        for n, line in self.said_victims.items():
            group = line.cleaned_data["member_of"]
            if group and (group == n or not groups.get(group)):
                line.add_error("member_of", _("Line %(number)s is no group.") % {"number": group})
        for alleged in self.said_perpetrators:
            whom = alleged.cleaned_data["line"]
            if whom and whom not in groups:
                alleged.add_error("line", _("There is no line %(number)s.") % {"number": whom})

    def numbered_groups(self) -> dict[int, bool]:
        """Which numbers of the page are lines that say something, and whether they are groups."""
        return {n: line.cleaned_data["kind"] == "group" for n, line in self.said_victims.items()}

    def allow_new_institutions(self, allowed: bool) -> None:
        """Whether names that are in no list may be added to it from this page."""
        for form in (self.source, self.said):
            if form is not None:
                form.may_name = allowed

    def add_refusal(self, refusal: Refused) -> None:
        """Show why the action refused, each reason at its field."""
        for reason in refusal.reasons:
            form = next((one for one in self.forms if reason.field in one.fields), self.said)
            form.add_error(reason.field if reason.field in form.fields else None, say(reason))

    @property
    def faults(self) -> list[Fault]:
        """Everything that is wrong, in the order of the page; nothing before the page was read."""
        return [fault for form in self.forms if form.is_bound for fault in faults_of(form)]

    @property
    def asks_place(self) -> bool:
        """Whether the reader has to choose among places."""
        return bool(self.said.fields["place_key"].choices)


def _with(data: QueryDict, **changes: str) -> QueryDict:
    copy = data.copy()
    for name, value in changes.items():
        copy[name] = value
    return copy
