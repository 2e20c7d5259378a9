"""Forms for the passphrase of the vault. What is typed is never shown again."""

from django import forms
from django.utils.translation import gettext_lazy as _


def _field(label: object, completes: str) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": completes}, render_value=False)
    return forms.CharField(label=label, max_length=500, strip=False, widget=widget)


class PassphraseForm(forms.Form):
    """The own passphrase."""

    passphrase = _field(_("Your passphrase for the vault"), "off")


class NewPassphraseForm(forms.Form):
    """A new one, twice."""

    passphrase = _field(_("Passphrase"), "new-password")
    again = _field(_("The same again"), "new-password")
