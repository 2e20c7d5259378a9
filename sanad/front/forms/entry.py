"""All forms of the entry page together: drawn as typed, read as a whole."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sanad.codes import queries as codes
from sanad.front import placing
from sanad.front.acts import Done
from sanad.front.forms.grid import EVERYBODY, MOST_ACTS, MOST_ROWS, AllegedForm, DoneForm, RowForm
from sanad.front.forms.lines import number_of, shown_lines, submitted_lines
from sanad.front.forms.report import PerpetratorForm, SaidForm, SourceForm, VictimForm
from sanad.front.forms.typing import MOST_ALLEGED, Typing
from sanad.front.forms.versions import DONE, PERPETRATORS, VICTIMS, of_today
from sanad.front.forms.widgets import offer
from sanad.front.options import Bodies, in_urdu
from sanad.front.placing import Placed
from sanad.kit.refusals import Refused
from sanad.web.refusals import say


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

    victim: ClassVar[type[VictimForm]] = RowForm
    alleged: ClassVar[type[PerpetratorForm]] = AllegedForm

    def __init__(
        self,
        source: SourceForm | None,
        said: SaidForm,
        victims: list[VictimForm],
        perpetrators: list[PerpetratorForm],
        bodies: Bodies,
        done: list[DoneForm] | None = None,
    ) -> None:
        self.source, self.said, self.victims, self.perpetrators = source, said, victims, perpetrators
        self.done = done or []
        self.presets = PresetForm()
        self.bodies = bodies
        self.place = Placed()
        self.too_many = 0
        for form in self.forms:
            offer(form, bodies.options)

    @classmethod
    def shown(cls, typing: Typing, bodies: Bodies, *, with_source: bool = True) -> "Entry":
        """The page as it was typed, or as it begins; nothing is judged yet."""
        return cls(
            SourceForm(initial=typing.source) if with_source else None,
            SaidForm(initial=typing.said),
            shown_lines(cls.victim, VICTIMS, typing.victims),
            shown_lines(cls.alleged, PERPETRATORS, typing.perpetrators),
            bodies,
            shown_lines(DoneForm, DONE, typing.done),
        )

    @classmethod
    def submitted(cls, data: QueryDict, bodies: Bodies, *, with_source: bool = True) -> "Entry":
        """The page to be read."""
        data = of_today(data, MOST_ROWS)
        entry = cls(
            SourceForm(data) if with_source else None,
            SaidForm(data),
            submitted_lines(cls.victim, VICTIMS, data, MOST_ROWS),
            submitted_lines(cls.alleged, PERPETRATORS, data, MOST_ALLEGED),
            bodies,
            submitted_lines(DoneForm, DONE, data, MOST_ACTS),
        )
        entry.too_many = max(0, number_of(VICTIMS, data, 9999) - MOST_ROWS)
        return entry

    @property
    def forms(self) -> list[forms.Form]:
        """In the order of the page."""
        return [*([self.source] if self.source else []), self.said, *self.done, *self.victims, *self.perpetrators]

    def is_valid(self, *, needs_victims: bool = True, unchanged_place: tuple[str, Placed] | None = None) -> bool:
        """Read every form, and the place."""
        self._read_days()
        read = [form.is_valid() for form in self.forms]  # every one, so that all faults are shown at once
        good = all(read)
        self._read_place(unchanged_place)
        if self.done:
            self._tick()
        if needs_victims and good and not self.said_victims and self.victims:
            at = (self.done[0], "type") if self.done else (self.victims[0], "acts")
            at[0].add_error(
                at[1], _("Say what was done. If the source does not know, choose “Not known what was done”.")
            )
        if good:
            self._check_lines()
            self._check_acts()
        self._check_number()
        return not any(form.errors for form in self.forms)

    def _read_days(self) -> None:
        """Words like *yesterday* are meant from the day of the paper, or that on which it came."""
        if self.source is not None and not self.source.is_valid() and not hasattr(self.source, "cleaned_data"):
            return
        told = self.source.cleaned_data if self.source is not None else {}
        day = told.get("dated") or told.get("received_on")
        if day is not None:
            self.said.read_against = day.latest()

    def _tick(self) -> None:
        """What each victim suffered: the acts ticked in their line, and those done to their line or to everybody.

        Where nobody is described, the first line is somebody of whom the source says no more.
        """
        rows = dict(enumerate(self.victims, 1))
        said = {n for n, row in rows.items() if row.says_something} or {1}
        for n, row in rows.items():
            ticked = set(row.cleaned_data.get("done") or ())
            suffered = {
                m: act
                for m, act in enumerate(self.done, 1)
                if act.is_said and (m in ticked or _reaches(act.cleaned_data.get("to"), n, said))
            }
            row.cleaned_data["acts"] = [act.cleaned_data["type"] for act in suffered.values()]
            row.cleaned_data["suffered"] = [Done(act.cleaned_data["type"], m, act.own) for m, act in suffered.items()]
        for alleged in self.perpetrators:
            ticks = alleged.cleaned_data.get("done") or ()
            alleged.cleaned_data["did"] = {m for m in ticks if m <= len(self.done) and self.done[m - 1].is_said}

    def _check_acts(self) -> None:
        if not self.done:
            return
        rows = [row for row in self.said_victims.values() if not (row.suffers or row.cleaned_data.get("member_of"))]
        if rows and not any(act.is_said for act in self.done):
            self.done[0].add_error("type", _("Choose what was done to them."))
            return
        for row in rows:
            row.add_error("done", _("Tick what was done to them."))
        reached = {done.number for row in self.victims for done in row.cleaned_data["suffered"]}
        for m, act in enumerate(self.done, 1):
            to = act.cleaned_data.get("to")
            if act.is_said and isinstance(to, tuple) and to and to[-1] > len(self.victims):
                act.add_error("to", _("There is no line %(number)s.") % {"number": to[-1]})
            elif act.is_said and m not in reached:
                act.add_error("to", _("Write the lines to which it was done, or tick them below."))

    def _check_number(self) -> None:
        if self.too_many:
            self.said.add_error(
                None,
                _("A report has at most %(most)s lines. Write the others as a group, or import the list as a file.")
                % {"most": MOST_ROWS},
            )

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
            whom = alleged.cleaned_data["line"] or ()
            gone = [n for n in (whom if isinstance(whom, tuple) else (whom,)) if n not in groups]
            if gone:
                alleged.add_error("line", _("There is no line %(number)s.") % {"number": gone[0]})

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


def _reaches(to: object, line: int, said: Collection[int]) -> bool:
    """Whether an act was done to a line by what its own line says."""
    return line in said if to == EVERYBODY else isinstance(to, tuple) and line in to


def _with(data: QueryDict, **changes: str) -> QueryDict:
    copy = data.copy()
    for name, value in changes.items():
        copy[name] = value
    return copy
