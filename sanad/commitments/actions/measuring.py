"""Indicators: defined, read live from figures, typed in with a document."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.commitments.models import Indicator, Reading, Target
from sanad.commitments.queries.defined import counting_for, definition_of, newest_version_of
from sanad.commitments.rules.measured import Live, reasons_against_indicator, reasons_against_targets
from sanad.figures.queries import OpenSnapshot, latest_snapshot, open_snapshot
from sanad.figures.rules.cells import UNSTATED
from sanad.figures.rules.requests import CountRequest, from_plain, read_request
from sanad.figures.rules.results import Tally
from sanad.kit.refusals import N_, Incomplete, OutOfOrder, Refused
from sanad.ledger.actions import record
from sanad.ledger.scope import because
from sanad.violations.models import CoverageDay


@transaction.atomic
def define_indicator(
    values: Mapping[str, object],
    targets: Mapping[int, Decimal],
    *,
    by: Reader,
    changing: Indicator | None = None,
    why: str = "",
) -> Indicator:
    """Say how something is measured, from what baseline and towards which targets."""
    row = changing or Indicator(custodian_id=by.office_id, made_by=by.user_id, made_at=timezone.now())
    require(by, Permission.COMMITMENT_KEEP, custodian=row.custodian_id)
    for name, value in values.items():
        row._meta.get_field(name.removesuffix("_id"))
        setattr(row, name, value)
    _bind(row, by)
    reasons = [
        *reasons_against_indicator(row.live, row.upwards, row.part),
        *reasons_against_targets(targets, row.baseline is not None, row.no_baseline_why),
    ]
    if reasons:
        raise Refused(reasons)
    with because(why):
        row.save()
        Target.objects.filter(indicator=row).exclude(year__in=list(targets)).delete()
        for year, value in targets.items():
            Target.objects.update_or_create(
                indicator=row, year=year, defaults={"value": value, "custodian_id": row.custodian_id}
            )
    deed = "indicator.changed" if changing else "indicator.defined"
    record(deed, by=by, object_kind="indicator", object_id=row.pk, office=row.custodian_id)
    return row


def _bind(row: Indicator, by: Reader) -> None:
    """A live indicator names its saved table at the version of today; another has none."""
    if not row.live:
        row.table, row.table_version, row.part = None, None, []
        return
    if row.table is None:
        raise Incomplete.one("indicator.no_table", N_("Choose the saved table that counts it."), "table")
    if row.table_version is None:
        table = newest_version_of(by, row.table)
        if table is None:
            raise OutOfOrder.one("indicator.withdrawn", N_("That saved table was withdrawn."), "table")
        row.table_version = table.version
    table = definition_of(by, row)
    if table is None:
        raise OutOfOrder.one("indicator.withdrawn", N_("That saved table was withdrawn."), "table")
    if row.live == Live.SHARE:
        read_request(str(table.request["unit"]), where=row.part)  # refuses a filter that cannot be read


@transaction.atomic
def type_reading(indicator: Indicator, value: Decimal, on: date, document: str, *, by: Reader) -> Reading:
    """A value that somebody else measured, with the document in which it stands."""
    require(by, Permission.COMMITMENT_KEEP, custodian=indicator.custodian_id)
    if indicator.live:
        raise OutOfOrder.one("reading.live", N_("A live indicator is counted, not typed in."), "value")
    if not document.strip():
        raise Incomplete.one("reading.no_document", N_("Name the document in which the value stands."), "document")
    if on > timezone.localdate():
        raise OutOfOrder.one("reading.in_future", N_("A value cannot have been measured later than today."), "on")
    made = Reading.objects.create(
        custodian_id=indicator.custodian_id,
        indicator=indicator,
        on=on,
        value=value,
        document=document.strip()[:300],
        made_by=by.user_id,
        made_at=timezone.now(),
    )
    _write_down(made, by)
    return made


@transaction.atomic
def read_live(indicator: Indicator, *, by: Reader) -> Reading | None:
    """Count a live indicator on the newest snapshot, once for each snapshot; None where nothing can be counted."""
    require(by, Permission.COMMITMENT_READ, custodian=indicator.custodian_id)
    if not indicator.live or indicator.ended_on is not None:
        return None
    counting = counting_for(indicator.custodian_id)
    newest = latest_snapshot(counting)
    table = definition_of(by, indicator)
    if newest is None or table is None or newest_version_of(by, table.key) is None:
        return None
    known = Reading.objects.filter(
        indicator=indicator, snapshot=newest.pk, table_version=indicator.table_version
    ).first()
    if known is not None:
        return known
    snapshot = open_snapshot(counting, newest.pk)
    whole, part, unstated = counted(snapshot, table.request, indicator.part if indicator.live == Live.SHARE else None)
    made, fresh = Reading.objects.get_or_create(
        indicator=indicator,
        snapshot=newest.pk,
        table_version=indicator.table_version,
        defaults={
            "custodian_id": indicator.custodian_id,
            "on": timezone.localdate(newest.confirmed_at),
            "value": _value(indicator, whole, part),
            "part": part,
            "whole": whole,
            "unstated": unstated,
            "days_read": _days_read(indicator.custodian_id),
            "made_by": by.user_id,
            "made_at": timezone.now(),
        },
    )
    if fresh:
        _write_down(made, by)
    return made


def redraw(*, by: Reader, indicators: list[Indicator]) -> int:
    """Count all of these anew where there is a newer snapshot; says how many readings were taken."""
    before = Reading.objects.filter(indicator__in=indicators).count()
    for one in indicators:
        read_live(one, by=by)
    return Reading.objects.filter(indicator__in=indicators).count() - before


def counted(
    snapshot: OpenSnapshot, saved: Mapping[str, object], part: list[str] | None
) -> tuple[int, int | None, dict[str, int]]:
    """The whole, its part where a share is asked, and how many of the whole are not stated by dimension."""
    asked = from_plain(saved, snapshot.lists)
    answer = snapshot.count(asked)
    unstated: dict[str, int] = {}
    for position, name in enumerate(asked.dimensions):
        if name != "verified_year":
            unstated[name] = sum(_size(n) for key, n in answer.cells.items() if key[position] == UNSTATED)
    whole = _size(answer.total)
    if part is None:
        return whole, None, unstated
    filters = read_request(asked.unit, where=part, lists=snapshot.lists).where
    narrowed = CountRequest(asked.unit, (), (), (*asked.where, *filters), asked.frame)
    return whole, min(whole, _size(snapshot.count(narrowed).total)), unstated


def _size(number: object) -> int:
    if isinstance(number, Tally):
        return number.min
    assert isinstance(number, int)
    return number


def _value(indicator: Indicator, whole: int, part: int | None) -> Decimal | None:
    if indicator.live == Live.COUNT:
        return Decimal(whole)
    return (Decimal(100 * (part or 0)) / Decimal(whole)).quantize(Decimal("0.0001")) if whole else None


def _days_read(office: int) -> int:
    """Papers × days that the office has read in a year: what a count has to be seen beside."""
    since = timezone.localdate() - timedelta(days=365)
    return int(CoverageDay.objects.filter(custodian_id=office, day__gt=since).count())


def _write_down(made: Reading, by: Reader) -> None:
    about = {"object_kind": "indicator", "object_id": made.indicator_id, "office": made.custodian_id}
    record("indicator.read", by=by, snapshot=made.snapshot, **about)
