"""Who touches the index: triggers that run as the owner fill it, one function of a role of its own asks it.

The application reads neither table. Reports that were there before wait to be taken in.
"""

from pathlib import Path

from django.db import migrations

from sanad.kit.row_security import protect, unprotect

HERE = Path(__file__).parent
ROLE = """
do $$ begin
    if to_regrole('sanad_search') is null then
        raise exception 'The role sanad_search is missing. Run: sanad setup --sql | psql -d postgres';
    end if;
end $$;
"""
CLOSED = ("searchentry", "waiting", "knownword")
TABLES = "".join(
    f"alter table search_{one} enable row level security;\n"
    f"alter table search_{one} force row level security;\n"
    f"create policy kept on search_{one} to sanad_owner using (true) with check (true);\n"
    f"create policy asked on search_{one} for select to sanad_search using (true);\n"
    f"revoke all on search_{one} from sanad_app;\n"
    f"grant select on search_{one} to sanad_search;\n"
    for one in CLOSED
)
ASKS_OF_CONFLICTS = """
create policy asked on violations_alleged for select to sanad_search using (true);
grant select (report_id, institution_id) on violations_alleged to sanad_search;
grant usage on schema public to sanad_search;
"""
SCHEMA = """
do $$ begin execute format('grant create on database %I to sanad_search', current_database()); end $$;
create schema searching authorization sanad_search;
grant usage on schema searching to sanad_app;
"""
ASKING = ("searching.found(jsonb)", "searching.alike(text[])")
OWNED = "".join(f"alter function {one} owner to sanad_search;\n" for one in ASKING)
JOBS = ("sanad_search_tend(int)", "sanad_search_learn(text[], text[])", "sanad_search_anew()", "sanad_search_behind()")
INSIDE = (
    "sanad_search_index(uuid[])", "sanad_search_said(uuid[])", "sanad_search_things(uuid[])", "sanad_search_follow()",
    "sanad_search_heed()", "sanad_search_papers()",
)  # fmt: skip
RIGHTS = "".join(f"revoke all on function {one} from public;\n" for one in (*ASKING, *JOBS, *INSIDE)) + "".join(
    f"grant execute on function {one} to sanad_app;\n" for one in (*ASKING, *JOBS)
)
WAITING = """
select set_config('sanad.scope', (select coalesce(array_agg(id), '{}')::text from accounts_office), true);
insert into search_waiting (report, taken, at) select id, false, made_at from violations_report;
select set_config('sanad.scope', '', true);
"""
BACK = """
drop trigger if exists search_come on violations_account;
drop trigger if exists search_gone on violations_account;
drop trigger if exists search_heeds on violations_consent;
drop trigger if exists search_papers_gone on violations_document;
drop policy if exists asked on violations_alleged;
revoke all on violations_alleged from sanad_search;
drop schema if exists searching cascade;
drop function if exists sanad_search_newest(jsonb), sanad_search_where(jsonb),
    sanad_search_before(jsonb), sanad_search_numbers(jsonb), sanad_search_behind(),
    sanad_search_anew(), sanad_search_learn(text[], text[]), sanad_search_tend(int), sanad_search_papers(),
    sanad_search_heed(), sanad_search_follow(), sanad_search_index(uuid[]), sanad_search_things(uuid[]),
    sanad_search_said(uuid[]), sanad_thing_number(text, int), sanad_word_numbers(text[]), sanad_word_number(text),
    sanad_words(text);
"""


def sql(name: str) -> str:
    """A text that stands beside the migrations."""
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_initial"),
        ("violations", "0030_sealed_in_conflict"),
        ("codes", "0001_initial"),
        ("places", "0001_initial"),
        ("ledger", "0002_rights"),
    ]

    operations = [
        migrations.RunSQL(ROLE, migrations.RunSQL.noop),
        migrations.RunSQL(SCHEMA, migrations.RunSQL.noop),
        migrations.RunSQL(sql("words") + sql("index") + sql("asking"), BACK),
        migrations.RunSQL(TABLES + ASKS_OF_CONFLICTS + OWNED + RIGHTS, migrations.RunSQL.noop),
        migrations.RunSQL(protect("search_savedsearch"), unprotect("search_savedsearch")),
        migrations.RunSQL(WAITING, migrations.RunSQL.noop),
    ]
