"""Interventions in words: what was done, by whom, to whom, and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader
from sanad.front.presenting.words import Words, date_of
from sanad.violations.models import Intervention
from sanad.web.formats import partial_date


@dataclass(frozen=True)
class InterventionShown:
    """One intervention as it stands now."""

    root: UUID
    what: str
    when: str
    by: str
    to: str
    response: str
    impact: str
    text: str
    withdrawn: bool
    corrected: bool
    mine: bool  # this reader may change it


def interventions_shown(reader: Reader, rows: Iterable[Intervention], words: Words) -> list[InterventionShown]:
    """The interventions of an event in words."""
    may = reader.may(Permission.REPORT_CORRECT)
    return [
        InterventionShown(
            one.root,
            words.code("intervention", one.type_id),
            partial_date(date_of(one.happened)),
            one.institution.name if one.institution_id else "",
            one.addressed.name if one.addressed_id else "",
            words.code("response", one.response_id),
            words.code("impact", one.impact_id),
            one.text,
            one.withdrawn,
            one.number > 1,
            may and one.custodian_id in reader.keeps,
        )
        for one in rows
    ]
