"""Forms for invitations, comments, points and their answers."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from uuid import UUID, uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sanad.gatherings.models import Gathering
from sanad.strategies.models import Clause, Disposition, Invitation
from sanad.strategies.rules.blocks import Answers
from sanad.strategies.rules.understood import CLAUSE, HEADING, LEAVE, NUMBERS, PARAGRAPHS, STYLES, TEXT, Understood

LANGUAGES = [("ur", _("Urdu")), ("en", _("English"))]
SHOWN = 70
WIDE = {"dir": "auto", "rows": 4}


class InvitationForm(forms.Form):
    """Somebody to be asked."""

    kind = forms.ChoiceField(label=_("Who is asked"), choices=Invitation.Kind.choices)
    body = forms.CharField(
        label=_("Department or organisation"), max_length=200, required=False, widget=forms.TextInput({"dir": "auto"})
    )
    name = forms.CharField(
        label=_("Name of the person"), max_length=120, required=False, widget=forms.TextInput({"dir": "auto"})
    )
    language = forms.ChoiceField(label=_("Language of the link"), choices=LANGUAGES)
    due = forms.DateField(
        label=_("Answer until"), required=False, widget=forms.DateInput({"type": "date", "class": "input-date"})
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, initial={"due": timezone.localdate() + timedelta(days=21)}, **kwargs)

    def clean(self) -> dict[str, object]:
        """Somebody is named."""
        said = super().clean()
        if not (said.get("name") or said.get("body")):
            self.add_error("name", _("Say who is asked."))
        return said


class CommentForm(forms.Form):
    """What an invited reader says to a clause."""

    slip = forms.UUIDField(widget=forms.HiddenInput)
    words = forms.CharField(label=_("Your comment"), max_length=5_000, widget=forms.Textarea(WIDE))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, initial={"slip": uuid4()}, **kwargs)


class AnswerForm(forms.Form):
    """The answer on the whole."""

    view = forms.CharField(
        label=_("Your view on the draft as a whole"), max_length=20_000, required=False, widget=forms.Textarea(WIDE)
    )
    no_comment = forms.BooleanField(label=_("We have no comment"), required=False)
    may_name = forms.BooleanField(label=_("My name may stand in print"), required=False)


class PointForm(forms.Form):
    """What a group asks for, against a clause or a theme."""

    slip = forms.UUIDField(widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    group_words = forms.CharField(label=_("The group's words"), max_length=5_000, widget=forms.Textarea(WIDE))
    clause = forms.ChoiceField(label=_("About"), required=False)
    plenary_words = forms.CharField(
        label=_("The plenary's words"), max_length=5_000, required=False, widget=forms.Textarea({**WIDE, "rows": 2})
    )
    dissent = forms.CharField(
        label=_("Dissent"), max_length=5_000, required=False, widget=forms.Textarea({**WIDE, "rows": 2})
    )

    def __init__(
        self, clauses: Iterable[Clause], *args: object, initial: Mapping[str, object] | None = None, **kwargs: object
    ) -> None:
        self.clauses = {str(one.identity): one for one in clauses}
        super().__init__(*args, initial={"slip": uuid4(), **(initial or {})}, **kwargs)
        self.fields["clause"].choices = [("", _("the draft on the whole")), *clause_choices(self.clauses.values())]

    def chosen(self) -> Clause | None:
        """The clause that the point is about."""
        return self.clauses.get(self.cleaned_data.get("clause") or "")


def clause_choices(clauses: Iterable[Clause]) -> list[tuple[str, str]]:
    """Clauses for a list to choose from, deeper ones set in."""
    return [
        (str(one.identity), f"{'· ' * (one.depth - 1)}{one.number} {one.heading or one.text}".strip()[:SHOWN])
        for one in clauses
    ]


class DispositionForm(forms.Form):
    """What becomes of a point."""

    outcome = forms.ChoiceField(label=_("Answer"), choices=Disposition.Outcome.choices, widget=forms.RadioSelect)
    # Any text: which clauses can carry a point is for the action to say, with its reason.
    clause = forms.CharField(
        label=_("The clause that carries it"),
        required=False,
        widget=forms.Select,
        help_text=_("Of the next draft, where it is accepted."),
    )
    reason = forms.CharField(
        label=_("Reason"), max_length=5_000, required=False, widget=forms.Textarea({**WIDE, "rows": 3})
    )

    def __init__(self, clauses: Iterable[Clause], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clause"].widget.choices = [("", "–"), *clause_choices(clauses)]


class WorkshopForm(forms.Form):
    """A workshop that talked about the draft."""

    gathering = forms.ChoiceField(label=_("Workshop"))

    def __init__(self, gatherings: Iterable[Gathering], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gathering"].choices = [(str(one.pk), str(one)) for one in gatherings]


class NameForm(forms.Form):
    """For whom a link is."""

    name = forms.CharField(label=_("For whom"), max_length=120, widget=forms.TextInput({"dir": "auto"}))


class DoubtsForm(forms.Form):
    """The doubts of a Word file, each with what it is taken for."""

    LINES = [
        (HEADING, _("a heading")),
        (CLAUSE, _("a clause of its own")),
        (TEXT, _("text of the clause above")),
        (LEAVE, _("leave it out")),
    ]
    MANNERS = [
        (STYLES, _("headings of the file, and numbers below them")),
        (NUMBERS, _("every number begins a clause")),
        (PARAGRAPHS, _("every paragraph is a clause")),
    ]

    WHY = {
        "bold": _("The line is bold. Is it a heading?"),
        "number_in_text": _("It begins with a number that may belong to the sentence."),
        "long_heading": _("It has the style of a heading, but is long."),
    }

    def __init__(self, understood: Understood, answers: Answers, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.lines = {}
        if understood.tracked:
            self.fields["changes"] = forms.ChoiceField(
                label=_("Tracked changes"),
                choices=[("after", _("as if accepted")), ("before", _("as before them"))],
                initial=answers.changes,
            )
        if understood.no_headings:
            self.fields["manner"] = forms.ChoiceField(
                label=_("The file has no headings. What makes a clause?"),
                choices=self.MANNERS[1:],
                initial=understood.manner,
            )
        for doubt in understood.doubts:
            name = f"line_{doubt.line}"
            self.lines[name] = doubt.line
            self.fields[name] = forms.ChoiceField(
                label=doubt.text[:160],
                choices=self.LINES,
                initial=answers.lines.get(doubt.line, doubt.taken_as),
                help_text=self.WHY[doubt.why],
            )

    def answers(self) -> Answers:
        """What was answered."""
        said = self.cleaned_data
        lines = {number: said[name] for name, number in self.lines.items() if said.get(name)}
        return Answers(said.get("changes") or "after", said.get("manner") or "", lines)


def slip_of(form: forms.Form) -> UUID:
    """The slip that a form was typed into."""
    return form.cleaned_data["slip"]
