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
from sanad.violations.models import Judgement, Report, Revision
from sanad.violations.queries import Told
from sanad.violations.queries.history import corrections_of, deeds_on
from sanad.web.components import HistoryLine
from sanad.web.formats import count_range, moment

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
            _("take it back"),
        )

    def judging(self, together: list[Judgement]) -> str:
        """What was decided, in one sentence."""
        first = together[0]
        said = {"who": self.name(first.made_by)}
        match first.kind:
            case "verification":
                about = self.words.joined(dict.fromkeys(self.what.get(j.act, _("a violation")) for j in together))
                standard = self.words.code("standard_of_proof", first.standard_id)
                sentence = self.verdict(first.verdict, said["who"], about)
                return (
                    _("%(sentence)s (%(standard)s)") % {"sentence": sentence, "standard": standard}
                    if standard
                    else sentence
                )
            case "attribution":
                alleged = self.what.get(first.involvement, _("an alleged perpetrator"))
                about = _("%(alleged)s as alleged perpetrator") % {"alleged": alleged}
                return self.verdict(first.verdict, said["who"], about)
            case "chosen" if first.field == "toll":
                said["size"] = count_range(first.value["min"], first.value["best"], first.value["max"])
                return _("%(who)s chose the toll: %(size)s") % said
            case "chosen":
                return _("%(who)s chose which value counts: %(field)s") % {**said, "field": field_word(first.field)}
            case "withdrawn":
                return _("%(who)s withdrew a report that was entered in error") % said
        return self.linking(first, said)

    def linking(self, one: Judgement, said: Mapping[str, str]) -> str:
        """Whether two are one."""
        same = one.verdict == Judgement.Verdict.SAME
        match one.kind:
            case "same_event" if same:
                return _("%(who)s added a further account of the event") % said
            case "same_event":
                return _("%(who)s judged that two reports tell of different events") % said
            case "same_entry":
                return _("%(who)s found the same entry twice; one was withdrawn") % said
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
            case "under_review":
                return _("%(who)s took under review: %(about)s") % said
        return _("%(who)s set back to new: %(about)s") % said

    def taken_back(self, ended: Judgement) -> str:
        """Who undid a judgement, when and why."""
        said = {"who": self.name(ended.made_by), "when": moment(ended.made_at), "why": isolated(ended.why)}
        return _("Taken back by %(who)s, %(when)s: %(why)s") % said

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
        *(said.recorded(told.report) for told in accounts),
        *(said.done(deed) for deed in deeds),
    ]
    told = [line for line in lines if line is not None]
    return sorted(told, key=lambda line: line.at, reverse=True)[:MOST]
