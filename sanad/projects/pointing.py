"""What points to a project: told by the packages above, each in `AppConfig.ready()`.

pointing.register("gatherings", pointing_to)      # pointing_to(reader, [project ids]) -> Pointer, …
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sanad.accounts.readers import Reader


@dataclass(frozen=True)
class Pointer:
    """One thing that a project paid for: evidence of its results. `about`: how many took part, or the like."""

    project: UUID
    title: str
    kind: str
    on: date | None
    address: str
    about: str = ""


Finder = Callable[[Reader, Collection[UUID]], Iterable[Pointer]]

_finders: dict[str, Finder] = {}


def register(package: str, finder: Finder) -> None:
    """From now on this finder is asked too."""
    _finders[package] = finder


def pointing_to(reader: Reader, projects: Collection[UUID]) -> list[Pointer]:
    """Everything that points to these projects, as far as this reader sees it, the newest first."""
    found = [one for finder in _finders.values() for one in finder(reader, projects)]
    return sorted(found, key=lambda one: (one.on or date.min, one.title), reverse=True)
