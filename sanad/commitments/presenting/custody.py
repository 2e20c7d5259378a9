"""The chain of who did what with a file, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from sanad.accounts.queries.naming import names_by_number
from sanad.accounts.readers import Reader
from sanad.commitments.models import Evidence
from sanad.commitments.presenting.histories import who_did
from sanad.commitments.queries.files import custody_of
from sanad.violations.rules.media import ending_of
from sanad.web.formats import moment


@dataclass(frozen=True)
class Step:
    """One deed of custody."""

    what: str
    who: str
    when: str


def custody_shown(reader: Reader, evidence: Evidence) -> list[Step]:
    """Who received, viewed, copied, exported, disclosed it, in the order of time."""
    deeds = custody_of(reader, evidence)
    names = names_by_number({deed.actor for deed in deeds if deed.actor is not None})
    said = {
        "evidence.received": _("received"),
        "evidence.viewed": _("viewed"),
        "evidence.copied": _("copied within the office"),
        "evidence.exported": _("taken along with a record"),
        "evidence.disclosed": _("handed to a court or another body"),
        "evidence.destroyed": _("destroyed"),
    }
    return [
        Step(said.get(deed.action, deed.action), who_did(deed.actor, deed.operator, names), moment(deed.at))
        for deed in deeds
    ]


def download_name(evidence: Evidence) -> str:
    """The name of a downloaded file: ours, for the one that it came with may name somebody."""
    return f"evidence-{evidence.pk.hex[-8:]}.{ending_of(evidence.media_type)}"
