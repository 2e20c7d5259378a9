"""Backing a site up, encrypted, and proving the backup: how much per second, with how much memory."""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.scratch import HOME, ROOT, Result, peak_memory_of_children, stopwatch
from sanad.config.backup.recipients import add_recipient, new_identity

AIM = 50  # MB/s


def main() -> list[Result]:
    """One backup of the site as it is, and one restore of it."""
    key, file = HOME / "bench.key", HOME / "bench.sanad.age"
    for old in (key, file, HOME / "backup_recipients"):
        old.unlink(missing_ok=True)
    add_recipient(HOME, new_identity(key).recipient("bench").line())
    began = size_of_site()
    with stopwatch() as seconds:
        made = sanad("backup", str(file))
        took = seconds()
    memory = peak_memory_of_children()
    rows, rate = f"{made['rows']:,}", began / 10**6 / made["seconds"]
    results = [
        Result("backup: MB/s of database and files", rows, f"{rate:.0f}", f"≥ {AIM}", rate >= AIM),
        Result("backup: size of database and files, MB", rows, f"{began / 10**6:,.0f}"),
        Result("backup: size of the encrypted file, MB", rows, f"{made['bytes'] / 10**6:,.0f}"),
        Result("backup: MB/s of the encrypted file", rows, f"{made['bytes'] / 10**6 / made['seconds']:.0f}"),
        Result("backup: seconds of the whole command", rows, f"{took:.1f}"),
        Result("backup: peak memory, MB", rows, f"{memory}", "< 200", memory < 200),
    ]
    with stopwatch() as seconds:
        found = sanad("restore", str(file), "--identity", str(key), "--verify")
        took = seconds()
    file.unlink()
    return [*results, Result("restore and proof: seconds", rows, f"{took:.1f}", "good", found["good"])]


def sanad(*words: str) -> dict:
    """What a command answers."""
    command = [sys.executable, "-m", "sanad", *words, "--json"]
    return json.loads(subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout)


def size_of_site() -> int:
    """Tables with their large values, without indexes; originals and snapshots."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("select sum(pg_table_size(oid)) from pg_class where relkind = 'r' and relnamespace = 2200")
        tables = int(cursor.fetchone()[0])
    return tables + sum(size_of(HOME / folder) for folder in ("originals", "snapshots"))


def size_of(folder: Path) -> int:
    """All files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
