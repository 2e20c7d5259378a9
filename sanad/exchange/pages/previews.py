"""The first rows as the records that they would become; sealed values are named, never shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.utils.translation import gettext as _

from sanad.codes import queries as codes
from sanad.codes.models import Code
from sanad.exchange.drafting.lists import ListReader
from sanad.exchange.drafting.rows import Drafted
from sanad.exchange.mapping.fields import FIELDS
from sanad.kit.dates import PartialDate
from sanad.places import queries as places
from sanad.violations.drafts import ActDraft, MentionDraft, ReportDraft
from sanad.web.refusals import say

ROWS = 20


@dataclass(frozen=True)
class Harm:
    """One act of a record: to whom, what, how many."""

    act: str
    person: str
    group: bool
    min: int | None
    best: int | None
    max: int | None


@dataclass(frozen=True)
class Record:
    """One row as a person reads it."""

    row: int
    refused: list[str]
    warnings: list[tuple[str, str]]
    number: str = ""
    happened: PartialDate | None = None
    place: str = ""
    place_said: str = ""
    summary: str = ""
    harms: tuple[Harm, ...] = ()
    perpetrators: tuple[str, ...] = ()
    sources: int = 0
    sealed: tuple[str, ...] = ()


class Previewer:
    """Shows drafts in the reader's language."""

    def __init__(self) -> None:
        self.codes: dict[int, Code] = {
            code.pk: code for vocabulary in codes.vocabularies() for code in codes.codes_of(vocabulary.slug)
        }
        self.gazetteer = places.gazetteer()

    def records(self, opened: ListReader) -> Iterator[Record]:
        """The first rows of the file."""
        for one in islice(opened.drafted(), ROWS):
            yield self._record(one)

    def _record(self, one: Drafted) -> Record:
        refused = [say(finding.reason) for finding in one.findings if finding.level == "refused"]
        warnings = [(finding.column, say(finding.reason)) for finding in one.findings if finding.level == "warning"]
        if not one.drafts:
            return Record(one.row, refused, warnings)
        draft = one.drafts[0]
        act = draft.acts[0] if draft.acts else None
        place = self.gazetteer.by_id(act.place) if act and act.place else None
        return Record(
            one.row,
            refused,
            warnings,
            number=draft.event_key or draft.external_id,
            happened=act.happened if act else None,
            place=places.place_line(place) if place else "",
            place_said=act.place_said if act else "",
            summary=draft.summary,
            harms=tuple(self._harms(draft)),
            perpetrators=tuple(self._perpetrators(draft)),
            sources=len(one.drafts),
            sealed=tuple(_sealed(draft)),
        )

    def _name(self, code: int | None) -> str:
        return codes.label(self.codes[code]) if code in self.codes else ""

    def _harms(self, draft: ReportDraft) -> Iterator[Harm]:
        people = {mention.key: mention for mention in draft.mentions}
        for act in draft.acts:
            mention = people[act.victim]
            if mention.part_of is None:
                yield Harm(
                    ", ".join(filter(None, (self._name(act.type), self._name(act.means)))),
                    self._person(mention, draft.acts, people),
                    mention.kind == "group",
                    mention.min_size,
                    mention.best_size,
                    mention.max_size,
                )

    def _person(self, mention: MentionDraft, acts: tuple[ActDraft, ...], people: dict[str, MentionDraft]) -> str:
        words = [self._name(mention.sex), mention.age_said, mention.occupation, mention.described]
        words += [self._name(code) for code in mention.characteristics]
        named = sum(people[act.victim].part_of == mention.key for act in acts)
        if named:
            words.append(_("%(count)s named") % {"count": named})
        return ", ".join(filter(None, words))

    def _perpetrators(self, draft: ReportDraft) -> Iterator[str]:
        return iter(dict.fromkeys(filter(None, (self._name(one.type) for one in draft.involvements))))


def _sealed(draft: ReportDraft) -> Iterator[str]:
    """What the record holds under seal, by the names of the fields."""
    names = [name for mention in draft.mentions for name in mention.sealed]
    names += [name for act in draft.acts[:1] for name in act.sealed]
    if draft.narrative:
        names.append("narrative")
    for name in dict.fromkeys(names):
        yield _(FIELDS[name].title) if name in FIELDS else name
