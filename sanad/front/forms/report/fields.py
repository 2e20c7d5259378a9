"""What the fields of a report have in common: text as it is pasted, days that are past, parts that must be seen."""

from collections.abc import Iterable

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sanad.kit.dates import PartialDate
from sanad.kit.text import clean


class TextField(forms.CharField):
    """Text as people type or paste it: cleaned of invisible marks, the letters kept."""

    def to_python(self, value: object) -> str:
        return clean(super().to_python(value) or "")


def day_of(when: PartialDate | None) -> PartialDate | None:
    """Refuse a date that is no full day."""
    if when is not None and when.precision != "day":
        raise forms.ValidationError(_("Write the full day: 17/04/2023."))
    return when


def not_to_come(when: PartialDate | None) -> PartialDate | None:
    """Refuse what lies in the future."""
    if when is not None and when.is_future(timezone.localdate()):
        raise forms.ValidationError(_("This day lies in the future."))
    return when


def shows(form: forms.Form, names: Iterable[str]) -> bool:
    """Whether one of these fields holds something, or is at fault; a closed part of the page must not hide it."""
    bound = [form[name] for name in names if name in form.fields]
    return any(one.errors or (one.value() not in (None, "", [])) for one in bound)
