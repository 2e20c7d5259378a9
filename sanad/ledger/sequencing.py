"""Numbering deeds, now and then: a job every minute, and before every checkpoint. No request waits for it."""

import logging
from datetime import timedelta

from django.utils import timezone

from sanad.ledger import notes
from sanad.ledger.actions import number_deeds, record
from sanad.ledger.head import grown_head
from sanad.ledger.queries import anything_waits, newest_numbered
from sanad.ledger.rules import CLOCK_SET_BACK

UNEVEN = timedelta(minutes=5)  # clocks of web and worker, and deeds of one minute, may differ by less

log = logging.getLogger(__name__)


class Sequencer:
    """Who writes a deed without having been asked by anybody: the site itself."""

    user_id = None
    name = "sanad"


def sequence(*, everything: bool = False) -> int:
    """Number every committed deed, and let the head grow; says how many there were.

    With `everything` all deeds are looked through, not only those that wait.
    """
    if not everything and not anything_waits():
        return 0
    note_the_clock()
    made = number_deeds(everything=everything)
    try:
        with grown_head():
            pass
    except notes.NotANote as trouble:  # `sanad verify` says the same to whoever asks; deeds are numbered all the same
        log.error("The head of the ledger was left as it is: %s", trouble)
    return made


def note_the_clock() -> None:
    """Write down that the clock was set back, where the last deed was done later than now."""
    last, now = newest_numbered(), timezone.now()
    if last is not None and last - now > UNEVEN:
        seconds = int((last - now).total_seconds())
        record(CLOCK_SET_BACK, by=Sequencer(), object_kind="ledger", object_id="clock", seconds=seconds)
