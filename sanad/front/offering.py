"""What a pasted news text says of days, places, ages and deeds: offered beside the form, taken over by a press."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from sanad.codes import queries as codes
from sanad.front.forms.report import SourceForm
from sanad.front.options import in_urdu
from sanad.places import queries as places
from sanad.places.rules import Gazetteer
from sanad.places.rules import Kind as PlaceKind
from sanad.violations.rules.news import Kind, Lexicon, found_in
from sanad.violations.rules.news_words import ACT_WORDS


@dataclass(frozen=True)
class Offer:
    """One thing that may be taken over: into which field, as what, and the words of the text."""

    kind: str
    value: str
    label: str
    words: str


@dataclass(frozen=True)
class Offers:
    """What was found of one kind."""

    title: str
    found: list[Offer]


def offers_in(data: QueryDict) -> list[Offers]:
    """What the text of the page offers; empty groups too, so that one sees that nothing was found."""
    text = data.get("narrative", "")
    if not text.strip():
        return []
    lexicon = _lexicon(places.gazetteer(), codes.vocabularies_version(), in_urdu())
    found = found_in(text, lexicon, paper_day(data))
    labels = {code.slug: codes.label(code) for code in codes.codes_offered("act")}
    shown = [(one.kind, Offer(str(one.kind), one.value, labels.get(one.value, one.value), one.words)) for one in found]
    titles = ((Kind.DATE, _("Days")), (Kind.PLACE, _("Places")), (Kind.AGE, _("Ages")), (Kind.ACT, _("Acts")))
    return [Offers(title, [offer for of, offer in shown if of is kind]) for kind, title in titles]


def paper_day(data: QueryDict) -> date:
    """The day of the paper as it was typed, else today."""
    form = SourceForm(data)
    form.is_valid()
    told = form.cleaned_data.get("dated") or form.cleaned_data.get("received_on")
    return (told.latest() if told else None) or timezone.localdate()


@lru_cache(maxsize=4)
def _lexicon(gazetteer: Gazetteer, version: str, urdu: bool) -> Lexicon:
    """Made once for a state of the vocabularies and the gazetteer."""
    acts = {
        code.slug: (code.name_en, code.name_ur, *code.also, *ACT_WORDS.get(code.slug, ()))
        for code in codes.codes_offered("act")
        if code.slug not in ("unknown", "other")
    }
    named = [
        (row.name_ur if urdu and row.name_ur else row.name_en, row.name_en, row.name_ur, *row.aliases)
        for row in gazetteer
        if row.kind is not PlaceKind.COUNTRY
    ]
    return Lexicon.of(acts, [[name for name in names if name] for names in named])
