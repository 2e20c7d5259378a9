"""What an event's page knows already, as the form for a further account takes it over when it is ticked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sanad.accounts.readers import Reader
from sanad.codes import queries as codes
from sanad.front.forms.another import KnownPerson
from sanad.front.options import Bodies
from sanad.front.placing import Placed
from sanad.front.presenting.telling import acts_by_person, described_by, person_words
from sanad.front.presenting.words import Words
from sanad.kit.ages import Age
from sanad.kit.dates import PartialDate
from sanad.violations import queries
from sanad.violations.drafts import ReportDraft
from sanad.violations.models import Event, Involvement, Person
from sanad.violations.queries import Bound, Told
from sanad.web.formats import partial_date

Stated = PartialDate | int | str  # a date, the number of a place, the slug of a code
SAME = ("happened", "place", "means", "stated_reason", "kind_of_place")


@dataclass(frozen=True)
class Known:
    """The persons of an event, what stands of when, where and how, and who is alleged."""

    persons: list[KnownPerson]
    same: list[tuple[str, str]]  # facet and its words
    values: Mapping[str, Stated]  # facet and its value, as the cleaned form has it
    alleged: list[tuple[str, str]]  # number of an involvement in the list, and its words
    involvements: list[Involvement]


def known_of(reader: Reader, event: Event, bodies: Bodies) -> Known:
    """What the accounts in sight say of an event."""
    words = Words()
    accounts = [told for told in queries.accounts_of(reader, event) if not told.report.account.withdrawn]
    bound = queries.bound_to(reader, event, accounts)
    values = _values(bound)
    involvements = _distinct(accounts)
    return Known(
        persons=_persons(accounts, bound, bodies, words),
        same=[(name, _words(name, value, words)) for name, value in values.items()],
        values=values,
        alleged=[(str(n), _alleged(one, words)) for n, one in enumerate(involvements)],
        involvements=involvements,
    )


def _persons(accounts: Sequence[Told], bound: Bound, bodies: Bodies, words: Words) -> list[KnownPerson]:
    suffered = acts_by_person(bound)
    people = [p for p in sorted(bound.persons.values(), key=lambda p: p.pk) if p.pk in suffered]
    number = {p.pk: n for n, p in enumerate(people, 1)}
    slugs = codes.slugs_by_id()
    return [
        KnownPerson(
            person.pk,
            person_words(person, accounts, bound, words),
            person.kind,
            tuple((slugs[v.type_id], words.code("act", v.type_id)) for v in suffered[person.pk]),
            _taken_over(person, accounts, bound, bodies, number),
        )
        for person in people
    ]


def _taken_over(
    person: Person, accounts: Sequence[Told], bound: Bound, bodies: Bodies, number: Mapping[UUID, int]
) -> dict[str, object]:
    """The line of the form that says of a person what stands; names are never taken over."""
    slugs = codes.slugs_by_id()
    mentions = described_by(person.pk, accounts, bound)
    group = person.kind == "group"
    return {
        "held": "",
        "kind": person.kind,
        "acts": [],
        "described": next((m.described for m in mentions if m.described), ""),
        "sex": slugs.get(person.sex_id, ""),
        "age": Age(person.age_min, person.age_max, next((m.age_said for m in mentions if m.age_said), "")),
        "occupation": next((m.occupation for m in mentions if m.occupation), ""),
        "characteristics": [slugs[one] for one in person.characteristics],
        "status": "",
        "status_on": None,
        "min_size": person.min_size if group else None,
        "best_size": person.best_size if group else None,
        "max_size": person.max_size if group else None,
        "member_of": number.get(person.part_of),
        "body": bodies.slugs.get(person.institution_id),
        **dict.fromkeys(("name", "father_name", "cnic", "phone", "address"), ""),
    }


def _values(bound: Bound) -> dict[str, Stated]:
    """What stands of each facet; only where all violations agree, since the form says it once."""
    slugs = codes.slugs_by_id()
    found: dict[str, Stated] = {}
    for name in SAME:
        key = "happened" if name == "happened" else f"{name}_id"
        standing = {getattr(v, key) for v in bound.violations}
        value = standing.pop() if len(standing) == 1 else None
        if not value:
            continue
        if name == "happened":
            found[name] = PartialDate.parse(value)
        else:
            found[name] = value if name == "place" else slugs[value]
    return found


def _words(name: str, value: Stated, words: Words) -> str:
    if isinstance(value, PartialDate):
        return partial_date(value)
    if isinstance(value, int):
        return words.place(value)
    return words.code(name, codes.ids_by_slug(name)[value])


def placed(known: Known, words: Words) -> Placed:
    """The place of the event, said as the gazetteer says it."""
    place = known.values["place"]
    assert isinstance(place, int)
    row = words.gazetteer.by_id(place)
    return Placed(place, row.level, words.place(place))


def _distinct(accounts: Sequence[Told]) -> list[Involvement]:
    """Alleged perpetrators by type, institution and degree, each once; whoever is named stays with the source."""
    seen: dict[tuple[object, ...], Involvement] = {}
    for told in accounts:
        for one in told.involvements:
            if one.type_id or one.institution_id:
                seen.setdefault((one.type_id, one.institution_id, one.degree_id), one)
    return list(seen.values())


def _alleged(one: Involvement, words: Words) -> str:
    body = one.institution.name if one.institution_id else ""
    kind, degree = words.code("perpetrator_type", one.type_id), words.code("involvement", one.degree_id)
    return words.joined((kind, body, degree))


def alleged_line(one: Involvement, bodies: Bodies) -> dict[str, object]:
    """The line of the form that says of an alleged perpetrator what was said before."""
    slugs = codes.slugs_by_id()
    return {
        "held": "",
        "type": slugs.get(one.type_id, ""),
        "degree": slugs.get(one.degree_id, ""),
        "institution": bodies.slugs.get(one.institution_id),
        "name": "",
        "line": None,
    }


def keys_of(draft: ReportDraft, numbers: Mapping[int, UUID]) -> dict[str, UUID]:
    """For the keys of mentions in a draft made from numbered lines: the person that each was ticked to be."""
    keys = {m.key for m in draft.mentions}
    return {f"v{n}": person for n, person in numbers.items() if f"v{n}" in keys}
