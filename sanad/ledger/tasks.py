"""Jobs: number deeds every minute, make a checkpoint every night."""

from procrastinate.contrib.django import app

from sanad.ledger import checkpoints
from sanad.ledger.sequencing import sequence


@app.periodic(cron="* * * * *")
@app.task(name="ledger.sequence", queueing_lock="ledger.sequence")
def sequence_later(timestamp: int) -> int:
    """Number what was committed since."""
    return sequence()


@app.periodic(cron="41 1 * * *")
@app.task(name="ledger.checkpoint", queueing_lock="ledger.checkpoint")
def checkpoint_later(timestamp: int) -> int:
    """The checkpoint of the day."""
    return checkpoints.make().number
