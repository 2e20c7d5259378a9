"""The one door to the rows of snapshots: whoever comes through it has brought their rights along."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from uuid import UUID

from django.conf import settings

from sanad.accounts.readers import Reader
from sanad.figures.engine import comparing, connection, counting, listing
from sanad.figures.engine.files import read_meta
from sanad.figures.engine.layout import Names
from sanad.figures.queries.snapshots import snapshot_named
from sanad.figures.rules.changes import Trace
from sanad.figures.rules.dimensions import CATEGORY, Scale, dimension
from sanad.figures.rules.fixed import is_fixed_table, is_hidden
from sanad.figures.rules.requests import CountRequest
from sanad.figures.rules.results import Counted, Number, added, nothing
from sanad.kit.refusals import N_, Reason, Refused

NAMED_IN_REFUSAL = 12


def open_snapshot(reader: Reader, name: str = "") -> "OpenSnapshot":
    """A snapshot (the newest, where none is named) as this reader may count it."""
    snapshot = snapshot_named(reader, name)
    folder: Path = settings.SNAPSHOTS / snapshot.pk
    read_meta(folder)
    return OpenSnapshot(reader, snapshot.pk, snapshot.made_at, snapshot.confirmed_at, folder)


@dataclass(frozen=True)
class Behind:
    """A number, in how many events it was found, and the ids of the latest of these."""

    number: Number
    in_events: int
    events: list[UUID]


@dataclass(frozen=True)
class OpenSnapshot:
    """The rows of one snapshot that a reader may count."""

    reader: Reader
    id: str
    made_at: datetime
    confirmed_at: datetime
    folder: Path

    @cached_property
    def names(self) -> Names:
        """What its numbers stand for."""
        return connection.names_in(self.folder)

    @cached_property
    def keepers(self) -> frozenset[int]:
        """All offices whose records are in it."""
        return counting.keepers_in(self.folder)

    @property
    def lists(self) -> tuple[str, ...]:
        """The official lists by whose categories it can be counted."""
        return self.names.lists

    @property
    def sees(self) -> frozenset[int]:
        """The offices whose records the reader may open; none for whoever has a conflict.

        Else a free filter would tell them how much there is that their lists do not show.
        """
        return frozenset() if self.reader.conflicts else self.reader.sees

    @property
    def openable(self) -> frozenset[int] | None:
        """The offices whose records the reader may open; none named where that is all of them."""
        return None if self.keepers <= self.sees else self.sees & self.keepers

    @property
    def only_countable(self) -> frozenset[int]:
        """The offices whose records the reader may count and not open."""
        return (self.reader.counts - self.sees) & self.keepers

    def count(self, request: CountRequest) -> Counted:
        """Answer a request within the reader's rights; what may only be counted is in the fixed table alone."""
        self.check(request)
        request = request.on(self.id)
        opened = counting.count(self.folder, request, self.openable)
        if not self.only_countable:
            return opened
        if not is_fixed_table(request):
            return Counted(request, opened.cells, opened.total, left_out=len(self.only_countable))
        return _fixed(counting.count(self.folder, request, self.reader.counts & self.keepers), opened)

    def counts_batch(self, reference: str) -> bool:
        """Does it hold reports of this batch, whoever keeps them?"""
        numbers = self.names.numbers("batch", [reference])
        return bool(numbers) and counting.has_batch(self.folder, numbers[0])

    def compared_with(self, earlier: "OpenSnapshot", request: CountRequest) -> tuple[list[Trace], bool]:
        """What came into the cells of a question since an earlier snapshot, and what left them."""
        return comparing.traces(earlier.folder, self.folder, request, self._openable_with(earlier))

    def _openable_with(self, earlier: "OpenSnapshot") -> frozenset[int] | None:
        both = self.keepers | earlier.keepers
        return None if both <= self.sees else self.sees & both

    def check(self, request: CountRequest) -> None:
        """Refuse filters that name what this snapshot does not know."""
        reasons = [reason for one in request.where for reason in self._unknown(one.dimension, one.values)]
        reasons += [
            Reason("unknown_list", N_("There is no list of categories “%(said)s”."), {"said": name}, "rows")
            for name in request.dimensions
            if name.startswith(CATEGORY) and name.removeprefix(CATEGORY) not in self.lists
        ]
        if reasons:
            raise Refused(reasons)

    def _unknown(self, name: str, values: Sequence[str]) -> list[Reason]:
        if dimension(name).scale in (Scale.YEAR, Scale.QUARTER, Scale.MONTH):
            return []
        allowed = self.names.allowed(name)
        sentence = N_("“%(said)s” is no value of %(name)s. Possible: %(allowed)s.")
        if dimension(name).scale is Scale.NAME:  # which imports other offices made is theirs to tell
            sentence = N_("“%(said)s” (%(name)s) is not in this snapshot. Count afresh if it came only now.")
        few = ", ".join(allowed[:NAMED_IN_REFUSAL]) + (" …" if len(allowed) > NAMED_IN_REFUSAL else "")
        return [
            Reason("unknown_value", sentence, {"said": value, "name": name, "allowed": few}, "where")
            for value in values
            if value not in allowed
        ]

    def behind(self, request: CountRequest, *, most: int) -> "Behind":
        """What stands behind a cell. Only ids, of what the reader could open then: live rights decide what is shown."""
        self.check(request)
        number = counting.count(self.folder, request, self.openable).total
        events, in_all = listing.events(self.folder, request, self.openable, most)
        return Behind(number, in_all, events)


def _fixed(counted: Counted, opened: Counted) -> Counted:
    """The fixed table: small cells hidden, and how many of each cell may be opened."""
    openable = {key: opened.cells.get(key, 0) for key in counted.cells}
    hidden = {key for key, number in counted.cells.items() if _hides(number, openable[key])}
    shown = {key: number for key, number in counted.cells.items() if key not in hidden}
    differing = {key: int(openable[key]) for key, number in shown.items() if openable[key] != number}  # type: ignore[arg-type]
    total = added(shown.values()) if shown else nothing(counted.request.unit)
    return Counted(counted.request, shown, total, frozenset(hidden), differing)


def _hides(number: object, openable: object) -> bool:
    return isinstance(number, int) and isinstance(openable, int) and is_hidden(number, openable)
