"""What can be picked in the forms: codes, institutions, places, presets, in the reader's language."""

from collections.abc import Iterable
from functools import cached_property, lru_cache

from django.utils.translation import get_language

from sanad.codes import queries as codes
from sanad.institutions import queries as institutions
from sanad.institutions.models import Institution
from sanad.places import queries as places
from sanad.places.rules import Gazetteer
from sanad.web.fields import Option

SOURCES_READ = ("newspaper", "broadcaster", "news_agency")  # what is read day by day


def in_urdu() -> bool:
    """Whether the page is said in Urdu."""
    return (get_language() or "en").startswith("ur")


def codes_to_pick(vocabulary: str) -> list[Option]:
    """The codes of a vocabulary that are offered today, under the headings of their branches."""
    urdu = in_urdu()
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


class Bodies:
    """All institutions, read once for a page when the first is asked for."""

    @cached_property
    def rows(self) -> list[Institution]:
        """By name."""
        return institutions.institutions_of()

    @cached_property
    def listed(self) -> list[Option]:
        """As pickers offer them; the group is the kind."""
        urdu = in_urdu()
        return [
            Option(i.slug, i.name, (i.name_en if urdu else i.name_ur), (i.acronym,) if i.acronym else (), i.kind)
            for i in self.rows
        ]

    def options(self) -> list[Option]:
        """What can be picked now."""
        return self.listed

    @cached_property
    def slugs(self) -> dict[int, str]:
        """The permanent key of each institution."""
        return {i.pk: i.slug for i in self.rows}

    def slug_of(self, number: int | None) -> str:
        """The permanent key of an institution; empty where none is stated."""
        return self.slugs.get(number, "") if number is not None else ""

    def of(self, kinds: Iterable[str]) -> list[Institution]:
        """Those of some kinds, by name."""
        wanted = set(kinds)
        return [i for i in self.rows if i.kind in wanted]


def id_of(vocabulary: str, slug: str | None) -> int | None:
    """The number of a code, if one was picked."""
    return picked_id(vocabulary, slug) if slug else None


def picked_id(vocabulary: str, slug: str) -> int:
    """The number of a code that was picked."""
    return codes.ids_by_slug(vocabulary)[slug]


@lru_cache(maxsize=8)
def provinces_to_pick(gazetteer: Gazetteer, language: str) -> tuple[Option, ...]:
    """Today's provinces and territories, by their outside codes."""
    return tuple(Option(gazetteer.outside_code(one), places.place_label(one, language)) for one in places.provinces())


@lru_cache(maxsize=8)
def districts_to_pick(gazetteer: Gazetteer, language: str) -> tuple[Option, ...]:
    """Today's districts under their provinces, by their outside codes."""
    found = []
    for one in places.districts():
        province = gazetteer.province_of(one)
        group = places.place_label(province, language) if province else ""
        found.append(Option(gazetteer.outside_code(one), places.place_label(one, language), group=group))
    return tuple(sorted(found, key=lambda option: (str(option.group), str(option.label))))
