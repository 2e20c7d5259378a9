"""What a plan needs, and until when a door may stand open. Free of Django."""

from datetime import date, datetime, timedelta

from sanad.gatherings.rules.kinds import State
from sanad.kit.refusals import N_, Reason

LONGEST = 31  # days from the first to the last
DOOR_STAYS = timedelta(hours=12)  # after the end of the last day


def reasons_against_plan(
    *, title: str, first: date | None, last: date | None, state: State, today: date
) -> list[Reason]:
    """Why a gathering cannot be planned like this; empty when it can."""
    reasons = []
    if not title:
        reasons.append(Reason("gathering_nameless", N_("A gathering has a title."), field="title_en"))
    if first is None:
        reasons.append(Reason("gathering_undated", N_("Say on which day it takes place."), field="first_day"))
        return reasons
    last = last or first
    if last < first:
        reasons.append(Reason("ends_before_start", N_("The last day lies before the first."), field="last_day"))
    if (last - first).days > LONGEST:
        sentence = N_("From the first to the last day are more than %(days)s days: plan several gatherings.")
        reasons.append(Reason("gathering_too_long", sentence, {"days": LONGEST}, "last_day"))
    if state is State.HELD and first > today:
        reasons.append(
            Reason("held_before_its_day", N_("Its day lies ahead: it cannot have been held."), field="state")
        )
    return reasons


def reasons_against_door(*, state: State, last: date, now: datetime, end_of_last: datetime) -> list[Reason]:
    """Why nobody can sign in by a link any more."""
    if state is State.CANCELLED:
        return [Reason("gathering_cancelled", N_("This gathering is cancelled: nobody signs in."))]
    if now >= end_of_last + DOOR_STAYS:
        return [Reason("door_is_over", N_("This gathering is over: add who came by hand."))]
    return []
