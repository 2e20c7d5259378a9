"""SQL of the migrations: who may touch which rows of this package, and the one way said rows leave."""

from sanad.kit.row_security import append_only, protect, protect_many

KEPT = (
    "batch", "document", "report", "revision", "mention", "act", "involvement", "victimstatus", "coverageday",
    "account", "identity", "ground",
)  # fmt: skip
SHARED = ("event", "person", "violation", "judgement")
SAID = ("revision", "mention", "act", "involvement", "victimstatus")

PROTECT = "".join(protect(f"violations_{t}") for t in KEPT) + "".join(protect_many(f"violations_{t}") for t in SHARED)

# Said rows are added and closed; judgements are only added.
APPEND_ONLY = (
    append_only("violations_judgement")
    + append_only("violations_report")
    + append_only("violations_document")
    + "".join(append_only(f"violations_{t}") + f"grant update (until) on violations_{t} to sanad_app;\n" for t in SAID)
)

# Foreign keys look past row security: the custodian is part of the key, so no row can hang on another office's report.
COMPOSITE = "".join(
    f"alter table violations_{t} add constraint {t}_of_report foreign key (report_id, custodian_id)"
    " references violations_report (id, custodian_id) deferrable initially deferred;\n"
    for t in (*SAID, "account", "identity", "ground")
)

DERIVED = """
alter table violations_account add constraint account_of_event foreign key (event_id)
    references violations_event (id) deferrable initially deferred;
alter table violations_violation add constraint violation_of_event foreign key (event_id)
    references violations_event (id) deferrable initially deferred;
alter table violations_violation add constraint violation_of_person foreign key (person_id)
    references violations_person (id) deferrable initially deferred;
"""

UNDO = """
create function sanad_undo_batch(gone uuid) returns void
language plpgsql security definer set search_path = public as $$
declare
    reports uuid[] := array(select id from violations_report where batch_id = gone);
    revised uuid[] := array(select report_id from violations_revision where batch_id = gone and number > 1);
begin
    -- Said rows to remove: all of the batch's reports, and of earlier reports those that its corrections added.
    create temporary table leaving on commit drop as
        select m.id, m.root, 'mention' as of from violations_mention m where m.report_id = any(reports)
        union all select a.id, a.root, 'act' from violations_act a where a.report_id = any(reports)
        union all select i.id, i.root, 'involvement' from violations_involvement i where i.report_id = any(reports)
        union all select r.id, r.id, 'revision' from violations_revision r where r.report_id = any(reports)
        union all select r.id, r.id, 'revision' from violations_revision r where r.batch_id = gone and r.number > 1
        union all select m.id, m.root, 'mention' from violations_mention m
            join violations_revision r on r.report_id = m.report_id and r.number = m.since
            where r.batch_id = gone and r.number > 1
        union all select a.id, a.root, 'act' from violations_act a
            join violations_revision r on r.report_id = a.report_id and r.number = a.since
            where r.batch_id = gone and r.number > 1;
    delete from violations_judgement j where j.batch_id = gone
        or j.report_id = any(reports) or j.other_report_id = any(reports)
        or j.mention in (select id from leaving where id = root)
        or j.other_mention in (select id from leaving where id = root)
        or j.act in (select id from leaving where id = root)
        or j.involvement in (select id from leaving where id = root);
    delete from violations_judgement j where j.kind = 'undone'
        and not exists (select 1 from violations_judgement k where k.id = j.undoes_id);
    delete from vault_sealed s using leaving l where s.row_id = l.id and s.of = l.of;
    -- Corrections: what they added leaves, what they closed is open again.
    delete from violations_involvement i using violations_revision r
        where r.batch_id = gone and r.number > 1 and i.report_id = r.report_id and i.since = r.number;
    delete from violations_victimstatus s using violations_revision r
        where r.batch_id = gone and r.number > 1 and s.report_id = r.report_id and s.since = r.number;
    delete from violations_act a using violations_revision r
        where r.batch_id = gone and r.number > 1 and a.report_id = r.report_id and a.since = r.number;
    delete from violations_mention m using violations_revision r
        where r.batch_id = gone and r.number > 1 and m.report_id = r.report_id and m.since = r.number;
    update violations_involvement x set until = null from violations_revision r
        where r.batch_id = gone and r.number > 1 and x.report_id = r.report_id and x.until = r.number;
    update violations_victimstatus x set until = null from violations_revision r
        where r.batch_id = gone and r.number > 1 and x.report_id = r.report_id and x.until = r.number;
    update violations_act x set until = null from violations_revision r
        where r.batch_id = gone and r.number > 1 and x.report_id = r.report_id and x.until = r.number;
    update violations_mention x set until = null from violations_revision r
        where r.batch_id = gone and r.number > 1 and x.report_id = r.report_id and x.until = r.number;
    delete from violations_revision where batch_id = gone and number > 1;
    update violations_revision x set until = null where x.report_id = any(revised) and not exists
        (select 1 from violations_revision y where y.report_id = x.report_id and y.number > x.number);
    -- The batch's own reports.
    delete from violations_involvement where report_id = any(reports);
    delete from violations_victimstatus where report_id = any(reports);
    delete from violations_act where report_id = any(reports);
    delete from violations_mention where report_id = any(reports);
    delete from violations_revision where report_id = any(reports);
    delete from violations_report where id = any(reports);
    delete from violations_document where batch_id = gone;
    drop table leaving;
end $$;
revoke all on function sanad_undo_batch(uuid) from public;
grant execute on function sanad_undo_batch(uuid) to sanad_app;
"""
