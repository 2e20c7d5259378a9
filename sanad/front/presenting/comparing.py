"""Where accounts differ: the values side by side, which one stands, and why."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _

from sanad.front.presenting.judgements import field_word
from sanad.front.presenting.words import Words, date_of
from sanad.violations.models import Act, Judgement, Person, Violation
from sanad.violations.queries import Bound, Told
from sanad.web.formats import count_range, partial_date

FIELDS = ("happened", "place", "means", "stated_reason", "kind_of_place")


@dataclass(frozen=True)
class Value:
    """What one account says of one field; empty is *not stated*."""

    words: str
    stands: bool
    root: UUID | None = None


@dataclass(frozen=True)
class Row:
    """One field over all accounts."""

    label: str
    name: str
    values: list[Value]
    differs: bool
    why: str  # why the value that stands does; or that none does


@dataclass(frozen=True)
class Compared:
    """One violation, or one group's toll, over all accounts."""

    titles: list[str]  # several where the accounts say the same of several violations
    of: UUID  # the row by which it is judged: act of a violation, mention of a group
    rows: list[Row]

    @property
    def title(self) -> str:
        """What it is about."""
        return "; ".join(self.titles)

    def says(self) -> tuple[tuple[object, ...], ...]:
        """What stands in its cells; equal for violations of which the accounts say the same."""
        return tuple((row.name, row.differs, *(value.words for value in row.values)) for row in self.rows)


def compared(
    accounts: Sequence[Told],
    bound: Bound,
    made: Iterable[Judgement],
    undone: Mapping[UUID, Judgement],
    words: Words,
) -> list[Compared]:
    """Each violation of which two accounts or more speak, field by field."""
    if len(accounts) < 2:
        return []
    chosen = {(j.act, j.field) for j in made if j.kind == Judgement.Kind.CHOSEN and j.act and j.pk not in undone}
    tables = []
    for violation in bound.violations:
        acts = [_act_of(told, violation, bound) for told in accounts]
        if sum(act is not None for act in acts) < 2:
            continue
        rows = [_row(name, violation, acts, chosen, words) for name in FIELDS]
        title = words.code("act", violation.type_id)
        person = bound.persons.get(violation.person_id)
        about = words.joined((title, words.person(person) if person else ""))
        tables.append(Compared([about], violation.pk, [row for row in rows if any(v.words for v in row.values)]))
    return [table for table in tables if table.rows]


def put_together(tables: Iterable[Compared]) -> list[Compared]:
    """Violations of which the accounts say the same, without a difference, as one."""
    kept: dict[object, Compared] = {}
    for table in tables:
        key = table.of if any(row.differs for row in table.rows) else table.says()
        before = kept.get(key)
        kept[key] = replace(table, titles=[*before.titles, *table.titles]) if before else table
    return list(kept.values())


def _act_of(told: Told, violation: Violation, bound: Bound) -> Act | None:
    return next((act for act in told.acts if bound.violation_of.get(act.root) == violation.pk), None)


def _row(
    name: str, violation: Violation, acts: Sequence[Act | None], chosen: set[tuple[UUID, str]], words: Words
) -> Row:
    say = SAYING[name]
    key = "happened" if name == "happened" else f"{name}_id"
    standing = getattr(violation, key)
    values = []
    found = False
    for act in acts:
        said = say(act, words) if act else ""
        stands = bool(said) and not found and getattr(act, key) == standing
        found = found or stands
        values.append(Value(said, stands, act.root if act else None))
    differs = name in violation.differs
    picked = any((act.root, name) in chosen for act in acts if act)
    why = ""
    if differs:
        why = _("chosen by a judgement") if picked else _("from the earliest account")
    return Row(field_word(name), name, values, differs, why)


def _place(act: Act, words: Words) -> str:
    return act.place_said or words.place(act.place_id)


SAYING: Mapping[str, Callable[[Act, Words], str]] = {
    "happened": lambda act, words: partial_date(date_of(act.happened)) if act.happened else "",
    "place": _place,
    "means": lambda act, words: words.code("means", act.means_id),
    "stated_reason": lambda act, words: words.code("stated_reason", act.stated_reason_id),
    "kind_of_place": lambda act, words: words.code("kind_of_place", act.kind_of_place_id),
}


def compared_toll(accounts: Sequence[Told], bound: Bound, words: Words) -> list[Compared]:
    """The size of each group of which two accounts or more speak; no account's number stands by itself."""
    if len(accounts) < 2:
        return []
    tables = []
    for person in bound.persons.values():
        if person.kind != "group":
            continue
        values = [_toll(told, person, bound) for told in accounts]
        if sum(bool(value.words) for value in values) < 2:
            continue
        whole = count_range(person.min_size, person.best_size, person.max_size)
        why = _("no number stands by itself: %(size)s") % {"size": whole} if person.toll_differs else ""
        row = Row(_("How many"), "toll", values, person.toll_differs, why)
        tables.append(Compared([_("Toll of the group")], person.pk, [row]))
    return tables


def _toll(told: Told, person: Person, bound: Bound) -> Value:
    mention = next((m for m in told.mentions if bound.person_of.get(m.root) == person.pk and m.kind == "group"), None)
    if mention is None:
        return Value("", False)
    return Value(count_range(mention.min_size, mention.best_size, mention.max_size), False, mention.root)
