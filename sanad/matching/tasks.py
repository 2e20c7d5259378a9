"""Jobs: compare what is new after an import and every night; once a week all with all."""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from sanad.accounts.readers import operator, reader_from
from sanad.kit.refusals import Refused
from sanad.matching.actions.running import TASK, match_records

SUNDAY = 6


@app.task(name=TASK, queueing_lock=TASK)
def match_later(by: dict[str, str | int | None], whole: bool = False) -> str:
    """Compare; what a run is refused for stands in its record."""
    return _matched(by, whole)


@app.periodic(cron="23 3 * * *")
@app.task(name="matching.nightly", queueing_lock="matching.nightly")
def match_nightly(timestamp: int) -> str:
    """What came in by hand during the day; in the night to Sunday all with all, by the weights learned since."""
    return _matched(operator().ticket(), datetime.fromtimestamp(timestamp, UTC).weekday() == SUNDAY)


def _matched(by: dict[str, str | int | None], whole: bool) -> str:
    try:
        return str(match_records(by=reader_from(by), whole=whole).state)
    except Refused as refused:
        return refused.reasons[0].code
