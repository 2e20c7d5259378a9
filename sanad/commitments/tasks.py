"""Jobs: live indicators read on a new snapshot, every hour; heads of offices reminded when a period is over."""

from procrastinate.contrib.django import app

from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.commitments.actions import redraw
from sanad.commitments.actions.reminding import remind_office
from sanad.commitments.queries.defined import counting_for, live_indicators_of, offices_to_look_at


@app.periodic(cron="23 * * * *")
@app.task(name="commitments.redraw", queueing_lock="commitments.redraw")
def redraw_later(timestamp: int) -> int:
    """Read every live indicator on the newest snapshot, each as its own office counts."""
    taken = 0
    for office in offices_to_look_at():
        by = counting_for(office)
        with scoped(by):
            taken += redraw(by=by, indicators=live_indicators_of(by))
    return taken


@app.periodic(cron="7 3 * * *")
@app.task(name="commitments.remind", queueing_lock="commitments.remind")
def remind_later(timestamp: int) -> int:
    """Tell the heads of offices once for each period that reports of progress are missing."""
    told = 0
    for office in offices_to_look_at():
        with scoped(operator(office)):
            told += remind_office(counting_for(office))
    return told
