"""The index is out of the application's reach, and the function that asks it reads its own index."""

import json

import pytest
from django.conf import settings
from django.db import connection
from django.db.utils import DataError, ProgrammingError

from sanad.accounts.scope import scoped
from sanad.search import actions, queries
from sanad.violations.actions import store_batch
from tests.database import as_owner
from tests.search.conftest import draft

pytestmark = pytest.mark.django_db

TABLES = ("searchentry", "waiting", "knownword")
CLOSED = (
    *(f"select * from search_{table}" for table in TABLES),
    "delete from search_searchentry",
    "insert into search_knownword values ('a', 'a')",
    "select sanad_search_index('{}')",
    "select * from sanad_search_said('{}')",
    "set role sanad_search",
)
MANY = """
insert into search_searchentry (of, kind, custodian_id, day, state, withdrawn, silent, made_at, acts, words)
select gen_random_uuid(), 1, 1, '2026-01-01'::date + n % 300, 'new', false, false, now(), '{}', array[n % 500, n % 7]
from generate_series(1, 4000) n
"""


@pytest.mark.parametrize("asked", CLOSED)
def test_the_application_reads_and_writes_no_index(recorder, asked):
    with pytest.raises(ProgrammingError), scoped(recorder.reader), connection.cursor() as cursor:
        cursor.execute(asked)


def test_nobody_signs_in_as_the_role_that_searches():
    with connection.cursor() as cursor:
        cursor.execute("select rolcanlogin, rolsuper, rolbypassrls from pg_roles where rolname = 'sanad_search'")
        assert cursor.fetchone() == (False, False, False)


def test_without_a_scope_nothing_is_found(recorder):
    recorder.records("Canal dispute.")
    meant = queries.understood("canal")
    assert queries.found_by(recorder.reader, meant, queries.Narrowed()).total == 0


def test_words_are_asked_of_their_index_and_row_security_is_not_in_the_way(recorder):
    """The plan of the query that the function makes, as its role; with security it would read every row."""
    with scoped(recorder.reader), connection.cursor() as cursor:
        asked = {"groups": list(queries.understood("canal dispute").groups), "kind": 1, "keeps": []}
        cursor.execute("select sanad_search_where(%s)", [json.dumps(asked)])
        fitting = cursor.fetchone()[0]
    with as_owner(settings.DATABASES["default"]["NAME"]) as owner, owner.transaction(force_rollback=True):
        owner.execute(MANY)
        owner.execute("analyze search_searchentry")
        owner.execute("set role sanad_search")
        owner.execute("set local enable_seqscan = off")
        owner.execute("set local enable_indexscan = off")
        rows = owner.execute(f"explain select e.of from search_searchentry e where {fitting} limit 5001").fetchall()
        owner.execute("reset role")
    plan = "\n".join(row[0] for row in rows)
    assert "Bitmap Index Scan on search_words" in plan
    condition = next(line for line in plan.splitlines() if "Index Cond" in line)
    assert condition.count("&&") == 3
    assert "SubPlan" not in plan and "One-Time Filter" not in plan


def test_texts_of_a_reader_do_not_come_into_the_statement(recorder):
    recorder.records("Canal dispute.")
    asked = {"groups": [{"any": ["1) or true --"]}], "kind": 1, "keeps": [], "most": 10, "limit": 1, "facets": False}
    with pytest.raises(DataError, match="integer"), scoped(recorder.reader), connection.cursor() as cursor:
        cursor.execute("select searching.found(%s)", [json.dumps(asked)])
    odd = asked | {"groups": [{"any": [1]}], "states": ["x') or true --"], "first": "2026-01-01"}
    with scoped(recorder.reader), connection.cursor() as cursor:
        cursor.execute("select searching.found(%s)", [json.dumps(odd)])
        assert json.loads(json.dumps(cursor.fetchone()[0])) is not None


def test_more_than_a_hundred_at_once_wait_for_the_job(recorder):
    with scoped(recorder.reader):
        many = [draft("Canal dispute.", external_id=f"R{n}") for n in range(101)]
        store_batch(many, by=recorder.reader, title="List", origin="list")
    assert recorder.found("canal").total == 0
    with scoped(recorder.reader):
        assert queries.is_behind()
    assert actions.tend() == 101
    assert recorder.found("canal").total == 101
    assert recorder.found("canel").total == 101
    with scoped(recorder.reader):
        assert not queries.is_behind()
    assert actions.take_in_anew() == 101
    assert recorder.found("canal").total == 101
