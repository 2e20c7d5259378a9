"""Keeping the registry of projects."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.kit.ids import uuid7
from sanad.kit.references import new_reference
from sanad.kit.refusals import N_, Incomplete, OutOfOrder, Refused
from sanad.ledger.actions import record
from sanad.projects import queries
from sanad.projects.models import Coverage, Partner, Project, Result
from sanad.projects.rules import Status, reasons_against

KIND = "project"


@dataclass(frozen=True)
class ProjectContent:
    """What is said of a project."""

    title_en: str
    title_ur: str
    status: str
    starts: date | None
    ends: date | None
    focus: str
    goals: tuple[int, ...] = ()
    summary_en: str = ""
    summary_ur: str = ""
    objectives_en: str = ""
    objectives_ur: str = ""


@transaction.atomic
def enter_project(content: ProjectContent, places: Collection[int], *, by: Reader) -> Project:
    """Take a project into the registry of the own office."""
    require(by, Permission.GATHERING_HOLD)
    if by.office_id is None:
        raise OutOfOrder.one("no_office", N_("Only somebody who works at an office can do this."))
    _check(content)
    now = timezone.now()
    project = Project.objects.create(
        id=uuid7(), reference=new_reference(queries.reference_prefix(by.office_id), now.year),
        custodian_id=by.office_id, made_by=by.user_id, made_at=now, **_columns(content),
    )  # fmt: skip
    _cover(project, places)
    record("project.entered", by=by, object_kind=KIND, object_id=project.pk, office=project.custodian_id)
    return project


@transaction.atomic
def change_project(project: Project, content: ProjectContent, places: Collection[int], *, by: Reader) -> None:
    """Say something else of a project; what was said before stays in its history."""
    require(by, Permission.GATHERING_HOLD, custodian=project.custodian_id)
    _check(content)
    for name, value in _columns(content).items():
        setattr(project, name, value)
    project.save()
    _cover(project, places)
    record("project.changed", by=by, object_kind=KIND, object_id=project.pk, office=project.custodian_id)


@transaction.atomic
def add_partner(project: Project, institution: int, part: str, *, by: Reader) -> Partner:
    """Name an institution that takes part; naming it twice changes nothing."""
    require(by, Permission.GATHERING_HOLD, custodian=project.custodian_id)
    said = {"project": project, "institution_id": institution, "part": part}
    partner, new = Partner.objects.get_or_create(**said, defaults={"custodian_id": project.custodian_id})
    if new:
        _changed(project, "project.partner_named", by, institution=institution, part=part)
    return partner


@transaction.atomic
def remove_partner(project: Project, partner: UUID, *, by: Reader) -> None:
    """Take a partner out that was named in error."""
    require(by, Permission.GATHERING_HOLD, custodian=project.custodian_id)
    gone = Partner.objects.filter(pk=partner, project=project).first()
    if gone is not None:
        gone.delete()
        _changed(project, "project.partner_removed", by, institution=gone.institution_id, part=gone.part)


@dataclass(frozen=True)
class ResultContent:
    """What is said of a result."""

    kind: str
    title_en: str
    title_ur: str
    baseline: int | None = None
    target: int | None = None
    reached: int | None = None


@transaction.atomic
def keep_result(project: Project, content: ResultContent, *, by: Reader, result: UUID | None = None) -> Result:
    """Add a result, or say how far it got."""
    require(by, Permission.GATHERING_HOLD, custodian=project.custodian_id)
    if not (content.title_en or content.title_ur):
        raise Incomplete.one("result_nameless", N_("Say what the result is."), field="title_en")
    row = Result.objects.filter(pk=result, project=project).first() if result else None
    if row is None:
        row = Result(id=uuid7(), project=project, custodian_id=project.custodian_id)
    for name, value in vars(content).items():
        setattr(row, name, value)
    row.save()
    _changed(project, "project.result_kept", by, result=str(row.pk))
    return row


@transaction.atomic
def remove_result(project: Project, result: UUID, *, by: Reader) -> None:
    """Take a result out that was entered in error."""
    require(by, Permission.GATHERING_HOLD, custodian=project.custodian_id)
    gone, _ = Result.objects.filter(pk=result, project=project).delete()
    if gone:
        _changed(project, "project.result_removed", by, result=str(result))


def _check(content: ProjectContent) -> None:
    reasons = reasons_against(
        title=content.title_en or content.title_ur, status=Status(content.status), starts=content.starts,
        ends=content.ends, today=timezone.localdate(),
    )  # fmt: skip
    if reasons:
        raise Refused(reasons)


def _columns(content: ProjectContent) -> dict[str, object]:
    return {**vars(content), "goals": sorted(set(content.goals))}


def _cover(project: Project, places: Collection[int]) -> None:
    known = set(Coverage.objects.filter(project=project).values_list("place_id", flat=True))
    Coverage.objects.filter(project=project, place__in=known - set(places)).delete()
    Coverage.objects.bulk_create(
        Coverage(id=uuid7(), project=project, custodian_id=project.custodian_id, place_id=place)
        for place in sorted(set(places) - known)
    )


def _changed(project: Project, action: str, by: Reader, **detail: Any) -> None:  # Any: ids, codes, numbers
    record(action, by=by, object_kind=KIND, object_id=project.pk, office=project.custodian_id, **detail)
