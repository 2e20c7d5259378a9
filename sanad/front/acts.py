"""The acts of a page as drafts: what was done to whom, how, when and where.

The form says day and place once for all acts of a report. Means, stated reason and kind of place it says once too,
and an act may say its own. Acts that a report which is corrected had before are found again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from sanad.front.options import id_of, picked_id
from sanad.front.placing import Placed
from sanad.kit.dates import PartialDate
from sanad.violations.drafts import ActDraft, MentionDraft
from sanad.violations.queries import Redraft

Cleaned = Mapping[str, Any]  # Any: Django's cleaned data
Kept = TypeVar("Kept")
HOW = ("means", "stated_reason", "kind_of_place")


@dataclass(frozen=True)
class Done:
    """One act of a line: its code, its number on the page, and what it says for itself of how and why."""

    act: str
    number: int = 0
    own: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Facets:
    """What the form says once for all acts of a report."""

    happened: PartialDate | None
    place: Placed
    means: int | None
    stated_reason: int | None
    kind_of_place: int | None
    happened_said: str = ""

    @classmethod
    def of(cls, said: Cleaned, place: Placed) -> "Facets":
        """The facets that were typed in."""
        return cls(
            said["happened"],
            place,
            id_of("means", said["means"]),
            id_of("stated_reason", said["stated_reason"]),
            id_of("kind_of_place", said["kind_of_place"]),
            said.get("happened_said", ""),
        )


@dataclass(frozen=True)
class Held:
    """What a report that is being corrected says now.

    `varied`: in which of day and place its acts differ; the form shows these once for all of them.
    """

    redraft: Redraft | None = None
    varied: frozenset[str] = frozenset()
    mentions: Mapping[str, MentionDraft] = field(default_factory=dict)
    acts: Mapping[str, Sequence[ActDraft]] = field(default_factory=dict)  # by key of the victim

    def kept(self, name: str, said: Kept, act: ActDraft | None) -> Kept:
        """The value of a facet for one act: what was said now, or what it had where the form could not show it."""
        return getattr(act, name) if act is not None and not said and name in self.varied else said


NOTHING_HELD = Held()


def acts_of(key: str, line: Cleaned, facets: Facets, held: Held) -> list[tuple[int, ActDraft]]:
    """What was done to one victim, each act with its number on the page."""
    said = [(done, _wanted(done, facets)) for done in done_to(line)]
    known = _found_again([one for _done, one in said], held.acts.get(key, ()))
    made = []
    for m, (done, wanted) in enumerate(said, 1):
        had = known.get(m - 1)
        draft = replace(
            had or ActDraft(f"{key}.{m}", key, wanted.type), **{name: getattr(wanted, name) for name in HOW}
        )
        made.append((done.number, _when_and_where(draft, had, facets, held)))
    return made


def done_to(line: Cleaned) -> Sequence[Done]:
    """The acts of a line; where they are chosen in the line itself, all of them were done as the line says."""
    return line.get("suffered") or [Done(act, 0, line.get("own") or {}) for act in line["acts"]]


def _wanted(done: Done, facets: Facets) -> ActDraft:
    """Type and manner of an act: its own, else as the report says of all."""
    means, reason, kind = (id_of(name, done.own.get(name)) or getattr(facets, name) for name in HOW)
    return ActDraft("", "", picked_id("act", done.act), means=means, stated_reason=reason, kind_of_place=kind)


def _found_again(wanted: Sequence[ActDraft], had: Sequence[ActDraft]) -> dict[int, ActDraft]:
    """Which act of before each is: first those of one type that were done in one manner, then those of one type."""
    left, found = list(had), {}
    for alike in (("type", *HOW), ("type",)):
        for n, one in enumerate(wanted):
            if n in found:
                continue
            again = next((act for act in left if all(getattr(act, k) == getattr(one, k) for k in alike)), None)
            if again is not None:
                left.remove(again)
                found[n] = again
    return found


def _when_and_where(draft: ActDraft, known: ActDraft | None, facets: Facets, held: Held) -> ActDraft:
    draft = replace(draft, happened=held.kept("happened", facets.happened, known))
    if known is None or draft.happened != known.happened or facets.happened_said:
        draft = replace(draft, happened_said=facets.happened_said)
    if known is not None and "place" in held.varied and not facets.place.said:
        return draft
    where = facets.place
    sealed = draft.sealed if known is not None and known.place == where.id else {}
    return replace(draft, place=where.id, place_precision=where.precision, place_said=where.said, sealed=sealed)
