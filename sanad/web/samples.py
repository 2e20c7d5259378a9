"""Invented content for the living style page; nothing here is a record or a figure."""

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sanad.kit.refusals import N_, Incomplete, Reason
from sanad.web import charts, choropleth, fields
from sanad.web.charts import Bar
from sanad.web.choropleth import Area
from sanad.web.components import Cell, Column
from sanad.web.fields import Option

PROVINCES = (
    ("Punjab", "پنجاب", 120, 131),
    ("Sindh", "سندھ", 57, 80),
    ("Khyber Pakhtunkhwa", "خیبر پختونخوا", 204, 260),
    ("Balochistan", "بلوچستان", None, None),
    ("Islamabad", "اسلام آباد", 0, 3),
)
REFUSED = Incomplete(
    (
        Reason("sample.no_source", N_("The report names no source."), {}, "source"),
        Reason("sample.too_late", N_("The event was verified on %(day)s."), {"day": "2023-04-17"}),
    )
)
NEXT_STEPS = (_("Open the report and choose who told you."),)
DATES = ("2023-04-17", "2023-04", "2014~", "2014?", "2014-05/..", "2014-05-01/2014-05-03", None)
WRONG = {"wrong-happened": "31/02/2014", "wrong-killed": "12-15", "wrong-place": "Lundun"}
RANGES = ((12, None, 15), (3, None, None), (None, None, 7), (12, 13, 15), (0, 0, 0), (None, None, None))


class SampleForm(forms.Form):
    """One field of every kind."""

    title = forms.CharField(label=_("What happened"), widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}))
    happened = fields.PartialDateField(label=_("When it happened"))
    killed = fields.CountField(label=_("Killed, at least"), help_text=_("0 is none; empty is not known."))
    place = fields.PickerField(
        label=_("Province"),
        options=lambda: [Option(english, _local(english, urdu), urdu) for english, urdu, *_rest in PROVINCES],
        required=False,
    )
    sex = fields.SelectField(
        label=_("Sex"), options=[Option("woman", _("woman")), Option("man", _("man"))], required=False
    )
    kind = forms.ChoiceField(
        label=_("Who told you"),
        choices=[("newspaper", _("a newspaper")), ("person", _("a person"))],
        widget=forms.RadioSelect,
    )
    original = forms.FileField(label=_("The original"), required=False)
    sure = forms.BooleanField(label=_("I have read the clipping myself"), required=False)


class FilterForm(forms.Form):
    """Filters of a list."""

    words = forms.CharField(label=_("Words"), required=False)
    since = fields.PartialDateField(label=_("From"), required=False, help_text="")
    state = forms.ChoiceField(
        label=_("State"), choices=[("", _("all")), ("verified", _("verified")), ("new", _("new"))], required=False
    )


def _local(english: str, urdu: str) -> str:
    return urdu if (get_language() or "").startswith("ur") else english


def _squares() -> list[Area]:
    names = [_local(english, urdu) for english, urdu, *_rest in PROVINCES] * 3
    values = (0, 3, 12, None, 40, 57, 80, 131, 204, 260, 1, 0, 7, 22, 5)
    return [
        Area(f"M{(n % 5) * 100} {(n // 5) * 100}h96v96h-96z", name, value, f"?area={n}")
        for n, (name, value) in enumerate(zip(names, values, strict=True))
    ]


def _bars() -> list[Bar]:
    return [Bar(_local(english, urdu), least, f"?province={english}", most) for english, urdu, least, most in PROVINCES]


def _split() -> list[Bar]:
    return [
        Bar(_local(english, urdu), count, f"?{english}", series=str(series))
        for english, urdu, least, _most in PROVINCES
        for series, count in ((_("verified"), least or 0), (_("unverified"), 90))
    ]


def page(query: QueryDict) -> dict[str, object]:
    """Everything that the style page shows."""
    areas, split = _squares(), _split()
    rows = [
        [Cell(_local(english, urdu), f"?{english}"), Cell(least, number=True), Cell(most, number=True)]
        for english, urdu, least, most in PROVINCES
    ]
    years = [Bar(str(year), (year * 37) % 90 if year != 2003 else None, f"?year={year}") for year in range(1998, 2018)]
    return {
        "way": [(_("First page"), "/")],
        "empty_form": SampleForm(),
        "wrong_form": SampleForm(WRONG, prefix="wrong"),
        "filter_form": FilterForm(query),
        "columns": [Column(_("Province")), Column(_("Killed, at least"), True), Column(_("Killed, at most"), True)],
        "rows": rows,
        "states": ("new", "under_review", "verified", "inconclusive", "rejected", "withdrawn"),
        "dates": DATES,
        "ranges": RANGES,
        "tabs": [(_("Reports"), "?", True), (_("Events"), "?events", False), (_("Ledger"), "?ledger", False)],
        "steps": [_("File"), _("Columns"), _("Preview"), _("Commit")],
        "facts": [(_("Province"), _local(*PROVINCES[1][:2])), (_("Killed, at least"), 12), (_("FIR number"), None)],
        "bars": charts.bars(_bars(), title=str(_("Killed by province, least and most"))),
        "columns_chart": charts.columns(years, title=str(_("Events by year"))),
        "split_chart": charts.bars(split, title=str(_("Verified and unverified"))),
        "split_legend": charts.legend(split),
        "map": choropleth.choropleth(areas, size=(496, 296), title=str(_("Events by district"))),
        "map_classes": choropleth.classes(areas),
    }


def confirmation() -> dict[str, object]:
    """A page that asks once more."""
    return {
        "title": _("Withdraw this report?"),
        "sentence": _("It was entered in error and will be in no count."),
        "consequences": [_("The event loses one of its two accounts."), _("Figures already signed do not change.")],
        "button": _("Withdraw the report"),
        "danger": True,
        "back": "/design/",
    }
