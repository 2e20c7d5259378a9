"""Where accounts differ: who says what, which value stands, and why."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _

from sanad.front.presenting.accounts import names_of_sources
from sanad.front.presenting.judgements import field_word
from sanad.front.presenting.telling import Telling, alleged_words
from sanad.front.presenting.words import Words, isolated
from sanad.violations.models import Act, Judgement, Mention, Person, Violation
from sanad.violations.queries import Bound, Told
from sanad.web.formats import count_range

FIELDS = ("happened", "place", "means", "stated_reason", "kind_of_place")
COLUMNS = 4  # accounts that fit side by side; of more, those that say the same stand together


@dataclass(frozen=True)
class Value:
    """What one account says of one field; empty is *not stated*."""

    words: str
    stands: bool
    root: UUID | None = None


@dataclass(frozen=True)
class Said:
    """One value, and the accounts that state it."""

    words: str
    stands: bool
    number: int
    sources: str


@dataclass(frozen=True)
class Row:
    """One field over all accounts."""

    label: str
    name: str
    values: list[Value]
    differs: bool
    why: str  # why the value that stands does; or that none does
    said: list[Said]  # the same by value, what most say first
    silent: int  # accounts that do not state it
    choosable: bool = True


@dataclass(frozen=True)
class Compared:
    """One violation, person or group, over all accounts."""

    titles: list[str]  # several where the accounts say the same of several violations
    of: UUID  # the row by which it is judged: act of a violation, mention of a person
    rows: list[Row]

    @property
    def title(self) -> str:
        """What it is about."""
        return "; ".join(self.titles)

    @property
    def differs(self) -> bool:
        """Do the accounts disagree on any of it?"""
        return any(row.differs for row in self.rows)

    def says(self) -> tuple[tuple[object, ...], ...]:
        """What stands in its cells; equal for violations of which the accounts say the same."""
        return tuple((row.name, row.differs, *(value.words for value in row.values)) for row in self.rows)


class Comparing:
    """The accounts of one event, field by field; made once for a page."""

    def __init__(
        self,
        accounts: Sequence[Told],
        bound: Bound,
        made: Iterable[Judgement],
        undone: Mapping[UUID, Judgement],
        telling: Telling,
    ) -> None:
        self.accounts, self.bound, self.telling, self.words = accounts, bound, telling, telling.words
        self.chosen: dict[tuple[UUID, str], Judgement] = {}
        for one in made:  # the newest first
            if one.kind == Judgement.Kind.CHOSEN and one.pk not in undone:
                self.chosen.setdefault((one.act or one.mention, one.field), one)
        self.mention_in = {
            (told.report.pk, bound.person_of[m.root]): m
            for told in accounts
            for m in reversed(told.mentions)
            if m.root in bound.person_of
        }

    def violations(self, violations: Iterable[Violation]) -> list[Compared]:
        """Each violation of which two accounts or more speak."""
        tables = []
        for violation in violations:
            acts = [self.bound.act_in.get((told.report.pk, violation.pk)) for told in self.accounts]
            if sum(act is not None for act in acts) < 2:
                continue
            rows = [self._act_row(name, violation, acts) for name in FIELDS]
            rows.append(self._alleged_row(acts))
            kept = [row for row in rows if any(value.words for value in row.values)]
            if kept:
                tables.append(Compared([self.telling.violation(violation)], violation.pk, kept))
        return tables

    def persons(self, persons: Iterable[Person]) -> list[Compared]:
        """Sex and age of each person, and the toll of each group, of which two accounts or more speak."""
        tables = []
        for person in persons:
            mentions = [self.mention_in.get((told.report.pk, person.pk)) for told in self.accounts]
            if sum(m is not None for m in mentions) < 2 or person.withheld:
                continue
            if person.kind == "group":
                rows, title = [self._toll_row(person, mentions)], _("Toll of the group")
            else:
                rows = [self._person_row(name, person, mentions) for name in ("sex", "age")]
                title = self.telling.person(person.pk)
            kept = [row for row in rows if sum(bool(value.words) for value in row.values) > 1]
            if kept:
                tables.append(Compared([title], person.pk, kept))
        return tables

    def _act_row(self, name: str, violation: Violation, acts: Sequence[Act | None]) -> Row:
        say, key = SAYING[name], "happened" if name == "happened" else f"{name}_id"
        standing = getattr(violation, key)
        values = []
        for act in acts:
            said = say(act, self.words) if act else ""
            values.append(Value(said, bool(said) and getattr(act, key) == standing, act.root if act else None))
        return self._row(field_word(name), name, values, name in violation.differs)

    def _alleged_row(self, acts: Sequence[Act | None]) -> Row:
        """Alleged perpetrators have no default: all that are alleged stand."""
        values = []
        for told, act in zip(self.accounts, acts, strict=True):
            mine = [one for one in told.involvements if act is not None and one.act == act.root]
            words = dict.fromkeys(alleged_words(one, self.words) for one in mine)
            values.append(Value(self.words.joined(words), False, None))
        differs = len({value.words for value in values} - {""}) > 1
        row = self._row(_("Alleged perpetrators"), "alleged", values, differs)
        return replace(row, why=_("all that are alleged stand") if differs else "", choosable=False)

    def _person_row(self, name: str, person: Person, mentions: Sequence[Mention | None]) -> Row:
        values = []
        for m in mentions:
            if m is None or m.withheld:
                values.append(Value("", False, None))
            elif name == "sex":
                values.append(Value(self.words.code("sex", m.sex_id), m.sex_id == person.sex_id, m.root))
            else:
                said = self.words.age(m.age_min, m.age_max)
                same = (m.age_min, m.age_max) == (person.age_min, person.age_max)
                values.append(Value(said, bool(said) and same, m.root))
        return self._row(field_word(name), name, values, len({v.words for v in values} - {""}) > 1)

    def _toll_row(self, person: Person, mentions: Sequence[Mention | None]) -> Row:
        values = [
            Value(count_range(m.min_size, m.best_size, m.max_size), False, m.root)
            if m is not None and m.kind == "group"
            else Value("", False)
            for m in mentions
        ]
        whole = count_range(person.min_size, person.best_size, person.max_size)
        row = self._row(_("How many"), "toll", values, person.toll_differs)
        chosen = self._choice(values, "toll")
        if chosen is not None:
            return replace(row, why=self._reason(chosen, _("chosen: %(size)s") % {"size": whole}))
        return replace(row, why=_("no number stands by itself: %(size)s") % {"size": whole} if row.differs else "")

    def _row(self, label: str, name: str, values: list[Value], differs: bool) -> Row:
        why = ""
        if differs:
            chosen = self._choice(values, name)
            why = self._reason(chosen, _("chosen")) if chosen else _("from the earliest account")
        groups: dict[str, list[int]] = {}
        for place, value in enumerate(values):
            if value.words:
                groups.setdefault(value.words, []).append(place)
        said = [
            Said(words, values[places[0]].stands, len(places), self._sources(places))
            for words, places in sorted(groups.items(), key=lambda each: -len(each[1]))
        ]
        return Row(label, name, values, differs, why, said, sum(not value.words for value in values))

    def _sources(self, places: Iterable[int]) -> str:
        return names_of_sources([self.accounts[place] for place in places], self.words)

    def _choice(self, values: Iterable[Value], name: str) -> Judgement | None:
        found = [self.chosen[v.root, name] for v in values if v.root and (v.root, name) in self.chosen]
        return max(found, key=lambda one: (one.made_at, one.pk), default=None)

    def _reason(self, chosen: Judgement, what: str) -> str:
        return _("%(what)s, because: %(why)s") % {"what": what, "why": isolated(chosen.why)}


def put_together(tables: Iterable[Compared]) -> list[Compared]:
    """Violations of which the accounts say the same, without a difference, as one; differences stand first."""
    kept: dict[object, Compared] = {}
    for table in tables:
        key = table.of if table.differs else table.says()
        before = kept.get(key)
        kept[key] = replace(table, titles=[*before.titles, *table.titles]) if before else table
    return sorted(kept.values(), key=lambda table: not table.differs)


def _place(act: Act, words: Words) -> str:
    return act.place_said or words.place(act.place_id)


SAYING: Mapping[str, Callable[[Act, Words], str]] = {
    "happened": lambda act, words: words.date(act.happened) if act.happened else "",
    "place": _place,
    "means": lambda act, words: words.code("means", act.means_id),
    "stated_reason": lambda act, words: words.code("stated_reason", act.stated_reason_id),
    "kind_of_place": lambda act, words: words.code("kind_of_place", act.kind_of_place_id),
}
