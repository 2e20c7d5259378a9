"""What was done with records besides judging them: corrections, and the deeds of the ledger."""

from collections.abc import Iterable, Sequence

from sanad.accounts.readers import Reader
from sanad.ledger.models import Deed
from sanad.ledger.queries import deeds_visible_to
from sanad.violations.models import Evidence, Intervention, Report, Revision
from sanad.violations.queries.told import Told

MOST = 200


def corrections_of(reader: Reader, reports: Iterable[Report]) -> list[Revision]:
    """Every later wording of these reports, the newest first."""
    own = Revision.objects.filter(report__in=[report.pk for report in reports], custodian_id__in=reader.sees)
    return list(own.filter(number__gt=1).order_by("-made_at")[:MOST])


def deeds_on(reader: Reader, accounts: Sequence[Told]) -> list[Deed]:
    """The newest deeds on these reports, their files and the people in them."""
    reports = [told.report.pk for told in accounts]
    files = Evidence.objects.filter(report__in=reports, custodian_id__in=reader.sees).values_list("pk", flat=True)
    done = Intervention.objects.filter(report__in=reports, custodian_id__in=reader.sees, number=1)
    about = {
        "report": reports,
        "intervention": list(done.values_list("root", flat=True)),
        "evidence": list(files),
        "mention": [mention.root for told in accounts if not told.silent for mention in told.mentions],
    }
    seen = deeds_visible_to(reader)
    parts = [
        seen.filter(object_kind=kind, object_id__in=[str(one) for one in ids]).order_by()
        for kind, ids in about.items()
        if ids
    ]
    return list(parts[0].union(*parts[1:], all=True).order_by("-id")[:MOST]) if parts else []
