"""How forms are drawn, and how a refusal is shown at the field it is about."""

from django import forms
from django.forms.renderers import DjangoTemplates

from sanad.kit.refusals import Refused
from sanad.web.refusals import say

CLASSES = (
    ((forms.RadioSelect, forms.CheckboxSelectMultiple), ""),
    ((forms.CheckboxInput,), "form-check-input"),
    ((forms.Select,), "form-select"),
)


class Renderer(DjangoTemplates):
    """Draws every form and field with our templates (`FORM_RENDERER` in the settings)."""

    form_template_name = "web/form.html"
    field_template_name = "web/field_group.html"


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
