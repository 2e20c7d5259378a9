"""The checklists of the site, read once per process."""

from collections.abc import Iterable
from functools import cache

import yaml
from django.conf import settings
from django.utils.translation import get_language

from sanad.codes import files
from sanad.codes import queries as codes
from sanad.kit.refusals import N_, Refused
from sanad.violations.rules.checklists import Checklist, Point, checklists_from, points_for

FILE = "checklists.yaml"


@cache
def checklists() -> tuple[Checklist, ...]:
    """All of them, in the order of the file."""
    path = settings.DATA / FILE
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), files.LOADER)
    except (FileNotFoundError, UnicodeDecodeError, yaml.YAMLError) as error:
        why = " ".join(str(error).split())
        raise Refused.one("checklist.unreadable", N_("%(file)s cannot be read: %(why)s"), file=FILE, why=why) from error
    return checklists_from(content, codes.tree_of("act"))


def points_of(act_type: int) -> list[Point]:
    """What a reviewer is asked about acts of this type."""
    return points_for(codes.slugs_by_id()[act_type], checklists(), codes.tree_of("act"))


def points_of_all(act_types: Iterable[int]) -> dict[str, tuple[Point, set[int]]]:
    """The points of several types, each once, with the types that ask it."""
    found: dict[str, tuple[Point, set[int]]] = {}
    for act_type in dict.fromkeys(act_types):
        for point in points_of(act_type):
            found.setdefault(point.slug, (point, set()))[1].add(act_type)
    return found


def point_words(slug: str) -> str:
    """A point in the reader's language, for the history."""
    point = next((p for one in checklists() for p in one.points if p.slug == slug), None)
    return said(point) if point else slug


def said(point: Point) -> str:
    """The question in the reader's language."""
    return point.ur if (get_language() or "en").startswith("ur") else point.en
