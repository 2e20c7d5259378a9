"""My desk: the next step, and what waits, by what a reader may do."""

from dataclasses import dataclass, field
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sanad.accounts.permissions import Permission
from sanad.accounts.queries.approvals import approvals_waiting_for, emergencies_to_review
from sanad.accounts.queries.naming import office_names
from sanad.accounts.readers import Reader
from sanad.exchange.queries import imports_visible_to
from sanad.front.presenting.listing import EventLine, event_lines
from sanad.front.presenting.second import Line, notice_lines
from sanad.front.presenting.words import Words
from sanad.matching.models import Pair
from sanad.matching.queries import number_waiting
from sanad.violations import queries
from sanad.web.formats import moment, number

SHOWN = 8
SECONDS = 50  # verdicts that wait for a second person, as far as the desk counts them
PAIRS = 100  # pairs that may be one, as far as the desk counts them
ENDED = ("done", "failed", "cancelled", "undone")  # states of an import for which nothing is left to do


@dataclass(frozen=True)
class Step:
    """Somewhere to go."""

    label: str
    address: str
    purpose: str = ""


@dataclass(frozen=True)
class Waiting:
    """Some events that wait for the same thing, and where all of them are."""

    title: str
    lines: list[EventLine]
    nothing: str
    address: str


@dataclass(frozen=True)
class Recorded:
    """A report that the reader typed in."""

    reference: str
    summary: str
    when: str
    state: str


@dataclass(frozen=True)
class InDanger:
    """A report of which somebody is in danger now."""

    id: UUID
    reference: str
    summary: str
    since: str


@dataclass
class DeskPage:
    """Everything that the template lays out."""

    office: str
    first: Step | None
    steps: list[Step] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)
    recorded: list[Recorded] = field(default_factory=list)
    imports: list[Step] = field(default_factory=list)
    records: bool = False
    notices: list[Line] = field(default_factory=list)
    dangers: list[InDanger] = field(default_factory=list)
    second: Step | None = None
    confirm: Step | None = None  # verdicts of colleagues that wait for this reader
    pairs: Step | None = None  # records that may be of one person or event


# Permission, address, words, what it is for: the first that a reader may take is the next step.
STEPS = (
    (Permission.REPORT_RECORD, "front:report_new", lambda: _("Record a report"), lambda: ""),
    (
        Permission.REPORT_RECORD,
        "front:coverage",
        lambda: _("Papers read"),
        lambda: _("Tick days, also without a find."),
    ),
    (Permission.FIGURE_COUNT, "figures:table", lambda: _("Count"), lambda: _("How many, where, when, to whom.")),
    (Permission.IMPORT_RUN, "exchange:new", lambda: _("Import a file"), lambda: _("A list becomes reports.")),
    (Permission.IMPORT_RUN, "exchange:imports", lambda: _("Imports"), lambda: _("What came in; undo.")),
    (Permission.USER_MANAGE, "accounts:users", lambda: _("Users"), lambda: _("Who works here, and as what.")),
    (Permission.OFFICE_MANAGE, "accounts:offices", lambda: _("Offices"), lambda: _("Who keeps which records.")),
    (
        Permission.REVIEW_RULE,
        "front:review_rule",
        lambda: _("Two for a verdict"),
        lambda: _("Whether a second person confirms."),
    ),
    (Permission.SHARING_DECIDE, "accounts:sharing", lambda: _("Sharing"), lambda: _("Who sees or counts what.")),
    (Permission.CUSTODY_TRANSFER, "front:second", lambda: _("Second person"), lambda: _("What takes two to do.")),
)


def desk_page(reader: Reader) -> DeskPage:
    """Put the desk of a reader together."""
    steps = _steps(reader)
    judges = reader.may(Permission.JUDGE_VERIFY)
    page = DeskPage(
        office=office_names([reader.office_id]).get(reader.office_id, "") if reader.office_id else "",
        first=None if judges or not steps else steps[0],
        steps=[] if judges else steps[1:],
        records=reader.may(Permission.REPORT_RECORD),
    )
    page.dangers = _dangers(reader)
    page.notices = notice_lines(reader)
    page.second = _second(reader)
    if judges:
        page.waiting = _waiting(reader)
        page.confirm = _confirm(reader)
        page.pairs = _pairs(reader)
    elif reader.may(Permission.REPORT_READ) and not page.records:
        page.waiting = [_latest(reader)]
    if reader.may(Permission.IMPORT_RUN):
        page.imports = _imports(reader)
    if page.records:
        page.recorded = _recorded(reader)
    return page


def _steps(reader: Reader) -> list[Step]:
    found = []
    for permission, name, label, purpose in STEPS:
        if reader.may(permission):
            try:
                found.append(Step(label(), reverse(name), purpose()))
            except NoReverseMatch:  # a site that does not have the page
                continue
    return found


def _dangers(reader: Reader) -> list[InDanger]:
    """Who is in danger, for those who are told of it; nothing stands above it."""
    if not reader.may(Permission.NOTICE_READ) or not reader.may(Permission.REPORT_READ):
        return []
    dangers = queries.dangers_now(reader)
    summaries = queries.summaries_of(reader, [one.report_id for one in dangers])
    return [
        InDanger(one.pk, one.report.reference, summaries.get(one.report_id, ""), moment(one.told_at)) for one in dangers
    ]


def _second(reader: Reader) -> Step | None:
    """What waits for this reader as the second person, if anything does."""
    count = len(approvals_waiting_for(reader)) + len(emergencies_to_review(reader))
    if not count:
        return None
    label = ngettext("%(n)s request waits for you", "%(n)s requests wait for you", count)
    return Step(label % {"n": number(count)}, reverse("front:second"))


def _confirm(reader: Reader) -> Step | None:
    """Verdicts that this reader may confirm as the second person, if there are any."""
    waiting = queries.waiting_for_second(reader, SECONDS)
    count = sum(one.judgements[0].made_by != reader.user_id for one in waiting)
    if not count:
        return None
    label = ngettext("%(n)s verdict waits for you", "%(n)s verdicts wait for you", count)
    return Step(label % {"n": number(count)}, f"{reverse('front:review')}#second")


def _pairs(reader: Reader) -> Step | None:
    """Pairs that wait for somebody who may say whether they are one, if there are any; counted to `PAIRS`."""
    if not reader.may(Permission.JUDGE_LINK):
        return None
    count = sum(number_waiting(reader, kind, PAIRS) for kind in Pair.Kind.values)
    if not count:
        return None
    said = _("%(n)s or more") % {"n": number(PAIRS)} if count >= PAIRS else number(count)
    label = ngettext("%(n)s pair of records may be one", "%(n)s pairs of records may be one", count)
    return Step(label % {"n": said}, reverse("matching:pairs"))


def _waiting(reader: Reader) -> list[Waiting]:
    words = Words()
    wanted = (
        ("new", _("New, to be reviewed"), _("Nothing new waits for a review.")),
        ("under_review", _("Under review"), _("Nothing is under review.")),
    )
    return [
        Waiting(
            title,
            event_lines(reader, queries.waiting_for_review(reader, state, SHOWN), words),
            nothing,
            f"{reverse('front:review')}?state={state}",
        )
        for state, title, nothing in wanted
    ]


def _latest(reader: Reader) -> Waiting:
    with queries.read_in_order():
        page = list(queries.listed_events(reader, queries.Filter()).order_by(*queries.EVENT_ORDER)[:SHOWN])
    lines = event_lines(reader, queries.event_rows(reader, page))
    return Waiting(_("Latest events"), lines, _("No event yet"), reverse("front:events"))


def _imports(reader: Reader) -> list[Step]:
    """Imports of this reader that are not stored yet."""
    mine = imports_visible_to(reader).filter(made_by=reader.user_id).exclude(state__in=ENDED)
    return [
        Step(f"{one.file_name} – {one.get_state_display()}", reverse("exchange:import", args=[one.pk]))
        for one in mine.order_by("-made_at")[:SHOWN]
    ]


def _recorded(reader: Reader) -> list[Recorded]:
    reports = queries.recorded_by(reader, SHOWN)
    summaries = queries.summaries_of(reader, [report.pk for report in reports])
    return [
        Recorded(
            report.reference,
            summaries.get(report.pk, ""),
            moment(report.made_at),
            "withdrawn" if report.account.withdrawn else report.account.event.state,
        )
        for report in reports
    ]
