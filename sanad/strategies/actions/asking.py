"""Sending a draft to people: invitations by signed link, workshops on it, and what they answer."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sanad.accounts.links import issue_link, links_of, revoke_link
from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.gatherings.models import Gathering, Group
from sanad.kit.refusals import N_, Incomplete, OutOfOrder
from sanad.kit.text import clean
from sanad.ledger.actions import record
from sanad.strategies.actions.noting import PointWords, note_point, reword_point
from sanad.strategies.models import Clause, Consultation, Draft, Invitation, Point

COMMENT, NOTE, ANSWER = "strategy.comment", "strategy.note", "strategy.answer"  # purposes of links
INVITATION, CONSULTATION = "strategy_invitation", "strategy_consultation"
OPEN_FOR = timedelta(days=60)  # where no day is named
GRACE = timedelta(days=14)  # a department that answers late is better than one that does not


@dataclass(frozen=True)
class Asked:
    """Who is asked."""

    kind: str
    name: str = ""
    body: str = ""
    language: str = "ur"
    due: date | None = None
    institution: int | None = None


def _require_out(draft: Draft) -> None:
    if draft.state != Draft.State.CIRCULATED:
        raise OutOfOrder.one("draft.not_out", N_("This draft is still being written: circulate it first."))


@transaction.atomic
def invite(draft: Draft, asked: Asked, *, by: Reader) -> tuple[Invitation, str]:
    """Ask somebody about a draft; gives the token of the address, which is told this once."""
    require(by, Permission.STRATEGY_WRITE, custodian=draft.custodian_id)
    _require_out(draft)
    if asked.kind == str(Invitation.Kind.DEPARTMENT) and not (asked.body and asked.due):
        raise Incomplete.one("invitation.due", N_("A department is asked by its name and until a day."), "due")
    if asked.due is not None and asked.due < timezone.localdate():
        raise OutOfOrder.one("invitation.past", N_("The day until which it is asked lies ahead."), "due")
    made = Invitation.objects.create(
        custodian_id=draft.custodian_id,
        draft=draft,
        kind=asked.kind,
        name=clean(asked.name),
        body=clean(asked.body),
        institution_id=asked.institution,
        language=asked.language,
        due=asked.due,
        made_at=timezone.now(),
        made_by=by.user_id,
    )
    until = timezone.make_aware(datetime.combine(asked.due, time.max)) + GRACE if asked.due else None
    link, token = issue_link(
        COMMENT,
        made.pk,
        made.name or made.body,
        draft.custodian_id,
        until or timezone.now() + OPEN_FOR,
        by,
        language=asked.language,
    )
    made.link = link.pk
    made.save(update_fields=["link"])
    record("strategy_invitation.sent", by=by, object_kind=INVITATION, object_id=made.pk, office=draft.custodian_id)
    return made, token


@transaction.atomic
def revoke_invitation(invitation: Invitation, *, by: Reader) -> None:
    """Its link opens nothing from now on; what was said stays."""
    require(by, Permission.STRATEGY_WRITE, custodian=invitation.custodian_id)
    for link in links_of(by, invitation.pk, COMMENT).filter(revoked_at=None):
        revoke_link(link, by)
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])


@transaction.atomic
def comment(invitation: Invitation, words: str, *, clause: Clause | None, slip: UUID, by: Reader) -> Point:
    """An invited reader says something about a clause; it will be answered like every point."""
    point = note_point(invitation.draft, PointWords(words, clause=clause), invitation=invitation, slip=slip, by=by)
    _answered(invitation, str(Invitation.Answer.COMMENTED), by)
    return point


@transaction.atomic
def answer_invitation(invitation: Invitation, *, view: str, no_comment: bool, may_name: bool, by: Reader) -> None:
    """A view on the whole, or that there is no comment; and whether the person may be named in print."""
    _require_out(invitation.draft)
    view = clean(view)
    if view and no_comment:
        raise Incomplete.one("answer.both", N_("Either write your view, or say that you have no comment."), "view")
    if no_comment and invitation.points.filter(withdrawn_at=None).exists():
        raise OutOfOrder.one("answer.commented", N_("You commented already, so that *no comment* is no answer."))
    invitation.view, invitation.may_name = view or invitation.view, may_name
    invitation.save(update_fields=["view", "may_name"])
    if view:
        _note_view(invitation, view, by)
    if view or no_comment:
        _answered(invitation, str(Invitation.Answer.NO_COMMENT if no_comment else Invitation.Answer.COMMENTED), by)


def _note_view(invitation: Invitation, view: str, by: Reader) -> None:
    """The view on the whole is one point, however often it is sent."""
    known = Point.objects.filter(slip=invitation.pk).first()
    if known is not None:
        reword_point(known, PointWords(view), seen=known.version, by=by)
    else:
        note_point(invitation.draft, PointWords(view), invitation=invitation, slip=invitation.pk, by=by)


def _answered(invitation: Invitation, answer: str, by: Reader) -> None:
    invitation.answer, invitation.answered_at = answer, timezone.now()
    invitation.save(update_fields=["answer", "answered_at"])
    record(
        "strategy_invitation.answered",
        by=by,
        object_kind=INVITATION,
        object_id=invitation.pk,
        office=invitation.custodian_id,
        answer=str(answer),
    )


@transaction.atomic
def hold_consultation(draft: Draft, gathering: Gathering, *, by: Reader) -> Consultation:
    """Say that a workshop talked about this draft."""
    require(by, Permission.STRATEGY_WRITE, custodian=draft.custodian_id)
    _require_out(draft)
    if gathering.custodian_id != draft.custodian_id:
        raise OutOfOrder.one("consultation.elsewhere", N_("This workshop was held by another office."))
    made, new = Consultation.objects.get_or_create(
        draft=draft,
        gathering=gathering,
        defaults={"custodian_id": draft.custodian_id, "made_at": timezone.now(), "made_by": by.user_id},
    )
    if new:
        record(
            "strategy_consultation.held",
            by=by,
            object_kind=CONSULTATION,
            object_id=made.pk,
            office=draft.custodian_id,
            gathering=str(gathering.pk),
        )
    return made


@transaction.atomic
def link_for_rapporteur(group: Group, name: str, *, language: str = "", by: Reader) -> str:
    """A link by which a rapporteur types the points of a group on their own phone."""
    require(by, Permission.STRATEGY_WRITE, custodian=group.custodian_id)
    until = timezone.now() + timedelta(days=7)
    return issue_link(NOTE, group.pk, clean(name), group.custodian_id, until, by, language=language)[1]


@transaction.atomic
def link_for_participant(group: Group, name: str, *, language: str, by: Reader) -> str:
    """A link by which somebody of a group reads what became of its points."""
    require(by, Permission.STRATEGY_WRITE, custodian=group.custodian_id)
    until = timezone.now() + timedelta(days=180)
    return issue_link(ANSWER, group.pk, clean(name), group.custodian_id, until, by, language=language)[1]
