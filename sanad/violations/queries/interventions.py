"""What was done about events, as far as a reader sees the accounts that it hangs on."""

from collections.abc import Collection
from uuid import UUID

from sanad.accounts.readers import Reader
from sanad.violations.models import Intervention
from sanad.violations.queries.visible import kept_for, reports_visible_to


def interventions_on(reader: Reader, reports: Collection[UUID]) -> list[Intervention]:
    """The interventions of these accounts as they stand now, withdrawn ones too, the earliest first."""
    own = Intervention.objects.filter(kept_for(reader), report__in=list(reports), until=None)
    rows = own.select_related("institution", "addressed", "report")
    return sorted(rows, key=lambda one: (one.happened_first is None, one.happened_first, one.root))


def intervention_visible_to(reader: Reader, root: UUID) -> Intervention | None:
    """One intervention as it stands now, by its root."""
    own = Intervention.objects.filter(kept_for(reader), root=root, until=None)
    seen = own.filter(report__in=reports_visible_to(reader).values("pk"))
    return seen.select_related("institution", "addressed", "report__account__event").first()


def wordings_of_intervention(reader: Reader, root: UUID) -> list[Intervention]:
    """Every row of an intervention, the newest first."""
    return list(Intervention.objects.filter(kept_for(reader), root=root).order_by("-number"))


def interventions_in_batch(batch: UUID) -> int:
    """How many interventions hang on the reports of a batch."""
    return Intervention.objects.filter(report__batch=batch, until=None).count()
