"""A draft in one language, ready to be printed."""

from django.conf import settings
from django.utils.translation import gettext as _

from sanad.strategies.models import Clause, Draft, PlannedAction
from sanad.strategies.queries.texts import clauses_of, planned_of
from sanad.strategies.rules.content import Content, Line, Planned

EITHER = {"en": "ur", "ur": "en"}


def content_of(draft: Draft, language: str) -> Content:
    """Everything that stands in a draft; where a text has no words in this language, those of the other."""
    strategy = draft.strategy
    said = {
        "office": str(strategy.custodian),
        "reference": strategy.reference,
        "number": draft.number,
        "state": draft.get_state_display(),
    }
    return Content(
        title=_in(strategy, "title", language),
        language=language,
        about=_("%(office)s · %(reference)s · draft %(number)s (%(state)s)") % said,
        lines=tuple(_line(clause, language) for clause in clauses_of(draft)),
        planned=tuple(_planned(one, language) for one in planned_of(draft)),
        mark=_("Demonstration: everything here is invented") if settings.SITE_KIND == "demo" else "",
    )


def _in(row: object, name: str, language: str) -> str:
    return getattr(row, f"{name}_{language}") or getattr(row, f"{name}_{EITHER[language]}") or ""


def _line(clause: Clause, language: str) -> Line:
    return Line(
        clause.identity.hex,
        clause.kind,
        clause.depth,
        clause.number,
        _in(clause, "heading", language),
        _in(clause, "text", language),
    )


def _name(clause: Clause | None, language: str) -> str:
    return (_in(clause, "heading", language) or _in(clause, "text", language)) if clause else ""


def _planned(one: PlannedAction, language: str) -> Planned:
    return Planned(
        one.identity.hex,
        _name(one.theme, language),
        _name(one.outcome, language),
        _in(one, "words", language),
        _in(one, "agency", language),
        _in(one, "timeline", language),
        _in(one, "indicator", language),
        one.baseline,
        one.target,
        one.budget,
        one.evidence,
    )
