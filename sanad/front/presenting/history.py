"""What became of a record, as sentences: who recorded, corrected, judged or handed it over, when and why.

Nothing sealed stands in it: people are named as their accounts describe them.
"""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from sanad.accounts.queries.naming import names_of
from sanad.accounts.readers import Reader
from sanad.front.presenting.judgements import field_word, grouped, may_undo
from sanad.front.presenting.words import Words, isolated
from sanad.ledger.models import Deed
from sanad.matching.queries import machine_links
from sanad.violations.models import Intervention, Judgement, Report, Revision
from sanad.violations.queries import Told
from sanad.violations.queries.history import corrections_of, deeds_on
from sanad.web.components import HistoryLine
from sanad.web.formats import count_range, day, moment, number

NAMED = 8  # violations named in one sentence
MOST = 200  # lines; an event of many accounts has more, its reports show them


class Chronicle:
    """Says deeds of one page in sentences; knows the names of those who did them."""

    def __init__(self, reader: Reader, words: Words, what: Mapping[UUID, str], who: Iterable[int | None]) -> None:
        self.reader = reader
        self.words = words
        self.what = what
        self.names = names_of(reader, [*who])

    def name(self, user: int | None) -> str:
        """Who did something."""
        return isolated(self.names.get(user or 0, _("The operator")))

    def judged(self, together: list[Judgement], undone: Mapping[UUID, Judgement]) -> HistoryLine:
        """Judgements of one deed."""
        first = together[0]
        ended = undone.get(first.pk)
        open_to_undo = ended is None and may_undo(self.reader, first)
        return HistoryLine(
            first.made_at,
            self.judging(together),
            first.why,
            self.taken_back(ended) if ended else "",
            reverse("front:undo", args=[first.pk]) if open_to_undo else None,
            _("take it back, with a reason"),
            at_once=open_to_undo,
        )

    def judging(self, together: list[Judgement]) -> str:
        """What was decided, in one sentence."""
        first = together[0]
        said = {"who": self.name(first.made_by)}
        match first.kind:
            case "verification":
                about = self.several(self.what.get(j.act, _("a violation")) for j in together)
                return self.with_terms(first, self.verdict(first.verdict, said["who"], about))
            case "attribution":
                alleged = self.several(self.what.get(j.involvement, _("an alleged perpetrator")) for j in together)
                about = _("%(alleged)s as alleged perpetrator") % {"alleged": alleged}
                return self.with_terms(first, self.verdict(first.verdict, said["who"], about))
            case "confirmed":
                confirmed = [j.confirms for j in together]
                said["about"] = self.several(self.what.get(j.act or j.involvement, _("a violation")) for j in confirmed)
                return _("%(who)s confirmed as the second person: %(about)s") % said
            case "chain":
                said["link"] = self.words.code("event_link", first.link_id)
                return _("%(who)s linked this event with another: %(link)s") % said
            case "chosen" if first.field == "toll":
                said["size"] = count_range(first.value["min"], first.value["best"], first.value["max"])
                return _("%(who)s chose the toll: %(size)s") % said
            case "chosen":
                return _("%(who)s chose which value counts: %(field)s") % {**said, "field": field_word(first.field)}
            case "withdrawn":
                return _("%(who)s withdrew a report that was entered in error") % said
        return self.linking(first, said, len(together))

    def several(self, things: Iterable[str]) -> str:
        """What a deed was about, each once; of many only the first few."""
        named = list(dict.fromkeys(things))
        if len(named) <= NAMED:
            return self.words.joined(named)
        rest = {"names": self.words.joined(named[:NAMED]), "rest": number(len(named) - NAMED)}
        return _("%(names)s and %(rest)s more") % rest

    def with_terms(self, one: Judgement, sentence: str) -> str:
        """A verdict with its standard, its day, its checklist, and whether it still waits for a second person."""
        standard = self.words.code("standard_of_proof", one.standard_id)
        if standard:
            sentence = _("%(sentence)s (%(standard)s)") % {"sentence": sentence, "standard": standard}
        if one.settled_on:
            sentence = _("%(sentence)s, as of %(day)s") % {"sentence": sentence, "day": day(one.settled_on)}
        if one.checked:
            met = sum(answer == "yes" for answer in one.checked.values())
            said = {"sentence": sentence, "met": number(met), "all": number(len(one.checked))}
            sentence = _("%(sentence)s; checklist: %(met)s of %(all)s points met") % said
        return _("%(sentence)s – waits for a second person") % {"sentence": sentence} if one.waits else sentence

    def linking(self, one: Judgement, said: Mapping[str, str], many: int = 1) -> str:
        """Whether two are one."""
        same = one.verdict == Judgement.Verdict.SAME
        match one.kind:
            case "same_event" if same and many > 1:
                return _("%(who)s added %(n)s further accounts of the event") % {**said, "n": number(many)}
            case "same_event" if same:
                return _("%(who)s added a further account of the event") % said
            case "same_event":
                return _("%(who)s judged that two reports tell of different events") % said
            case "same_entry":
                return _("%(who)s found the same entry twice; one was withdrawn") % said
            case "same_person" if same and one.made_by is None and machine_links([one.pk]):
                return _("The machine linked accounts of the same person")
            case "same_person" if same:
                return _("%(who)s judged that accounts speak of the same person") % said
        return _("%(who)s judged that accounts speak of different persons") % said

    def verdict(self, verdict: str, who: str, about: str) -> str:
        """A verdict as a deed of somebody."""
        said = {"who": who, "about": about}
        match verdict:
            case "verified":
                return _("%(who)s verified: %(about)s") % said
            case "rejected":
                return _("%(who)s rejected: %(about)s") % said
            case "inconclusive":
                return _("%(who)s found inconclusive: %(about)s") % said
            case "withdrawn":
                return _("%(who)s withdrew as entered in error: %(about)s") % said
            case "under_review":
                return _("%(who)s took under review: %(about)s") % said
        return _("%(who)s set back to new: %(about)s") % said

    def taken_back(self, ended: Judgement) -> str:
        """Who undid a judgement, when and why."""
        said = {"who": self.name(ended.made_by), "when": moment(ended.made_at), "why": isolated(ended.why)}
        return _("Taken back by %(who)s, %(when)s: %(why)s") % said

    def imported(self, reports: Sequence[Report]) -> HistoryLine:
        """How the reports of one import came in."""
        if len(reports) == 1:
            return self.recorded(reports[0])
        said = {"who": self.name(reports[0].made_by), "n": number(len(reports))}
        return HistoryLine(reports[0].made_at, _("%(who)s imported %(n)s reports") % said)

    def recorded(self, report: Report) -> HistoryLine:
        """How a report came in."""
        said = {"who": self.name(report.made_by), "report": isolated(report.reference)}
        sentence = (
            _("%(who)s imported the report %(report)s")
            if report.batch_id
            else _("%(who)s recorded the report %(report)s")
        )
        return HistoryLine(report.made_at, sentence % said)

    def corrected(self, revision: Revision, reference: str) -> HistoryLine:
        """A further wording of a report."""
        said = {"who": self.name(revision.made_by), "report": isolated(reference)}
        return HistoryLine(revision.made_at, _("%(who)s corrected the report %(report)s") % said, revision.why)

    def wrote(self, row: Intervention) -> HistoryLine:
        """One row of an intervention."""
        said = {"who": self.name(row.made_by)}
        if row.number == 1:
            sentence = _("%(who)s recorded an intervention")
        elif row.withdrawn:
            sentence = _("%(who)s withdrew an intervention that was entered in error")
        else:
            sentence = _("%(who)s wrote down more about an intervention")
        return HistoryLine(row.made_at, sentence % said, row.why)

    def done(self, deed: Deed) -> HistoryLine | None:
        """What the ledger alone knows; nothing for deeds that are said otherwise."""
        sentence = _sentences().get(deed.action)
        return HistoryLine(deed.at, sentence % {"who": self.name(deed.actor)}) if sentence else None


def _sentences() -> dict[str, str]:
    return {
        "report.moved": _("%(who)s handed a report over to another office"),
        "glass.broken": _("%(who)s opened a report in an emergency"),
        "evidence.received": _("%(who)s added a file"),
        "evidence.viewed": _("%(who)s looked at a file"),
        "evidence.copied": _("%(who)s copied a file"),
        "evidence.exported": _("%(who)s exported a file"),
        "evidence.disclosed": _("%(who)s disclosed a file"),
        "evidence.destroyed": _("%(who)s destroyed a file"),
        "person.erased": _("%(who)s erased a person, as the second of two"),
        "report.redacted": _("%(who)s took a person out of the text of a report"),
        "intervention.recorded": _("%(who)s recorded an intervention"),
        "intervention.corrected": _("%(who)s wrote down more about an intervention"),
        "intervention.withdrawn": _("%(who)s withdrew an intervention that was entered in error"),
        "intervention.restored": _("%(who)s took back the last change of an intervention"),
        "consent.written": _("%(who)s wrote down what somebody agreed to"),
        "safeguard.written": _("%(who)s wrote down how somebody is kept safe"),
    }


def history_of(
    reader: Reader,
    accounts: Sequence[Told],
    made: Sequence[Judgement],
    undone: Mapping[UUID, Judgement],
    *,
    what: Mapping[UUID, str],
    words: Words,
) -> list[HistoryLine]:
    """Everything that was done with these accounts, the newest first."""
    corrections = corrections_of(reader, [told.report for told in accounts if not told.silent])
    deeds = deeds_on(reader, accounts)
    who = [
        *(one.made_by for one in (*made, *undone.values())),
        *(one.made_by for one in corrections),
        *(told.report.made_by for told in accounts),
        *(deed.actor for deed in deeds),
    ]
    said = Chronicle(reader, words, what, who)
    reference = {told.report.pk: told.report.reference for told in accounts}
    lines = [
        *(said.judged(together, undone) for together in grouped(made, undone)),
        *(said.corrected(one, reference[one.report_id]) for one in corrections),
        *(said.imported(reports) for reports in _by_import(accounts)),
        *(said.done(deed) for deed in deeds),
    ]
    told = [line for line in lines if line is not None]
    return sorted(told, key=lambda line: line.at, reverse=True)[:MOST]


def _by_import(accounts: Sequence[Told]) -> list[list[Report]]:
    """The reports of each import together; those that were typed in each by itself."""
    groups: dict[object, list[Report]] = {}
    for told in accounts:
        groups.setdefault(told.report.batch_id or told.report.pk, []).append(told.report)
    return list(groups.values())
