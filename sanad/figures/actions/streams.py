"""Rows out of PostgreSQL as CSV files: several connections that see one moment, each with COPY after COPY."""

import hashlib
import logging
import select
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.errors import error_from_result
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGconn
from psycopg.sql import SQL, Literal

log = logging.getLogger(__name__)

BLOCK = 1 << 18


def write_files(
    lanes: Sequence[tuple[psycopg.Connection, Sequence[str]]],
    queries: Mapping[str, str],
    folder: Path,
    written: Callable[[str, Path], None],
) -> str:
    """Write each query of each lane to a file, the lanes beside each other; a hash over all of them.

    `written` is called, in the thread of its lane, as soon as a file is complete.
    """

    def run(connection: psycopg.Connection, names: Sequence[str]) -> dict[str, str]:
        found = {}
        for name in names:
            found[name] = _write_file(connection, queries[name], folder / f"{name}.csv")
            written(name, folder / f"{name}.csv")
        return found

    digests: dict[str, str] = {}
    with ThreadPoolExecutor(len(lanes)) as pool:
        for lane in [pool.submit(run, *lane) for lane in lanes]:
            digests |= lane.result()
    return hashlib.sha256("\n".join(f"{name} {digests[name]}" for name in queries).encode()).hexdigest()


@contextmanager
def beside(connection: BaseDatabaseWrapper) -> Iterator[psycopg.Connection]:
    """A second connection that sees the moment of this one's transaction."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_export_snapshot()")
        (moment,) = cursor.fetchone()
    other = connection.copy()
    try:
        other.ensure_connection()
        second: psycopg.Connection = other.connection
        second.execute("begin isolation level repeatable read read only")
        second.execute(SQL("set transaction snapshot {}").format(Literal(moment)))
        yield second
    finally:
        other.close()


def _write_file(connection: psycopg.Connection, query: str, path: Path) -> str:
    began, digest = time.monotonic(), hashlib.sha256()
    try:
        with path.open("wb") as file:
            for block in _blocks(connection.pgconn, f"copy ({query}) to stdout (format csv)"):
                digest.update(block)
                file.write(block)
    except BaseException:
        connection.close()  # half a COPY is still on its way
        raise
    log.debug("copied %s in %.1f s", path.stem, time.monotonic() - began)
    return digest.hexdigest()


def _blocks(connection: PGconn, statement: str) -> Iterator[bytes]:
    """What COPY gives, many lines at a time; the driver's own loop waits once per line and takes twice as long."""
    begun, block = connection.exec_(statement.encode()), bytearray()
    if begun.status != ExecStatus.COPY_OUT:
        raise error_from_result(begun)
    while (read := connection.get_copy_data(1))[0] >= 0:
        if read[0] == 0:
            select.select([connection.socket], [], [])
            connection.consume_input()
            continue
        block += read[1]
        if len(block) > BLOCK:
            yield bytes(block)
            block.clear()
    yield bytes(block)
    while ended := connection.get_result():
        if ended.status != ExecStatus.COMMAND_OK:
            raise error_from_result(ended)
