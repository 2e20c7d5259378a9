"""Entering printed tables: each change is a new version, and every version can be the current one again."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.figures.models import PublishedFigure, PublishedTable
from sanad.figures.queries.published import figures_of
from sanad.figures.rules.published import Printed
from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger.actions import record


@dataclass(frozen=True, kw_only=True)
class TableContent:
    """What is said of a printed table beside its figures."""

    name: str
    title: str = ""
    printed_by: str = ""
    printed_on: str = ""
    source: str = ""
    note: str = ""
    classification: str = ""


@transaction.atomic
def publish_table(
    content: TableContent, figures: Sequence[Printed], *, by: Reader, replaces: PublishedTable | None = None
) -> PublishedTable:
    """Keep a printed table as it was printed; one that replaces another is its next version. The same is kept once."""
    require(by, Permission.FIGURE_SAVE, custodian=replaces.custodian_id if replaces else by.office_id)
    custodian = replaces.custodian_id if replaces else by.office_id
    _refuse_name_taken(content.name, custodian, replaces)
    if replaces is not None:
        replaces = PublishedTable.objects.select_for_update().get(pk=replaces.pk)
        if _content_of(replaces) == content and figures_of(replaces) == list(figures):
            return replaces
    now = timezone.now()
    key, version = (replaces.key, _end_current(replaces.key, now) + 1) if replaces else (uuid7(), 1)
    table = PublishedTable.objects.create(
        **asdict(content),
        key=key,
        custodian_id=custodian,
        version=version,
        made_at=now,
        made_by=by.user_id,
    )
    PublishedFigure.objects.bulk_create(_row(table, position, one) for position, one in enumerate(figures))
    _record("figure.published_entered", table, by=by, figures=len(figures))
    return table


@transaction.atomic
def take_published_away(table: PublishedTable, *, by: Reader) -> None:
    """Entered in error: no list shows it. Its versions stay, and `use_published` brings one back."""
    require(by, Permission.FIGURE_SAVE, custodian=table.custodian_id)
    if not PublishedTable.objects.filter(pk=table.pk, replaced_at=None).update(replaced_at=timezone.now()):
        raise OutOfOrder.one(
            "published_replaced", N_("Somebody else has changed this table meanwhile. Look at it anew.")
        )
    _record("figure.published_taken_away", table, by=by)


@transaction.atomic
def use_published(table: PublishedTable, *, by: Reader) -> None:
    """Make a version the current one again: how a change, or taking away, is undone."""
    require(by, Permission.FIGURE_SAVE, custodian=table.custodian_id)
    _refuse_name_taken(table.name, table.custodian_id, table)
    PublishedTable.objects.filter(key=table.key, replaced_at=None).exclude(pk=table.pk).update(
        replaced_at=timezone.now()
    )
    PublishedTable.objects.filter(pk=table.pk).update(replaced_at=None)
    _record("figure.published_used_again", table, by=by)


def current_named(name: str, *, by: Reader) -> PublishedTable | None:
    """The table of this name that the own office keeps."""
    return PublishedTable.objects.filter(custodian_id=by.office_id, name=name, replaced_at=None).first()


def _end_current(key: UUID, now: datetime) -> int:
    """The number of the newest version, which is the current one no longer."""
    versions = PublishedTable.objects.filter(key=key)
    versions.filter(replaced_at=None).update(replaced_at=now)
    return versions.order_by("-version").values_list("version", flat=True)[0]


def _refuse_name_taken(name: str, custodian: int | None, but: PublishedTable | None) -> None:
    others = PublishedTable.objects.filter(custodian_id=custodian, name=name, replaced_at=None)
    if (others.exclude(key=but.key) if but else others).exists():
        sentence = N_("There is a printed table of this name already; change that one, or choose another name.")
        raise OutOfOrder.one("published_name_taken", sentence, "name")


def _content_of(table: PublishedTable) -> TableContent:
    return TableContent(**{name: getattr(table, name) for name in TableContent.__dataclass_fields__})


def _row(table: PublishedTable, position: int, one: Printed) -> PublishedFigure:
    return PublishedFigure(
        table=table,
        custodian_id=table.custodian_id,
        position=position,
        area=one.area,
        category=one.category,
        period=one.period.said,
        measure=one.measure,
        value=one.value,
        role=str(one.role),
    )


def _record(action: str, table: PublishedTable, *, by: Reader, **detail: Any) -> None:  # Any: whatever a deed tells
    record(
        action,
        by=by,
        object_kind="published_table",
        object_id=table.key,
        office=table.custodian_id,
        version=table.version,
        **detail,
    )
