"""What can be picked in the forms: codes and institutions, in the reader's language."""

from collections.abc import Iterable

from django.utils.translation import get_language

from sanad.codes import queries as codes
from sanad.institutions import queries as institutions
from sanad.web.fields import Option

SOURCES = (
    "newspaper",
    "broadcaster",
    "agency",
    "cso",
    "commission",
    "ministry",
    "department",
    "police",
    "hospital",
    "court",
)


def codes_to_pick(vocabulary: str) -> list[Option]:
    """The codes of a vocabulary that are offered today, under the headings of their branches."""
    urdu = (get_language() or "en").startswith("ur")
    headings = {code.pk: code for code in codes.codes_of(vocabulary) if code.heading}
    return [
        Option(
            code.slug,
            code.name_ur if urdu else code.name_en,
            code.name_en if urdu else code.name_ur,
            tuple(code.also),
            codes.label(headings[code.parent_id]) if code.parent_id in headings else "",
        )
        for code in codes.codes_offered(vocabulary)
    ]


def institutions_to_pick(kinds: Iterable[str] | None = None) -> list[Option]:
    """Institutions of these kinds (all, if none are given) by their names and acronyms."""
    urdu = (get_language() or "en").startswith("ur")
    return [
        Option(
            i.slug,
            i.name,
            (i.name_en if urdu else i.name_ur),
            (i.acronym,) if i.acronym else (),
        )
        for i in institutions.institutions_of(kinds)
    ]


def id_of(vocabulary: str, slug: str | None) -> int | None:
    return codes.ids_by_slug(vocabulary)[slug] if slug else None
