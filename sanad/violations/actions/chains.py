"""Chains of events: one led to another, was its revenge, belongs to the same operation. The events stay two."""

from uuid import UUID

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader
from sanad.codes.models import Code
from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger import actions as ledger
from sanad.violations import queries
from sanad.violations.actions.judging import bound, judge, require_kept
from sanad.violations.actions.locking import changed_since, deed, hold
from sanad.violations.models import Event, Judgement, Report
from sanad.violations.rules.chains import EITHER_WAY


@deed
def link_events(first: Event, second: Event, link: Code, *, why: str, by: Reader) -> Judgement:
    """Say how the second event follows from the first. Taken back like every judgement."""
    if first.pk == second.pk:
        raise OutOfOrder.one("one_event", N_("This is the same event. A chain has two."), field="other")
    require_kept(by, Permission.JUDGE_LINK, [*first.custodians, *second.custodians])
    ends = [_end(by, event) for event in (first, second)]
    hold([end.pk for end in ends])
    _require_new(by, first, second, link)
    keepers = [end.custodian_id for end in ends]
    made = judge(by, why, Judgement.Kind.CHAIN, "holds", keepers, report=ends[0], other_report=ends[1], link=link)
    ledger.record(
        "chain.linked", by=by, object_kind="report", object_id=ends[0].pk, office=made.custodian_id,
        other=str(ends[1].pk), **bound(made),
    )  # fmt: skip
    return made


def _end(by: Reader, event: Event) -> Report:
    """The account by which the event is named: the oldest that this reader sees."""
    report: UUID | None = queries.oldest_report_of(by, event)
    found = queries.reports_visible_to(by).filter(pk=report).first() if report else None
    if found is None:
        raise changed_since()
    return found


def _require_new(by: Reader, first: Event, second: Event, link: Code) -> None:
    """Refused where it is said already, or where the contrary is."""
    for one in queries.links_between(by, first, second):
        if one.link_id == link.pk and (one.first == first.pk or link.slug in EITHER_WAY):
            raise OutOfOrder.one("linked_already", N_("These two events are linked so already."), field="link")
        if one.link_id == link.pk:
            raise OutOfOrder.one(
                "linked_the_other_way",
                N_("The contrary is on record: take that link back first."),
                field="link",
            )
