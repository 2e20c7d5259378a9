"""Corrections: a new revision closes the rows that it changes; nothing is overwritten.

In a list the mention or act at the same position is the same one (same root): it is what the same column describes.
A form says which are the same, because its lines can be taken away. Rows that are no longer said are closed.
"""

import json
from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db import connection

from sanad.kit.ids import uuid7, uuid7s
from sanad.vault.sealing import Sealer
from sanad.violations import queries
from sanad.violations.actions.rows import Numbered, Rows, Stamp, add_revision, add_said
from sanad.violations.actions.sealing import seal_rows
from sanad.violations.actions.staging import write_rows
from sanad.violations.drafts import ReportDraft

CLOSE = (
    "update violations_revision set until = %(number)s where report_id = %(report)s and until is null",
    "update violations_mention set until = %(number)s where report_id = %(report)s and until is null",
    "update violations_victimstatus set until = %(number)s where report_id = %(report)s and until is null",
    "update violations_act set until = %(number)s where report_id = %(report)s and until is null",
    "update violations_involvement set until = %(number)s where report_id = %(report)s and until is null",
)


def revise(
    report: UUID,
    draft: ReportDraft,
    stamp: Stamp,
    *,
    content_hash: bytes,
    sealer: Sealer,
    same: Mapping[str, UUID] | None = None,
) -> int:
    """Write the next revision of a report and say its number. The caller rederives.

    `same`: the root of each mention and act of the draft that the report held before, by draft key; by position where
    it is left out.
    """
    number = queries.newest_revision(report).number + 1
    mentions = _same((m.key for m in draft.mentions), queries.mention_roots(report), same)
    acts = _same((a.key for a in draft.acts), queries.act_roots(report), same)
    with connection.cursor() as cursor:
        for statement in CLOSE:
            cursor.execute(statement, {"number": number, "report": report})
    rows = Rows()
    held = Numbered(
        draft,
        report,
        "",
        report,
        content_hash,
        {m.key: mentions.get(m.key) or uuid7() for m in draft.mentions},
        {a.key: acts.get(a.key) or uuid7() for a in draft.acts},
    )
    fresh = {"m" + key: uuid7() for key in mentions} | {"a" + key: uuid7() for key in acts}
    spare = uuid7s(1 + len(draft.involvements) + sum(len(m.statuses) for m in draft.mentions))
    listed = json.dumps(dict(draft.listed)) if draft.listed else None
    add_revision(rows, held, stamp, revision=spare[0], number=number, listed=listed)
    add_said(rows, held, stamp, since=number, fresh=fresh, ids=spare[1:])
    write_rows(rows)
    seal_rows(sealer, rows)
    return number


def _same(keys: Iterable[str], held: list[UUID], same: Mapping[str, UUID] | None) -> dict[str, UUID]:
    """Which rows of the draft are rows that the report held already."""
    if same is None:
        return dict(zip(keys, held, strict=False))
    return {key: same[key] for key in keys if same.get(key) in held}
