"""What a change of many reports would do to each: old and new, and which are left as they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from sanad.accounts.queries.naming import names_of
from sanad.accounts.readers import Reader
from sanad.front.forms.bulk import FIELDS
from sanad.front.presenting.words import Words
from sanad.institutions.queries import institutions_by_number
from sanad.violations import queries
from sanad.violations.actions.editing import PAPER, PLACE, Change, NewPlace
from sanad.violations.models import Act, Batch, Edited, Report
from sanad.web.formats import moment


@dataclass(frozen=True)
class EditLine:
    """One report: what the field says now, what it would say; or why it is left as it is."""

    reference: str
    summary: str
    before: str
    after: str
    left: str = ""


@dataclass(frozen=True)
class BatchLine:
    """A change of many reports that was made."""

    id: UUID
    what: str
    why: str
    number: int
    who: str
    when: str
    undone: str


def lines_of(reader: Reader, reports: Sequence[Report], change: Change | None) -> list[EditLine]:
    """Each report, as it is and as it would be."""
    ids = [one.pk for one in reports]
    words, summaries, acts = Words(), queries.summaries_of(reader, ids), queries.acts_now(ids)
    return [
        EditLine(one.reference, summaries.get(one.pk, ""), *_sides(one, change, acts.get(one.pk, []), words))
        for one in reports
    ]


def _sides(report: Report, change: Change | None, acts: list[Act], words: Words) -> tuple[str, str, str]:
    if change is None:
        return "", "", ""
    if isinstance(change.value, NewPlace):
        before = words.joined(dict.fromkeys(words.place(act.place_id, act.place_said) for act in acts)) or _(
            "not stated"
        )
        after = words.place(change.value.place, change.value.said)
        if not acts:
            return before, after, _("it tells of no act")
        if queries.sealed_points([act.pk for act in acts]):
            return before, after, _("it has a point on the map; correct it by itself")
        same = all((act.place_id, act.place_said) == (change.value.place, change.value.said) for act in acts)
        return before, after, _("it is so already") if same else ""
    if change.field == PAPER:
        before = str(report.source_institution or _("not stated"))
        after = institutions_by_number([change.value]).get(change.value, "")
        return before, after, _("it is so already") if report.source_institution_id == change.value else ""
    before, after = words.code("source_kind", report.source_kind_id), words.code("source_kind", change.value)
    return before, after, _("it is so already") if report.source_kind_id == change.value else ""


def batch_lines(reader: Reader, batches: Sequence[Batch]) -> list[BatchLine]:
    """Changes that were made, and by whom."""
    names = names_of(reader, [*(one.made_by for one in batches), *(one.undone_by for one in batches)])
    found = []
    for one in batches:
        edits = queries.edits_in(reader, one)
        undone = {"who": names.get(one.undone_by or 0, _("The operator")), "when": moment(one.undone_at)}
        found.append(
            BatchLine(
                one.pk,
                str(FIELDS[Edited.Field(edits[0].field)]) if edits else str(FIELDS[PLACE]),
                one.title,
                one.number,
                names.get(one.made_by or 0, _("The operator")),
                moment(one.made_at),
                _("Undone by %(who)s, %(when)s") % undone if one.undone_at else "",
            )
        )
    return found
