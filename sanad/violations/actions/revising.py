"""Corrections: a new revision closes the rows that it changes; nothing is overwritten.

The mention or act at the same position is the same one (same root): it is what the same line of the form, or the same
column of the list, describes. Rows beyond the former number are new; rows that are no longer said are closed.
"""

import json
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


def revise(report: UUID, draft: ReportDraft, stamp: Stamp, *, content_hash: bytes, sealer: Sealer) -> int:
    """Write the next revision of a report and say its number. The caller rederives."""
    number = queries.newest_revision(report).number + 1
    mentions = queries.mention_roots(report)
    acts = queries.act_roots(report)
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
        {m.key: mentions[n] if n < len(mentions) else uuid7() for n, m in enumerate(draft.mentions)},
        {a.key: acts[n] if n < len(acts) else uuid7() for n, a in enumerate(draft.acts)},
    )
    fresh = {"m" + m.key: uuid7() for m in draft.mentions[: len(mentions)]}
    fresh |= {"a" + a.key: uuid7() for a in draft.acts[: len(acts)]}
    spare = uuid7s(1 + len(draft.involvements) + sum(len(m.statuses) for m in draft.mentions))
    listed = json.dumps(dict(draft.listed)) if draft.listed else None
    add_revision(rows, held, stamp, revision=spare[0], number=number, listed=listed)
    add_said(rows, held, stamp, since=number, fresh=fresh, ids=spare[1:])
    write_rows(rows)
    seal_rows(sealer, rows)
    return number
