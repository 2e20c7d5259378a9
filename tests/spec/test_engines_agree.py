"""Whatever the facts, the working engine answers as the reference does."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanad.figures.rules import reference
from sanad.figures.rules.dimensions import STATES, names_of_dimensions
from sanad.figures.rules.facts import AccountFact, EventFact, Place, Victim, ViolationFact, World
from sanad.figures.rules.requests import read_request
from tests.spec.engines import by_duckdb
from tests.spec.tables import PARENTS

ACTS = ["killing", "targeted_killing", "rape", "torture"]
WHERE = ["act=killing", "year=2013..2014", "perpetrator_type=state_agent", "status=verified,new", "sex=unstated"]
WHERE += ["characteristic=child", "source_kind=police", "source=unstated", "category:list=one,two", "province=PK-SD"]
few = st.integers(0, 3)
maybe_days = st.one_of(st.none(), st.integers(0, 800).map(lambda days: date(2013, 1, 1) + timedelta(days=days)))


@st.composite
def spans(draw):
    first, length = draw(maybe_days), draw(st.sampled_from([0, 0, 3, 40, 400, None]))
    return first, first + timedelta(days=length) if first is not None and length is not None else None


@st.composite
def places(draw):
    province, district = draw(st.sampled_from([("PK-SD", "PK712"), ("PK-SD", None), ("PK-KP", "PK508"), (None, None)]))
    then = draw(st.sampled_from([(province, district), ("PK-TA", "khyber_agency")]))
    return Place(province, district, *then)


@st.composite
def victims(draw, name, groups):
    kind = draw(st.sampled_from(["individual", "individual", "group", "institution"]))
    size = st.one_of(st.none(), st.integers(0, 5))
    sizes = (draw(size), draw(size), draw(size)) if kind == "group" else (None, None, None)
    low = draw(st.one_of(st.none(), st.integers(0, 80)))
    return Victim(
        name,
        kind,
        draw(st.sampled_from(groups)) if kind == "individual" and groups and draw(st.booleans()) else None,
        *sizes,
        draw(st.sampled_from([None, "female", "male"])),
        low,
        None if low is None else draw(st.sampled_from([None, low, low + 9])),
        tuple(draw(st.sets(st.sampled_from(["christian", "hindu", "disability", "minor_as_said"])))),
        draw(st.sampled_from([None, "dead"])),
    )


@st.composite
def worlds(draw):
    events, violations, accounts, everybody = [], [], [], []
    for number in range(draw(st.integers(1, 4))):
        name = f"E{number}"
        people = []
        for position in range(draw(few)):
            groups = [person.id for person in people if person.kind == "group"]
            people.append(draw(victims(f"{name}P{position}", groups)))
        everybody += people
        if everybody and draw(st.booleans()):  # somebody may suffer in several events
            again = draw(st.sampled_from(everybody))
            people += [] if again in people else [again]
        drawn = [draw(violations_of(name, f"{name}V{n}", people)) for n in range(draw(few) if people else 0)]
        found = list({(one.victim.id, one.act): one for one in drawn}.values())  # as the records are bound to be
        told = draw(accounts_of(name, found))
        accounts += told
        violations += [_kept(one, told) for one in found]
        keepers = frozenset(account.custodian for account in told)
        events.append(EventFact(name, *draw(spans()), draw(places()), keepers))
    return World(tuple(events), tuple(violations), tuple(accounts), PARENTS)


@st.composite
def violations_of(draw, event, name, people):
    return ViolationFact(
        name,
        event,
        draw(st.sampled_from(people)),
        draw(st.sampled_from(ACTS)),
        *draw(spans()),
        draw(places()),
        tuple(draw(st.sets(st.sampled_from(["police", "army", "family"])))),
        {"list": tuple(draw(st.sets(st.sampled_from(["one", "two", "three"]))))},
        draw(st.sampled_from(STATES)),
        draw(maybe_days),
        draw(st.sampled_from([False, False, False, True])),
    )


@st.composite
def accounts_of(draw, event, found):
    names = [one.id for one in found]
    told = [
        AccountFact(
            f"{event}R{number}",
            event,
            draw(st.sampled_from([date(2013, 6, 1), date(2014, 6, 1)])),
            draw(st.sampled_from(["newspaper", "police"])),
            draw(st.sampled_from([None, "dawn", "jang"])),
            draw(st.sampled_from([None, "B1"])),
            frozenset(draw(st.sets(st.sampled_from(names)))) if names else frozenset(),
            draw(st.integers(1, 3)),
        )
        for number in range(draw(st.integers(1, 3)))
    ]
    grounded = frozenset().union(*(account.grounds for account in told))
    told[0] = replace(told[0], grounds=told[0].grounds | (frozenset(names) - grounded))
    return told


def _kept(one, told):
    return replace(one, custodians=frozenset(account.custodian for account in told if one.id in account.grounds))


@st.composite
def requests(draw):
    names = draw(st.lists(st.sampled_from(names_of_dimensions(["list"])), max_size=3, unique=True))
    return read_request(
        draw(st.sampled_from(["reports", "events", "violations", "victims"])),
        names[:2],
        names[2:],
        draw(st.lists(st.sampled_from(WHERE), max_size=2)),
        frame=draw(st.sampled_from(["today", "then"])),
        lists=["list"],
    )


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    worlds(), st.lists(requests(), min_size=8, max_size=8), st.sampled_from([None, frozenset({1}), frozenset({2, 3})])
)
def test_both_engines_give_the_same_answer(world, asked, offices):
    for request in asked:
        expected = reference.count(world, request, offices)
        answer = by_duckdb(world, request, offices)
        assert answer.cells == expected.cells, request
        assert answer.total == expected.total, request
