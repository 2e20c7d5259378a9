"""Everything that the owner of the database can do to the ledger, at a place drawn by lot.

Each function tampers and gives the leaves at which it did so; the verifier has to name one of them, or a range with one
in it. Nothing is given where no leaf is touched (a checkpoint, for example).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from django.utils import timezone

from sanad.ledger import checkpoints, head
from sanad.ledger.sequencing import sequence
from tests.ledger.owner import (
    LONG_AGO,
    Nobody,
    close_gap,
    deed_at,
    exchange,
    give_leaf,
    insert_deed,
    recommit,
    run,
)


@dataclass(frozen=True)
class World:
    """The ledger before anybody touched it."""

    leaves: int
    covered: int  # by the newest checkpoint that somebody holds
    erased: int  # position of a deed that was forgotten


Places = set[int] | None
Tampering = Callable[[Random, World], Places]

VALUES: dict[str, tuple[object, ...]] = {
    "at": (LONG_AGO, timezone.now() + timedelta(seconds=1)),
    "actor": (8, None),
    "operator": ("root",),
    "action": ("report.corrected",),
    "object_kind": ("event",),
    "object_id": ("another",),
    "office": (99, None),
    "detail": ('{"n": -1}', "{}"),
    "salt": (b"x" * 16, b""),
    "commitment": (b"c" * 32,),
}


def edit(column: str) -> Tampering:
    """One column of one deed, and nothing else."""

    def do(lot: Random, world: World) -> Places:
        place = _plain(lot, world)
        _set(column, lot, place)
        return {place}

    return do


def edit_and_commit(leaf: bool, covered: bool) -> Tampering:
    """A column of a deed with its commitment, and with its leaf; before or after the newest held checkpoint."""

    def do(lot: Random, world: World) -> Places:
        place = lot.randrange(world.covered) if covered else lot.randrange(world.covered, world.leaves)
        _set(lot.choice(["actor", "object_id", "office"]), lot, place)
        recommit(deed_at(place), leaf=leaf)
        return {place}

    return do


def change_leaf(lot: Random, world: World) -> Places:
    place = lot.randrange(world.leaves)
    run("update ledger_leaf set hash = %s where position = %s", lot.randbytes(32), place)
    return {place}


def delete_deed(lot: Random, world: World) -> Places:
    place = lot.randrange(world.leaves)
    run("delete from ledger_deed where id = %s", deed_at(place))
    return {place}


def delete_leaf(lot: Random, world: World) -> Places:
    place = lot.randrange(world.leaves)
    run("delete from ledger_leaf where position = %s", place)
    return {place}


def delete_both(lot: Random, world: World) -> Places:
    place = lot.randrange(world.leaves)
    run("delete from ledger_deed where id = %s", deed_at(place))
    run("delete from ledger_leaf where position = %s", place)
    return {place}


def delete_and_close(lot: Random, world: World) -> Places:
    place = lot.randrange(world.leaves)
    delete_one(place)
    return set(range(place, world.leaves))


def delete_one(place: int) -> None:
    run("delete from ledger_deed where id = %s", deed_at(place))
    run("delete from ledger_leaf where position = %s", place)
    close_gap(place)


def cut_tail(lot: Random, world: World) -> Places:
    place = lot.randrange(world.leaves)
    run("delete from ledger_deed where id in (select deed from ledger_leaf where position >= %s)", place)
    run("delete from ledger_leaf where position >= %s", place)
    return set(range(place, world.leaves))


def reorder(*columns: str) -> Tampering:
    """Two leaves in each other's place: the deeds alone, the hashes alone, or both."""

    def do(lot: Random, world: World) -> Places:
        one, other = sorted(lot.sample(range(world.leaves), 2))
        for column in columns:
            exchange(column, one, other)
        return set(range(one, other + 1))

    return do


def insert_numbered(lot: Random, world: World) -> Places:
    """A deed of long ago that is put between others, with a leaf."""
    place = lot.randrange(1, world.leaves)
    give_leaf(insert_deed(_time_near(place)), place)
    return set(range(place, world.leaves + 1))


def insert_back_dated(lot: Random, world: World) -> Places:
    """A deed of long ago that the sequencer numbers, as it does every other."""
    insert_deed(timezone.now() - timedelta(hours=lot.randrange(3, 9_000)))
    sequence()
    return {world.leaves}


def edit_erased(lot: Random, world: World) -> Places:
    """A deed of which only a part was forgotten: the part that is left."""
    _set(lot.choice(["actor", "action", "office", "salt"]), lot, world.erased)
    return {world.erased}


def feign_erasure(lot: Random, world: World) -> Places:
    """A deed blanked as if forgotten, without a deed that says so."""
    place = _plain(lot, world)
    run("select ledger_forget(%s, %s)", deed_at(place), lot.randbytes(16))
    return {place}


def change_checkpoint(column: str) -> Tampering:
    values = {"at": "at - interval '1 day'", "size": "size - 1", "root": "sha256(root)", "number": "number + 10"}
    what = values.get(column, "replace(note, 'time 2', 'time 1')")

    def do(lot: Random, world: World) -> Places:
        run(
            f"update ledger_checkpoint set {column} = {what} where number = (select max(number) from ledger_checkpoint)"
        )
        return None

    return do


def back_date_checkpoint(lot: Random, world: World) -> Places:
    """The time of a checkpoint, in its note as in its column: the signature alone tells."""
    run("update ledger_checkpoint set at = at - interval '1000 years', note = replace(note, 'time 2', 'time 1')")
    return None


def delete_checkpoint(lot: Random, world: World) -> Places:
    run("delete from ledger_checkpoint where number = %s", lot.choice([1, 2]))
    return None


def rewrite_and_sign(lot: Random, world: World) -> Places:
    """The whole: with the disk and the key of the server, every checkpoint made anew. What somebody holds is left."""
    place = lot.randrange(world.covered)
    _set(lot.choice(["actor", "object_id", "office"]), lot, place)
    recommit(deed_at(place), leaf=True)
    _sign_anew()
    return {place}


def delete_and_sign(lot: Random, world: World) -> Places:
    place = lot.randrange(world.covered)
    delete_one(place)
    _sign_anew()
    return set(range(place, world.leaves))


def rewrite_the_uncovered(lot: Random, world: World) -> Places:
    """After the newest held checkpoint, with a head made anew: an older export alone tells."""
    place = lot.randrange(world.covered, world.leaves)
    _set("actor", lot, place)
    recommit(deed_at(place), leaf=True)
    head.head_file().unlink()
    return {place}


def _sign_anew() -> None:
    made = run("select deed from ledger_leaf join ledger_deed on id = deed where action = 'ledger.checkpoint'")
    for (deed,) in made:
        ((place,),) = run("select position from ledger_leaf where deed = %s", deed)
        delete_one(place)
    run("delete from ledger_checkpoint")
    head.head_file().unlink()
    checkpoints.make(by=Nobody())


def _plain(lot: Random, world: World) -> int:
    """A place whose deed has all columns filled."""
    return lot.choice([place for place in range(5, world.leaves) if place != world.erased])


def _set(column: str, lot: Random, place: int) -> None:
    ((now,),) = run(f"select {column} from ledger_deed join ledger_leaf on deed = id where position = %s", place)
    others = [value for value in VALUES[column] if value != now and not (value == "{}" and now in ({}, "{}"))]
    run(f"update ledger_deed set {column} = %s where id = %s", lot.choice(others), deed_at(place))


def _time_near(place: int) -> object:
    return run("select at from ledger_deed join ledger_leaf on deed = id where position = %s", place)[0][0]


# Those that a verifier at a CSO has to see too, with the checkpoint and the export that it holds.
LEAVES: dict[str, Tampering] = {
    **{f"edit {column}": edit(column) for column in VALUES},
    "edit, commit": edit_and_commit(leaf=False, covered=True),
    "edit, commit, leaf": edit_and_commit(leaf=True, covered=True),
    "edit, commit, leaf, not yet covered": edit_and_commit(leaf=True, covered=False),
    "delete deed": delete_deed,
    "delete leaf": delete_leaf,
    "delete both": delete_both,
    "delete and close": delete_and_close,
    "cut the tail": cut_tail,
    "reorder all": reorder("deed", "hash"),
    "insert numbered": insert_numbered,
    "insert back-dated": insert_back_dated,
    "edit what was erased": edit_erased,
    "feign an erasure": feign_erasure,
    "rewrite and sign": rewrite_and_sign,
    "delete and sign": delete_and_sign,
    "rewrite the uncovered": rewrite_the_uncovered,
}
AT_HOME: dict[str, Tampering] = {
    "change leaf": change_leaf,
    "reorder deeds": reorder("deed"),
    "reorder hashes": reorder("hash"),
    **{f"checkpoint {name}": change_checkpoint(name) for name in ("at", "size", "root", "number", "note")},
    "back-date checkpoint": back_date_checkpoint,
    "delete checkpoint": delete_checkpoint,
}
BY_AN_EXPORT = {"rewrite the uncovered"}  # no checkpoint covers it, and the head beside the database is made anew
TAMPERINGS = LEAVES | AT_HOME
