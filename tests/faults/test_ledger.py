"""Ledger: whatever the owner of the database changes, a verification tells, and names the leaf."""

import json
import runpy
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from django.utils import timezone

import sanad.ledger.standalone
from sanad.ledger import checkpoints, exporting, head, origin, verifying
from sanad.ledger.actions import forget, record
from sanad.ledger.audit import Audit
from sanad.ledger.findings import Kind
from sanad.ledger.sequencing import sequence
from sanad.ledger.tree import EMPTY_ROOT
from tests.faults.tampering import BY_AN_EXPORT, LEAVES, TAMPERINGS, Places, World
from tests.ledger.owner import Nobody, deed_at, owner_s_hand, run, tampering

pytestmark = pytest.mark.django_db

SCRIPT = Path(sanad.ledger.standalone.__file__).with_name("sanad_verify.py")
ACTIONS = ("report.recorded", "judgement.made", "sealed.opened", "user.posted")


class Ledger:
    """A ledger that was left alone, and what somebody holds of it: a checkpoint, and an older export."""

    def __init__(self, folder: Path, deeds: int) -> None:
        self.folder = folder
        self._done(deeds // 2)
        checkpoints.make(by=Nobody())
        erased = deeds // 4
        forget(deed_at(erased), by=Nobody())
        self._done(deeds // 4)
        self.held = checkpoints.make(by=Nobody()).note
        covered = run("select max(size) from ledger_checkpoint")[0][0]
        self._done(deeds - deeds // 2 - deeds // 4)
        sequence()
        self.world = World(run("select count(*) from ledger_leaf")[0][0], covered, erased)
        self.earlier = {place: bytes(found) for place, found in run("select position, hash from ledger_leaf")}
        self.standalone = runpy.run_path(str(SCRIPT))
        self.key = self.standalone["read_key"](origin.origin_key().text())
        self.exported = {leaf[0]: leaf[1] for leaf in self._leaves(exporting.lines())}
        self._head = head.head_file().read_bytes()

    def _done(self, number: int) -> None:
        for n in range(number):
            about = {"object_kind": "report", "object_id": n, "office": n % 5 or None}
            record(ACTIONS[n % 4], by=Nobody(), **about, n=n, more=[n, {"kind": "x"}])

    @contextmanager
    def tampered(self) -> Iterator[None]:
        """What is done inside is gone afterwards, in the database and beside it."""
        with tampering():
            yield
        head.head_file().write_bytes(self._head)

    def seen_here(self, *, older: bool = False) -> set[range]:
        """Where `sanad verify` sees something, with the held checkpoint or with the older export too."""
        earlier = self.earlier if older else None
        found = verifying.verify({"held": self.held}, earlier=earlier, earlier_source="export").faults
        return {_span(one.first, one.last) for one in found}

    def seen_elsewhere(self, places: Places = None) -> set[range]:
        """Where the stand-alone verifier sees something, in an export made now.

        It is given the older export only for what the held checkpoint does not cover.
        """
        older = bool(places) and min(places) >= self.world.covered
        lines = exporting.lines(lambda row: True)
        notes = [("export", json.loads(next(lines))["note"]), ("held", self.held)]
        read = [(source, self.standalone["read_note"](note, self.key)) for source, note in notes]
        check = self.standalone["Check"](read, self.exported if older else {})
        check.pass_size()
        for leaf in self._leaves(lines):
            check.leaf(*leaf)
        check.end()
        return {_span(one["first"], one["last"]) for one in check.faults}

    def _leaves(self, lines: Iterator[str]) -> Iterator[tuple]:
        for line in lines:
            leaf = json.loads(line)
            if "position" in leaf:
                yield leaf["position"], bytes.fromhex(leaf["commitment"]), leaf.get("deed"), leaf.get("salt")


def _span(first: int | None, last: int | None) -> range:
    return range(0) if first is None else range(first, (first if last is None else last) + 1)


@pytest.fixture
def ledger(settings, tmp_path, scale):
    """A small ledger of a site of its own."""
    settings.LEDGER, settings.KEYS = tmp_path / "ledger", tmp_path / "keys"
    with owner_s_hand():
        yield Ledger(tmp_path, scale.of(24, 120))


def sweep(ledger: Ledger, rounds: int, seed: int) -> dict[str, int]:
    """Every tampering so often, each at another place: what was missed, and what was not named."""
    missed = {"undetected": 0, "undetected without Sanad": 0, "leaf not named": 0}
    for name, tamper in TAMPERINGS.items():
        for n in range(rounds):
            with ledger.tampered():
                places = tamper(Random(f"{seed} {name} {n}"), ledger.world)
                seen = ledger.seen_here(older=name in BY_AN_EXPORT)
                missed["undetected"] += not seen
                missed["leaf not named"] += bool(seen and places) and not any(places & {*span} for span in seen)
                if name in LEAVES:
                    missed["undetected without Sanad"] += not ledger.seen_elsewhere(places)
    return missed


def test_whatever_the_owner_of_the_database_changes_is_told(ledger, scale, holds, monkeypatch):
    assert ledger.seen_here() == ledger.seen_elsewhere() == set()
    rounds = scale.of(1, 60)
    missed = sweep(ledger, rounds, seed=1)
    caught = [name for name, plant in MUTANTS.items() if _is_noticed(ledger, plant, monkeypatch)]
    assert set(MUTANTS) - set(caught) == set()
    holds(
        "ledger",
        things="tamperings by the owner of the database",
        looked_at=rounds * len(TAMPERINGS),
        short=missed,
        seeded=len(MUTANTS),
        caught=len(caught),
        notes={"kinds of tampering": str(len(TAMPERINGS)), "planted": "verifiers with one check taken out"},
    )


def _is_noticed(ledger: Ledger, plant, monkeypatch) -> bool:
    """Does the sweep see that a verifier lacks a check?"""
    with monkeypatch.context() as patched:
        plant(patched, ledger)
        for name, tamper in TAMPERINGS.items():
            for seed in range(2):
                with ledger.tampered():
                    places = tamper(Random(f"mutant {name} {seed}"), ledger.world)
                    seen = ledger.seen_here(older=name in BY_AN_EXPORT)
                    if not seen or (name in LEAVES and not ledger.seen_elsewhere(places)):
                        return True
    return False


def _without(owner: object, name: str, instead: object = None):
    """A verifier in which a part does nothing."""
    return lambda patched, ledger: patched.setattr(owner, name, instead or (lambda *args, **more: None))


def _deaf_to(kind: Kind):
    def plant(patched, ledger):
        find = Audit._find
        patched.setattr(
            Audit, "_find", lambda self, found, *a, **m: None if found is kind else find(self, found, *a, **m)
        )

    return plant


def _blind_to(column: int):
    """A verifier that leaves a column out of what a deed says, and so takes each value of it for the one before."""

    def plant(patched, ledger):
        kept = {row[2]: row[column] for row in verifying.rows()}
        rows = verifying.rows

        def other() -> Iterator[tuple]:
            return ((*row[:column], kept.get(row[2], row[column]), *row[column + 1 :]) for row in rows())

        patched.setattr(verifying, "rows", other)

    return plant


def _believing(patched, ledger) -> None:
    """Whatever a note says is taken as signed."""
    patched.setattr(verifying.notes, "opened", lambda note, key: verifying.notes.read(note))


def _standalone_without(name: str):
    def plant(patched, ledger):
        patched.setattr(ledger.standalone["Check"], name, lambda self, *args: None)

    return plant


def _standalone_without_roots(patched, ledger) -> None:
    check = ledger.standalone["Check"]
    end = check.end

    def without(self) -> None:
        self.checkpoints = []
        end(self)

    patched.setattr(check, "end", without)


def _standalone_without_older_export(patched, ledger) -> None:
    patched.setattr(ledger, "exported", {})


def _standalone_without_notes(patched, ledger) -> None:
    """The sweep itself looks at the held note, so this takes only what the stand-alone verifier is told."""
    read_note = ledger.standalone["read_note"]
    held = ledger.held
    patched.setitem(ledger.standalone, "read_note", lambda note, key: read_note(note, key) if note != held else NOTHING)


NOTHING = (0, EMPTY_ROOT, datetime(2000, 1, 1, tzinfo=UTC))  # fits every ledger
COLUMNS = ("at", "actor", "operator", "action", "object_kind", "object_id", "office", "detail")
MUTANTS = {
    "deeds are not compared with their commitment": _without(Audit, "_tell_edited"),
    "commitments are not compared with leaves": _without(Audit, "_tell_moved"),
    "roots are not compared with checkpoints": _without(Audit, "_tell_forked"),
    "times are not compared": _without(Audit, "_earlier_than_before"),
    "gaps are overlooked": _deaf_to(Kind.DELETED),
    "an older export is not compared": _without(Audit, "_compare_with_earlier"),
    "checkpoints are not looked for": _without(verifying, "_missing", lambda *args: []),
    "signatures are believed": _believing,
    "held checkpoints are not read": _without(verifying, "_from_outside", lambda *args: []),
    "the head beside the database is not read": _without(verifying, "_head", lambda *args: []),
    **{f"blind to {name}": _blind_to(3 + n) for n, name in enumerate(COLUMNS)},
    "stand-alone: content is not compared": _standalone_without("content"),
    "stand-alone: roots are not compared": _standalone_without_roots,
    "stand-alone: no older export": _standalone_without_older_export,
    "stand-alone: held checkpoints are not read": _standalone_without_notes,
}


def test_deeds_done_while_the_clock_was_set_back_are_said_and_none_is_lost(ledger, monkeypatch):
    past = timezone.now() - timedelta(days=700)
    with ledger.tampered():
        monkeypatch.setattr(timezone, "now", lambda: past)
        ledger._done(10)
        sequence()
        assert ledger.seen_here() == set()
        assert run("select count(*) from ledger_leaf")[0][0] == ledger.world.leaves + 11
