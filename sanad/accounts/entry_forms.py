"""The shape of what is typed in on the way in: name and password, codes, a new password."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sanad.accounts.actions.factors import WRONG_CODE, show_code, show_recovery_code
from sanad.accounts.models import User
from sanad.accounts.rules_of_passwords import LONGEST_PASSWORD, normalised
from sanad.accounts.tries import PASSWORDS, Tries

TOO_MANY = _("There were too many tries. Wait a quarter of an hour, then try again.")
LATIN = {"dir": "ltr", "autocapitalize": "none", "spellcheck": "false"}
CODE = {**LATIN, "autocomplete": "one-time-code", "inputmode": "numeric"}


class PasswordField(forms.CharField):
    """A password: pasted or typed, in one form of Unicode, spaces and all."""

    def __init__(self, label: str, autocomplete: str, **more: Any) -> None:  # Any: Django's field arguments
        widget = forms.PasswordInput({"dir": "ltr", "autocomplete": autocomplete})
        super().__init__(label=label, max_length=LONGEST_PASSWORD, strip=False, widget=widget, **more)

    def to_python(self, value: Any) -> str:  # Any: whatever the browser sent
        """NFKC, once: the same letters from another keyboard are the same password."""
        return normalised(super().to_python(value))


class SignInForm(forms.Form):
    """Name and password; one answer for whatever is wrong."""

    username = forms.CharField(
        label=_("User name"), max_length=32, widget=forms.TextInput({**LATIN, "autocomplete": "username"})
    )
    password = PasswordField(_("Password"), "current-password")

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:  # Any: Django's form arguments
        super().__init__(*args, **kwargs)
        self.request = request
        self.user: User | None = None
        self.too_many = False

    def clean(self) -> None:
        """Find the user, or say the same to everybody."""
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not name or not password:
            return
        tries = Tries.of_passwords(self.request, name)
        self.too_many = tries.too_many()
        if self.too_many:
            raise forms.ValidationError(TOO_MANY)
        self.user = authenticate(self.request, username=name, password=password)
        if self.user is None:
            raise forms.ValidationError(
                _(
                    "The user name and the password do not fit, or this account is not in use. Try again, "
                    "or ask your administrator for a one-time password."
                )
            )
        tries.forgive()


class PasswordForm(forms.Form):
    """A new password, with the old one."""

    old = PasswordField(_("Password until now"), "current-password")
    new = PasswordField(
        _("New password"),
        "new-password",
        help_text=_("At least 15 characters. Four or five words that do not belong together are good."),
    )
    again = PasswordField(_("New password once more"), "new-password")

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:  # Any: Django's form arguments
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_old(self) -> str:
        """The old password has to be right."""
        return right_password(self.user, self.cleaned_data["old"])

    def clean(self) -> None:
        """Typed twice alike, and not the old one. Whether it is good enough is for the action to say."""
        new = self.cleaned_data.get("new")
        if new and new != self.cleaned_data.get("again"):
            self.add_error("again", _("The two new passwords are not the same."))
        if new and new == self.cleaned_data.get("old"):
            self.add_error("new", _("Choose another password than before."))


def right_password(user: User, password: str) -> str:
    """The user's own password, asked for once more; tries are counted as at the sign-in."""
    tries = Tries(PASSWORDS, f"again {user.pk}")
    if tries.too_many():
        raise forms.ValidationError(TOO_MANY)
    if not user.check_password(password):
        raise forms.ValidationError(_("This is not your password."))
    tries.forgive()
    return password


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


class PasskeyForm(forms.Form):
    """A new passkey: what to call it, and what the browser made (put in by the script)."""

    name = forms.CharField(
        label=_("What to call it"),
        max_length=60,
        help_text=_("For instance the key on my ring, or my laptop."),
        widget=forms.TextInput({"dir": "auto"}),
    )
    password = PasswordField(_("Your password"), "current-password")
    answer = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:  # Any: Django's form arguments
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        """It has to be right."""
        return right_password(self.user, self.cleaned_data["password"])


class AgainForm(forms.Form):
    """Before a second factor is changed: the password and a code of the factor until now."""

    password = PasswordField(_("Your password"), "current-password")
    code = forms.CharField(
        label=_("Six-digit code of the telephone until now, or a recovery code"),
        max_length=20,
        widget=forms.TextInput({**CODE, "autocomplete": "off"}),
    )

    def __init__(self, user: User, *args: Any, **kwargs: Any) -> None:  # Any: Django's form arguments
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        """It has to be right."""
        return right_password(self.user, self.cleaned_data["password"])

    def clean(self) -> None:
        """Only with the right password is the code looked at, and used up."""
        password, code = self.cleaned_data.get("password"), self.cleaned_data.get("code")
        if not password or not code:
            return
        tries = Tries.of_codes(self.user)
        if tries.too_many():
            raise forms.ValidationError(TOO_MANY)
        if not show_code(self.user, code) and not show_recovery_code(self.user, code):
            raise forms.ValidationError({"code": _(WRONG_CODE)})
        tries.forgive()
