"""What was done about events, as far as a reader sees the accounts that it hangs on."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sanad.accounts.readers import Reader
from sanad.vault.queries import sealed_kept_in
from sanad.violations.models import Account, Intervention, Mention, Report
from sanad.violations.queries.consent import openable_mentions
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


def interventions_saying(reader: Reader, words: Sequence[str], most: int) -> list[Intervention]:
    """The newest of the reader's own offices whose text has all these words. What conflicts close stays closed."""
    own = Intervention.objects.filter(custodian_id__in=sorted(reader.keeps), until=None, withdrawn=False)
    for word in words:
        own = own.filter(text__icontains=word)
    seen = own.filter(report__in=reports_visible_to(reader).values("pk"))
    return list(seen.select_related("report__account__event").order_by("-id")[:most])


def wordings_of_intervention(reader: Reader, root: UUID) -> list[Intervention]:
    """Every row of an intervention, the newest first."""
    return list(Intervention.objects.filter(kept_for(reader), root=root).order_by("-number"))


def sealed_mentions_beside(reader: Reader, report: Report) -> list[UUID]:
    """Rows with sealed names in all accounts of the event of this one, of every wording, as far as the reader opens."""
    event = Account.objects.filter(kept_for(reader), report=report).values("event_id")
    beside = Account.objects.filter(kept_for(reader), event__in=event).values("report_id")
    rows = dict(Mention.objects.filter(report__in=beside, custodian_id__in=reader.opens).values_list("id", "root"))
    openable = openable_mentions(reader, set(rows.values()))
    mine = [row for row, root in rows.items() if root in openable]
    return list(sealed_kept_in(reader.opens, mine, "mention").values_list("row_id", flat=True))


def interventions_in_batch(batch: UUID) -> int:
    """How many interventions hang on the reports of a batch."""
    return Intervention.objects.filter(report__batch=batch, until=None).count()
