"""Inputs of the entry form: long lists of codes that are quick to draw, and pickers that share one list."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from django import forms
from django.http import QueryDict
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from sanad.front.options import codes_to_pick
from sanad.institutions import queries as institutions
from sanad.web.fields import NOT_STATED, Option, PickerField, PickerInput, SelectField, Words, grouped

Attributes = dict[str, object]


class CodeSelect(forms.Select):
    """A select drawn in one go: through templates, ten lists of a hundred codes take a fifth of a second."""

    def render(self, name: str, value: object, attrs: Attributes | None = None, renderer: object = None) -> SafeString:
        attrs = self.build_attrs(self.attrs, attrs)
        return format_html("<select{}>{}</select>", _flat({"name": name, **attrs}), drawn(self.choices, {str(value)}))


class SeveralSelect(forms.SelectMultiple):
    """Several codes as single selects one below the other: no key to be held, and one more than is chosen."""

    use_fieldset = True
    label: Words = ""

    def __init__(self, least: int = 2, **options: object) -> None:
        self.least = least
        super().__init__(**options)

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return id_

    def value_from_datadict(self, data: QueryDict | Mapping[str, list[str]], files: object, name: str) -> list[str]:
        return [value for value in data.getlist(name) if value] if hasattr(data, "getlist") else data.get(name) or []

    def render(
        self, name: str, value: Iterable[object] | None, attrs: Attributes | None = None, renderer: object = None
    ) -> SafeString:
        chosen = [str(one) for one in value or [] if one]
        shown = [*chosen, *[""] * max(1, self.least - len(chosen))]
        return mark_safe("".join(self._one(name, one, n, attrs or {}) for n, one in enumerate(shown)))

    def _one(self, name: str, value: str, n: int, attrs: Attributes) -> SafeString:
        own = self.build_attrs(self.attrs, attrs)
        if n:
            own["id"] = f"{own.get('id', name)}_{n}"
        own.pop("required", None)
        named = {"name": name, "aria-label": f"{self.label} {n + 1}", **own}
        return format_html("<select{}>{}</select>", _flat(named), drawn(self.choices, {value}))


def drawn(choices: Iterable[tuple[object, object]], chosen: set[str]) -> SafeString:
    """The options of a select, under the headings of their groups."""
    parts = []
    for key, label in choices:
        if isinstance(label, list | tuple):
            parts.append(f'<optgroup label="{conditional_escape(key)}">{drawn(label, chosen)}</optgroup>')
            continue
        mark = " selected" if str(key) in chosen else ""
        parts.append(f'<option value="{conditional_escape(key)}"{mark}>{conditional_escape(label)}</option>')
    return mark_safe("".join(parts))


def _flat(attrs: Attributes) -> SafeString:
    """Attributes as they stand in a tag."""
    parts = []
    for name, value in attrs.items():
        if value is True:
            parts.append(f" {name}")
        elif value not in (None, False):
            parts.append(f' {name}="{conditional_escape(value)}"')
    return mark_safe("".join(parts))


SHORT = ("sex", "reliability", "channel", "language")  # seen at one glance: a plain select is quicker


class CodeField(SelectField):
    """One code of a vocabulary; empty is *not stated*."""

    def __init__(self, vocabulary: str, *, empty: Words = NOT_STATED, **options: object) -> None:
        options.setdefault("required", False)
        super().__init__(options=partial(codes_to_pick, vocabulary), empty=empty, widget=CodeSelect, **options)
        if vocabulary not in SHORT:
            self.widget.attrs["data-of"] = vocabulary  # the register's script finds its codes by typing


class CodesField(forms.MultipleChoiceField):
    """Several codes of one vocabulary, in the order in which they were chosen."""

    def __init__(self, vocabulary: str, *, least: int = 2, label: Words, **options: object) -> None:
        options.setdefault("required", False)
        widget = SeveralSelect(least=least, attrs={"data-of": vocabulary})
        super().__init__(
            choices=lambda: grouped(partial(codes_to_pick, vocabulary), "–"), widget=widget, label=label, **options
        )
        self.widget.label = label

    def __deepcopy__(self, memo: dict[int, object]) -> "CodesField":
        copy = super().__deepcopy__(memo)
        copy.widget.label = self.label
        return copy


class SharedPickerInput(PickerInput):
    """A picker whose suggestions stand once on the page, in the list `shared`."""

    template_name = "front/picker.html"
    shared = ""

    def get_context(self, name: str, value: object, attrs: Attributes | None) -> dict[str, object]:
        context = super(PickerInput, self).get_context(name, self.shown_for(value), attrs)
        context["widget"]["list"] = self.shared
        return context


class InstitutionField(PickerField):
    """An institution by its name; what can be picked is given to the form once for all its fields."""

    def __init__(self, *, kinds: Sequence[str] = (), shared: str = "institutions", **rest: object) -> None:
        self.kinds, self.shared = frozenset(kinds), shared
        self.offered: Callable[[], list[Option]] = list
        super().__init__(options=self._mine, **rest)
        self.widget = SharedPickerInput(attrs={"autocomplete": "off", "dir": "auto"})
        self._join()

    def _join(self) -> None:
        self._options = self._mine
        super()._join()
        if isinstance(self.widget, SharedPickerInput):
            self.widget.shared = self.shared

    def clean(self, value: object) -> str | None:
        try:
            return super().clean(value)
        except forms.ValidationError as fault:
            found = institutions.institution_named(str(value or "")).institution  # by another name, as it is written
            if fault.code == "no_such" and found and found.slug in {one.key for one in self._mine()}:
                return found.slug
            raise

    def _mine(self) -> list[Option]:
        return [one for one in self.offered() if not self.kinds or one.group in self.kinds]


def offer(form: forms.Form, institutions: Callable[[], list[Option]]) -> None:
    """Give the institutions to every field of a form that picks one."""
    for field in form.fields.values():
        if isinstance(field, InstitutionField):
            field.offered = institutions
