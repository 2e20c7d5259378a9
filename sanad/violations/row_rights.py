"""SQL of the migrations: who may touch which rows of this package, and what a row may hang on.

What only a trigger can say, and the one way in which said rows leave, stand beside the migrations in
`said_rows.sql` and `undo_batch.sql`.
"""

from sanad.kit.row_security import (
    append_only,
    closed_where,
    granted_where,
    protect,
    protect_many,
    readable_by,
)

KEPT = (
    "batch", "document", "report", "revision", "mention", "act", "involvement", "victimstatus", "coverageday",
    "account", "identity", "ground",
)  # fmt: skip
SHARED = ("event", "person", "violation", "judgement")
SAID = ("revision", "mention", "act", "involvement", "victimstatus")

PROTECT = "".join(protect(f"violations_{t}") for t in KEPT) + "".join(protect_many(f"violations_{t}") for t in SHARED)

# Said rows are added and closed; judgements are only added; of a batch only its undoing is written down later.
APPEND_ONLY = (
    append_only("violations_judgement")
    + append_only("violations_report")
    + append_only("violations_document")
    + append_only("violations_batch")
    + "grant update (undone_at, undone_by, undone_why) on violations_batch to sanad_app;\n"
    + "".join(append_only(f"violations_{t}") + f"grant update (until) on violations_{t} to sanad_app;\n" for t in SAID)
)

# Foreign keys look past row security. The report and its custodian are part of each key, so that no row can hang on
# another office's report, nor an act of one report on a victim of another. A root is the id of its first row.
OF_ITS_REPORT = (
    ("act", "victim", "mention"),
    ("involvement", "act", "act"),
    ("involvement", "perpetrator", "mention"),
    ("victimstatus", "mention", "mention"),
    ("mention", "part_of", "mention"),
    ("identity", "mention", "mention"),
    ("ground", "act", "act"),
)
COMPOSITE = "".join(
    f"alter table violations_{t} add constraint {t}_of_report foreign key (report_id, custodian_id)"
    " references violations_report (id, custodian_id) deferrable initially deferred;\n"
    for t in ("revision", "mention", "account")
) + "".join(
    f"alter table violations_{t} add constraint {t}_{key}_of_its_report foreign key ({key}, report_id, custodian_id)"
    f" references violations_{whole} (id, report_id, custodian_id) deferrable initially deferred;\n"
    for t, key, whole in OF_ITS_REPORT
)

# What was derived holds together: checked when the transaction ends, since all of it is made anew at once.
TOGETHER = (
    ("account", "event_id", "event"),
    ("violation", "event_id", "event"),
    ("violation", "person_id", "person"),
    ("identity", "person_id", "person"),
    ("ground", "violation_id", "violation"),
    ("person", "part_of", "person"),
)
DERIVED = "".join(
    f"alter table violations_{t} add constraint {t}_of_{whole} foreign key ({key})"
    f" references violations_{whole} (id) deferrable initially deferred;\n"
    for t, key, whole in TOGETHER
)

# Statistics taken while an import runs say "no rows on many pages". The indexes of the lists, which end with the id,
# then seem as good as the key, and of equals the planner takes the youngest: so let that be the key.
# (10,000 reports after an import that was taken back: 21 s for the keys to events, 1.5 s with this.)
KEY_OF_EVENTS = "alter table violations_event drop constraint violations_event_pkey, add primary key (id);\n"

JUDGED = (
    "alter table violations_judgement add constraint who_judged_keeps_it check (custodian_id = any (custodians));\n"
)

# Files and consents: they only grow. A consent goes with its mention when a batch is undone; a file holds its report.
CARED = ("evidence", "consent", "safeguard")
CARE = (
    "".join(protect(f"violations_{t}") + append_only(f"violations_{t}") for t in CARED)
    + "".join(
        f"alter table violations_{t} add constraint {t}_of_its_report foreign key (report_id, custodian_id)"
        f" references violations_report (id, custodian_id){gone} deferrable initially deferred;\n"
        f"alter table violations_{t} add constraint {t}_of_its_mention foreign key (mention, report_id, custodian_id)"
        f" references violations_mention (id, report_id, custodian_id){gone} deferrable initially deferred;\n"
        for t, gone in (("evidence", ""), ("consent", " on delete cascade"), ("safeguard", " on delete cascade"))
    )
    + readable_by("violations_consent", "sanad_snapshot", ["id", "mention", "use", "answer", "custodian_id"])
    + readable_by("violations_identity", "sanad_snapshot", ["mention", "person_id", "custodian_id"])
)

# A reader with conflicts. Every report of an event bears all institutions that any account of it alleges, whoever keeps
# that account; so what the reader's own scope shows of `alleged` is enough to ask.
OF_A_REPORT = (
    "revision", "mention", "act", "involvement", "victimstatus", "account", "identity", "ground", *CARED,
)  # fmt: skip
# Asked in functions, which are never run for a reader without conflicts and cost the planner nothing: the same as
# subqueries in the policies made every query on these tables 0.3 ms slower to plan, for everybody.
TIED = "x.institution_id = any (sanad_conflicts())"
ASKED = {
    "report": f"exists (select 1 from public.violations_alleged x where x.report_id = one and {TIED})",
    "event": f"exists (select 1 from public.violations_alleged x where x.event_id = one and {TIED})",
    # These are seen where something is seen that they rest on: the rows named here are closed themselves.
    "person": "not exists (select 1 from public.violations_identity i where i.person_id = one)",
    "document": "not exists (select 1 from public.violations_report r where r.document_id = one)",
    "judgement": (
        "not exists (select 1 from public.violations_report r where r.id in (one, two))"
        " and not exists (select 1 from public.violations_mention m where m.id in (one, two))"
        " and not exists (select 1 from public.violations_act a where a.id = one)"
        " and not exists (select 1 from public.violations_involvement i where i.id = one)"
    ),
}
CLOSING = "".join(
    f"create function sanad_{name}_is_closed(one uuid{', two uuid' if 'two' in asked else ''}) returns boolean"
    f" language plpgsql stable cost 100 as $$ begin return {asked}; end $$;\n"
    for name, asked in ASKED.items()
)
NOT_CLOSING = "".join(
    f"drop function if exists sanad_{name}_is_closed(uuid{', uuid' if 'two' in asked else ''});\n"
    for name, asked in ASKED.items()
)
CLOSED = {
    **{f"violations_{t}": "sanad_report_is_closed(report_id)" for t in OF_A_REPORT},
    "violations_report": "sanad_report_is_closed(id)",
    "violations_event": "sanad_event_is_closed(id)",
    "violations_violation": "sanad_event_is_closed(event_id)",
    "violations_person": "sanad_person_is_closed(id)",
    "violations_document": "sanad_document_is_closed(id)",
    "violations_judgement": (
        "undoes_id is null and sanad_judgement_is_closed("
        "coalesce(report_id, mention, act, involvement), coalesce(other_report_id, other_mention))"
    ),
}
CLOSED_TO_CONFLICTS = CLOSING + "".join(closed_where(table, closed) for table, closed in CLOSED.items())
NOT_CLOSED = "".join(f"drop policy if exists conflict on {table};\n" for table in CLOSED) + NOT_CLOSING

# What an emergency shows: the report and its said rows, the event and what followed from this report; judgements not.
GIVEN = "any ((select sanad_granted())::uuid[])"
SHOWN = {
    **{f"violations_{t}": f"report_id = {GIVEN}" for t in (*OF_A_REPORT, "alleged")},
    "violations_report": f"id = {GIVEN}",
    "violations_event": "id = any ((select sanad_granted_events())::uuid[])",
    "violations_violation": "event_id = any ((select sanad_granted_events())::uuid[])",
    "violations_person": "id = any ((select sanad_granted_persons())::uuid[])",
    "violations_document": "id = any ((select sanad_granted_documents())::uuid[])",
}
FOUND = {
    "events": ("event_id", "violations_account where report_id"),
    "persons": ("person_id", "violations_identity where report_id"),
    "documents": ("document_id", "violations_report where id"),
}
GRANTED_ROWS = "".join(
    f"create or replace function sanad_granted_{name}() returns uuid[] language sql stable as $$"
    " select case when sanad_granted() = '{}' then '{}' else array("
    f"select {column} from {rows} = any (sanad_granted())) end $$;\n"
    for name, (column, rows) in FOUND.items()
) + "".join(granted_where(table, shown) for table, shown in SHOWN.items())
NOT_GRANTED = "".join(f"drop policy if exists granted on {table};\n" for table in SHOWN) + "".join(
    f"drop function if exists sanad_granted_{name}();\n" for name in FOUND
)
