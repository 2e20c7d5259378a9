"""A person as its records tell: which reports, and by which judgements they hang together."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sanad.accounts.permissions import Permission
from sanad.accounts.queries.naming import names_of
from sanad.accounts.readers import Reader
from sanad.matching import queries
from sanad.matching.presenting.records import age_words, code_word
from sanad.violations import queries as violations
from sanad.violations.models import Judgement, Mention
from sanad.web.formats import day


@dataclass(frozen=True)
class Record:
    """One mention of the person."""

    root: UUID
    reference: str
    event: str
    words: str

    @property
    def named(self) -> str:
        """In one line, the reference apart from what stands beside it, in whichever direction that runs."""
        return f"\u2068{self.reference}\u2069 – {self.words}"


@dataclass(frozen=True)
class Link:
    """A judgement that holds two records together, or keeps one apart from somebody else."""

    id: UUID
    at: datetime
    sentence: str
    why: str
    may_undo: bool
    other: Record | None = None  # of whom it is kept apart, if the reader sees it


@dataclass(frozen=True)
class PersonPage:
    """What the page shows."""

    id: UUID
    records: list[Record]
    links: list[Link]
    apart: list[Link]
    may_part: bool
    may_join: bool
    further: bool  # a record that this reader does not see


def person_page(reader: Reader, pk: UUID) -> PersonPage:
    """The records and links of a person, as far as the reader sees them."""
    whole = violations.mentions_of_person(pk)
    mentions, links = queries.records_of(reader, whole), queries.links_within(reader, whole)
    by_machine = queries.machine_links([link.pk for link in links])
    apart = queries.kept_apart(reader, whole)
    names = names_of(reader, [link.made_by for link in (*links, *apart)])
    others = {link.pk: next(iter({link.mention, link.other_mention} - whole), None) for link in apart}
    seen = {m.root: _record(m) for m in queries.records_of(reader, [root for root in others.values() if root])}
    may_link = Permission.JUDGE_LINK in reader.permissions
    return PersonPage(
        pk,
        [_record(mention) for mention in mentions],
        [_link(link, _linked(link, by_machine, names), reader) for link in links],
        [_link(link, _parted(link, names), reader, seen.get(others[link.pk])) for link in apart],
        may_link and len(mentions) > 1 and bool(links),
        may_link and queries.judged_by(reader, mentions) is not None,
        len(mentions) < len(whole),
    )


def _record(mention: Mention) -> Record:
    report = mention.report
    withheld = _("Withheld at the person’s wish") if mention.withheld else ""
    said = [withheld, code_word("sex", mention.sex_id), age_words(mention), mention.described, day(report.received_on)]
    return Record(mention.root, report.reference, report.account.event.reference, " · ".join(filter(None, said)))


def _linked(link: Judgement, by_machine: set[UUID], names: dict[int, str]) -> str:
    if link.pk in by_machine:
        return _("Linked by the machine")
    return _("Judged to be one person by %(who)s") % {"who": names.get(link.made_by or 0, _("the operator"))}


def _parted(link: Judgement, names: dict[int, str]) -> str:
    return _("Judged to be two persons by %(who)s") % {"who": names.get(link.made_by or 0, _("the operator"))}


def _link(link: Judgement, sentence: str, reader: Reader, other: Record | None = None) -> Link:
    mine = Permission.JUDGE_LINK in reader.permissions and bool(set(link.custodians) & set(reader.keeps))
    return Link(link.pk, link.made_at, sentence, link.why, mine, other)
