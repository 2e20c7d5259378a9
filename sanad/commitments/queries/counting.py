"""Recommendations counted, by paragraph and by part, and filtered by what is known of them."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import Q, QuerySet

from sanad.accounts.readers import Reader
from sanad.codes import queries as codes
from sanad.commitments.models import Recommendation
from sanad.commitments.queries import recommendations_visible_to
from sanad.commitments.rules.asked import NONE_STATED, By, Part, Position, Responsibility, counted
from sanad.institutions import queries as institutions
from sanad.kit.refusals import N_, Refused
from sanad.places.queries import place_by_code

MANY = {"theme": ("theme", "themes"), "group": ("group_of_people", "groups"), "right": ("right", "rights")}
MANY |= {"target": ("sdg_target", "targets")}
FILTERS = ("source", "kind", "position", "responsibility", "province", "lead", "cluster", "imported", "answered", *MANY)


def narrowed(reader: Reader, where: Iterable[str]) -> QuerySet[Recommendation]:
    """Recommendations that fit all of these conditions, each written `name=value` or `name=one,other`."""
    rows = recommendations_visible_to(reader)
    for text in where:
        name, _equals, said = text.partition("=")
        values = [value.strip() for value in said.split(",") if value.strip()]
        if name not in FILTERS or not values:
            raise Refused.one(
                "commitments.filter",
                N_("“%(said)s” is no filter. Write name=value with one of: %(names)s."),
                "where",
                said=text[:60],
                names=", ".join(FILTERS),
            )
        rows = rows.filter(_condition(name, values))
    return rows


def _condition(name: str, values: list[str]) -> Q:
    if name == "source":
        return Q(source__in=values)
    if name == "kind":
        return Q(kind_id__in=codes.ids_under("asker_kind", values))
    if name in MANY:
        vocabulary, column = MANY[name]
        return Q(**{f"{column}__overlap": sorted(codes.ids_under(vocabulary, values))})
    if name in ("position", "responsibility"):
        known = [*(str(one) for one in (Position if name == "position" else Responsibility)), NONE_STATED]
        _known(name, values, known)
        return Q(**{f"{name}__in": ["" if value == NONE_STATED else value for value in values]})
    if name == "province":
        return Q(provinces__overlap=[_province(value) for value in values])
    if name == "lead":
        return Q(lead__slug__in=[_institution(value) for value in values])
    if name == "answered":
        _known(name, values, ["yes", "no"])
        return Q(answers__isnull="no" in values)
    assert name in ("cluster", "imported")
    return Q(**{f"{name}__in": [_uuid(name, value) for value in values]})


def _known(name: str, values: Iterable[str], known: list[str]) -> None:
    for value in values:
        if value not in known:
            _refuse(name, value, ", ".join(known))


def _province(said: str) -> int:
    place = place_by_code(said)
    if place is None:
        _refuse("province", said, "PK-KP, PK-PB, …")
    assert place is not None
    return place.id


def _institution(said: str) -> str:
    found = institutions.institution(said)
    if found is None:
        _refuse("lead", said, "…")
    assert found is not None
    return found.slug


def _uuid(name: str, said: str) -> UUID:
    try:
        return UUID(said)
    except ValueError:
        _refuse(name, said, "UUID")
        raise


def _refuse(name: str, said: str, allowed: str) -> None:
    sentence = N_("“%(said)s” is no value of %(name)s. Possible: %(allowed)s.")
    raise Refused.one("commitments.value", sentence, "where", said=said[:60], name=name, allowed=allowed)


def count_by(rows: QuerySet[Recommendation], by: By) -> dict[str, int]:
    """How many of each position, in paragraphs or parts."""
    parts = rows.order_by().distinct().values_list("id", "source", "paragraph", "position")
    return counted((Part(str(pk), *rest) for pk, *rest in parts), by)


def both_counts(rows: QuerySet[Recommendation]) -> Mapping[By, dict[str, int]]:
    """The same recommendations counted both ways, from one reading of the table."""
    found = rows.order_by().distinct().values_list("id", "source", "paragraph", "position")
    parts = [Part(str(pk), *rest) for pk, *rest in found]
    return {by: counted(parts, by) for by in By}


def sources_of(reader: Reader) -> list[str]:
    """The documents that recommendations come from."""
    return list(recommendations_visible_to(reader).order_by("source").values_list("source", flat=True).distinct())
