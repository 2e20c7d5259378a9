"""Two people at one record: what a form began with, what was typed into it, what stands in the record by now.

A form that edits a record carries its beginning along, signed, so that a page of yesterday still knows what it changed.
Saving compares three states, field by field; what nobody else touched is no conflict.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django import forms
from django.core import signing
from django.http import QueryDict
from django.utils.translation import gettext as _

from sanad.web.components import Words
from sanad.web.fields import PickerInput

FIELD = "base"
SALT = "sanad.web.conflicts"
State = Mapping[str, list[str]]  # what each field would send


@dataclass(frozen=True)
class Difference:
    """One field in three states; `both` where two people changed it to different values."""

    name: str
    label: Words
    base: str
    mine: str
    theirs: str
    both: bool


@dataclass(frozen=True)
class Conflict:
    """What changed on either side, and who else was at the record."""

    differences: list[Difference]
    who: str = ""

    @property
    def clashes(self) -> bool:
        """Did two people change the same field?"""
        return any(one.both for one in self.differences)


def state_of(form: forms.BaseForm, values: Mapping[str, object] | None = None) -> dict[str, list[str]]:
    """What the fields of a form would send if these values stood in them; its own beginning, where none are given.

    A form whose empty fields mean *as it is* says by `record_state` what is.
    """
    if values is None and hasattr(form, "record_state"):
        return {name: list(listed) for name, listed in form.record_state().items()}
    found = {}
    for name, field in form.fields.items():
        if not field.disabled:
            value = form.get_initial_for_field(field, name) if values is None else values.get(name)
            found[name] = _sent(field, value)
    return found


def _sent(field: forms.Field, value: object) -> list[str]:
    if value is None or value == "":
        return []
    prepared = field.prepare_value(value)
    if isinstance(field, forms.BooleanField):
        return ["on"] if prepared else []
    widget = field.widget
    shown = widget.shown_for(prepared) if isinstance(widget, PickerInput) else widget.format_value(prepared)
    listed = shown if isinstance(shown, list | tuple) else [shown]
    return [_plain(str(one)) for one in listed if one not in (None, "")]


def typed_in(form: forms.BaseForm) -> dict[str, list[str]]:
    """What was sent, field by field; only what has something in it."""
    data = form.data
    found = {}
    for name, field in form.fields.items():
        if field.disabled:
            continue
        key = form.add_prefix(name)
        listed = data.getlist(key) if isinstance(data, QueryDict) else _listed(data.get(key))
        found[name] = [_plain(str(one)) for one in listed if one not in (None, "")]
    return found


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def sealed_base(state: State) -> str:
    """The beginning of a form, as it travels with the page."""
    return signing.dumps(state, salt=SALT, compress=True)


def base_of(text: str) -> dict[str, list[str]] | None:
    """The beginning that came back; None where the page carried none, or one that we did not sign."""
    try:
        return dict(signing.loads(text, salt=SALT)) if text else None
    except signing.BadSignature:
        return None


def compared(form: forms.BaseForm, base: State, mine: State, theirs: State, *, who: str = "") -> Conflict | None:
    """Field by field what each side changed; None where nobody else changed anything that is not mine as well."""
    differences = []
    for name, field in form.fields.items():
        if name not in theirs:
            continue
        was, now = base.get(name, []), theirs[name]
        typed = mine.get(name, []) or (was if _empty_keeps(form) else [])
        if now in (was, typed):
            continue
        before, mine_said, theirs_said = (said(field, one) for one in (was, typed, now))
        label = field.label or form[name].label
        differences.append(Difference(name, label, before, mine_said, theirs_said, both=typed != was))
    return Conflict(differences, who) if differences else None


def merged(mine: QueryDict, form: forms.BaseForm, base: State, theirs: State) -> QueryDict:
    """What I typed, with what others changed where I changed nothing."""
    typed = typed_in(form)
    data = mine.copy()
    for name, now in () if _empty_keeps(form) else theirs.items():
        if typed.get(name, []) == base.get(name, []) and now != typed.get(name, []):
            data.setlist(form.add_prefix(name), now)
    data[FIELD] = sealed_base(theirs)
    return data


def _empty_keeps(form: forms.BaseForm) -> bool:
    return hasattr(form, "record_state")


def said(field: forms.Field | None, values: list[str]) -> str:
    """A value in words: of a choice its label."""
    if isinstance(field, forms.BooleanField):
        return _("yes") if values else _("no")
    labels: dict[str, str] = {}
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        for key, label in field.choices:
            inner = label if isinstance(label, list | tuple) else [(key, label)]
            labels |= {str(one): str(words) for one, words in inner}
    return ", ".join(labels.get(one, one) for one in values)
