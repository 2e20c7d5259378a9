"""Where somebody is on the way from a file to records, and what is said there."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sanad.exchange.models import Import
from sanad.figures.rules.dimensions import Unit
from sanad.figures.rules.requests import CountRequest, Filter
from sanad.kit.refusals import Reason
from sanad.web.refusals import say, say_all

STEPS = (_("File"), _("Columns"), _("First rows"), _("Check"), _("Stored"))


def notes_of(reasons: Iterable[Reason]) -> list[str]:
    """Reasons as sentences in the reader's language."""
    return say_all(reasons)


def why(imported: Import) -> list[str]:
    """Why an import was refused as a whole."""
    return [say(Reason(one["code"], one["sentence"], one["params"])) for one in imported.why]


def figures_address(imported: Import) -> str | None:
    """The table of what the batch brought: violations by province and year."""
    if imported.batch is None:
        return None
    of_batch = Filter("batch", (imported.batch.reference,))
    question = CountRequest(Unit.VIOLATIONS, ("province",), ("year",), where=(of_batch,))
    return f"{reverse('figures:table')}?{question.address()}"
