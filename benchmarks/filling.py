"""Fill a site with invented records, past the file readers: for measurements on many rows."""

import time
from collections.abc import Iterator
from datetime import date
from functools import cache

from benchmarks import make_records
from benchmarks.scratch import Result
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
    """Store invented records until the site holds this many reports; what was there already stays."""
    by = operator()
    with scoped(by):
        held = Report.objects.count()
    began, step = time.perf_counter(), 50_000
    for first in range(held, number, step):
        seed = 1_000 + first // step
        with scoped(by):
            store_batch(
                drafts(min(step, number - first), seed), by=by, title="Invented records", origin=f"filling {seed}"
            )
    took = time.perf_counter() - began
    added = max(0, number - held)
    return (
        [Result("reports stored one batch after another, per second", f"{number:,}", f"{added / took:,.0f}")]
        if added
        else []
    )
