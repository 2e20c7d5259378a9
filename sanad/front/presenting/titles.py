"""What an event is called, and where it was, as far as a reader sees its accounts."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from sanad.accounts.readers import Reader
from sanad.front.presenting.words import Words
from sanad.violations.models import Event
from sanad.violations.queries import Told


def title_of(event: Event, accounts: Sequence[Told], reader: Reader, words: Words) -> str:
    """The first line that an account in sight says; the event's own title may come from one out of sight."""
    if event.title and set(event.custodians) <= set(reader.sees) and not any(told.silent for told in accounts):
        return event.title
    said = next((told.revision.summary for told in accounts if told.revision.summary), "")
    return said.strip().splitlines()[0] if said.strip() else untitled(event.act_types, words)


def untitled(act_types: Iterable[int], words: Words) -> str:
    """What an event without words is called."""
    return words.codes("act", act_types) or _("Event without a summary")


def own_place(event: Event, accounts: Sequence[Told], reader: Reader) -> str:
    """The place in the words of an account in sight."""
    if set(event.custodians) <= set(reader.sees):
        return event.place_said
    return next((act.place_said for told in accounts for act in told.acts if act.place_said), "")
