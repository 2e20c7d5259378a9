"""The page of a report, and its sealed values once they are opened."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sanad.accounts.queries.naming import names_of
from sanad.accounts.readers import Reader
from sanad.front.presenting.accounts import AccountShown, shown
from sanad.front.presenting.history import history_of
from sanad.front.presenting.telling import alleged_words
from sanad.front.presenting.words import Words, date_of, isolated
from sanad.violations import queries
from sanad.violations.models import Act, Mention
from sanad.violations.queries import Told
from sanad.violations.queries.redrafting import Opened
from sanad.web.components import HistoryLine
from sanad.web.formats import moment, partial_date


@dataclass(frozen=True)
class Wording:
    """One revision of a report."""

    number: int
    summary: str
    who: str
    when: str
    why: str


@dataclass(frozen=True)
class Line:
    """What the report says was done to one mention."""

    number: int
    victim: str
    acts: list[str]
    status: str


@dataclass(frozen=True)
class ReportPage:
    """Everything that the template lays out."""

    account: AccountShown
    event: str
    state: str  # of the event, or that the report was withdrawn
    lines: list[Line]
    facts: list[tuple[str, str]]
    alleged: list[str]
    wordings: list[Wording]
    history: list[HistoryLine]
    recorded: str
    may_correct: bool
    may_withdraw: bool
    may_open: bool
    may_move: bool


def report_page(reader: Reader, told: Told) -> ReportPage:
    """Put the page of a report together for a reader."""
    words = Words()
    revisions = [] if told.silent else queries.revisions_of(reader, told.report)
    names = names_of(reader, [told.report.made_by, *(r.made_by for r in revisions)])
    nobody = _("the operator")
    keeps = told.report.custodian_id in reader.keeps
    said = {"who": isolated(names.get(told.report.made_by, nobody)), "when": moment(told.report.made_at)}
    return ReportPage(
        account=shown(told, words, {}),
        event=told.report.account.event.reference,
        state="withdrawn" if told.report.account.withdrawn else told.report.account.event.state,
        lines=_lines(told, words),
        facts=_facts(told, words),
        alleged=list(dict.fromkeys(alleged_words(one, words) for one in told.involvements)),
        wordings=[
            Wording(r.number, r.summary, names.get(r.made_by, nobody), moment(r.made_at), r.why) for r in revisions
        ],
        history=_history(reader, told, words),
        recorded=_("Recorded by %(who)s, %(when)s") % said,
        may_correct=keeps and not told.report.account.withdrawn,
        may_open=told.report.custodian_id in reader.opens,
        may_move=keeps,
        may_withdraw=keeps and not told.report.account.withdrawn,
    )


def _history(reader: Reader, told: Told, words: Words) -> list[HistoryLine]:
    """What was done with this report alone."""
    made, undone = queries.judgements_on(reader, [told])
    what = {act.root: words.code("act", act.type_id) for act in told.acts}
    what |= {one.root: alleged_words(one, words) for one in told.involvements}
    return history_of(reader, [told], made, undone, what=what, words=words)


def _lines(told: Told, words: Words) -> list[Line]:
    victims = [m for m in told.mentions if m.role == Mention.Role.VICTIM]
    status = {
        s.mention: words.joined(
            (words.code("victim_status", s.status_id), words.date(s.happened) if s.happened else "")
        )
        for s in told.statuses
    }
    return [
        Line(
            n,
            mention_words(m, words),
            [words.code("act", a.type_id) for a in told.acts if a.victim == m.root],
            status.get(m.root, ""),
        )
        for n, m in enumerate(victims, 1)
    ]


def mention_words(m: Mention, words: Words) -> str:
    """A mention without names: `Female, 30 years, a student, Christian`."""
    said = words.person(m, words.joined((m.described, m.occupation)), m.age_said)
    return words.joined((said, words.codes("characteristic", m.characteristics)))


def _facts(told: Told, words: Words) -> list[tuple[str, str]]:
    """When, where, how, why; values that differ between acts stand side by side."""

    def all_of(say: Callable[[Act], str]) -> str:
        return words.joined(dict.fromkeys(say(act) for act in told.acts))

    return [
        (_("When"), all_of(lambda act: _day(act, words))),
        (_("Where"), all_of(lambda act: words.place(act.place_id, act.place_said))),
        (_("By what means"), all_of(lambda act: words.code("means", act.means_id))),
        (_("Stated reason"), all_of(lambda act: words.code("stated_reason", act.stated_reason_id))),
        (_("Kind of place"), all_of(lambda act: words.code("kind_of_place", act.kind_of_place_id))),
    ]


def _day(act: Act, words: Words) -> str:
    """The date of the calendar, and the words of the source beside it."""
    day = partial_date(date_of(act.happened))
    said = _("as said: “%(words)s”") % {"words": isolated(act.happened_said)} if act.happened_said else ""
    return words.joined((day, said)) if said else day


def opened_values(told: Told, opened: Opened) -> list[tuple[str, list]]:
    """Sealed values under what they belong to; empty ones are left out."""
    words = Words()
    labels = _labels()
    groups = []
    for m in told.mentions:
        values = opened.get((m.pk, "mention"), {})
        found = [(labels.get(key, key), value) for key, value in values.items() if value]
        if found:
            groups.append((f"{role_words()[m.role]}: {mention_words(m, words)}", found))
    wording = opened.get((told.revision.sealed_in, "revision"), {})
    if wording.get("narrative"):
        groups.append((_("Full text"), [("", wording["narrative"])]))
    raw = wording.get("raw")
    if isinstance(raw, Mapping):
        groups.append((_("The row as it was received"), [(key, value) for key, value in raw.items() if value]))
    coordinates = [opened.get((a.pk, "act"), {}) for a in told.acts]
    where = [f"{c.get('latitude')}, {c.get('longitude')}" for c in coordinates if c]
    if where:
        groups.append((_("Coordinates"), [("", text) for text in dict.fromkeys(where)]))
    return groups


def _labels() -> dict[str, str]:
    return {
        "name": _("Name"),
        "other_names": _("Other names"),
        "father_name": _("Father’s or husband’s name"),
        "cnic": _("CNIC"),
        "phone": _("Phone"),
        "address": _("Address"),
    }


def role_words() -> dict[str, str]:
    """What somebody is in a report, by role."""
    return {
        Mention.Role.VICTIM: _("Victim"),
        Mention.Role.ALLEGED_PERPETRATOR: _("Alleged perpetrator"),
        Mention.Role.INFORMANT: _("Complainant or witness"),
        Mention.Role.OTHER: _("Somebody else"),
    }
