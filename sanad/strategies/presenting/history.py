"""What was done with a strategy and with one of its clauses, as sentences."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from sanad.accounts.queries.naming import names_of
from sanad.accounts.readers import Reader
from sanad.ledger.models import Change, Deed
from sanad.strategies.models import Clause, PlannedAction, Point, Strategy
from sanad.strategies.presenting.labels import FIELDS
from sanad.strategies.queries.history import changes_of, deeds_on, told_of
from sanad.web.components import HistoryLine, Words

Thing = Clause | PlannedAction | Point
MOST, SHORT = 300, 60


def lines_of(reader: Reader, strategy: Strategy) -> list[HistoryLine]:
    """The newest first."""
    deeds = deeds_on(reader, strategy)[:MOST]
    names = names_of(reader, [deed.actor for deed in deeds])
    things = told_of(deeds)
    return [_line(strategy, deed, names, things.get(deed.object_id)) for deed in deeds]


def _line(strategy: Strategy, deed: Deed, names: dict[int, str], thing: Thing | None) -> HistoryLine:
    """A deed, and the way to what it was done with."""
    sentence, at = _sentence(deed, names), [strategy.reference]
    if isinstance(thing, Clause):
        address, label = reverse("strategies:clause", args=[*at, thing.identity]), str(thing)[:SHORT]
    elif isinstance(thing, Point) and thing.withdrawn_at is None:
        address = reverse("strategies:point", args=[*at, thing.draft.number, thing.number])
        label = _("Point %(number)s") % {"number": thing.number}
    elif isinstance(thing, PlannedAction):
        address, label = reverse("strategies:planned", args=[*at, thing.draft.number]), str(thing)[:SHORT]
    else:
        return HistoryLine(deed.at, sentence)
    return HistoryLine(deed.at, sentence, address=address, label=label)


def rewordings(reader: Reader, clauses: Iterable[Clause]) -> list[HistoryLine]:
    """What a clause said before, draft by draft: who changed it, when, the words before and after."""
    changes = changes_of(clauses)
    names = names_of(reader, [change.who for _clause, change in changes])
    return [
        HistoryLine(change.at, _changed(clause, change, names), values=values)
        for clause, change in changes
        if (values := _words(change)) or "dropped" in change.before
    ]


def _changed(clause: Clause, change: Change, names: dict[int, str]) -> str:
    said = {"who": names.get(change.who or 0) or _("The operator"), "number": clause.draft.number}
    if (change.after or {}).get("dropped"):
        return _("%(who)s struck it out of draft %(number)s") % said
    return _("%(who)s reworded it in draft %(number)s") % said


def _words(change: Change) -> tuple[tuple[Words, str, str], ...]:
    after = change.after or {}
    return tuple(
        (FIELDS[name], str(was or "–"), str(after.get(name) or "–"))
        for name, was in change.before.items()
        if name in FIELDS
    )


def _sentence(deed: Deed, names: dict[int, str]) -> str:
    who = names.get(deed.actor or 0) or (_("The operator") if deed.operator and "link" not in deed.operator else "")
    said = {"who": who or _("Somebody with a link")}
    return _sentences().get(deed.action, deed.action) % said


def _sentences() -> dict[str, str]:
    return {
        "strategy.begun": _("%(who)s began the strategy"),
        "strategy.stage": _("%(who)s wrote down a further stage"),
        "strategy.published": _("%(who)s had it shown to the public"),
        "strategy.word_read": _("%(who)s sent a Word file"),
        "strategy_draft.begun": _("%(who)s began the next draft"),
        "strategy_draft.word_taken": _("%(who)s took a Word file over"),
        "strategy_draft.circulated": _("%(who)s circulated a draft"),
        "strategy_draft.final": _("%(who)s made a draft final"),
        "strategy_draft.handed_over": _("%(who)s handed a draft over to be carried out"),
        "strategy_draft.exported": _("%(who)s took a draft out as a file"),
        "strategy_draft.annex": _("%(who)s took the dispositions out as a file"),
        "strategy_clause.reworded": _("%(who)s reworded a clause"),
        "strategy_clause.added": _("%(who)s added a clause"),
        "strategy_clause.dropped": _("%(who)s struck a clause out"),
        "strategy_planned_action.reworded": _("%(who)s changed an action"),
        "strategy_planned_action.added": _("%(who)s added an action"),
        "strategy_planned_action.dropped": _("%(who)s struck an action out"),
        "strategy_invitation.sent": _("%(who)s invited somebody to comment"),
        "strategy_invitation.answered": _("%(who)s answered an invitation"),
        "strategy_consultation.held": _("%(who)s added a workshop"),
        "strategy_point.noted": _("%(who)s wrote down a point"),
        "strategy_point.reworded": _("%(who)s changed the words of a point"),
        "strategy_point.beside": _("%(who)s typed on a point at the same time as somebody else; both texts are kept"),
        "strategy_point.withdrawn": _("%(who)s withdrew a point"),
        "strategy_point.disposed": _("%(who)s answered a point"),
    }
