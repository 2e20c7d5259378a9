"""The form for a further account of an event: ticks for what this source says too, fields for what it says otherwise.

Nothing is ticked beforehand: what a source does not say is not said.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sanad.front.acts import Cleaned
from sanad.front.forms.entry import Entry
from sanad.front.forms.lines import shown_lines, submitted_lines
from sanad.front.forms.report import (
    MOST_LINES,
    HowForm,
    LineForm,
    PerpetratorForm,
    SaidForm,
    SourceForm,
    TextField,
    not_to_come,
    shows,
)
from sanad.front.forms.typing import Typing
from sanad.front.forms.versions import PERPETRATORS, VICTIMS
from sanad.front.forms.widgets import CodeField, CodesField
from sanad.front.options import Bodies
from sanad.kit.ages import read_age
from sanad.kit.refusals import Refused
from sanad.web.fields import CountField, PartialDateField
from sanad.web.formats import number
from sanad.web.refusals import say

KNOWN = "known"


@dataclass(frozen=True)
class KnownPerson:
    """A person of the event as the page shows them, with what the form takes over when it is ticked."""

    id: UUID
    words: str
    kind: str
    acts: tuple[tuple[str, str], ...]  # slug and words of what they suffered
    taken_over: Mapping[str, object]  # cleaned values of a VictimForm


class KnownPersonForm(HowForm):
    """One person of the event: what of it does this source say too, and where does it differ?"""

    same_acts = forms.MultipleChoiceField(
        label=gettext_lazy("What was done"), required=False, widget=forms.CheckboxSelectMultiple
    )
    acts = CodesField("act", label=gettext_lazy("Something else was done"), least=1)
    sex = CodeField("sex", label=gettext_lazy("Sex"), empty=gettext_lazy("as above"))
    age = TextField(label=gettext_lazy("Age"), required=False, max_length=40)
    min_size = CountField(label=gettext_lazy("At least"))
    best_size = CountField(label=gettext_lazy("Best figure"))
    max_size = CountField(label=gettext_lazy("At most"))
    status = CodeField("victim_status", label=gettext_lazy("What became of them"))
    status_on = PartialDateField(label=gettext_lazy("Since when"), required=False, help_text="")
    name = TextField(label=gettext_lazy("Name"), required=False, max_length=200)

    SIZES = ("min_size", "best_size", "max_size")

    def __init__(self, person: KnownPerson, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.person = person
        self.fields["same_acts"].choices = person.acts
        if person.kind != "group":
            for name in self.SIZES:
                del self.fields[name]

    @property
    def opens(self) -> bool:
        """Whether something else was written of them."""
        return shows(self, (name for name in self.fields if name != "same_acts"))

    def clean_age(self) -> object:
        try:
            return read_age(self.cleaned_data["age"])
        except Refused as refusal:
            raise forms.ValidationError([say(reason) for reason in refusal.reasons]) from refusal

    def clean_status_on(self) -> object:
        return not_to_come(self.cleaned_data["status_on"])

    def clean(self) -> dict[str, object]:
        data = super().clean()
        if data.get("status_on") and not data.get("status"):
            self.add_error("status", _("Choose what became of them, or take its date away."))
        said = [name for name, value in data.items() if name != "age" and value not in (None, "", [])]
        age = data.get("age")
        if (said or (age and age.said)) and not self.also and not self.errors:
            self.add_error("same_acts", _("Tick or choose what this source says was done to them."))
        return data

    @property
    def also(self) -> bool:
        """Whether this source reports the person: it says what was done to them."""
        return bool(self.cleaned_data.get("same_acts") or self.cleaned_data.get("acts"))

    def line(self) -> Cleaned:
        """The line of victims that this amounts to: what is above, unless something else was written."""
        data = self.cleaned_data
        line = dict(self.person.taken_over)
        line["acts"] = [*data["same_acts"], *(slug for slug in data["acts"] if slug not in data["same_acts"])]
        line |= {name: data[name] for name in ("sex", "status", "status_on", "name") if data[name]}
        line["own"] = self.own
        if data["age"].said:
            line["age"] = data["age"]
        sizes = {name: data.get(name) for name in self.SIZES}
        if any(size is not None for size in sizes.values()):
            line |= sizes
        return line


class TicksForm(forms.Form):
    """What the source says of the event just as the accounts before it: day, place, means, reason, perpetrators."""

    same = forms.MultipleChoiceField(
        label=gettext_lazy("It says so too"), required=False, widget=forms.CheckboxSelectMultiple
    )
    alleged = forms.MultipleChoiceField(
        label=gettext_lazy("It names as alleged perpetrators too"), required=False, widget=forms.CheckboxSelectMultiple
    )
    why = forms.CharField(
        label=gettext_lazy("Why it is the same event"),
        max_length=500,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=gettext_lazy("Same day and place, same victim, same FIR."),
    )

    def __init__(
        self, same: Sequence[tuple[str, str]], alleged: Sequence[tuple[str, str]], *args: object, **options: object
    ) -> None:
        super().__init__(*args, **options)
        for name, choices in (("same", same), ("alleged", alleged)):
            if choices:
                self.fields[name].choices = choices
            else:
                del self.fields[name]


class Another(Entry):
    """The entry page with the persons of an event in front of its own lines."""

    victim = LineForm
    alleged = PerpetratorForm
    ticks: TicksForm
    known: list[KnownPersonForm]

    @classmethod
    def begun(
        cls, typing: Typing, bodies: Bodies, known: Sequence[KnownPerson], ticks: TicksForm, data: QueryDict | None
    ) -> "Another":
        """The page as it was typed, or as it begins."""
        page = cls(
            SourceForm(initial=typing.source),
            SaidForm(initial=typing.said),
            shown_lines(LineForm, VICTIMS, typing.victims),
            shown_lines(PerpetratorForm, PERPETRATORS, typing.perpetrators),
            bodies,
        )
        page.ticks = ticks
        page.known = [_shown(person, n, data) for n, person in enumerate(known)]
        page.offer_persons()
        return page

    @classmethod
    def sent(cls, data: QueryDict, bodies: Bodies, known: Sequence[KnownPerson], ticks: TicksForm) -> "Another":
        """The page to be read."""
        page = cls(
            SourceForm(data),
            SaidForm(data),
            submitted_lines(LineForm, VICTIMS, data, MOST_LINES),
            submitted_lines(PerpetratorForm, PERPETRATORS, data, MOST_LINES),
            bodies,
        )
        page.ticks = ticks
        page.known = [KnownPersonForm(person, data, prefix=f"{KNOWN}-{n}") for n, person in enumerate(known)]
        page.offer_persons()
        return page

    def offer_persons(self) -> None:
        """Each line may be one of the persons above it."""
        persons = [(str(n), f"{number(n)}. {form.person.words}") for n, form in enumerate(self.known, 1)]
        for line in self.victims:
            if isinstance(line, LineForm):
                line.offer_persons(persons)

    @property
    def forms(self) -> list[forms.Form]:
        """In the order of the page."""
        before = [self.ticks, *self.known] if hasattr(self, "ticks") else []
        return [self.source, *before, self.said, *self.victims, *self.perpetrators]

    @property
    def before(self) -> int:
        """The known persons bear the first numbers."""
        return len(self.known)

    def lines(self) -> dict[int, Cleaned]:
        """Every line of victims by the number it bears on the page."""
        known = {n: form.line() for n, form in enumerate(self.known, 1) if form.also}
        return known | {n: line.cleaned_data for n, line in self.said_victims.items()}

    def numbered_groups(self) -> dict[int, bool]:
        """Which numbers of the page are lines that say something, and whether they are groups."""
        known = {n: f.person.kind == "group" for n, f in enumerate(self.known, 1) if f.also}
        return known | super().numbered_groups()

    def same_persons(self) -> dict[int, UUID]:
        """For the number of each known person that was ticked, the person."""
        same = {n: form.person.id for n, form in enumerate(self.known, 1) if form.also}
        written = {n: self.known[known - 1].person.id for n, (known, _line) in self._recognised().items()}
        return same | written

    def _recognised(self) -> dict[int, tuple[int, LineForm]]:
        """Lines that are somebody of the event, by their number on the page, with the number of who it is."""
        lines = ((n, line) for n, line in self.said_victims.items() if isinstance(line, LineForm))
        return {n: (line.known_as, line) for n, line in lines if line.known_as}

    def add_missing(self) -> None:
        """A further account must speak of somebody, and of nobody twice."""
        if not self.lines():
            self.ticks.add_error(None, _("Tick or write whom this source reports."))
        seen = {n for n, form in enumerate(self.known, 1) if form.also}
        for known, line in self._recognised().values():
            if known in seen:
                line.add_error("same_as", _("This person stands above already. Take the tick or this line away."))
            seen.add(known)


def _shown(person: KnownPerson, n: int, data: QueryDict | None) -> KnownPersonForm:
    prefix = f"{KNOWN}-{n}"
    empty = KnownPersonForm(person, prefix=prefix)
    if data is None:
        return empty
    said = {
        name: field.widget.value_from_datadict(data, {}, empty.add_prefix(name)) for name, field in empty.fields.items()
    }
    return KnownPersonForm(person, initial=said, prefix=prefix)
