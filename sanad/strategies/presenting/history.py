"""What was done with a strategy, as sentences."""

from django.utils.translation import gettext as _

from sanad.accounts.queries.naming import names_of
from sanad.accounts.readers import Reader
from sanad.ledger.models import Deed
from sanad.strategies.models import Strategy
from sanad.strategies.queries.history import deeds_on
from sanad.web.components import HistoryLine

MOST = 300


def lines_of(reader: Reader, strategy: Strategy) -> list[HistoryLine]:
    """The newest first."""
    deeds = deeds_on(reader, strategy)[:MOST]
    names = names_of(reader, [deed.actor for deed in deeds])
    return [HistoryLine(deed.at, _sentence(deed, names)) for deed in deeds]


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
