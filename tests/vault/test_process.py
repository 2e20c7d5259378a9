"""The vault as a process of its own: who reaches it, what it may not do, and what happens when it is killed."""

import json
import os
import signal
import socket
import stat
import struct
import subprocess
import sys
import threading
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections

from sanad.kit.ids import uuid7
from sanad.kit.refusals import NotPermitted, OutOfOrder
from sanad.ledger.models import Deed
from sanad.ledger.scope import scoped
from sanad.vault import address, asking
from sanad.vault.messages import LARGEST, LENGTH, VERSION, receive, send
from sanad.vault.opening import open_sealed
from sanad.vault.process import listening
from sanad.vault.rules import Purpose
from sanad.vault.sealing import Sealer
from tests import vault_here
from tests.vault.conftest import KEPT, Person

ALI = {"name": "محمد علی ولد احمد", "cnic": "1730112345671"}
WHY = {"reason": "complaint 12 of 2026", "purpose": Purpose.READING}


class Running:
    """A vault process for the test's database and home."""

    def __init__(self, home: Path) -> None:
        self.home, self.child = home, None
        server = connections["default"].settings_dict
        where = f"postgresql://:{server['PASSWORD']}@/{server['NAME']}?host={server['HOST']}"
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "SANAD"))}
        self.environment = {**kept, "SANAD_HOME": str(home), "DATABASE_URL": where}

    def start(self, *words: str, **more) -> "Running":
        self.child = subprocess.Popen(
            [sys.executable, "-m", "sanad.vault.process", *words], cwd=settings.BASE, env=self.environment, **more
        )
        end = time.monotonic() + 20
        while time.monotonic() < end:
            try:
                address.connect().close()
                return self
            except address.NotThere:
                assert self.child.poll() is None, "the vault ended"
                time.sleep(0.05)
        raise AssertionError("the vault does not answer")

    def end(self, number: int = signal.SIGTERM) -> None:
        if self.child is not None and self.child.poll() is None:
            self.child.send_signal(number)
            self.child.wait(10)

    def status(self, name: str) -> str:
        """A line of what the kernel says of the process."""
        lines = Path(f"/proc/{self.child.pid}/status").read_text().splitlines()
        return next(line.split(":")[1].strip() for line in lines if line.startswith(f"{name}:"))


@pytest.fixture
def vault(committed, own_keys, monkeypatch):
    """A process that runs, and this process asking it."""
    monkeypatch.setattr(settings, "SANAD_HOME", own_keys)
    asking.ask_through(asking.over_socket)
    running = Running(own_keys).start()
    yield running
    running.end()
    vault_here.answer_here()


def keep(content=ALI):
    row = uuid7()
    with scoped(Person()):
        Sealer(KEPT).keep([(row, "mention", content)])
    return row


def test_what_was_sealed_is_opened_by_the_process(vault):
    rows = [keep({"name": str(number)}) for number in range(3)]
    opened = open_sealed(Person(), [(row, "mention") for row in rows], **WHY)
    assert [opened[row, "mention"]["name"] for row in rows] == ["0", "1", "2"]
    assert Deed.objects.get().detail == {"number": 3, "of": "mention", "purpose": "reading"}


def test_its_refusals_are_those_of_the_field(vault, own_keys):
    row = keep()
    (own_keys / "keys" / f"custodian_{KEPT}.pem").unlink()
    with pytest.raises(OutOfOrder) as refusal:
        open_sealed(Person(), [(row, "mention")], **WHY)
    assert refusal.value.reasons[0].code == "locked"


def test_the_permission_is_asked_for_on_the_other_side_too(vault):
    with pytest.raises(NotPermitted):
        asking.ask("open", by=Person(permissions=frozenset()), refs=[], reason="a reason", purpose="reading")


def test_its_folder_socket_and_secret_are_for_the_site_s_user_alone(vault):
    modes = {
        path: stat.S_IMODE(path.lstat().st_mode) for path in (address.folder(), *address.folder().glob("vault.s*"))
    }
    assert modes.pop(address.folder()) == 0o700
    assert len(modes) == 2
    assert set(modes.values()) == {0o600}


def test_without_the_secret_of_this_start_nothing_is_answered(vault):
    for secret in ({}, {"secret": ""}, {"secret": "0" * 64}):
        with closing(address.connect()) as line:
            send(line, {**secret, "version": VERSION, "ask": "generate", "custodian": 5, "version_": 1})
            assert receive(line) == {"failed": "secret"}
    assert not (vault.home / "keys" / "custodian_5.pem").exists()


def test_what_is_no_message_gets_no_answer_and_does_no_harm(vault):
    for garbage in (
        b"",
        b"\0",
        b"\xff" * 12,
        LENGTH.pack(LARGEST + 1),
        LENGTH.pack(4) + b"null",
        LENGTH.pack(9) + b"x",
    ):
        with closing(address.connect()) as line:
            line.sendall(garbage)
            line.shutdown(socket.SHUT_WR)
            with suppress(ConnectionResetError):
                assert line.recv(1) == b""
    row = keep()
    assert open_sealed(Person(), [(row, "mention")], **WHY)


def test_another_version_of_the_program_is_not_answered(vault):
    with closing(address.connect()) as line:
        send(line, {"secret": address.secret(), "version": VERSION + 1, "ask": "open"})
        assert receive(line) == {"failed": "version"}


def test_a_message_that_makes_no_sense_is_a_failure_and_not_an_end(vault):
    for ask in ({"ask": "open"}, {"ask": "no such thing"}, {"ask": "open", "reader": 5}, {"ask": "generate"}):
        with closing(address.connect()) as line:
            send(line, {"secret": address.secret(), "version": VERSION, **ask})
            assert "failed" in receive(line)


def test_it_dumps_no_core_starts_no_program_and_opens_no_network(vault):
    assert vault.status("Seccomp") == "2"
    assert vault.status("NoNewPrivs") == "1"
    limits = Path(f"/proc/{vault.child.pid}/limits").read_text()
    core = next(line for line in limits.splitlines() if line.startswith("Max core file size"))
    assert core.split()[4:6] == ["0", "0"]


CONFINED = """
import json, os, socket, subprocess, django
os.environ["DJANGO_SETTINGS_MODULE"] = "sanad.config.settings"
django.setup()
from sanad.vault.process import confinement
missing, done = confinement.confine(), {}
for name, deed in {
    "inet": lambda: socket.socket(socket.AF_INET),
    "inet6": lambda: socket.socket(socket.AF_INET6),
    "packet": lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW),
    "program": lambda: subprocess.run(["true"]),
    "unix": lambda: socket.socket(socket.AF_UNIX).close(),
}.items():
    try:
        deed()
        done[name] = True
    except OSError as error:
        done[name] = error.errno == 1
print(json.dumps({"missing": missing, **done}))
"""


def test_what_is_refused_is_refused_by_the_kernel(committed, own_keys):
    environment = Running(own_keys).environment
    ran = subprocess.run(
        [sys.executable, "-c", CONFINED], cwd=settings.BASE, env=environment, capture_output=True, check=True
    )
    found = json.loads(ran.stdout)
    assert not {"dumps", "calls", "network"} & set(found.pop("missing"))
    assert found == {"inet": True, "inet6": True, "packet": True, "program": True, "unix": True}


def test_killed_it_is_missed_and_a_new_one_takes_its_place(vault):
    row = keep()
    vault.end(signal.SIGKILL)
    with pytest.raises(OutOfOrder) as refusal:
        open_sealed(Person(), [(row, "mention")], **WHY)
    assert refusal.value.reasons[0].code == "vault_down"
    assert keep() != row  # reports still come in
    vault.start()
    assert open_sealed(Person(), [(row, "mention")], **WHY) == {(row, "mention"): ALI}


def test_killed_while_it_works_it_leaves_whole_deeds_only(vault):
    """Every value that was shown has its deed; whoever waits is told; nothing hangs."""
    rows = [keep() for _ in range(20)]
    refs, shown, told = [(row, "mention") for row in rows], [], []

    def look():
        for _ in range(200):
            try:
                open_sealed(Person(user_id=None), refs, **WHY)
                shown.append(1)
            except OutOfOrder as refusal:
                told.append(refusal.reasons[0].code)
                break
        connections.close_all()

    lookers = [threading.Thread(target=look) for _ in range(3)]
    for one in lookers:
        one.start()
    time.sleep(0.3)
    vault.end(signal.SIGKILL)
    for one in lookers:
        one.join(30)
        assert not one.is_alive()
    assert told == ["vault_down"] * 3
    assert Deed.objects.filter(action="sealed.opened").count() >= len(shown) > 0
    assert {deed.detail["number"] for deed in Deed.objects.filter(action="sealed.opened")} == {20}


def test_one_home_has_one_vault(vault, monkeypatch):
    monkeypatch.setattr(listening, "WAITS_FOR_LOCK", 0.1)
    with pytest.raises(listening.Taken), listening.only_vault():
        pass
    address.connect().close()


def test_a_command_starts_one_for_its_own_time(committed, own_keys, monkeypatch):
    monkeypatch.setattr(settings, "SANAD_HOME", own_keys)
    for name, value in Running(own_keys).environment.items():
        monkeypatch.setenv(name, value)
    row = keep()
    own = asking.OwnVault()
    monkeypatch.setattr(asking, "_own", own)
    asking.ask_through(asking.over_socket_or_own)
    try:
        assert open_sealed(Person(), [(row, "mention")], **WHY) == {(row, "mention"): ALI}
        child = own._child
        own._line.close()
        assert child.wait(10) == 0
    finally:
        vault_here.answer_here()


def test_a_deep_home_does_not_make_the_address_too_long(committed, tmp_path, monkeypatch):
    deep = tmp_path / ("a" * 90) / ("b" * 90)
    deep.mkdir(parents=True)
    monkeypatch.setattr(settings, "SANAD_HOME", deep)
    running = Running(deep).start()
    running.end()


def test_another_system_user_is_not_answered():
    """The kernel says who is behind a connection; a number that is not ours (nor root's) is refused."""

    class Foreign:
        def getsockopt(self, *asked):
            return struct.pack("3i", 1, os.geteuid() + 4242, 0)

    assert not address.is_ours(Foreign())
    ours, its = socket.socketpair()
    with ours, its:
        assert address.is_ours(ours)


OPENS = ("X25519PrivateKey", "process.keyring")
MAY_OPEN = {"envelopes.py", "wrapping.py", "parties.py"}  # formats that are given a key, and the file of a party


def opens_private_keys(text: str) -> bool:
    """Whether a source names what reads or holds the private keys of custodians."""
    return any(word in text for word in OPENS)


def test_nothing_but_the_process_reads_private_keys():
    sources = (settings.BASE / "sanad").rglob("*.py")
    outside = [path for path in sources if "process" not in path.parts and path.name not in MAY_OPEN]
    assert [str(path) for path in outside if opens_private_keys(path.read_text(encoding="utf-8"))] == []


def test_a_reader_of_private_keys_is_seen():
    assert opens_private_keys("from sanad.vault.process.keyring import from_file")
