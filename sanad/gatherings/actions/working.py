"""Groups of a workshop and who works in them."""

from uuid import UUID

from django.db import transaction
from django.db.models import Max

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.gatherings.actions.planning import deed
from sanad.gatherings.models import Gathering, Group, GroupMember, Participant
from sanad.gatherings.rules.kinds import GroupPart
from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, Incomplete, Refused


@transaction.atomic
def add_group(gathering: Gathering, name_en: str, name_ur: str, *, by: Reader) -> Group:
    """Add a group; it gets the next number."""
    require(by, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    if not (name_en or name_ur):
        raise Incomplete.one("group_nameless", N_("A group has a name."), field="name_en")
    Gathering.objects.select_for_update().get(pk=gathering.pk)  # two at once: one number each
    last = Group.objects.filter(gathering=gathering).aggregate(last=Max("number"))["last"] or 0
    group = Group.objects.create(
        id=uuid7(), gathering=gathering, custodian_id=gathering.custodian_id, number=last + 1, name_en=name_en,
        name_ur=name_ur,
    )  # fmt: skip
    deed("gathering.group_added", gathering, by, group=str(group.pk))
    return group


@transaction.atomic
def put_in_group(group: Group, participant: Participant, *, part: str = GroupPart.MEMBER, by: Reader) -> GroupMember:
    """Somebody works in a group; doing it again says what they do there."""
    require(by, Permission.GATHERING_HOLD, custodian=group.custodian_id)
    if participant.gathering_id != group.gathering_id or participant.withdrawn_at is not None:
        raise Refused.one("not_in_the_room", N_("Only who came to this gathering works in its groups."))
    member, _new = GroupMember.objects.update_or_create(
        group=group, participant=participant, defaults={"custodian_id": group.custodian_id, "part": part}
    )
    deed("gathering.group_joined", group.gathering, by, group=str(group.pk), participant=str(participant.pk))
    return member


@transaction.atomic
def take_out_of_group(group: Group, member: UUID, *, by: Reader) -> None:
    """Somebody works there no longer."""
    require(by, Permission.GATHERING_HOLD, custodian=group.custodian_id)
    gone, _ = GroupMember.objects.filter(pk=member, group=group).delete()
    if gone:
        deed("gathering.group_left", group.gathering, by, group=str(group.pk))
