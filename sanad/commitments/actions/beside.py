"""What stands beside an action: milestones, evidence, bottlenecks; and decisions of a task force."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.codes.models import Code
from sanad.commitments.models import Action, Bottleneck, Decision, Evidence, Milestone
from sanad.kit.refusals import N_, Incomplete, OutOfOrder, Refused
from sanad.ledger.actions import record


@transaction.atomic
def set_milestone(action: Action, title: str, due: date, *, by: Reader) -> Milestone:
    """A step of an action, with its day."""
    _require(action, by)
    _say(title, "title")
    made = Milestone.objects.create(
        custodian_id=action.custodian_id, action=action, title=title.strip(), due=due, made_at=timezone.now()
    )
    _write_down("milestone.set", action, by, milestone=str(made.pk))
    return made


@transaction.atomic
def reach_milestone(milestone: Milestone, *, by: Reader, on: date | None = None) -> None:
    """The step is done."""
    _require(milestone.action, by)
    if milestone.reached_on is not None:
        raise OutOfOrder.one("milestone.reached", N_("This milestone was reached already."))
    milestone.reached_on = on or timezone.localdate()
    milestone.save(update_fields=["reached_on"])
    _write_down("milestone.reached", milestone.action, by, milestone=str(milestone.pk))


@transaction.atomic
def name_evidence(action: Action, title: str, *, by: Reader, found_at: str = "", dated: str = "") -> Evidence:
    """What shows that something was done, and where it is found."""
    _require(action, by)
    _say(title, "title")
    made = Evidence.objects.create(
        custodian_id=action.custodian_id,
        action=action,
        title=title.strip(),
        found_at=found_at.strip(),
        dated=dated,
        made_by=by.user_id,
        made_at=timezone.now(),
    )
    _write_down("evidence.named", action, by, evidence=str(made.pk))
    return made


@transaction.atomic
def find_bottleneck(action: Action, kind: Code, *, by: Reader, said: str = "", since: date | None = None) -> Bottleneck:
    """Something holds the action up."""
    _require(action, by)
    if kind.heading:
        raise Refused.one("bottleneck.heading", N_("Choose what exactly holds it up."), "kind")
    made = Bottleneck.objects.create(
        custodian_id=action.custodian_id,
        action=action,
        kind=kind,
        said=said.strip(),
        since=since or timezone.localdate(),
        made_by=by.user_id,
    )
    _write_down("bottleneck.found", action, by, bottleneck=str(made.pk), kind=kind.slug)
    return made


@transaction.atomic
def solve_bottleneck(bottleneck: Bottleneck, how: str, *, by: Reader, on: date | None = None) -> None:
    """It no longer holds the action up."""
    _require(bottleneck.action, by)
    if bottleneck.solved_on is not None:
        raise OutOfOrder.one("bottleneck.solved", N_("This bottleneck was solved already."))
    if not how.strip():
        raise Incomplete.one("bottleneck.how", N_("Say in a few words how it was solved."), "how")
    bottleneck.solved_on, bottleneck.solved_how = on or timezone.localdate(), how.strip()[:400]
    bottleneck.save(update_fields=["solved_on", "solved_how"])
    _write_down("bottleneck.solved", bottleneck.action, by, bottleneck=str(bottleneck.pk))


@transaction.atomic
def decide(
    meeting: str,
    said: str,
    met_on: date,
    *,
    by: Reader,
    lead_id: int | None = None,
    due: date | None = None,
    action: Action | None = None,
) -> Decision:
    """Write down what a task force decided."""
    require(by, Permission.COMMITMENT_KEEP)
    if by.office_id is None:
        raise OutOfOrder.one("no_office_yet", N_("There is no office yet that could keep this."))
    _say(said, "said")
    _say(meeting, "meeting")
    if due is not None and due < met_on:
        raise Refused.one("decision.due_before", N_("It cannot be due before it was decided."), "due")
    made = Decision.objects.create(
        custodian_id=by.office_id,
        meeting=meeting.strip(),
        said=said.strip(),
        met_on=met_on,
        lead_id=lead_id,
        due=due,
        action=action,
        made_by=by.user_id,
        made_at=timezone.now(),
    )
    record("decision.taken", by=by, object_kind="decision", object_id=made.pk, office=made.custodian_id)
    return made


@transaction.atomic
def settle_decision(decision: Decision, outcome: str, *, by: Reader) -> None:
    """Say what became of it."""
    require(by, Permission.COMMITMENT_KEEP, custodian=decision.custodian_id)
    if decision.done_on is not None:
        raise OutOfOrder.one("decision.done", N_("This decision was carried out already."))
    _say(outcome, "outcome")
    decision.done_on, decision.outcome = timezone.localdate(), outcome.strip()[:400]
    decision.save(update_fields=["done_on", "outcome"])
    record("decision.done", by=by, object_kind="decision", object_id=decision.pk, office=decision.custodian_id)


def _require(action: Action, by: Reader) -> None:
    require(by, Permission.COMMITMENT_KEEP, custodian=action.custodian_id)


def _say(text: str, field: str) -> None:
    if not text.strip():
        raise Incomplete.one("say_something", N_("This cannot be empty."), field)


def _write_down(deed: str, action: Action, by: Reader, **detail: Any) -> None:  # Any: whatever a deed tells
    record(deed, by=by, object_kind="action", object_id=action.pk, office=action.custodian_id, **detail)
