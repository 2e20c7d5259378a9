"""Reading institutions. The list is open to every user, so no reader is asked; records say the rest."""

from collections.abc import Collection, Sequence

from django.db import connection
from django.db.models import Count, Max, QuerySet

from sanad.institutions.models import Institution, InstitutionName
from sanad.institutions.rules import Found, InstitutionKind, InstitutionNames, NamedInstitution, squash
from sanad.ledger.models import Change

_in_memory: dict[str, tuple[object, InstitutionNames]] = {}  # name of the database -> (state, names)


def institution(slug: str) -> Institution | None:
    """The institution with this permanent slug."""
    return Institution.objects.select_related("place", "parent").filter(slug=slug).first()


def institutions_of(kind: InstitutionKind | str | None = None) -> list[Institution]:
    """All institutions, or those of one kind, by name."""
    found = Institution.objects.select_related("place")
    return list((found.filter(kind=kind) if kind else found).order_by("name_en", "id"))


KIN = """
with recursive above(id, parent) as (
    select id, parent_id from institutions_institution where id = any(%(of)s)
    union select i.id, i.parent_id from above join institutions_institution i on i.id = above.parent
), below(id) as (
    select unnest(%(of)s::int[])
    union select i.id from below join institutions_institution i on i.parent_id = below.id
)
select id from above union select id from below
"""


BELOW = """
with recursive below(id) as (
    select %(of)s::int
    union select i.id from below join institutions_institution i on i.parent_id = below.id
)
select id from below
"""
TABLE, NAME_TABLE, MOST_CHANGES = "institutions_institution", "institutions_institutionname", 200


def kin_of(institutions: Collection[int]) -> frozenset[int]:
    """These institutions, all that they belong to, and all that belong to them; not their siblings."""
    if not institutions:
        return frozenset()
    with connection.cursor() as cursor:
        cursor.execute(KIN, {"of": sorted(institutions)})
        return frozenset(pk for (pk,) in cursor.fetchall())


def all_institutions() -> QuerySet[Institution]:
    """Every institution, with where it is and what it belongs to."""
    return Institution.objects.select_related("place", "parent")


def institutions_like(name: str = "", kind: str = "") -> QuerySet[Institution]:
    """Those whose names hold a text as names are matched, of a kind, by name."""
    found = all_institutions().order_by("name_en", "id")
    if kind:
        found = found.filter(kind=kind)
    if squash(name):
        found = found.filter(pk__in=InstitutionName.objects.filter(folded__contains=squash(name)).values("institution"))
    return found


def institutions_by_number(numbers: Collection[int]) -> dict[int, str]:
    """Names of institutions."""
    return {one.pk: one.name for one in Institution.objects.filter(pk__in=list(numbers))} if numbers else {}


def below(of: int) -> frozenset[int]:
    """This institution and all that belong to it."""
    with connection.cursor() as cursor:
        cursor.execute(BELOW, {"of": of})
        return frozenset(pk for (pk,) in cursor.fetchall())


def names_of(institution: Institution) -> list[str]:
    """Every way in which it is written, in the order in which they came."""
    return list(institution.names.order_by("id").values_list("name", flat=True))


def parts_of(institution: Institution) -> list[Institution]:
    """What belongs to it directly, by name."""
    return list(institution.below.order_by("name_en", "id"))


def changes_of(institution: Institution) -> list[Change]:
    """What was changed in it and in the ways to write it, the newest first; names that were taken away too."""
    gone = Change.objects.filter(kind=NAME_TABLE, before__institution_id=institution.pk)
    own = Change.objects.filter(kind=TABLE, row=str(institution.pk))
    return sorted([*own[:MOST_CHANGES], *gone[:MOST_CHANGES]], key=lambda one: -one.pk)


def changed_by_people() -> frozenset[str]:
    """Short names of institutions that somebody changed here: the seed list leaves them as they are."""
    rows = Change.objects.filter(kind=TABLE, who__isnull=False).values_list("row", flat=True)
    numbers = {int(row) for row in rows}
    return (
        frozenset(Institution.objects.filter(pk__in=numbers).values_list("slug", flat=True)) if numbers else frozenset()
    )


def institution_named(said: str, kind: InstitutionKind | str | None = None) -> Found:
    """Which institution a text names: the one that is called so, else None and what may be meant."""
    return _names().named(said, InstitutionKind(kind) if kind else None)


def institutions_called(names: Collection[str]) -> dict[str, list[int]]:
    """For each of these names the institutions that bear it, as names are matched; none for what is only like one."""
    keys = {name: squash(name) for name in names}
    rows = InstitutionName.objects.filter(folded__in=[key for key in keys.values() if key]).order_by("institution_id")
    bearers: dict[str, list[int]] = {}
    for folded, pk in rows.values_list("folded", "institution_id"):
        bearers.setdefault(folded, []).append(pk)
    return {name: bearers[key] for name, key in keys.items() if key in bearers}


def institutions_of_words(words: Sequence[str], numbers: Collection[int], limit: int) -> list[Institution]:
    """Institutions with these numbers first, then those of which one name has every word, by name."""
    named = InstitutionName.objects.all()
    for word in words:
        named = named.filter(name__icontains=word)
    meant = list(Institution.objects.filter(pk__in=list(numbers)[:limit]).order_by("name_en", "id"))
    rows = Institution.objects.filter(pk__in=named.values("institution_id")).exclude(pk__in=[row.pk for row in meant])
    return [*meant, *rows.order_by("name_en", "id")[: max(0, limit - len(meant))]]


def _names() -> InstitutionNames:
    """All names, made anew only when one was added."""
    state = tuple(InstitutionName.objects.aggregate(last=Max("id"), number=Count("id")).values())
    database = connection.settings_dict["NAME"]
    known = _in_memory.get(database)
    if known is None or known[0] != state:
        known = _in_memory[database] = (state, InstitutionNames(_all_names()))
    return known[1]


def forget() -> None:
    """Drop what is in memory; for tests, whose tables go back and forth."""
    _in_memory.clear()


def _all_names() -> list[NamedInstitution]:
    names: dict[int, list[str]] = {}
    for pk, name in InstitutionName.objects.order_by("id").values_list("institution_id", "name"):
        names.setdefault(pk, []).append(name)
    rows = Institution.objects.order_by("id").values_list("id", "slug", "kind")
    return [NamedInstitution(pk, slug, InstitutionKind(kind), tuple(names.get(pk, ()))) for pk, slug, kind in rows]
