"""Forms of an erasure: asking, agreeing and doing it, redacting a text that is left."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.front.forms.judging import ReasonForm
from sanad.front.forms.report import TextField


class EraseForm(forms.Form):
    """What goes, beside names and numbers; and that somebody means it."""

    facts = forms.ChoiceField(
        label=_("Sex, age, occupation and other facts"),
        choices=[("keep", _("stay, without a name")), ("blank", _("are blanked too"))],
        initial="keep",
        widget=forms.RadioSelect,
    )
    wordings = forms.ChoiceField(
        label=_("Full texts of the person’s reports, and rows as they were received"),
        choices=[("destroy", _("are destroyed now")), ("redact", _("are read and redacted one by one"))],
        initial="destroy",
        widget=forms.RadioSelect,
    )
    sure = forms.BooleanField(label=_("I know that this cannot be taken back, not even from a backup."))


class RedactForm(ReasonForm):
    """The text without the person."""

    narrative = TextField(
        label=_("Full text (sealed)"),
        required=False,
        help_text=_("Take out whatever tells who the person is. Every earlier wording is destroyed."),
        widget=forms.Textarea(attrs={"rows": 12, "dir": "auto", "autocomplete": "off"}),
    )

    field_order = ("narrative", "why")
