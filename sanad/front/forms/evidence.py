"""Forms around files of a report: adding one, opening one for a purpose."""

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sanad.front.forms.report import TextField
from sanad.violations.actions import Custody
from sanad.violations.models import Evidence

KINDS = [
    (Evidence.Kind.PHOTOGRAPH, _("Photograph")),
    (Evidence.Kind.VIDEO, _("Video")),
    (Evidence.Kind.SOUND, _("Sound recording")),
    (Evidence.Kind.MEDICAL, _("Medical record")),
    (Evidence.Kind.LEGAL, _("FIR, order or judgment")),
    (Evidence.Kind.LETTER, _("Letter or statement")),
    (Evidence.Kind.MESSAGE, _("Message or post")),
    (Evidence.Kind.OTHER, pgettext_lazy("file", "Something else")),
]
CUSTODY = [
    (Custody.VIEWED, _("to look at it here")),
    (Custody.COPIED, _("to keep a copy within the office")),
    (Custody.EXPORTED, _("to take it along with a record")),
    (Custody.DISCLOSED, _("to hand it to a court or another body")),
]


class EvidenceForm(forms.Form):
    """A file, what kind it is, what it shows, and whom it is about. The file stands last: the rest comes before it."""

    kind = forms.ChoiceField(label=_("What it is"), choices=KINDS)
    title = TextField(
        label=_("What it shows"),
        required=False,
        max_length=120,
        help_text=_("Without names: this is read in lists."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    mention = forms.ChoiceField(label=_("Whom it is about"), required=False)
    file = forms.FileField(label=_("The file"), allow_empty_file=True, max_length=None)

    def __init__(self, persons: Sequence[tuple[UUID, str]], *args: object) -> None:
        super().__init__(*args)
        self.fields["mention"].choices = [("", _("the report as a whole")), *((str(k), words) for k, words in persons)]


class OpenForm(forms.Form):
    """What a file is opened for, and why."""

    custody = forms.ChoiceField(label=_("What for"), choices=CUSTODY, widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("Why"),
        max_length=300,
        help_text=_("Where it goes to somebody else, say to whom."),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
