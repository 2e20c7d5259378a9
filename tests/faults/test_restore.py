"""*restore*: backups that were cut or changed are refused; who was erased does not come back; each check notices."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from benchmarks.make_records import write_csv
from sanad.config.backup import age, archive, moment, proof, reading
from sanad.config.backup.archive import Damaged
from sanad.config.backup.erasures import as_text
from sanad.config.backup.moment import Server
from sanad.config.backup.reading import Nowhere, read_backup
from sanad.config.backup.recipients import Identity, identity_in
from sanad.config.engine import EmbeddedPostgres
from sanad.vault.rules import Tombstone

CHUNK, HEAD = 64 * 1024 + 16, 400
MAPPING = settings.BASE / "benchmarks" / "records.yaml"


@pytest.fixture(scope="module")
def backup(runner, own_folder) -> tuple[Path, Path]:
    """A backup of some records, and its key."""
    folder = own_folder
    write_csv(folder / "list.csv", 20, 11)
    runner.run("import", folder / "list.csv", "--mapping", MAPPING)
    key = runner.recipient(folder)
    runner.run("checkpoint")
    runner.json("backup", folder / "whole")
    return folder / "whole", key


def cuts(whole: bytes, number: int, draw: random.Random) -> Iterator[bytes]:
    """Ends in the head, at the seams of age, in the last blocks, anywhere."""
    seams = [end + off for end in range(HEAD, len(whole), CHUNK) for off in (-1, 0, 1)]
    last = range(len(whole) - 600, len(whole), 7)
    for end in (0, 1, *seams, *last, *(draw.randrange(len(whole)) for _ in range(number))):
        yield whole[:end]


def flips(whole: bytes, number: int, draw: random.Random) -> Iterator[bytes]:
    """One bit, anywhere; every seventh byte of the head and of the tail."""
    places = [*range(0, HEAD, 7), *range(len(whole) - HEAD, len(whole), 7)]
    for place in (*places, *(draw.randrange(len(whole)) for _ in range(number))):
        changed = bytearray(whole)
        changed[place] ^= 1 << draw.randrange(8)
        yield bytes(changed)


def moved(whole: bytes) -> Iterator[bytes]:
    """Parts exchanged, doubled, left out, something added."""
    head = len(whole) % CHUNK
    parts = [whole[head + n * CHUNK : head + (n + 1) * CHUNK] for n in range((len(whole) - head) // CHUNK)]
    yield whole + b"\0"
    yield whole + whole
    yield b"".join([whole[:head], parts[1], parts[0], *parts[2:]])
    yield b"".join([whole[:head], parts[0], *parts])
    yield b"".join([whole[:head], *parts[:-2], parts[-1]])


def accepted(broken: Iterator[bytes], identity: Identity, folder: Path) -> tuple[int, int]:
    """How many were looked at, and how many of them were taken for a whole backup."""
    looked = taken = 0
    for content in broken:
        looked += 1
        (folder / "broken").write_bytes(content)
        try:
            read_backup(folder / "broken", identity, Nowhere())
        except (Damaged, age.NotForThisKey):
            continue
        taken += 1
    return looked, taken


@contextmanager
def unchecked(*checks: str) -> Iterator[None]:
    """A program from which these checks were removed."""
    removed = {
        "age": (age, "_raise_cause", lambda thread, failed: None),
        "end": (reading, "require_whole", lambda header, trailer, digest: None),
        "archive": (archive._Rest, "__iter__", lambda self: iter([])),
    }
    with pytest.MonkeyPatch.context() as patch:
        for name in checks:
            patch.setattr(*removed[name])
        if "archive" in checks:
            header = archive.Member("sanad.json", 12, [b'{"format":1}'])
            patch.setattr(reading, "unpacked", lambda source: iter([header]))
            patch.setattr(age, "decrypted", _open)
        yield


@contextmanager
def _open(path: Path, identity: object) -> Iterator[object]:
    with path.open("rb") as file:
        yield file


def erased_come_back(scratch, runner, backup: Path, key: Path, number: int) -> int:
    """Restore a backup with people in it who were erased since; how many of their values are there again."""
    rows = scratch.ask("select row_id, of, custodian_id from vault_sealed order by random() limit %s", [number])
    rows += scratch.ask("select id, 'original', custodian_id from vault_original order by random() limit 1")
    now, listed, home = datetime.now(UTC), backup.with_name("list.erased"), backup.with_name("site")
    listed.write_text(as_text([Tombstone(*row, now, "erasure") for row in rows], now))
    runner.json("restore", backup, "--identity", key, "--into", home, "--erasures", listed)
    engine = EmbeddedPostgres(home, fast=True).start()
    try:
        with psycopg.connect(engine.address("sanad_backup")) as there:
            ids = [row[0] for row in rows]
            back = there.execute("select count(*) from vault_sealed where row_id = any(%s)", [ids]).fetchone()[0]
            back += there.execute("select count(*) from vault_original where id = any(%s)", [ids]).fetchone()[0]
    finally:
        engine.stop()
    kept = scratch.ask("select sha256_sealed from vault_original where id = any(%s)", [ids])
    return back + sum((home / "originals" / name).exists() for (name,) in kept)


# What somebody may have done to a restored database, and what must then be noticed.
PLANTED = {
    "a record is gone": "delete from violations_act where ctid = (select min(ctid) from violations_act)",
    "a table is empty": "truncate codes_loaded",
    "a policy is gone": "drop policy scope on violations_report",
    "row security is off": "alter table violations_act disable row level security",
    "a trigger is gone": "drop trigger {trigger} on {table}",
    "rights were given": "grant update on ledger_deed to sanad_app",
    "a deed was changed": "update ledger_deed set commitment = sha256('x') where action = 'import.run'",
    "a leaf was changed": "update ledger_leaf set hash = sha256('x') where position = 0",
    "a leaf is gone": "delete from ledger_leaf where position = (select max(position) from ledger_leaf)",
    "a sealed value was cut": "update vault_sealed set blob = substr(blob, 1, length(blob) - 1)",
    "a sealed value is another's": "update vault_sealed set custodian_id = custodian_id + 1",
    "an envelope is none": "update vault_envelope set wrapped = ''",
}


def noticed(database: psycopg.Connection, said: dict, deed: str) -> bool:
    """Whether the checks see what was done to a database; undone afterwards."""
    with database.transaction(force_rollback=True):
        database.execute("set local session_replication_role = replica")
        trigger = database.execute(
            "select tgname, tgrelid::regclass::text from pg_trigger where not tgisinternal limit 1"
        ).fetchone()
        database.execute(deed.format(trigger=trigger[0], table=trigger[1]))
        return bool(proof.differences(database, said) or proof.sealed_sample(database)[1])


def planted(scratch, monkeypatch) -> dict[str, bool]:
    """Every planted fault, and whether it was noticed."""
    found: dict[str, bool] = {}
    with psycopg.connect(scratch.address("postgres"), autocommit=True) as database:
        with database.transaction():
            said = moment.contents_of(database)
            assert not proof.differences(database, said)
            assert not proof.sealed_sample(database)[1]
        for name, deed in PLANTED.items():
            found[name] = noticed(database, said, deed)
        found |= _other_faults(scratch, monkeypatch, database)
    return found


def _other_faults(scratch, monkeypatch, database: psycopg.Connection) -> dict[str, bool]:
    server = Server(f"host={scratch.address('x').split()[0][5:]} dbname={scratch.database}")
    said = {"open": moment.shown_without_scope(server)}
    database.execute("create policy everybody on violations_report using (true)")
    shown = bool(proof.newly_open(server, said))
    database.execute("drop policy everybody on violations_report")
    row = database.execute("select row_id, of, custodian_id from vault_sealed limit 1").fetchone()
    monkeypatch.setattr(settings, "ORIGINALS", scratch.home / "originals")
    trailer = {"originals": {"erased": []}}
    assert not proof.missing_originals(database, trailer, [])
    monkeypatch.setattr(settings, "ORIGINALS", scratch.home / "nowhere")
    return {
        "a policy lets everybody in": shown,
        "an erased value is there": bool(proof.came_back(database, [Tombstone(*row, datetime.now(UTC), "erasure")])),
        "originals are gone": bool(proof.missing_originals(database, trailer, [])),
        "an original is damaged": bool(proof.missing_originals(database, {"originals": {"erased": []}}, ["ab" * 32])),
    }


def nothing_left(runner, broken: bytes, key: Path, folder: Path) -> int:
    """The command itself on a broken file: how many of its traces stay."""
    (folder / "broken").write_bytes(broken)
    before = {file.name for file in folder.iterdir()}
    words = ["--identity", key, "--without-erasures", "--into", folder / "new"]
    done = runner.run("restore", folder / "broken", *words)
    assert (done.returncode, done.stdout) == (1, ""), done.stderr
    assert "is refused, and nothing of it was kept" in done.stderr
    return len({file.name for file in folder.iterdir()} - before)


def test_restore(scale, holds, scratch, runner, backup, tmp_path, monkeypatch):
    path, key = backup
    whole, identity, draw = path.read_bytes(), identity_in(key), random.Random(3)
    assert accepted(iter([whole]), identity, tmp_path) == (1, 1)
    kinds: tuple[Callable[[], Iterator[bytes]], ...] = (
        lambda: cuts(whole, scale.of(30, 1200), draw),
        lambda: flips(whole, scale.of(30, 1200), draw),
        lambda: moved(whole),
    )
    each = [accepted(kind(), identity, tmp_path) for kind in kinds]
    traces = sum(
        nothing_left(runner, broken, key, tmp_path)
        for broken in (whole[: len(whole) * part // 10] for part in scale.of(1, 4) * [6, 9])
    )
    back = sum(erased_come_back(scratch, runner, path, key, 20) for _ in range(1))
    faults = planted(scratch, monkeypatch)
    for checks in (("age",), ("end",), ("age", "end", "archive")):
        with unchecked(*checks):
            _looked, taken = accepted(cuts(whole, 5, draw), identity, tmp_path)
        faults[f"without {' and '.join(checks)}"] = bool(taken) if len(checks) > 2 else not taken
    holds(
        "restore",
        things="broken backups",
        looked_at=sum(looked for looked, _ in each),
        short={
            "accepted": sum(taken for _, taken in each),
            "traces left behind": traces,
            "erased people who came back": back,
        },
        seeded=len(faults),
        caught=sum(faults.values()),
        notes={"missed": ", ".join(name for name, seen in faults.items() if not seen) or "none"},
    )
