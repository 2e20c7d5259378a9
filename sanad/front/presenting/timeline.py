"""What happened when: acts, the status of victims, FIRs, reports coming in, interventions, verdicts. In one order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from sanad.front.presenting.telling import Telling
from sanad.violations.models import Intervention
from sanad.violations.queries import Told
from sanad.violations.rules.verifying import is_late
from sanad.web.formats import day, number

MOST = 60  # lines; what many accounts say alike is one
KARACHI = ZoneInfo("Asia/Karachi")


@dataclass(frozen=True)
class Moment:
    """One line of the timeline."""

    first: date | None
    when: str
    what: str
    kind: str  # act, status, received, done or verified: its sign on the page
    accounts: str = ""  # how many say so, where not all or only one
    unverified: bool = False


class Timeline:
    """Puts the lines together; the same thing said by several accounts is one line."""

    def __init__(self, telling: Telling) -> None:
        self.telling, self.words = telling, telling.words
        self._found: dict[tuple[object, ...], tuple[Moment, int]] = {}

    def lines(self, accounts: Sequence[Told], interventions: Iterable[Intervention]) -> list[Moment]:
        """All lines, the earliest first; what has no date stands at the end."""
        bound = self.telling.bound
        state = {v.pk: v.state for v in bound.violations}
        for told in accounts:
            for act in told.acts:
                violation = bound.violation_of.get(act.root)
                person = bound.person_of.get(act.victim)
                self._add(
                    act.happened, act.happened_first, self._of(self.words.code("act", act.type_id), person),
                    "act", unverified=state.get(violation) != "verified",
                )  # fmt: skip
            for status in told.statuses:
                word = self.words.code("victim_status", status.status_id)
                about = self._of(word, bound.person_of.get(status.mention))
                self._add(status.happened, status.happened_first, about, "status", unverified=True)
            if told.revision.fir_date:
                self._add(told.revision.fir_date.isoformat(), told.revision.fir_date, _("FIR"), "done")
        self._received(accounts)
        self._done(interventions)
        self._verified(accounts)
        lines = [self._counted(moment, n, len(accounts)) for moment, n in self._found.values()]
        return sorted(lines, key=lambda line: (line.first is None, line.first or date.max))

    def _of(self, what: str, person: object) -> str:
        about = self.telling.person(person)  # type: ignore[arg-type]
        return _("%(what)s: %(who)s") % {"what": what, "who": about} if about else what

    def _add(self, text: str, first: date | None, what: str, kind: str, *, unverified: bool = False) -> None:
        key = (text, what, kind)
        moment, n = self._found.get(key) or (Moment(first, self.words.date(text), what, kind, "", unverified), 0)
        self._found[key] = moment, n + 1

    def _received(self, accounts: Sequence[Told]) -> None:
        """The first account, and how many followed."""
        days = sorted(told.report.received_on for told in accounts)
        if not days:
            return
        first = Moment(days[0], day(days[0]), _("First report received"), "received")
        self._found["received"] = first, 1  # type: ignore[index]
        if len(days) > 1:
            said = {"number": number(len(days) - 1)}
            last = Moment(days[-1], day(days[-1]), _("Last of %(number)s further reports received") % said, "received")
            self._found["last"] = last, 1  # type: ignore[index]

    def _done(self, interventions: Iterable[Intervention]) -> None:
        for one in interventions:
            if not one.withdrawn:
                what = self.words.code("intervention", one.type_id)
                by = one.institution.name if one.institution_id else ""
                self._add(one.happened, one.happened_first, self.words.joined((what, by)), "done")

    def _verified(self, accounts: Sequence[Told]) -> None:
        received = min((told.report.received_on for told in accounts), default=None)
        for violation in self.telling.bound.violations:
            on = violation.verified_on
            if on is None:
                continue
            late = received is not None and is_late(received, on)
            what = _("Verified late: %(what)s") if late else _("Verified: %(what)s")
            what %= {"what": self.words.code("act", violation.type_id)}
            self._found["verified", on, what] = Moment(on, day(on), what, "verified"), 1

    def _counted(self, moment: Moment, n: int, accounts: int) -> Moment:
        if moment.kind not in ("act", "status") or accounts < 2:
            return moment
        said = _("%(n)s of %(all)s accounts") % {"n": number(n), "all": number(accounts)}
        return Moment(moment.first, moment.when, moment.what, moment.kind, said, moment.unverified)
