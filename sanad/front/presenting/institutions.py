"""What became of an institution, as sentences with old and new values."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from sanad.accounts.queries.naming import names_by_number
from sanad.front import placing
from sanad.front.presenting.words import isolated
from sanad.institutions.queries import NAME_TABLE, institutions_by_number
from sanad.institutions.rules import KIND_TITLES, LEVEL_TITLES, InstitutionKind, Level
from sanad.ledger.models import Change
from sanad.web.components import HistoryLine
from sanad.web.formats import day


def history_of(changes: Sequence[Change]) -> list[HistoryLine]:
    """Every change, the newest first."""
    names = names_by_number({one.who for one in changes if one.who is not None})
    parents = institutions_by_number(
        {value for one in changes for side in (one.before, one.after or {}) if (value := side.get("parent_id"))}
    )
    return [
        HistoryLine(
            one.at, _sentence(one) % {"who": _who(one, names), **_said(one)}, one.why, values=_values(one, parents)
        )
        for one in changes
    ]


def _who(one: Change, names: dict[int, str]) -> str:
    if one.who is not None:
        return isolated(names.get(one.who, _("A user")))
    return _("The operator (%(name)s)") % {"name": isolated(one.operator)} if one.operator else _("The site itself")


def _said(one: Change) -> dict[str, str]:
    return {"name": isolated(str(one.before.get("name", "")))} if one.kind == NAME_TABLE else {}


def _sentence(one: Change) -> str:
    if one.kind == NAME_TABLE:
        return _("%(who)s took away the spelling %(name)s")
    return _("%(who)s changed the institution")


def _values(one: Change, parents: dict[int, str]) -> tuple[tuple[str, str, str], ...]:
    if one.kind == NAME_TABLE:
        return ()
    after = one.after or {}
    return tuple(
        (str(_labels().get(name, name)), _value(name, was, parents), _value(name, after.get(name), parents))
        for name, was in one.before.items()
    )


def _labels() -> dict[str, str]:
    return {
        "name_en": _("Name in English"),
        "name_ur": _("Name in Urdu"),
        "acronym": _("Short form"),
        "kind": _("Kind"),
        "level": _("Level of government"),
        "place_id": _("Place"),
        "parent_id": _("Belongs to"),
        "valid_from": _("Since"),
        "valid_to": _("Until"),
        "role": _("What it does"),
        "source": _("Where we know it from"),
    }


def _value(name: str, value: object, parents: dict[int, str]) -> str:
    if value is None or value == "":
        return _("none")
    text = str(value)
    if name in ("valid_from", "valid_to"):
        return day(date.fromisoformat(text))
    if name == "kind" and text in set(InstitutionKind):
        return _(KIND_TITLES[InstitutionKind(text)])
    if name == "level" and text in set(Level):
        return _(LEVEL_TITLES[Level(text)])
    if name == "place_id":
        return placing.label_of(int(text))
    if name == "parent_id":
        return parents.get(int(text), text)
    return text
