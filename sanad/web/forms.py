"""How forms are drawn, and how a refusal is shown at the field it is about."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from sanad.kit.refusals import Refused
from sanad.web.refusals import say

SELECT = "django/forms/widgets/select.html"
CLASSES = (
    ((forms.RadioSelect, forms.CheckboxSelectMultiple), ""),
    ((forms.CheckboxInput,), "form-check-input"),
    ((forms.Select,), "form-select"),
)


class Renderer(DjangoTemplates):
    """Draws every form and field with our templates (`FORM_RENDERER` in the settings)."""

    form_template_name = "web/form.html"
    field_template_name = "web/field_group.html"

    def render(self, template_name: str, context: Mapping[str, Any], request: HttpRequest | None = None) -> str:
        """Any widget by its template, but for selects: Django's asks a template for each option (400 took 0.2 s)."""
        if template_name == SELECT:
            return _select(context["widget"])
        return super().render(template_name, context, request)


def _select(widget: Mapping[str, Any]) -> SafeString:
    lines = []
    for name, options, _index in widget["optgroups"]:
        drawn = format_html_join(
            "\n",
            '<option value="{}"{}>{}</option>',
            ((str(one["value"]), flatatt(one["attrs"]), one["label"]) for one in options),
        )
        lines.append((format_html('<optgroup label="{}">{}</optgroup>', name, drawn) if name else drawn,))
    return format_html(
        '<select name="{}"{}>{}</select>', widget["name"], flatatt(widget["attrs"]), format_html_join("\n", "{}", lines)
    )


def widget_class(widget: forms.Widget) -> str:
    """The style-sheet class of an input, beside those that the form itself gave it."""
    for kinds, name in CLASSES:
        if isinstance(widget, kinds):
            return name
    return "form-control"


def add_refusal(form: forms.BaseForm, refusal: Refused) -> None:
    """Show why an action refused, each reason at its field where the form has it."""
    for reason in refusal.reasons:
        form.add_error(reason.field if reason.field in form.fields else None, say(reason))
