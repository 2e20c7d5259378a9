"""The mentions in which somebody was found, as far as a reader sees them."""

from collections.abc import Sequence
from uuid import UUID

from sanad.accounts.readers import Reader
from sanad.violations.models import Mention
from sanad.violations.queries.consent import openable_mentions
from sanad.violations.queries.visible import reports_visible_to


def mentions_found(reader: Reader, rows: Sequence[UUID]) -> list[Mention]:
    """Those of these rows that hold now, that the reader may see and whose names they may open, in the order given.

    A wording that was corrected is left out: who was named by mistake is not found by that name any more.
    """
    now = Mention.objects.filter(pk__in=rows, until=None, report__in=reports_visible_to(reader))
    found = {m.pk: m for m in now.select_related("institution", "report__account__event")}
    openable = openable_mentions(reader, {m.root for m in found.values()})
    found = {row: m for row, m in found.items() if m.root in openable}
    return [found[row] for row in rows if row in found]
