"""Reading plans of gatherings."""

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from sanad.accounts.models import Link, Office
from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.gatherings.models import AgendaItem, FollowUp, Gathering, Invitation

Line = TypeVar("Line", bound=Model)


def gatherings_visible_to(reader: Reader) -> QuerySet[Gathering]:
    """Gatherings of the offices that this reader sees, the newest first."""
    require(reader, Permission.GATHERING_READ)
    found = Gathering.objects.filter(custodian_id__in=sorted(reader.sees))
    return found.select_related("custodian", "place").order_by("-first_day", "-id")


def gathering_visible_to(reader: Reader, reference: str) -> Gathering | None:
    """One of them."""
    found = gatherings_visible_to(reader).filter(reference=reference)
    return found.select_related("custodian", "place", "partner", "project").first()


def gathering_for_link(reader: Reader, link: Link) -> Gathering | None:
    """The gathering at whose door somebody stands; `reader` holds the link and sees no more than its office keeps."""
    kept = Gathering.objects.filter(pk=link.of, custodian_id=link.custodian_id, custodian_id__in=reader.sees)
    return kept.select_related("custodian", "place").first()


def years_of(reader: Reader) -> list[int]:
    """The years in which something was held or is planned, the newest first."""
    days = gatherings_visible_to(reader).order_by().dates("first_day", "year", order="DESC")
    return [day.year for day in days]


def institutions_invited(gathering: Gathering) -> QuerySet[Invitation]:
    """The invitations of a gathering by seat and name of the institution."""
    rows = Invitation.objects.filter(gathering=gathering, custodian_id=gathering.custodian_id)
    return rows.select_related("institution").order_by("seat", "institution__name_en", "id")


def agenda_of(gathering: Gathering) -> QuerySet[AgendaItem]:
    """The agenda in the order of the day."""
    rows = AgendaItem.objects.filter(gathering=gathering).select_related("institution")
    return rows.order_by("day", "begins", "id")


def follow_ups_of(gathering: Gathering) -> QuerySet[FollowUp]:
    """What is to be done, what is open and due soonest first."""
    rows = FollowUp.objects.filter(gathering=gathering).select_related("institution")
    return rows.order_by("done_on", "due", "id")


def line_of(kind: type[Line], gathering: Gathering, pk: UUID) -> Line | None:
    """One line of a gathering: of its agenda, its invitations, its follow-ups, its groups."""
    return kind._default_manager.filter(gathering=gathering, pk=pk).first()


def reference_prefix(office_id: int) -> str:
    """What references of an office begin with."""
    return Office.objects.values_list("reference_prefix", flat=True).get(pk=office_id)
