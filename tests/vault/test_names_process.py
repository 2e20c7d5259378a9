"""Names in a vault process of its own: confined, killed, and with no name on the disk."""

import os
import signal
import time

from sanad.kit.ids import uuid7s
from sanad.ledger.scope import scoped
from sanad.vault.names import find_names
from sanad.vault.process import name_files
from sanad.vault.process.name_shelves import EVERY
from sanad.vault.sealing import Sealer
from tests.vault.conftest import KEPT, Person
from tests.vault.test_process import vault

__all__ = ["vault"]

NAME = "Zarghuna Xiqvandari"


def keep(*names: str):
    rows = uuid7s(len(names))
    with scoped(Person()):
        Sealer(KEPT).keep([(row, "mention", {"name": name}) for row, name in zip(rows, names, strict=True)])
    return rows


def clear_on_disk(home) -> list[str]:
    """Files in which a name stands, in any of the forms in which it is held."""
    words = (NAME.split()[1], NAME.split()[1].lower())
    forms = [word.encode(code) for word in words for code in ("utf-8", "utf-32-le")]
    files = [path for path in home.rglob("*") if path.is_file() and not path.is_symlink()]
    return [str(path) for path in files if any(form in path.read_bytes() for form in forms)]


def test_the_confined_process_writes_its_file_at_its_end_and_reads_it_again(vault, own_keys):
    rows = keep(NAME, "Aslam")
    assert find_names(Person(), "zarghuna xiqvandari") == rows[:1]
    vault.end()
    file = name_files.file_of(KEPT)
    assert file.stat().st_uid == os.geteuid() and file.stat().st_mode & 0o077 == 0
    assert clear_on_disk(own_keys) == []
    vault.start()
    late = keep(NAME)
    time.sleep(EVERY)
    assert set(find_names(Person(), NAME)) == {rows[0], *late}


def test_names_survive_a_killed_process(vault, own_keys):
    rows = keep(NAME, *(f"Aslam {n}" for n in range(500)))
    assert find_names(Person(), NAME) == rows[:1]
    vault.end(signal.SIGKILL)
    vault.start()
    assert find_names(Person(), NAME) == rows[:1]
    assert clear_on_disk(own_keys) == []
