"""The accounts of an event: each in short, by kind of source, and how many independent sources stand behind them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sanad.codes import queries as codes
from sanad.front.presenting.telling import alleged_words
from sanad.front.presenting.words import Words, date_of
from sanad.violations.models import Judgement
from sanad.violations.queries import Told
from sanad.violations.rules.verifying import Heard, origins
from sanad.web.formats import day, number, partial_date

OPEN = 6  # accounts of an event that stand open on the page; more are folded by kind of source
NAMED = 12  # sources named in a sentence


@dataclass(frozen=True)
class AccountShown:
    """One source's account: who, through which document, with what words."""

    reference: str
    source: str
    kind: str
    received: str
    document: list[str]  # parts in either direction: each is isolated from the others
    relays: str
    reliability: str
    summary: str
    office: str
    withdrawn: bool
    corrected: bool
    fir: list[tuple[str, str]]
    alleged: list[tuple[str, UUID, str]]  # words, root of the involvement, state of the attribution

    @property
    def name(self) -> str:
        """The source by name, or by kind where it has none."""
        return self.source or self.kind


@dataclass(frozen=True)
class AccountGroup:
    """The accounts of one kind of source."""

    title: str
    accounts: list[AccountShown]
    folded: bool


@dataclass(frozen=True)
class OriginShown:
    """One independent source in words, and the accounts that rest on it."""

    words: str
    sources: str
    number: int


@dataclass(frozen=True)
class Independence:
    """How many accounts there are, and how many sources they come down to."""

    sentence: str
    fewer: bool  # some accounts are copies of others
    origins: list[OriginShown]

    @property
    def shared(self) -> list[OriginShown]:
        """Sources that several accounts come down to."""
        return [one for one in self.origins if one.number > 1]

    @property
    def alone(self) -> list[OriginShown]:
        """Sources that one account rests on."""
        return [one for one in self.origins if one.number == 1]


def shown(told: Told, words: Words, attributions: Mapping[UUID, str]) -> AccountShown:
    """One account in words; `attributions` are the verdicts on its alleged perpetrators."""
    report, revision, document = told.report, told.revision, told.report.document
    source = report.source_institution.name if report.source_institution_id else ""
    paper = document.institution.name if document.institution_id and document.institution.name != source else ""
    dated = partial_date(date_of(document.dated)) if document.dated else ""
    page = _("page %(page)s") % {"page": document.page} if document.page else ""
    seen: dict[tuple[object, ...], tuple[str, UUID, str]] = {}
    for one in told.involvements:
        key = (one.perpetrator, one.institution_id, one.type_id, one.degree_id)
        seen.setdefault(key, (alleged_words(one, words), one.root, attributions.get(one.root, "")))
    return AccountShown(
        report.reference,
        source,
        words.code("source_kind", report.source_kind_id),
        day(report.received_on),
        [part for part in (paper, document.title, dated, page) if part],
        words.code("relays", revision.relays_id),
        words.code("reliability", revision.reliability_id),
        revision.summary,
        report.custodian.name,
        report.account.withdrawn,
        revision.number > 1,
        _fir(told),
        list(seen.values()),
    )


def _fir(told: Told) -> list[tuple[str, str]]:
    """Number, date, police station and sections, as far as the report states them."""
    revision = told.revision
    facts = [
        (_("FIR number"), revision.fir_number),
        (_("FIR date"), day(revision.fir_date) if revision.fir_date else ""),
        (_("Police station"), revision.police_station.name if revision.police_station_id else ""),
        (_("Sections of law"), revision.sections),
    ]
    return [(label, value) for label, value in facts if value]


def attributions_in(made: Iterable[Judgement], undone: Mapping[UUID, Judgement]) -> dict[UUID, str]:
    """The newest verdict in force on each involvement."""
    states: dict[UUID, str] = {}
    for one in made:
        if one.kind == Judgement.Kind.ATTRIBUTION and one.pk not in undone and not one.waits:
            states.setdefault(one.involvement, one.verdict)
    return states


def grouped_by_kind(accounts: Sequence[AccountShown]) -> list[AccountGroup]:
    """The accounts under their kinds of source, the most frequent kind first; few stand open in one group."""
    if len(accounts) <= OPEN:
        return [AccountGroup("", list(accounts), folded=False)] if accounts else []
    kinds: dict[str, list[AccountShown]] = {}
    for account in accounts:
        kinds.setdefault(account.kind, []).append(account)
    in_order = sorted(kinds.items(), key=lambda each: -len(each[1]))
    return [AccountGroup(kind, found, folded=True) for kind, found in in_order]


def independence(accounts: Sequence[Told], words: Words) -> Independence | None:
    """How many independent sources these accounts come down to; nothing where there is one account."""
    if len(accounts) < 2:
        return None
    told = {one.report.pk: one for one in accounts}
    behind = origins([heard(one) for one in accounts])
    said = {"accounts": number(len(accounts)), "sources": number(len(behind))}
    sentence = ngettext(
        "%(accounts)s accounts rest on one source.",
        "%(accounts)s accounts rest on %(sources)s independent sources.",
        len(behind),
    )
    shown_origins = []
    for origin in behind:
        several = [told[report] for report in origin.reports]
        relays = codes.code("relays", origin.relays) if origin.relays else None
        shown_origins.append(
            OriginShown(
                codes.label(relays) if relays else "",
                names_of_sources(several, words),
                len(several),
            )
        )
    return Independence(sentence % said, len(behind) < len(accounts), shown_origins)


def heard(told: Told) -> Heard:
    """An account as far as independence goes."""
    relays = codes.slugs_by_id().get(told.revision.relays_id, "")
    source = told.report.source_institution_id
    return Heard(told.report.pk, str(source) if source else "", relays)


def names_of_sources(accounts: Sequence[Told], words: Words) -> str:
    """Who they are, each once, some of them by name and the rest as a number."""
    names = list(dict.fromkeys(source_name(told, words) for told in accounts))
    if len(names) <= NAMED:
        return words.joined(names)
    rest = number(len(names) - NAMED)
    return _("%(names)s and %(rest)s more") % {"names": words.joined(names[:NAMED]), "rest": rest}


def source_name(told: Told, words: Words) -> str:
    """A source by name, or by kind where it has none."""
    report = told.report
    if report.source_institution_id:
        return report.source_institution.name
    return words.code("source_kind", report.source_kind_id)
