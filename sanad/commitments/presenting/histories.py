"""What was done with a recommendation, an action or an indicator, as sentences with old and new values."""

from collections.abc import Mapping
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from sanad.accounts.queries.naming import names_by_number
from sanad.accounts.readers import Reader
from sanad.commitments.forms.measuring import IndicatorForm
from sanad.commitments.forms.recording import ActionForm, RecommendationForm
from sanad.commitments.presenting.columns import in_words
from sanad.commitments.queries import changes_and_deeds
from sanad.ledger.models import Change, Deed
from sanad.web.components import HistoryLine

MOST = 100
FORMS: Mapping[str, type[forms.Form]] = {
    "recommendation": RecommendationForm,
    "action": ActionForm,
    "indicator": IndicatorForm,
}
FOLLOWS = {"asked_first", "table_version"}  # from another column, which is told
TOLD_BY_ROW = {"action.changed", "recommendation.changed", "indicator.changed", "action.dropped"}


def history_of(reader: Reader, kind: str, row: UUID) -> list[HistoryLine]:
    """Everything that was done with one row, the newest first."""
    changes, deeds = changes_and_deeds(reader, f"commitments_{kind}", kind, row)
    people = {one for one in (*(c.who for c in changes), *(d.actor for d in deeds)) if one is not None}
    names = names_by_number(people)
    lines = [_changed(one, names) for one in changes if one.before]
    lines += [_done(one, names) for one in deeds if one.action not in TOLD_BY_ROW and one.action in _deeds()]
    return sorted(lines, key=lambda line: line.at, reverse=True)[:MOST]


def who_did(user: int | None, operator: str, names: Mapping[int, str]) -> str:
    """Who did something, as a page names them."""
    if user is not None:
        return f"\u2068{names.get(user, _('A user'))}\u2069"
    if operator.startswith("link "):
        return _("Somebody with a signed link")
    return _("The operator (%(name)s)") % {"name": f"\u2068{operator}\u2069"} if operator else _("The site itself")


def _changed(one: Change, names: Mapping[int, str]) -> HistoryLine:
    after = one.after or {}
    labels = _labels(one.kind.removeprefix("commitments_"))
    values = tuple(
        (labels.get(name, name), in_words(name, was), in_words(name, after.get(name)))
        for name, was in one.before.items()
        if name not in FOLLOWS
    )
    sentence = _("%(who)s changed this") % {"who": who_did(one.who, one.operator, names)}
    return HistoryLine(one.at, sentence, one.why, values=values)


def _done(one: Deed, names: Mapping[int, str]) -> HistoryLine:
    return HistoryLine(one.at, _deeds()[one.action] % {"who": who_did(one.actor, one.operator, names)})


def _deeds() -> dict[str, str]:
    return {
        "recommendation.recorded": _("%(who)s wrote this down"),
        "action.recorded": _("%(who)s wrote this down"),
        "action.answers": _("%(who)s said what this action answers"),
        "action.answers_no_more": _("%(who)s took back what this action answers"),
        "milestone.set": _("%(who)s set a milestone"),
        "milestone.reached": _("%(who)s said that a milestone was reached"),
        "evidence.named": _("%(who)s named evidence"),
        "evidence.destroyed": _("%(who)s destroyed a file"),
        "bottleneck.found": _("%(who)s named a bottleneck"),
        "bottleneck.solved": _("%(who)s said that a bottleneck was solved"),
        "progress.reported": _("%(who)s reported progress"),
        "progress.judged": _("%(who)s looked at a report of progress"),
        "indicator.defined": _("%(who)s defined this indicator"),
        "indicator.read": _("%(who)s took a reading"),
    }


def _labels(kind: str) -> dict[str, object]:
    """What the form calls each column."""
    said: dict[str, object] = {"dropped_on": _("Dropped on"), "why_dropped": _("Why it was dropped")}
    for name, field in FORMS[kind].base_fields.items():
        said[name] = said[f"{name}_id"] = field.label or name
    return said
