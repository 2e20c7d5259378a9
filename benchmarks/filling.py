"""Fill a site with invented records, past the file readers: for measurements on many rows."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from uuid import UUID

import psycopg
from django.db import connections

from benchmarks import make_records
from benchmarks.scratch import Result, stopwatch
from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.institutions import queries as institutions
from sanad.kit.dates import PartialDate
from sanad.kit.text import clean
from sanad.places import queries as places
from sanad.violations.actions import store_batch
from sanad.violations.drafts import ActDraft, InvolvementDraft, MentionDraft, ReportDraft
from sanad.violations.models import Report

RECEIVED = date(2026, 1, 2)


@cache
def _code(vocabulary: str, slug: str) -> int | None:
    return codes.ids_by_slug(vocabulary)[slug] if slug else None


@cache
def _place(district: str, province: str) -> int:
    return places.gazetteer().resolve(district, within=province).place.id


@cache
def _institution(name: str) -> int | None:
    found = institutions.institution_named(name) if name else None
    return found.institution.id if found and found.institution else None


@cache
def _day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def drafts(number: int, seed: int = 1) -> Iterator[ReportDraft]:
    """The records of `make_records` as drafts."""
    for row in make_records.rows(number, seed):
        yield _draft(row)


def _draft(row: tuple[str, ...]) -> ReportDraft:
    (external, day, district, province, acts, means, reason, name, father, sex, age, low, high, perpetrator,
     source, kind, summary, narrative) = row  # fmt: skip
    group = not name
    years = int(age) if age else None
    victim = MentionDraft(
        "v1",
        kind="group" if group else "individual",
        min_size=int(low) if low else None,
        max_size=int(high) if high else None,
        sex=None if group else _code("sex", sex),
        age_min=years,
        age_max=years,
        sealed={} if group else {"name": clean(name), "father_name": clean(father)},
    )
    where = _place(district, province)
    done = tuple(
        ActDraft(
            f"a{n}", "v1", _code("act", slug), means=_code("means", means),
            stated_reason=_code("stated_reason", reason), happened=_day(day), place=where,
            place_precision="district", place_said=district,
        )
        for n, slug in enumerate(acts.split(";"))
    )  # fmt: skip
    kinds = _code("perpetrator_type", perpetrator)
    return ReportDraft(
        source_kind=_code("source_kind", kind),
        source_institution=_institution(source),
        received_on=RECEIVED,
        external_id=external,
        summary=summary,
        narrative=narrative,
        mentions=(victim,),
        acts=done,
        involvements=tuple(InvolvementDraft(a.key, type=kinds) for a in done) if kinds else (),
    )


def fill_to(number: int) -> list[Result]:
    """Store invented records, then repeat them under further ids until the site holds about this many reports."""
    by = operator()
    with scoped(by):
        held = Report.objects.count()
        if held >= number:
            return []
        with stopwatch() as seconds:
            made = store_batch(drafts(min(MADE, number), 1_000), by=by, title="Invented records", origin="filling")
            took = seconds()
        results = [
            Result("reports stored without a file, per second", f"{made.reports:,}", f"{made.reports / took:,.0f}")
        ]
    repeat(made.batch.pk, number // MADE - 1)
    return results


def repeat(batch: UUID, times: int) -> None:
    """The rows of a batch again, `times` over, inside the database: ids as if made hours later, so that rows lie
    in the order of their ids as on a site that grew.

    By the engine's own administrator, past row security and keys: the rows were checked when they were made.
    """
    where = {"host": connections["default"].settings_dict["HOST"], "dbname": "sanad", "user": "postgres"}
    with psycopg.connect(**where, autocommit=True) as db:
        db.execute("set session_replication_role = replica")
        for n in range(1, times + 1):
            for table in REPEATED:
                db.execute(_repeating(db, table, batch, n))
        db.execute("vacuum analyze")  # as the server does by itself, later


REPEATED = (
    "violations_report", "violations_revision", "violations_mention", "violations_act", "violations_involvement",
    "violations_event", "violations_person", "violations_violation", "violations_account", "violations_identity",
    "violations_ground",
)  # fmt: skip
MADE = 50_000
KEPT_IDS = {"batch_id", "document_id"}
LATER = 1 << 24  # milliseconds between two repetitions in the ids, more than making the batch took


def _repeating(db: psycopg.Connection, table: str, batch: UUID, n: int) -> str:
    columns = db.execute(
        "select attname, atttypid = 'uuid'::regtype from pg_attribute"
        " where attrelid = %s::regclass and attnum > 0 and not attisdropped",
        [table],
    ).fetchall()
    shown = ", ".join(_shown(name, is_id and name not in KEPT_IDS, n) for name, is_id in columns)
    named = ", ".join(f'"{name}"' for name, _ in columns)
    reports = f"(select id from violations_report where batch_id = '{batch}' and origin = 'filling')"
    events = f"(select event_id from violations_account where report_id in {reports})"
    only = {
        "violations_report": f"id in {reports}",
        "violations_event": f"id in {events}",
        "violations_violation": f"event_id in {events}",
        "violations_person": f"id in (select person_id from violations_identity where report_id in {reports})",
    }.get(table, f"report_id in {reports}")
    return f'insert into "{table}" ({named}) select {shown} from "{table}" where {only}'


def _shown(name: str, is_id: bool, n: int) -> str:
    if is_id:
        made = f"('x' || replace(left(\"{name}\"::text, 13), '-', ''))::bit(48)::bigint + {n * LATER}"
        first = f"lpad(to_hex({made}), 12, '0')"
        return f"(overlay({first} placing '-' from 9 for 0) || substr(\"{name}\"::text, 14))::uuid"
    if name in ("reference", "origin"):
        return f"\"{name}\" || '.{n}'"
    return f'"{name}"'
