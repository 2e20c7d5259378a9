"""The shape of what is typed in on the way in: name and password, codes, a new password."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sanad.accounts.models import User
from sanad.accounts.rules import SHORTEST_PASSWORD

LATIN = {"dir": "ltr", "autocapitalize": "none", "spellcheck": "false"}
CODE = {**LATIN, "autocomplete": "one-time-code", "inputmode": "numeric"}


class SignInForm(forms.Form):
    """Name and password; one answer for whatever is wrong."""

    username = forms.CharField(
        label=_("User name"), max_length=32, widget=forms.TextInput({**LATIN, "autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"dir": "ltr", "autocomplete": "current-password"}),
    )

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:  # Any: Django's form arguments
        super().__init__(*args, **kwargs)
        self.request = request
        self.user: User | None = None

    def clean(self) -> None:
        """Find the user, or say the same to everybody."""
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if name and password:
            self.user = authenticate(self.request, username=name, password=password)
            if self.user is None:
                raise forms.ValidationError(
                    _(
                        "The user name and the password do not fit, or this account is not in use. Try again, "
                        "or ask your administrator for a one-time password."
                    )
                )


class PasswordForm(forms.Form):
    """A new password, with the old one."""

    old = forms.CharField(
        label=_("Password until now"),
        strip=False,
        widget=forms.PasswordInput({"dir": "ltr", "autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=_("New password"),
        max_length=200,
        strip=False,
        help_text=_("At least 15 characters. Four or five words that do not belong together are good."),
        widget=forms.PasswordInput({"dir": "ltr", "autocomplete": "new-password", "minlength": SHORTEST_PASSWORD}),
    )
    again = forms.CharField(
        label=_("New password once more"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"dir": "ltr", "autocomplete": "new-password"}),
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:  # Any: Django's form arguments
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_old(self) -> str:
        """The old password has to be right."""
        if not self.user.check_password(self.cleaned_data["old"]):
            raise forms.ValidationError(_("This is not your password."))
        return self.cleaned_data["old"]

    def clean_new(self) -> str:
        """Long enough, not common, not like the name."""
        validate_password(self.cleaned_data["new"], self.user)
        return self.cleaned_data["new"]

    def clean(self) -> None:
        """Typed twice alike, and not the old one."""
        new = self.cleaned_data.get("new")
        if new and new != self.cleaned_data.get("again"):
            self.add_error("again", _("The two new passwords are not the same."))
        if new and new == self.cleaned_data.get("old"):
            self.add_error("new", _("Choose another password than before."))


class CodeForm(forms.Form):
    """The code that the app on the telephone shows now."""

    code = forms.CharField(
        label=_("Six-digit code"), max_length=12, widget=forms.TextInput({**CODE, "autofocus": True, "size": 10})
    )


class RecoveryForm(forms.Form):
    """One of the recovery codes."""

    code = forms.CharField(
        label=_("Recovery code"),
        max_length=20,
        help_text=_("Ten digits from the list that you kept. Each can be used once."),
        widget=forms.TextInput({**LATIN, "autocomplete": "off", "inputmode": "numeric"}),
    )


class KeptForm(forms.Form):
    """The user says that the recovery codes are kept."""

    kept = forms.BooleanField(label=_("I have written down, printed or saved these codes"))
