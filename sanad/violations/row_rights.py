"""SQL of the migrations: who may touch which rows of this package, and what a row may hang on.

What only a trigger can say, and the one way in which said rows leave, stand beside the migrations in
`said_rows.sql` and `undo_batch.sql`.
"""

from sanad.kit.row_security import append_only, protect, protect_many, readable_by

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
