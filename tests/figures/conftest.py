"""Records of a small country, and a snapshot of them."""

from datetime import date

import pytest

from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.figures.actions import copying, make_snapshot
from sanad.figures.engine import connection
from sanad.figures.queries import open_snapshot
from sanad.figures.rules.requests import read_request
from sanad.kit.dates import PartialDate
from sanad.places.queries import place_by_code
from sanad.violations.actions import store_batch
from sanad.violations.drafts import ActDraft, InvolvementDraft, MentionDraft, ReportDraft


@pytest.fixture
def house(offices, reference_data, settings, tmp_path, monkeypatch):
    """Offices, codes and places; snapshots in a folder of the test.

    The site freezes on a connection of its own, which cannot see into the transaction of a test.
    """
    settings.SNAPSHOTS = tmp_path / "snapshots"
    monkeypatch.setattr(copying, "DATABASE", "default")
    connection.forget()
    return offices


@pytest.fixture
def analyst(house, reader):
    return reader("analyst", house.kp)


def code(vocabulary, slug):
    return codes.code(vocabulary, slug).pk


def draft(key, day="2014-05-17", place="PK-KP", act="killing", size=None, by=("police",), **said):
    """One report: a group (or one woman) suffered an act; `by` are types of alleged perpetrators."""
    sizes = dict(zip(("min_size", "best_size", "max_size"), size, strict=True)) if size else {}
    where = place_by_code(place) if place else None
    victim = MentionDraft(
        "v", kind="group" if size else "individual", sex=None if size else code("sex", "female"), **sizes
    )
    done = ActDraft(
        "a",
        "v",
        code("act", act),
        happened=PartialDate.parse(day) if day else None,
        place=where.id if where else None,
        place_precision=where.level if where else "",
    )
    return ReportDraft(
        source_kind=code("source_kind", said.pop("kind", "newspaper")),
        received_on=said.pop("received", date(2024, 1, 1)),
        external_id=key,
        origin="test",
        mentions=(victim,),
        acts=(done,),
        involvements=tuple(InvolvementDraft("a", type=code("perpetrator_type", one)) for one in by),
        **said,
    )


@pytest.fixture
def store(house):
    """`store(reader, draft, …)`: what came in at the reader's office."""

    def keep(reader, *drafts, title="a file"):
        with scoped(reader):
            return store_batch(drafts, by=reader, title=title, origin="test")

    return keep


@pytest.fixture
def freeze(house):
    """`freeze(reader)`: the snapshot of now, as this reader may count it."""

    def make(reader):
        with scoped(reader):
            return open_snapshot(reader, make_snapshot(by=reader).pk)

    return make


@pytest.fixture
def count(freeze):
    """`count(reader, unit, rows, …)`: from a snapshot of now."""

    def ask(reader, unit="violations", rows=(), columns=(), where=(), **more):
        snapshot = freeze(reader)
        request = read_request(unit, rows, columns, where, lists=snapshot.lists, **more)
        with scoped(reader):
            return snapshot.count(request)

    return ask
