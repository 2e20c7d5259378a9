"""Forms of those who come: at the door, at the desk, in groups."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.codes import queries as codes
from sanad.gatherings.actions import ParticipantContent, WhoAsked
from sanad.gatherings.models import Gathering, Participant
from sanad.gatherings.models.columns import choices
from sanad.gatherings.rules.kinds import GROUP_PART_TITLES, SEAT_TITLES, Consent
from sanad.places import queries as places
from sanad.projects.picking import QuickSelect, TextField, district_choices, ids_of_places
from sanad.web.fields import Option, PickerInput

UNSAID = ("unknown", "not_asked")  # nobody chooses these of themselves
YES_OR_NO = [(Consent.YES, _("yes")), (Consent.NO, _("no"))]


class SaidField(TextField):
    """Text with suggestions that bind nobody."""

    def __init__(self, **options: object) -> None:
        super().__init__(widget=PickerInput(attrs={"autocomplete": "organization", "dir": "auto"}), **options)
        self.offer(())

    def __deepcopy__(self, memo: dict[int, object]) -> "SaidField":
        copy = super().__deepcopy__(memo)
        copy.offer(())
        return copy

    def offer(self, names: Iterable[str]) -> None:
        """Suggest these."""
        listed = [Option(name, name) for name in names]
        self.widget.options = lambda: listed
        self.widget.shown_for = lambda value: value


class ParticipantForm(forms.Form):
    """What somebody says of themselves."""

    name = TextField(
        label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "name"})
    )
    seat = forms.ChoiceField(label=_("You come from"), choices=[("", "–"), *choices(SEAT_TITLES)], widget=QuickSelect)
    affiliation = SaidField(label=_("Department or organisation"), max_length=200, required=False)
    designation = TextField(label=_("Designation"), max_length=120, required=False)
    sex = forms.ChoiceField(label=_("You are"), required=False)
    district = forms.ChoiceField(label=_("Your district"), required=False, widget=QuickSelect)
    needs = TextField(
        label=_("Do you need something to take part?"),
        max_length=300,
        required=False,
        help_text=_("A ramp, an interpreter, large print. It is sealed; only the organisers open it."),
    )
    named = forms.ChoiceField(
        label=_("May your name stand in the published list?"),
        choices=YES_OR_NO,
        widget=forms.RadioSelect,
        required=False,
    )
    photographed = forms.ChoiceField(
        label=_("May photographs that show you be published?"),
        choices=YES_OR_NO,
        widget=forms.RadioSelect,
        required=False,
    )
    form = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, gathering: Gathering, invited: Sequence[str], *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["affiliation"].offer(invited)
        chosen = [one for one in codes.codes_offered("sex") if one.slug not in UNSAID]
        self.fields["sex"].choices = [("", _("not stated")), *((one.slug, codes.label(one)) for one in chosen)]
        province = _province_of(gathering)
        self.fields["district"].choices = [("", _("not stated")), *district_choices(province)]

    def content(self) -> ParticipantContent:
        """What was typed."""
        data = dict(self.cleaned_data)
        data.pop("form", None)
        district = ids_of_places([data["district"]]) if data["district"] else []
        data |= {
            "sex": codes.ids_by_slug("sex").get(data["sex"]),
            "district": district[0] if district else None,
            "named": data["named"] or Consent.NOT_ASKED,
            "photographed": data["photographed"] or Consent.NOT_ASKED,
        }
        return ParticipantContent(**data)


class DeskForm(ParticipantForm):
    """The same, typed by the desk from the sheet."""

    def __init__(self, *args: Any, **options: Any) -> None:  # Any: those of the form above
        super().__init__(*args, **options)
        words = {
            "name": _("Name"),
            "seat": _("Comes from"),
            "sex": _("Sex"),
            "district": _("District"),
            "needs": _("What they need to take part"),
            "named": _("May the name stand in the published list?"),
            "photographed": _("May photographs be published?"),
        }
        for name, label in words.items():
            self.fields[name].label = label
        self.fields["seat"].required = False
        self.fields["needs"].help_text = _("It is sealed.")


class CorrectForm(DeskForm):
    """A line put right. What is needed is sealed: it is replaced only where somebody says so."""

    replace_needs = forms.BooleanField(label=_("Replace what is sealed of needs"), required=False)

    def content(self) -> ParticipantContent:
        """What was typed."""
        self.replaces = self.cleaned_data.pop("replace_needs")
        return super().content()


def said_of(one: Participant) -> dict[str, object]:
    """What a line says now, for the form."""
    same = {name: getattr(one, name) for name in ("name", "affiliation", "designation", "seat", "form")}
    asked = {
        name: getattr(one, name) if getattr(one, name) != Consent.NOT_ASKED else ""
        for name in ("named", "photographed")
    }
    return {
        **same,
        **asked,
        "sex": one.sex.slug if one.sex else "",
        "district": one.district.key if one.district else "",
    }


class WhoForm(forms.Form):
    """Whom the list shows. By what people come from, never by a name: an address is read by many."""

    seat = forms.ChoiceField(
        label=_("Comes from"),
        choices=[("", _("all")), *choices(SEAT_TITLES), ("-", _("not stated"))],
        required=False,
    )
    off = forms.ChoiceField(
        label=_("Which lines"), choices=[("", _("on the list")), ("1", _("taken off the list"))], required=False
    )


class WithdrawForm(forms.Form):
    """Why somebody is taken off the list."""

    why = TextField(label=_("Why"), max_length=300)


class TakeOutForm(forms.Form):
    """Why the list leaves the house."""

    why = TextField(label=_("What for, and for whom"), max_length=300)


class EraseForm(forms.Form):
    """Why somebody is erased, and that it is meant."""

    why = forms.ChoiceField(
        label=_("Who asks for it"),
        choices=[
            (WhoAsked.THEMSELVES, _("they themselves")),
            (WhoAsked.GUARDIAN, _("a parent or guardian")),
            (WhoAsked.ERROR, _("the office: the name should never have been taken")),
        ],
        widget=forms.RadioSelect,
    )
    sure = forms.BooleanField(label=_("Erase the name from every list of the office. Nothing brings it back."))


class NeedsForm(forms.Form):
    """Why somebody opens what is sealed."""

    why = TextField(label=_("Why"), max_length=300)


class JudgeForm(forms.Form):
    """Two lines, and whether they are one human being."""

    one = forms.UUIDField()
    other = forms.UUIDField()
    same = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])


class GroupForm(forms.Form):
    """A group by its name."""

    name_en = TextField(label=_("Name in English"), max_length=200, required=False)
    name_ur = TextField(label=_("Name in Urdu"), max_length=200, required=False)


class MemberForm(forms.Form):
    """Who works in a group, and as what."""

    participant = forms.TypedChoiceField(label=_("Participant"), coerce=UUID)
    part = forms.ChoiceField(label=_("As"), choices=choices(GROUP_PART_TITLES))

    def __init__(self, participants: Iterable[Participant], *args: object) -> None:
        super().__init__(*args)
        self.fields["participant"].choices = [("", "–"), *((str(one.pk), one.name) for one in participants)]


def _province_of(gathering: Gathering) -> places.PlaceRow | None:
    row = places.place_by_key(gathering.place.key) if gathering.place else None
    return places.gazetteer().province_of(row) if row else None
