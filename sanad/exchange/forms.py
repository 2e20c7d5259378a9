"""Forms around an import: the file, the mapping as text, the reason of undoing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.accounts.readers import Reader
from sanad.exchange import queries


class UploadForm(forms.Form):
    """A file, and how its columns are known: found anew, or as in an earlier mapping."""

    file = forms.FileField(
        label=_("The file"), help_text=_("CSV, XLSX, XLS or JSON. It is sealed as it is; its name does not matter.")
    )
    begin_with = forms.ChoiceField(
        label=_("What the columns are"),
        required=False,
        help_text=_("A list that was imported before is read as before."),
    )

    def __init__(self, reader: Reader, *args: object) -> None:
        super().__init__(*args)
        offered = [(key, title) for key, title, _text in queries.mappings_offered(reader)]
        self.fields["begin_with"].choices = [("", _("found from their names and cells")), *offered]


class TextForm(forms.Form):
    """The mapping as it is written."""

    text = forms.CharField(
        label=_("Mapping (YAML)"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 30, "dir": "ltr", "spellcheck": "false", "class": "code"}),
    )


class UndoForm(forms.Form):
    """Why an import is taken back."""

    why = forms.CharField(label=_("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}))
