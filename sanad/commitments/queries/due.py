"""What is due this quarter: ends of actions, milestones, reports, readings, decisions."""

from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from sanad.accounts.readers import Reader
from sanad.commitments.models import Action, Decision, Milestone, Progress
from sanad.commitments.queries import actions_visible_to, decisions_visible_to, kept_within
from sanad.commitments.queries.lit import LitIndicator, lit_indicators
from sanad.commitments.rules.periods import Period, period_of, report_due
from sanad.commitments.rules.reported import Stage, Verdict


@dataclass(frozen=True)
class Due:
    """Everything that is due until the end of a quarter, what is overdue first."""

    quarter: Period
    ending: list[Action] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)
    reports: list[tuple[Action, Period]] = field(default_factory=list)
    unread: list[LitIndicator] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many things."""
        parts = (self.ending, self.milestones, self.reports, self.unread, self.decisions)
        return sum(len(part) for part in parts)


def due_this_quarter(reader: Reader, today: date | None = None) -> Due:
    """What is due now, in a fixed number of queries."""
    day = today or timezone.localdate()
    quarter = period_of(day, 3)
    actions = list(actions_visible_to(reader).filter(dropped_on=None))
    done = _done(reader)
    going = [one for one in actions if one.pk not in done]
    milestones = kept_within(reader, Milestone).filter(due__lte=quarter.last, reached_on=None, action__dropped_on=None)
    decisions = decisions_visible_to(reader).filter(done_on=None, due__lte=quarter.last)
    return Due(
        quarter,
        sorted((one for one in going if one.ends and one.ends <= quarter.last), key=lambda one: one.ends),  # type: ignore[arg-type, return-value]
        list(milestones.select_related("action", "action__lead").order_by("due", "id")),
        reports_missing(reader, going, day),
        [one for one in lit_indicators(reader) if not one.reading or one.reading.on.year < day.year],
        list(decisions.order_by("due", "id")),
    )


def _done(reader: Reader) -> set[object]:
    newest = kept_within(reader, Progress).filter(verdict=Verdict.VALIDATED)
    rows = newest.order_by("action_id", "-first", "-id").distinct("action_id").values_list("action_id", "stage")
    return {action for action, stage in rows if stage == Stage.DONE}


def reports_missing(reader: Reader, actions: list[Action], today: date) -> list[tuple[Action, Period]]:
    """Actions for whose last period nobody has reported; a report that waits or was returned with none after it."""
    rows = kept_within(reader, Progress).exclude(verdict=Verdict.RETURNED).values_list("action_id", "period")
    there = set(rows)
    found = []
    for one in actions:
        begun = one.starts or timezone.localdate(one.made_at)
        due = report_due(begun, one.ends, one.every, today)
        if due is not None and (one.pk, due.key) not in there:
            found.append((one, due))
    return found
