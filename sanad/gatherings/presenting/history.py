"""What was done with a gathering, as sentences."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sanad.accounts.queries.naming import names_by_number
from sanad.accounts.readers import Reader
from sanad.gatherings import queries
from sanad.gatherings.forms.planning import GatheringForm
from sanad.gatherings.models import Gathering
from sanad.gatherings.rules.kinds import KIND_TITLES, STATE_TITLES
from sanad.ledger.queries import deeds_about
from sanad.ledger.queries import history_of as changes_of
from sanad.places.queries import place_label
from sanad.projects.picking import places_by_id
from sanad.projects.telling import day_of, told
from sanad.web.components import HistoryLine, Words

MOST = 60
SENTENCES = {
    "gathering.planned": gettext_lazy("%(who)s planned it"),
    "gathering.agenda_added": gettext_lazy("%(who)s added to the agenda"),
    "gathering.agendaitem_removed": gettext_lazy("%(who)s took a line out of the agenda"),
    "gathering.invited": gettext_lazy("%(who)s invited an institution"),
    "gathering.invitation_answered": gettext_lazy("%(who)s wrote down an answer to an invitation"),
    "gathering.invitation_removed": gettext_lazy("%(who)s took back an invitation"),
    "gathering.door_closed": gettext_lazy("%(who)s closed the door"),
    "gathering.participant_corrected": gettext_lazy("%(who)s put a participant's line right"),
    "gathering.participant_withdrawn": gettext_lazy("%(who)s took somebody off the list"),
    "gathering.participant_erased": gettext_lazy("%(who)s erased a participant"),
    "gathering.list_taken_out": gettext_lazy("%(who)s took the list of participants out as a file"),
    "gathering.group_added": gettext_lazy("%(who)s added a group"),
    "gathering.minutes_written": gettext_lazy("%(who)s wrote the minutes"),
    "gathering.material_added": gettext_lazy("%(who)s added a file"),
    "gathering.follow_up_added": gettext_lazy("%(who)s added a follow-up"),
    "gathering.follow_up_done": gettext_lazy("%(who)s wrote down that a follow-up is done"),
    "gathering.followup_removed": gettext_lazy("%(who)s took out a follow-up"),
}


TYPED = {"minutes", "purpose"}
TITLES: Mapping[str, Mapping[Any, str]] = {"kind": KIND_TITLES, "state": STATE_TITLES}  # Any: keys of their own


def history_of(reader: Reader, gathering: Gathering) -> list[HistoryLine]:
    """The newest first, with what stood in the plan and in the minutes before; who signed in stands in the list.

    Once the office has erased somebody, no earlier words of minutes are shown: they may hold the name.
    """
    erased = queries.has_erased(gathering.custodian_id)
    sentences = [one for one in SENTENCES if erased or one != "gathering.minutes_written"]
    labels = {name: words for name, words in _labels().items() if not erased or name not in TYPED}
    deeds = deeds_about(reader, "gathering", gathering.pk).filter(action__in=sentences)[:MOST]
    names = names_by_number([deed.actor for deed in deeds if deed.actor is not None])
    lines = [
        HistoryLine(deed.at, str(SENTENCES[deed.action]) % {"who": names.get(deed.actor or 0, _("The operator"))})
        for deed in deeds
    ]
    lines += told(changes_of("gatherings_gathering", gathering.pk)[:MOST], labels, _in_words)
    return sorted(lines, key=lambda line: line.at, reverse=True)


def _labels() -> dict[str, Words]:
    said: dict[str, Words] = {name: field.label or name for name, field in GatheringForm.base_fields.items()}
    return said | {"place_id": said["place"], "minutes": _("Minutes")}


def _in_words(name: str, value: object) -> str:
    if name in TITLES:
        return next((_(title) for key, title in TITLES[name].items() if key == value), str(value))
    if name in ("first_day", "last_day"):
        return day_of(value)
    if name == "place_id":
        return ", ".join(place_label(one) for one in places_by_id([int(str(value))]))
    return str(value)
