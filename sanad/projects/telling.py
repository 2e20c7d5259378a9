"""A row that was changed, as the history of its page says it; gatherings tell theirs by it, too."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from sanad.accounts.queries.naming import names_by_number
from sanad.ledger.models import Change
from sanad.ledger.queries import history_of as changes_of
from sanad.projects.forms import GOAL_TITLES, ProjectForm
from sanad.projects.models import Project
from sanad.projects.rules import FOCUS_TITLES, STATUS_TITLES
from sanad.web import formats
from sanad.web.components import HistoryLine, Words

InWords = Callable[[str, object], str]
TITLES: Mapping[str, Mapping[Any, str]] = {"status": STATUS_TITLES, "focus": FOCUS_TITLES}  # Any: keys of their own
LINES = 60
MOST = 2000  # letters of an earlier wording: minutes are read there


def told(changes: Iterable[Change], labels: Mapping[str, Words], words: InWords) -> list[HistoryLine]:
    """Who changed what from what to what; columns without a label follow from others."""
    rows = list(changes)
    names = names_by_number([one.who for one in rows if one.who is not None])
    lines = []
    for one in rows:
        after = one.after or {}
        values = tuple(
            (labels[name], _said(name, was, words), _said(name, after.get(name), words))
            for name, was in one.before.items()
            if name in labels
        )
        if values:
            who = names.get(one.who or 0) or _("The operator")
            lines.append(HistoryLine(one.at, _("%(who)s changed this") % {"who": who}, one.why, values=values))
    return lines


def _said(name: str, value: object, words: InWords) -> str:
    if value is None or value in ("", []):
        return _("none")
    text = words(name, value)
    return text if len(text) <= MOST else f"{text[:MOST]}…"


def day_of(value: object) -> str:
    """A day of the history, as pages write days."""
    return formats.day(date.fromisoformat(str(value)))


def history_of(project: Project) -> list[HistoryLine]:
    """What a project said before; row security lets whoever sees it read that."""
    labels: dict[str, Words] = {name: field.label or name for name, field in ProjectForm.base_fields.items()}
    return told(changes_of("projects_project", project.pk)[:LINES], labels, _in_words)


def _in_words(name: str, value: object) -> str:
    if name in ("starts", "ends"):
        return day_of(value)
    if name == "goals" and isinstance(value, list):
        return ", ".join(str(GOAL_TITLES[goal]) for goal in value)
    if name in TITLES:
        return next((_(title) for key, title in TITLES[name].items() if key == value), str(value))
    return str(value)
