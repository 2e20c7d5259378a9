"""Loading the seed list, and naming institutions that an import or a form brings. Nothing is deleted."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date

from django.db import connection, transaction

from sanad.institutions import queries, seed
from sanad.institutions.models import Institution, InstitutionName
from sanad.institutions.rules import InstitutionKind, reasons_against_change, squash
from sanad.kit import text
from sanad.kit.refusals import N_, Incomplete, Refused
from sanad.ledger.actions import Doer, record
from sanad.places.queries import gazetteer

CARRIED = tuple(field.name for field in fields(seed.SeedInstitution) if field.name not in ("aliases", "slug"))


@dataclass(frozen=True)
class Loading:
    """What a load did."""

    added: int
    changed: int


@transaction.atomic
def load_institutions(*, by: Doer | None = None) -> Loading:
    """Bring the table in line with `data/institutions`; the same files twice change nothing.

    Needs the places. At set-up there is nobody yet to load them `by`, and no deed is written.
    """
    _one_at_a_time()
    there = {one.slug: one for one in Institution.objects.all()}
    seeds = seed.institutions()
    Institution.objects.bulk_create([_bare(one) for one in seeds if one.slug not in there])
    ids = dict(Institution.objects.values_list("slug", "id"))
    now = {one.slug: one for one in Institution.objects.all()}
    kept = queries.changed_by_people()  # what somebody corrected here stays corrected
    wanted = [one for one in seeds if one.slug not in kept]
    changed = [row for one in wanted if (row := _brought_in_line(now[one.slug], one, ids)) is not None]
    Institution.objects.bulk_update(changed, [*CARRIED])
    _name((ids[one.slug], name) for one in seeds for name in one.names)
    loading = Loading(len(now) - len(there), sum(row.slug in there for row in changed))
    if by is not None and (loading.added or loading.changed):
        record("institutions.loaded", by=by, object_kind="institutions", object_id="seed", added=loading.added)
    return loading


@transaction.atomic
def ensure_institution(slug: str, name: str, kind: InstitutionKind | str, *, by: Doer | None = None) -> Institution:
    """The institution of this kind that is called so, else the one with this slug, made now if there is none.

    What is known of it stays. Imports give `kit.text.slug(name)`; a name in Urdu alone needs a slug from the mapping.
    """
    clean = text.clean(name)
    if not slug or not clean:
        raise Incomplete.one(
            "institution_nameless",
            N_("An institution needs a name in Latin letters or a short name: %(name)s."),
            name=name,
        )
    kind = InstitutionKind(kind)
    called_so = queries.institution_named(clean, kind).institution
    found = Institution.objects.filter(slug=called_so.slug if called_so else slug).first()
    if found is not None:
        return found
    urdu = text.in_script(clean) == "arabic"
    made, new = Institution.objects.get_or_create(
        slug=slug,
        defaults={
            "kind": kind,
            "name_en": "" if urdu else clean,
            "name_ur": clean if urdu else "",
            "created_by": by.user_id if by else None,
        },
    )
    if new:
        _name([(made.pk, clean)])
        if by is not None:
            record("institution.named", by=by, object_kind="institution", object_id=made.pk)
    return made


@dataclass(frozen=True, kw_only=True)
class InstitutionContent:
    """What can be changed of an institution, and every way in which it is written."""

    kind: InstitutionKind
    level: str = ""
    name_en: str = ""
    name_ur: str = ""
    acronym: str = ""
    place_id: int | None = None
    parent_id: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    role: str = ""
    source: str = ""
    also: tuple[str, ...] = ()


@transaction.atomic
def change_institution(institution: Institution, content: InstitutionContent, *, by: Doer) -> bool:
    """Change what is said of an institution; its short name is permanent. Says whether anything was new.

    Every office points to the same institutions: the caller has asked whether this one may change them.
    """
    row = Institution.objects.select_for_update().get(pk=institution.pk)
    names = (content.name_en, content.name_ur)
    reasons = reasons_against_change(
        names, content.valid_from, content.valid_to, content.parent_id, queries.below(row.pk)
    )
    if reasons:
        raise Refused(reasons)
    wanted = {name: value for name, value in vars(content).items() if name != "also"}
    wanted["kind"] = str(content.kind)
    changed = sorted(name for name, value in wanted.items() if getattr(row, name) != value)
    for name in changed:
        setattr(row, name, wanted[name])
    if changed:
        row.save(update_fields=changed)
    renamed = _written_so(row, [*names, content.acronym, *content.also])
    if changed or renamed:
        record(
            "institution.changed", by=by, object_kind="institution", object_id=row.pk, changed=changed, names=renamed
        )
    return bool(changed or renamed)


def _written_so(row: Institution, names: Iterable[str]) -> int:
    """Bring the ways to write it in line; says how many came or went."""
    wanted = {squash(clean): clean for name in names if (clean := text.clean(name)) and squash(clean)}
    known = {one.folded: one for one in row.names.all()}
    gone = [one.pk for folded, one in known.items() if folded not in wanted]
    InstitutionName.objects.filter(pk__in=gone).delete()
    new = [name for folded, name in wanted.items() if folded not in known]
    _name((row.pk, name) for name in new)
    return len(gone) + len(new)


def _one_at_a_time() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"lock table {Institution._meta.db_table} in share row exclusive mode")


def _bare(one: seed.SeedInstitution) -> Institution:
    return Institution(slug=one.slug, kind=one.kind, name_en=one.name_en, name_ur=one.name_ur)


def _brought_in_line(row: Institution, one: seed.SeedInstitution, ids: dict[str, int]) -> Institution | None:
    """The row as the file has it; None if it was so already."""
    place = gazetteer()[one.place].id if one.place else None
    wanted = {
        "kind": str(one.kind),
        "level": one.level,
        "name_en": one.name_en,
        "name_ur": one.name_ur,
        "acronym": one.acronym,
        "place_id": place,
        "parent_id": ids[one.parent] if one.parent else None,
        "valid_from": one.valid_from or None,
        "role": one.role,
        "source": one.source,
    }
    if all(getattr(row, name) == value for name, value in wanted.items()):
        return None
    for name, value in wanted.items():
        setattr(row, name, value)
    return row


def _name(names: Iterable[tuple[int, str]]) -> None:
    rows = [InstitutionName(institution_id=pk, name=name, folded=squash(name)) for pk, name in names]
    InstitutionName.objects.bulk_create([row for row in rows if row.folded], ignore_conflicts=True)
