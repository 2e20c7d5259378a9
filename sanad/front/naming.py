"""Institutions that a form names for the first time."""

from sanad.accounts.readers import Reader
from sanad.front.forms.entry import Entry
from sanad.institutions.actions import ensure_institution
from sanad.kit.ids import uuid7
from sanad.kit.text import slug

# What a kind of source is as an institution.
KIND_OF = {
    "newspaper": "newspaper",
    "online_media": "newspaper",
    "television": "broadcaster",
    "radio": "broadcaster",
    "news_agency": "news_agency",
    "police": "police_station",
    "hospital": "hospital",
    "court": "court",
    "prison": "prison",
    "government": "department",
    "parliament": "assembly",
    "commission": "commission",
    "helpline": "helpline",
    "ngo": "cso",
    "community_body": "community",
    "international_body": "international",
}


def name_new_institutions(entry: Entry, *, by: Reader) -> None:
    """Add what the reader asked to add, and let the form mean it."""
    if entry.source is not None and entry.source.named_anew:
        kind = KIND_OF.get(entry.source.cleaned_data["source_kind"], "other")
        entry.source.cleaned_data["source"] = _named(entry.source.named_anew, kind, by)
    if entry.said.named_anew:
        entry.said.cleaned_data["police_station"] = _named(entry.said.named_anew, "police_station", by)


def _named(name: str, kind: str, by: Reader) -> str:
    # A name in Urdu has no slug: it gets one that says nothing.
    return ensure_institution(slug(name) or f"{kind}_{uuid7().hex[-12:]}", name, kind, by=by).slug
