"""What waits for a second person, what the reader asked, what is to be looked at afterwards, and notices."""

from dataclasses import dataclass, field, replace
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sanad.accounts.models import Approval, Notice
from sanad.accounts.queries.approvals import (
    approvals_asked_by,
    approvals_waiting_for,
    emergencies_to_review,
    notices_for,
)
from sanad.accounts.queries.naming import names_by_number, office_names
from sanad.accounts.readers import Reader
from sanad.accounts.rules import ApprovalKind
from sanad.violations import queries
from sanad.web.formats import moment

SHOWN = 20


@dataclass(frozen=True)
class Line:
    """One request, notice or emergency, in words."""

    id: UUID
    title: str
    about: str
    who: str
    office: str
    why: str
    when: str
    state: str = ""
    address: str = ""


@dataclass
class SecondPage:
    """Everything that the page lays out."""

    waiting: list[Line] = field(default_factory=list)
    asked: list[Line] = field(default_factory=list)
    reviews: list[Line] = field(default_factory=list)
    notices: list[Line] = field(default_factory=list)


def second_page(reader: Reader) -> SecondPage:
    """Put the page together."""
    waiting, reviews = approvals_waiting_for(reader), emergencies_to_review(reader)
    asked = list(approvals_asked_by(reader)[:SHOWN])
    offices = office_names({a.custodian_id for a in (*waiting, *asked) if a.custodian_id is not None})
    people = names_by_number({int(a.about) for a in (*waiting, *asked) if _is_about_a_user(a)})
    return SecondPage(
        waiting=[_of_person(reader, a) or _asked(a, people, offices) for a in waiting],
        asked=[_of_person(reader, a, _state(a)) or _asked(a, people, offices, state=_state(a)) for a in asked],
        reviews=[_asked(a, people, offices, state=_by_two(a)) for a in reviews],
        notices=notice_lines(reader),
    )


def notice_lines(reader: Reader) -> list[Line]:
    """What the head of an office has not taken note of."""
    return [_notice(notice) for notice in notices_for(reader)[:SHOWN]]


def _is_about_a_user(approval: Approval) -> bool:
    return approval.kind == ApprovalKind.FACTOR_RESET and approval.about.isdecimal()


def _asked(approval: Approval, people: dict[int, str], offices: dict[int, str], state: str = "") -> Line:
    about = people.get(int(approval.about), "") if _is_about_a_user(approval) else approval.about
    at = approval.custodian_id if approval.kind == ApprovalKind.TRANSFER else approval.office_id
    return Line(
        approval.pk,
        approval.get_kind_display(),
        about,
        str(approval.asked_by),
        offices.get(at, "") if at is not None and at in offices else str(approval.office),
        approval.why,
        moment(approval.asked_at),
        state,
    )


def _of_person(reader: Reader, approval: Approval, state: str = "") -> Line | None:
    """An erasure has a page of its own, on which it is decided; nothing where the report is out of sight."""
    if approval.kind != ApprovalKind.ERASURE:
        return None
    root = UUID(approval.about)
    report = queries.report_with_mention(reader, root)
    if report is None:
        return None
    address = reverse("front:erase", args=[report.reference, root])
    line = _asked(approval, {}, {}, state)
    return replace(line, about=report.reference, address=address)


def _notice(notice: Notice) -> Line:
    return Line(notice.pk, notice.get_kind_display(), "", "", str(notice.office), "", moment(notice.at))


def _by_two(approval: Approval) -> str:
    when = moment(approval.approved_at)
    return _("approved by %(who)s, %(when)s") % {"who": approval.approved_by, "when": when}


def _state(approval: Approval) -> str:
    """What became of a request, in a word or two."""
    now = timezone.now()
    if approval.refused_at is not None:
        return _("declined")
    if approval.approved_at is None:
        return _("waits") if approval.expires_at > now else _("lapsed")
    if approval.holds_until is not None and approval.holds_until > now:
        return _("approved, holds until %(when)s") % {"when": moment(approval.holds_until)}
    return _("done") if approval.kind == ApprovalKind.TRANSFER else _("over")
