"""Corrections: a new revision closes the rows of the earlier one and says everything anew; nothing is overwritten.

A mention, act or involvement that was there before keeps its root, so that judgements on it stay. A form says which
are the same; of a list it is known by what its lines say (`rules.lines`). Rows that are no longer said are closed.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from sanad.kit.ids import uuid7, uuid7s
from sanad.vault.sealing import Sealer, content_mac
from sanad.violations import queries
from sanad.violations.actions.locking import changed_since
from sanad.violations.actions.rows import Again, Numbered, Rows, Stamp, add_revision, add_said, edges
from sanad.violations.actions.sealing import seal_rows
from sanad.violations.actions.staging import write_rows
from sanad.violations.drafts import ActDraft, MentionDraft, ReportDraft
from sanad.violations.queries.held import Held
from sanad.violations.rules import lines

CLOSE = "update violations_{table} set until = %(number)s where report_id = %(report)s and until is null"
CLOSED_BY_IT = ("mention", "victimstatus", "act", "involvement")


@dataclass(frozen=True, slots=True)
class Same:
    """Of a draft, the roots of the mentions and acts that the report held before, by draft key."""

    mentions: dict[str, UUID]
    acts: dict[str, UUID]


def revise(
    report: UUID,
    draft: ReportDraft,
    stamp: Stamp,
    *,
    content_hash: bytes,
    sealer: Sealer,
    same: Mapping[str, UUID] | None = None,
) -> int:
    """Write the next revision of a report and say its number. The caller holds the report, and rederives.

    `same`: the root of each mention and act of the draft that the report held before, by draft key; found by what
    they say where it is left out.
    """
    newest = queries.newest_revision(report)
    if newest is None:
        raise changed_since()
    number = newest.number + 1
    held = queries.held_lines(report)
    known = known_again(held, draft, stamp.custodian, same)
    numbered = Numbered(
        draft, report, "", report, content_hash,
        {m.key: known.mentions.get(m.key) or uuid7() for m in draft.mentions},
        {a.key: known.acts.get(a.key) or uuid7() for a in draft.acts},
    )  # fmt: skip
    rows, spare = Rows(), uuid7s(1 + len(draft.involvements) + sum(len(m.statuses) for m in draft.mentions))
    listed = json.dumps(dict(draft.listed)) if draft.listed else None
    add_revision(rows, numbered, stamp, revision=spare[0], number=number, listed=listed)
    add_said(rows, numbered, stamp, since=number, ids=spare[1:], again=_again(held, numbered, known))
    _replace(rows, report, number)
    seal_rows(sealer, rows)
    return number


def _replace(rows: Rows, report: UUID, number: int) -> None:
    """The new wording first: the database asks of every row that is closed by which revision."""
    with connection.cursor() as cursor:
        cursor.execute(CLOSE.format(table="revision"), {"number": number, "report": report})
        write_rows(rows, ("revision",))
        for table in CLOSED_BY_IT:
            cursor.execute(CLOSE.format(table=table), {"number": number, "report": report})
    write_rows(rows, CLOSED_BY_IT)


def known_again(held: Held, draft: ReportDraft, custodian: int, same: Mapping[str, UUID] | None = None) -> Same:
    """Which mentions and acts of the draft are those that a report holds now."""
    said = [(m.key, _mention_line(m, draft)) for m in draft.mentions]
    known = _same_sealed(held, draft, said, custodian) if same is None else same
    mentions = lines.same_lines(held.mentions, said, lines.MENTION_KEYS if same is None else (), known)
    acts = [(a.key, _act_line(a, mentions.get(a.victim))) for a in draft.acts]
    return Same(mentions, lines.same_lines(held.acts, acts, lines.ACT_KEYS if same is None else (), same))


def _same_sealed(
    held: Held, draft: ReportDraft, said: list[tuple[str, lines.MentionLine]], custodian: int
) -> dict[str, UUID]:
    sealed = {m.key: dict(m.sealed) for m in draft.mentions if m.sealed}

    def alike(root: UUID, key: str) -> bool:
        row, mac = held.seals.get(root, (root, b""))
        return mac == content_mac(custodian, row, "mention", sealed[key])

    return lines.same_sealed(held.mentions, said, alike, sealed)


def _mention_line(m: MentionDraft, draft: ReportDraft) -> lines.MentionLine:
    said = (
        m.institution, m.min_size, m.best_size, m.max_size, m.sex, m.age_min, m.age_max, m.age_said, m.occupation,
        m.described, tuple(m.characteristics),
    )  # fmt: skip
    return lines.MentionLine(m.role, m.kind, said, tuple(sorted(a.type for a in draft.acts if a.victim == m.key)))


def _act_line(a: ActDraft, victim: UUID | None) -> lines.ActLine:
    happened = edges(a.happened)[0]
    said = (
        a.means,
        a.stated_reason,
        a.kind_of_place,
        happened,
        a.place,
        a.place_precision,
        a.place_said,
        a.happened_said,
    )
    return lines.ActLine(victim, a.type, said)


def _again(held: Held, report: Numbered, known: Same) -> Again:
    """Ids of what is said again. Involvements and statuses are known by what they hang on and what they say."""
    draft, mentions, acts = report.draft, known.mentions, known.acts
    involved = [
        (n, lines.InvolvementLine(
            acts.get(i.act), mentions.get(i.perpetrator) if i.perpetrator else None, i.institution, i.type, i.degree
        ))
        for n, i in enumerate(draft.involvements)
    ]  # fmt: skip
    statuses = [
        ((m.key, n), lines.StatusLine(mentions.get(m.key), s.status, edges(s.happened)[0]))
        for m in draft.mentions
        for n, s in enumerate(m.statuses)
    ]
    return Again(
        {"m" + key: uuid7() for key in mentions} | {"a" + key: uuid7() for key in acts},
        lines.same_lines(held.statuses, statuses, lines.STATUS_KEYS),
        lines.same_lines(held.involvements, involved, lines.INVOLVEMENT_KEYS),
    )
