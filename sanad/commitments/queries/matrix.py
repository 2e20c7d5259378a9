"""The matrix: actions with their lights by theme, by institution, by province; and bottlenecks counted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from django.db.models import Count, Q, QuerySet

from sanad.accounts.readers import Reader
from sanad.codes import queries as codes
from sanad.commitments.models import Action
from sanad.commitments.queries import actions_visible_to, bottlenecks_visible_to, kept_within
from sanad.commitments.queries.lit import Lit
from sanad.commitments.rules.lights import Light
from sanad.places import queries as places
from sanad.places.rules.rows import PROVINCES

NONE = ""


class Across(StrEnum):
    """By what the matrix is laid out."""

    THEME = "theme"
    INSTITUTION = "institution"
    PROVINCE = "province"


@dataclass
class Row:
    """One line of the matrix; its key goes into the address of its actions."""

    key: str
    label: str
    lights: Counter[Light] = field(default_factory=Counter)
    total: int = 0
    indent: bool = False


def matrix(lit: Iterable[Lit], across: Across) -> list[Row]:
    """Lines with the number of each light. An action with two themes or provinces stands in both lines."""
    rows = {row.key: row for row in _empty(across)}
    slugs = _slugs(across)
    for one in lit:
        for key, label in _keys(one.action, across, slugs):
            row = rows.setdefault(key, Row(key, label))
            row.lights[one.light] += 1
            row.total += 1
    found = [row for row in rows.values() if row.total]
    if across is Across.INSTITUTION:
        found.sort(key=lambda row: (row.key == NONE, row.label))
    return sorted(found, key=lambda row: row.key == NONE)


def _slugs(across: Across) -> Mapping[int, str]:
    """The keys of all lines by id, asked for once: a plan has hundreds of actions."""
    if across is Across.PROVINCE:
        gazetteer = places.gazetteer()
        return {one.id: str(gazetteer.outside_code(one)) for one in gazetteer if one.kind in PROVINCES}
    return codes.slugs_by_id() if across is Across.THEME else {}


def _empty(across: Across) -> list[Row]:
    """The lines in the order of the vocabulary or of the provinces."""
    if across is Across.THEME:
        return [Row(one.slug, codes.label(one), indent=one.parent_id is not None) for one in codes.codes_of("theme")]
    if across is Across.PROVINCE:
        slugs = _slugs(across)
        return [Row(slugs[one.id], places.place_label(one)) for one in places.provinces()]
    return []


def _keys(action: Action, across: Across, slugs: Mapping[int, str]) -> list[tuple[str, str]]:
    if across is Across.INSTITUTION:
        return [(action.lead.slug, action.lead.name) if action.lead else (NONE, NONE)]
    ids = action.provinces if across is Across.PROVINCE else action.themes
    return [(slugs[one], "") for one in ids if one in slugs] or [(NONE, NONE)]


def actions_in(reader: Reader, across: Across, key: str) -> QuerySet[Action]:
    """The actions of one line; of the line without a name those that have none."""
    rows = actions_visible_to(reader)
    if across is Across.INSTITUTION:
        return rows.filter(lead__slug=key) if key else rows.filter(lead=None)
    if across is Across.PROVINCE:
        place = places.place_by_code(key) if key else None
        return rows.filter(provinces__contains=[place.id]) if place else rows.filter(provinces=[])
    known = codes.ids_by_slug("theme")
    return rows.filter(themes__contains=[known[key]]) if key in known else rows.filter(themes=[])


def bottlenecks_counted(reader: Reader) -> list[tuple[str, str, int, int, int]]:
    """Group, kind, how many are open, on how many actions, how many were solved; the most frequent first."""
    rows = (
        bottlenecks_visible_to(reader)
        .select_related(None)
        .values("kind_id")
        .annotate(
            still=Count("id", filter=Q(solved_on=None)),
            solved=Count("id", filter=Q(solved_on__isnull=False)),
            actions=Count("action_id", filter=Q(solved_on=None), distinct=True),
        )
    )
    kinds = {one.pk: one for one in codes.codes_of("bottleneck")}
    found = [
        (
            codes.label(kinds[kinds[row["kind_id"]].parent_id]) if kinds[row["kind_id"]].parent_id else "",
            codes.label(kinds[row["kind_id"]]),
            row["still"],
            row["actions"],
            row["solved"],
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (-one[2], one[1]))


def number_answered(reader: Reader) -> int:
    """How many actions answer something."""
    return kept_within(reader, Action).filter(answers__isnull=False).distinct().count()
