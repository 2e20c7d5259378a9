"""Progress: reported by a user or by a focal point with a link, and validated by another person."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from sanad.accounts.links import issue_link, links_of, revoke_link
from sanad.accounts.models import Link
from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader, ReaderKind
from sanad.commitments.models import Action, FocalPoint, Progress
from sanad.commitments.rules.periods import Period, report_due
from sanad.commitments.rules.reported import Verdict, reasons_against_report, reasons_against_validating
from sanad.institutions.models import Institution
from sanad.kit.refusals import N_, Incomplete, NotPermitted, OutOfOrder, Refused
from sanad.kit.text import storable
from sanad.ledger.actions import record

PURPOSE = "progress.report"


@transaction.atomic
def name_focal_point(
    institution: Institution, name: str, *, by: Reader, designation: str = "", language: str = "ur"
) -> FocalPoint:
    """Say who reports for an institution."""
    require(by, Permission.COMMITMENT_KEEP)
    if by.office_id is None:
        raise OutOfOrder.one("no_office_yet", N_("There is no office yet that could keep this."))
    if not name.strip():
        raise Incomplete.one("say_something", N_("This cannot be empty."), "name")
    made = FocalPoint.objects.create(
        custodian_id=by.office_id,
        institution=institution,
        name=name.strip(),
        designation=designation.strip(),
        language=language,
        made_at=timezone.now(),
    )
    record("focal_point.named", by=by, object_kind="focal_point", object_id=made.pk, office=made.custodian_id)
    return made


@transaction.atomic
def give_link(focal_point: FocalPoint, expires: datetime, *, by: Reader) -> tuple[Link, str]:
    """A new link for a focal point; the earlier ones open nothing from now on."""
    require(by, Permission.COMMITMENT_KEEP, custodian=focal_point.custodian_id)
    if focal_point.ended_on is not None:
        raise OutOfOrder.one("focal_point.ended", N_("This person no longer reports."))
    _revoke_all(focal_point, by)
    return issue_link(
        PURPOSE,
        focal_point.pk,
        focal_point.name,
        focal_point.custodian_id,
        expires,
        by,
        language=focal_point.language,
    )


@transaction.atomic
def end_focal_point(focal_point: FocalPoint, *, by: Reader) -> None:
    """The person no longer reports; every link is revoked."""
    require(by, Permission.COMMITMENT_KEEP, custodian=focal_point.custodian_id)
    if focal_point.ended_on is not None:
        raise OutOfOrder.one("focal_point.ended", N_("This person no longer reports."))
    _revoke_all(focal_point, by)
    focal_point.ended_on = timezone.localdate()
    focal_point.save(update_fields=["ended_on"])
    about = {"object_kind": "focal_point", "object_id": focal_point.pk, "office": focal_point.custodian_id}
    record("focal_point.ended", by=by, **about)


def _revoke_all(focal_point: FocalPoint, by: Reader) -> None:
    for link in links_of(by, focal_point.pk, PURPOSE).filter(revoked_at=None):
        revoke_link(link, by)


@transaction.atomic
def report_progress(action: Action, said: Mapping[str, object], *, by: Reader) -> Progress:
    """Somebody of the office reports; another person will look at it."""
    require(by, Permission.COMMITMENT_KEEP, custodian=action.custodian_id)
    return _reported(action, said, by)


@transaction.atomic
def report_by_link(
    action: Action, said: Mapping[str, object], *, by: Reader, focal_point: FocalPoint, link: Link
) -> Progress:
    """A focal point reports on an action that their institution leads."""
    ours = action.lead_id == focal_point.institution_id and action.custodian_id == focal_point.custodian_id
    if by.kind is not ReaderKind.LINK or link.of != focal_point.pk or not ours or focal_point.ended_on is not None:
        raise NotPermitted.one("link.not_for_this", N_("This link does not open that action."))
    return _reported(action, said, by, focal_point=focal_point, link=link)


def period_for(action: Action) -> Period | None:
    """The period for which a report on this action is due today."""
    begun = action.starts or timezone.localdate(action.made_at)
    return report_due(begun, action.ends, action.every, timezone.localdate())


def _reported(action: Action, said: Mapping[str, object], by: Reader, **came: object) -> Progress:
    words, stage = storable(str(said.get("said", ""))).strip(), str(said["stage"])
    percent, spent = said.get("percent"), said.get("spent")
    assert percent is None or isinstance(percent, int)
    assert spent is None or isinstance(spent, Decimal)
    if action.dropped_on is not None:
        raise OutOfOrder.one("action.dropped", N_("This action was dropped; there is nothing to report."))
    reasons = list(reasons_against_report(stage, percent, words))
    if reasons:
        raise Refused(reasons)
    period = said.get("period") or period_for(action)
    if not isinstance(period, Period):
        raise OutOfOrder.one("progress.too_early", N_("Nothing is due yet: the first period is not over."))
    made = Progress.objects.create(
        custodian_id=action.custodian_id,
        action=action,
        period=period.key,
        first=period.first,
        last=period.last,
        stage=stage,
        percent=percent,
        said=words,
        evidence=storable(str(said.get("evidence", ""))).strip()[:400],
        spent=spent,
        language=str(said.get("language", "en")),
        made_by=by.user_id,
        made_at=timezone.now(),
        **came,
    )
    about = {"object_kind": "action", "object_id": action.pk, "office": action.custodian_id}
    record("progress.reported", by=by, progress=str(made.pk), period=period.key, **about)
    return made


@transaction.atomic
def validate_progress(progress: Progress, verdict: Verdict, *, by: Reader, remark: str = "") -> Progress:
    """Say as the second person whether a report stands, or what is asked."""
    require(by, Permission.PROGRESS_VALIDATE, custodian=progress.custodian_id)
    held = Progress.objects.select_for_update(no_key=True).get(pk=progress.pk)
    if held.verdict:
        raise OutOfOrder.one("progress.looked_at", N_("Somebody has looked at this report already."))
    reasons = list(reasons_against_validating(held.made_by, by.user_id, verdict, remark))
    if reasons:
        raise Refused(reasons)
    held.verdict, held.remark = verdict, remark.strip()[:400]
    held.validated_by, held.validated_at = by.user_id, timezone.now()
    held.save(update_fields=["verdict", "remark", "validated_by", "validated_at"])
    about = {"object_kind": "action", "object_id": held.action_id, "office": held.custodian_id}
    record("progress.judged", by=by, progress=str(held.pk), verdict=str(verdict), **about)
    return held
