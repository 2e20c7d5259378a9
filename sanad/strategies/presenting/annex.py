"""The disposition matrix: what each group, reader and department asked for, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sanad.strategies.models import Disposition, Draft, Point
from sanad.strategies.presenting.labels import on_the_whole
from sanad.strategies.queries.asked import points_with_answers
from sanad.web import formats


@dataclass(frozen=True)
class AnnexRow:
    """One point with its answer."""

    number: int
    asker: str  # a group, a department; a person by consent only
    workshop: str
    region: str
    about: str
    group_words: str
    plenary_words: str
    dissent: str
    outcome: str
    outcome_code: str
    reason: str
    carried: str  # number and heading of the clause that carries it
    now_says: str


def annex_of(draft: Draft) -> list[AnnexRow]:
    """All points on a draft by number."""
    return [row_of(point) for point in points_with_answers(draft)]


def row_of(point: Point) -> AnnexRow:
    """One point; `answers` holds the disposition that holds."""
    answer: Disposition | None = point.answers[0] if point.answers else None
    gathering = point.group.gathering if point.group else None
    clause = answer.clause if answer else None
    return AnnexRow(
        number=point.number,
        asker=asker_of(point),
        workshop=f"{gathering}, {formats.day(gathering.first_day)}" if gathering else "",
        region=str(gathering.place) if gathering and gathering.place else "",
        about=str(point.clause) if point.clause else on_the_whole(),
        group_words=point.group_words,
        plenary_words=point.plenary_words,
        dissent=point.dissent,
        outcome=answer.get_outcome_display() if answer else "",
        outcome_code=answer.outcome if answer else "",
        reason=answer.reason if answer else "",
        carried=" ".join(part for part in (clause.number, clause.heading) if part) if clause else "",
        now_says=(clause.text or clause.heading) if clause and not clause.dropped else "",
    )


def asker_of(point: Point) -> str:
    """Who asked, as print may say it: a group or a body by name, a person only who agreed to be named."""
    if point.group is not None:
        return str(point.group)
    asked = point.invitation
    assert asked is not None
    if asked.body and not (asked.name and asked.may_name):
        return asked.body
    if asked.may_name and asked.name:
        return f"{asked.name}, {asked.body}" if asked.body else asked.name
    return _("an invited reader")


def heads() -> list[str]:
    """The columns of the annex."""
    return [
        _("No."),
        _("Who asked"),
        _("About"),
        _("The group's words"),
        _("The plenary's words"),
        _("Dissent"),
        _("Answer"),
        _("Reason"),
        _("The draft now says"),
    ]


def cells(row: AnnexRow) -> list[str]:
    """A row under these heads."""
    asker = "\n".join(part for part in (row.asker, row.workshop, row.region) if part)
    says = "\n".join(part for part in (row.carried, row.now_says) if part)
    return [
        str(row.number), asker, row.about, row.group_words, row.plenary_words, row.dissent, row.outcome, row.reason,
        says,
    ]  # fmt: skip


def public_rows(rows: Iterable[AnnexRow]) -> list[dict[str, object]]:
    """What the public sees of the annex."""
    return [
        {
            "number": row.number, "asker": row.asker, "workshop": row.workshop, "about": row.about,
            "words": row.plenary_words or row.group_words, "dissent": row.dissent, "outcome": row.outcome,
            "outcome_code": row.outcome_code, "reason": row.reason, "carried": row.carried,
        }
        for row in rows
    ]  # fmt: skip
