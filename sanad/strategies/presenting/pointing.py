"""What of this package points to a project: strategies that were consulted on at its workshops."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from sanad.accounts.permissions import Permission, permits
from sanad.accounts.readers import Reader
from sanad.projects.pointing import Pointer
from sanad.strategies.queries import strategies_consulted_by


def pointing_to(reader: Reader, projects: Collection[UUID]) -> Iterator[Pointer]:
    """Each strategy once for a project, however many workshops it paid for."""
    if not permits(reader, Permission.STRATEGY_READ):
        return
    for project, one in strategies_consulted_by(reader, projects):
        address = reverse("strategies:strategy", args=[one.reference])
        yield Pointer(project, str(one), _("strategy"), one.stage_since, address, one.get_stage_display())
