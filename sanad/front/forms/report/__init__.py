"""The hand-entry form of a report: the paper, what happened, who suffered what, who is said to have done it."""

from sanad.front.forms.report.fields import TextField, day_of, not_to_come, shows
from sanad.front.forms.report.people import MOST_LINES, LineForm, PerpetratorForm, VictimForm
from sanad.front.forms.report.said import HowForm, SaidForm
from sanad.front.forms.report.source import NamingForm, SourceForm

__all__ = [
    "MOST_LINES",
    "HowForm",
    "LineForm",
    "NamingForm",
    "PerpetratorForm",
    "SaidForm",
    "SourceForm",
    "TextField",
    "VictimForm",
    "day_of",
    "not_to_come",
    "shows",
]
