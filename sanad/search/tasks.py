"""Jobs: take in what waits, every minute."""

from procrastinate.contrib.django import app

from sanad.search.actions import tend


@app.periodic(cron="* * * * *")
@app.task(name="search.tend", queueing_lock="search.tend")
def tend_later(timestamp: int) -> int:
    """Reports of an import come into the index, and words that were never seen get their sound."""
    return tend()
