"""Reading who came."""

from collections.abc import Collection, Iterable, Mapping
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.codes.queries import slugs_by_id
from sanad.gatherings.models import Gathering, Group, GroupMember, ListTaken, Material, Participant, SameParticipant
from sanad.gatherings.rules.alike import Named, Pair
from sanad.gatherings.rules.counting import Came
from sanad.vault.queries import erased_of

ERASED_LINE = "participant_line"  # of a tombstone


def participants_of(reader: Reader, gathering: Gathering) -> QuerySet[Participant]:
    """Who came, by name, also those withdrawn; for whoever holds gatherings of that office, and nobody else."""
    require(reader, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    rows = Participant.objects.filter(gathering=gathering).select_related("sex", "district", "institution")
    return rows.order_by("signed_at", "id")


def list_of(reader: Reader, gathering: Gathering, *, seat: str = "", withdrawn: bool = False) -> QuerySet[Participant]:
    """The list as it counts, or those taken off it; of one seat (`-`: not stated), or of all."""
    rows = participants_of(reader, gathering).filter(withdrawn_at__isnull=not withdrawn)
    return rows.filter(seat="" if seat == "-" else seat) if seat else rows


def named_on(reader: Reader, gathering: Gathering) -> list[Participant]:
    """Those on the list who have a name."""
    return list(list_of(reader, gathering).filter(erased_at=None))


def participant_of(reader: Reader, gathering: Gathering, pk: UUID) -> Participant | None:
    """One line of the list."""
    return participants_of(reader, gathering).filter(pk=pk).first()


def lists_taken(reader: Reader, gathering: Gathering) -> list[ListTaken]:
    """When this list left the house as a file, the newest first."""
    require(reader, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    return list(ListTaken.objects.filter(gathering=gathering).order_by("-id")[:50])


def came_to(reader: Reader, gatherings: Collection[UUID]) -> dict[UUID, list[Came]]:
    """Who came to these, without a name: sex, seat, district. For whoever reads gatherings."""
    require(reader, Permission.GATHERING_READ)
    found: dict[UUID, list[Came]] = {one: [] for one in gatherings}
    slugs = slugs_by_id()
    rows = Participant.objects.filter(
        gathering__in=list(gatherings), withdrawn_at=None, custodian_id__in=sorted(reader.sees)
    ).order_by("id")
    for gathering, person, sex, seat, district in rows.values_list(
        "gathering_id", "person", "sex_id", "seat", "district_id"
    ):
        found[gathering].append(Came(person, slugs.get(sex, ""), seat, str(district or "")))
    return found


def numbers_of(reader: Reader, gatherings: Collection[UUID]) -> Mapping[UUID, int]:
    """How many human beings came to each of these."""
    require(reader, Permission.GATHERING_READ)
    rows = Participant.objects.filter(gathering__in=list(gatherings), withdrawn_at=None)
    counted = rows.filter(custodian_id__in=sorted(reader.sees)).order_by().values("gathering_id")
    return {row["gathering_id"]: row["people"] for row in counted.annotate(people=Count("person", distinct=True))}


def known_participants(custodian: int) -> list[Named]:
    """Everybody who ever came to a gathering of this office; for the comparing within an action or for its holder."""
    rows = Participant.objects.filter(custodian_id=custodian, withdrawn_at=None, erased_at=None).order_by("id")
    return [Named(*row) for row in rows.values_list("id", "name", "affiliation")]


def judged_pairs(custodian: int) -> set[Pair]:
    """Pairs on which somebody of this office has decided."""
    rows = SameParticipant.objects.filter(custodian_id=custodian, undone_at=None)
    return {frozenset(row) for row in rows.values_list("one_id", "other_id")}


def same_pairs(custodian: int) -> set[Pair]:
    """Those judged to be one human being."""
    rows = SameParticipant.objects.filter(custodian_id=custodian, undone_at=None, same=True)
    return {frozenset(row) for row in rows.values_list("one_id", "other_id")}


def judgements_about(reader: Reader, participants: Iterable[UUID]) -> QuerySet[SameParticipant]:
    """What was decided of these, the newest first."""
    require(reader, Permission.GATHERING_HOLD)
    rows = SameParticipant.objects.filter(custodian_id__in=sorted(reader.keeps), undone_at=None)
    wanted = list(participants)
    return (rows.filter(one__in=wanted) | rows.filter(other__in=wanted)).select_related("one", "other").order_by("-id")


def by_id(reader: Reader, ids: Collection[UUID]) -> dict[UUID, Participant]:
    """Participants of any gathering that this reader's office keeps."""
    require(reader, Permission.GATHERING_HOLD)
    rows = Participant.objects.filter(pk__in=list(ids), custodian_id__in=sorted(reader.keeps))
    return {row.pk: row for row in rows.select_related("gathering", "district")}


def erased_lines() -> list[UUID]:
    """Lines that were erased, of all offices; for a restored database."""
    return erased_of(ERASED_LINE)


def groups_with(participants: Collection[UUID]) -> list[UUID]:
    """The groups in which these worked."""
    rows = GroupMember.objects.filter(participant__in=list(participants)).order_by()
    return list(rows.values_list("group_id", flat=True).distinct())


def has_erased(custodian: int) -> bool:
    """Whether an office erased somebody from its lists."""
    return Participant.objects.filter(custodian_id=custodian, erased_at__isnull=False).exists()


def still_named(custodian: int, names: Collection[str]) -> list[str]:
    """References of the gatherings of an office in whose minutes, agenda or follow-ups one of these names stands."""
    found: set[str] = set()
    for name in names:
        own = Gathering.objects.filter(custodian_id=custodian)
        typed = Q(minutes__icontains=name) | Q(purpose__icontains=name)
        typed |= Q(agenda__speaker__icontains=name) | Q(agenda__title__icontains=name)
        typed |= Q(follow_ups__owner__icontains=name) | Q(follow_ups__what__icontains=name)
        found.update(own.filter(typed).order_by().values_list("reference", flat=True).distinct())
    return sorted(found)


def groups_of(gathering: Gathering) -> QuerySet[Group]:
    """The groups with their members, in order."""
    members = GroupMember.objects.select_related("participant").order_by("part", "participant__name")
    return Group.objects.filter(gathering=gathering).prefetch_related(Prefetch("members", members)).order_by("number")


def material_visible_to(reader: Reader, pk: UUID) -> Material | None:
    """One file of a gathering that the reader sees."""
    require(reader, Permission.GATHERING_READ)
    rows = Material.objects.filter(pk=pk, custodian_id__in=sorted(reader.sees))
    return rows.select_related("gathering").first()


def materials_of(gathering: Gathering) -> QuerySet[Material]:
    """The files of a gathering as they came in."""
    return Material.objects.filter(gathering=gathering).order_by("received_at", "id")
