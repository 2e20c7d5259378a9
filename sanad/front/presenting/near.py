"""Events that may be the one being typed, each with the reasons why it is shown; no name is opened for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sanad.accounts.readers import Reader
from sanad.front.presenting.listing import EventLine, event_lines
from sanad.front.presenting.report import mention_words, role_words
from sanad.front.presenting.words import Words
from sanad.front.queries.near import Near
from sanad.violations.models import Mention
from sanad.violations.rules.near import Nearness, Where
from sanad.web.formats import number


@dataclass(frozen=True)
class PersonAlike:
    """Somebody whose name is like one that is typed, as far as they are open, and the report that names them."""

    words: str
    report: str


@dataclass(frozen=True)
class NearLine:
    """One event with its reasons."""

    line: EventLine
    why: str
    people: Sequence[PersonAlike]


def near_lines(reader: Reader, found: Sequence[Near]) -> list[NearLine]:
    """What the fragment lays out, the nearest first."""
    words, roles = Words(), role_words()
    lines = event_lines(reader, [near.row for near in found], words)
    return [
        NearLine(line, _why(near, words), [_person(one, roles, words) for one in near.people])
        for near, line in zip(found, lines, strict=True)
    ]


def _person(one: Mention, roles: dict[str, str], words: Words) -> PersonAlike:
    said = mention_words(one, words)
    return PersonAlike(f"{roles[one.role]}: {said}", one.report.reference)


def _why(near: Near, words: Words) -> str:
    """`Same district, 1 day apart, killing, a like name`."""
    one = near.nearness
    where = {
        Where.PLACE: _("same place"),
        Where.DISTRICT: _("same district"),
        Where.PROVINCE: _("same province"),
        Where.APART: "",
    }
    acts = words.codes("act", one.acts) or _like(one, words)
    name = _("a like name") if near.people else ""
    return words.joined((where[one.where], _days(one), acts, name))


def _days(one: Nearness) -> str:
    if one.days is None:
        return ""
    if one.days == 0:
        return _("same day")
    return ngettext("%(n)s day apart", "%(n)s days apart", one.days) % {"n": number(one.days)}


def _like(one: Nearness, words: Words) -> str:
    if not one.like_acts:
        return ""
    return _("akin: %(acts)s") % {"acts": words.codes("act", one.like_acts)}
