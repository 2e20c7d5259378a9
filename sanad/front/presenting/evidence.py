"""Files of a report in words, and the chain of who did what with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from sanad.accounts.queries.naming import names_of
from sanad.accounts.readers import Reader
from sanad.front.forms.evidence import KINDS
from sanad.front.presenting.report import mention_words
from sanad.front.presenting.words import Words
from sanad.violations import queries
from sanad.violations.models import Evidence, Report
from sanad.violations.queries import Told
from sanad.violations.rules.media import ending_of
from sanad.web.formats import moment, number

KILOBYTE = 1024


@dataclass(frozen=True)
class Link:
    """One deed of custody."""

    what: str
    who: str
    when: str


@dataclass(frozen=True)
class FileShown:
    """One file in a list or on its page."""

    id: UUID
    reference: str
    kind: str
    title: str
    about: str
    media_type: str
    size: str
    received: str
    sha256: str
    gone: bool
    closed: bool


def files_shown(reader: Reader, accounts: Iterable[Told]) -> list[FileShown]:
    """The files of these accounts."""
    told = {one.report.pk: one for one in accounts}
    evidence = queries.evidence_of(reader, told) if told else []
    gone = queries.destroyed_among(evidence) if evidence else set()
    closed = queries.withheld_among(reader, evidence) if evidence else set()
    words = Words()
    return [_file(one, told[one.report_id], words, gone=one.pk in gone, closed=one.pk in closed) for one in evidence]


def file_shown(reader: Reader, one: Evidence, told: Told, *, gone: bool) -> FileShown:
    """One file in words."""
    return _file(one, told, Words(), gone=gone, closed=queries.is_withheld(reader, one))


def _file(one: Evidence, told: Told, words: Words, *, gone: bool, closed: bool) -> FileShown:
    about = next((mention_words(m, words) for m in told.mentions if m.root == one.mention), "")
    return FileShown(
        one.pk,
        told.report.reference,
        str(dict(KINDS)[one.kind]),
        "" if told.silent else one.title,
        about,
        one.media_type,
        size_words(one.size),
        moment(one.received_at),
        one.sha256_sealed,
        gone,
        closed,
    )


def size_words(size: int) -> str:
    """A size as people say it."""
    if size < KILOBYTE:
        return _("%(size)s bytes") % {"size": number(size)}
    if size < KILOBYTE**2:
        return _("%(size)s kB") % {"size": number(round(size / KILOBYTE))}
    return _("%(size)s MB") % {"size": number(round(size / KILOBYTE**2, 1))}


def custody_shown(reader: Reader, evidence: Evidence) -> list[Link]:
    """Who received, viewed, copied, exported, disclosed it, in the order of time."""
    deeds = queries.custody_of(reader, evidence)
    names = names_of(reader, [deed.actor for deed in deeds])
    said = {
        "evidence.received": _("received"),
        "evidence.viewed": _("viewed"),
        "evidence.copied": _("copied within the office"),
        "evidence.exported": _("taken along with a record"),
        "evidence.disclosed": _("handed to a court or another body"),
        "evidence.destroyed": _("destroyed"),
    }
    return [
        Link(said.get(deed.action, deed.action), names.get(deed.actor, _("the operator")), moment(deed.at))
        for deed in deeds
    ]


def download_name(report: Report, evidence: Evidence) -> str:
    """The name of a downloaded file: ours, for the one that it came with may name somebody."""
    return f"{report.reference}-{evidence.pk.hex[-8:]}.{ending_of(evidence.media_type)}"


def persons_of(told: Told) -> list[tuple[UUID, str]]:
    """The people of a report who can be asked, in words without names."""
    words, asked = Words(), queries.wishes_in([told.report.pk])
    return [(m.root, f"{n}. {mention_words(m, words)}") for n, m in enumerate(told.mentions, 1) if m.root in asked]
