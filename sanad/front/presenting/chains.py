"""The chain of events: what led to this one, what followed, and what belongs to the same operation."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from sanad.accounts.readers import Reader
from sanad.codes import queries as codes
from sanad.front.presenting.listing import EventLine, event_lines
from sanad.front.presenting.words import Words
from sanad.violations.queries import Linked
from sanad.violations.queries.lists import event_rows


@dataclass(frozen=True)
class LinkShown:
    """One link: how this event stands to the other."""

    judgement: UUID
    sentence: str
    why: str
    other: EventLine | None  # None: an event that this reader does not see


def links_shown(reader: Reader, links: Sequence[Linked], words: Words) -> list[LinkShown]:
    """The links of an event in words."""
    others = [link.other for link in links if link.other is not None]
    lines = dict(zip([one.pk for one in others], _lines(reader, others, words), strict=True)) if others else {}
    slugs = codes.slugs_by_id()
    return [
        LinkShown(
            link.judgement,
            _sentence(slugs[link.link_id], link.forward),
            link.why,
            lines.get(link.other.pk) if link.other is not None else None,
        )
        for link in links
    ]


def _lines(reader: Reader, events: Sequence, words: Words) -> list[EventLine]:
    rows = {row.id: row for row in event_rows(reader, events)}
    return event_lines(reader, [rows[one.pk] for one in events], words)


def _sentence(slug: str, forward: bool) -> str:
    first, second = link_sentences()[slug]
    return first if forward else second


def link_sentences() -> dict[str, tuple[str, str]]:
    """For each kind of link how the first event stands to the second, and the second to the first."""
    return {
        "cause": (_("This event led to:"), _("This event was caused by:")),
        "revenge": (_("Revenge for this event was:"), _("This event was revenge for:")),
        "reprisal": (_("Reprisal for speaking out about this event was:"), _("This event was a reprisal after:")),
        "same_operation": (_("Of the same operation as:"), _("Of the same operation as:")),
        "aggravates": (_("This event was made worse by:"), _("This event made worse:")),
        "continues": (_("This event goes on in:"), _("This event continues:")),
    }
