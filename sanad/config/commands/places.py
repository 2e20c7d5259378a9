"""What place a text means: `sanad places "Swat, KPK" --json`. It never guesses: what is not certain is listed.

With --load-pack, take in an operator's file of tehsils and their population.
"""

import argparse
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from sanad.accounts.permissions import Permission, require
from sanad.config import answers, running
from sanad.kit.refusals import N_, Incomplete
from sanad.places.actions import load_pack
from sanad.places.queries import gazetteer, place_by_code
from sanad.places.said import OFFERED_BECAUSE, as_answer

NAME = "places"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The text, and what is known about it."""
    parser.add_argument("said", metavar="TEXT", nargs="?", help="a place as a text names it")
    parser.add_argument("--within", metavar="CODE", help="a province or district that is certain: PK-KP, PK513, a key")
    parser.add_argument("--on", type=date.fromisoformat, metavar="YYYY-MM-DD", help="the day that the text is about")
    parser.add_argument("--load-pack", type=Path, metavar="FILE", help="tehsils and population, as CSV")


def run(options: argparse.Namespace) -> int:
    """Read the text, or load the pack."""
    if options.load_pack:
        return _load(options)
    if options.said is None:
        raise Incomplete.one("place_missing", N_("Say which place: sanad places TEXT."))
    within = place_by_code(options.within) if options.within else None
    if options.within and within is None:
        raise Incomplete.one("place_code_unknown", N_("No place has the code %(asked)s."), asked=options.within)
    found = as_answer(gazetteer().resolve(options.said, within, options.on))
    answers.answer(options, found, _lines(found))
    return 0


def _load(options: argparse.Namespace) -> int:
    with running.running_as(options) as reader:
        require(reader, Permission.INSTITUTION_MANAGE)
        loaded = load_pack(options.load_pack, by=reader)
    answers.answer(
        options,
        {"added": loaded.added, "places": loaded.places, "populations": loaded.populations, "version": loaded.version},
        [f"{loaded.added} places came, {loaded.populations} population figures; version {loaded.version}."],
    )
    return 0


def _lines(found: Mapping[str, object]) -> Iterator[str]:
    certain = "" if found["certain"] else " (not certain)"
    where = " · ".join(str(found[name]) for name in ("kind", "district", "province") if found[name])
    yield f"{found['name']} [{found['place']}]{certain}: {where}" if found["place"] else "No place."
    for one in found["alternatives"]:  # type: ignore[attr-defined]  # a list, as `as_answer` made it
        yield f"  perhaps {one['name']} [{one['code']}]: {_(OFFERED_BECAUSE[one['why']])}"
