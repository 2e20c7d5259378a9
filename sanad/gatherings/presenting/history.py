"""What was done with a gathering, as sentences."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sanad.accounts.queries.naming import names_by_number
from sanad.accounts.readers import Reader
from sanad.gatherings.models import Gathering
from sanad.ledger.queries import deeds_about
from sanad.web.components import HistoryLine

MOST = 60
SENTENCES = {
    "gathering.planned": gettext_lazy("%(who)s planned it"),
    "gathering.changed": gettext_lazy("%(who)s changed the plan"),
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


def history_of(reader: Reader, gathering: Gathering) -> list[HistoryLine]:
    """The newest deeds; signing in is not among them, the list of participants says it."""
    deeds = deeds_about(reader, "gathering", gathering.pk).filter(action__in=list(SENTENCES))[:MOST]
    names = names_by_number([deed.actor for deed in deeds if deed.actor is not None])
    return [
        HistoryLine(deed.at, str(SENTENCES[deed.action]) % {"who": names.get(deed.actor or 0, _("The operator"))})
        for deed in deeds
    ]
