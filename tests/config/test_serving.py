"""The server: it answers, it ends with all its children, and says why it cannot start."""

import http.client
import json
import os
import signal
import socket
import time
from contextlib import suppress
from pathlib import Path

import pytest

from sanad.config.serving import Busy, listen

PATIENCE = 60


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def processes_of(home: Path) -> dict[int, str]:
    """Processes that work for this home, by number: recognised by SANAD_HOME or by the database folder."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            with suppress(OSError):
                words = (entry / "cmdline").read_bytes()
                setting = b"\0SANAD_HOME=" + os.fsencode(home) + b"\0"
                if words and (os.fsencode(home / "pg") in words or setting in b"\0" + (entry / "environ").read_bytes()):
                    found[int(entry.name)] = words.replace(b"\0", b" ").decode()
    return found


def wait_until(question, what):
    end = time.monotonic() + PATIENCE
    while not question():
        assert time.monotonic() < end, what
        time.sleep(0.1)


@pytest.fixture
def server(real_site):
    """A running server and its port."""
    port = free_port()
    process = real_site.start("serve", "--bind", f"127.0.0.1:{port}")
    said = ""
    while "answers on" not in said:
        line = process.stderr.readline()
        assert line, said
        said += line
    yield process, port
    if process.poll() is None:
        process.kill()
    process.communicate()
    wait_until(lambda: not [c for c in processes_of(real_site.home).values() if "-m" in c], "children live on")


def get(port, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path, headers=headers)
    return connection.getresponse()


def test_pages_and_their_files_are_answered(server):
    _, port = server
    response = get(port, "/static/staticfiles.json")
    assert response.status == 200
    names = json.loads(response.read())["paths"]
    sheet = get(port, "/static/" + names["vendor/bootstrap/bootstrap.rtl.min.css"], **{"Accept-Encoding": "gzip"})
    assert sheet.status == 200
    assert sheet.headers["Content-Encoding"] == "gzip"
    assert "immutable" in sheet.headers["Cache-Control"]
    assert get(port, "/static/vendor/bootstrap/../../../package.json").status in (400, 404)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_stop_it_leaves_no_process(real_site, server, number):
    process, _ = server
    assert len(processes_of(real_site.home)) >= 5
    process.send_signal(number)
    assert process.wait(PATIENCE) == 0
    wait_until(lambda: not processes_of(real_site.home), "processes are left")


def test_a_child_that_ends_stops_the_rest(real_site, server):
    process, _ = server
    worker = next(n for n, words in processes_of(real_site.home).items() if "procrastinate" in words)
    os.kill(worker, signal.SIGKILL)
    assert process.wait(PATIENCE) == 1
    assert "worker ended" in process.stderr.read()
    wait_until(lambda: not processes_of(real_site.home), "processes are left")


def vault_of(parent: int) -> int | None:
    """The number of the vault process of a server. (Its environment is closed to others, of the same user too.)"""
    for entry in Path("/proc").iterdir():
        with suppress(OSError):
            is_vault = entry.name.isdigit() and b"sanad.vault.process" in (entry / "cmdline").read_bytes()
            if is_vault and f"PPid:\t{parent}\n" in (entry / "status").read_text():
                return int(entry.name)
    return None


def test_a_killed_vault_is_started_again_and_pages_go_on(real_site, server):
    process, port = server
    wait_until(lambda: vault_of(process.pid), "there is no vault")
    first = vault_of(process.pid)
    os.kill(first, signal.SIGKILL)
    assert get(port, "/sign-in/").status == 200
    wait_until(lambda: vault_of(process.pid) not in (None, first), "the vault is not started again")
    assert process.poll() is None
    state = real_site.json("keys", "status")
    assert {key["kept"] for key in state["keys"]} == {"file"}


def test_children_end_when_the_parent_is_killed(real_site, server):
    process, _ = server
    process.kill()
    process.wait()
    wait_until(lambda: not [w for w in processes_of(real_site.home).values() if "-m" in w], "children live on")
    assert real_site.run("stop").returncode == 0
    assert processes_of(real_site.home) == {}


def test_one_home_has_one_server_and_stop_ends_it(real_site, server):
    process, port = server
    busy = real_site.run("serve", "--bind", f"127.0.0.1:{port}")
    assert (busy.returncode, busy.stdout) == (3, "")
    assert "Address already in use. Choose another with --bind" in busy.stderr
    second = real_site.run("serve", "--bind", f"127.0.0.1:{free_port()}")
    assert second.returncode == 3
    assert "is served already" in second.stderr
    assert real_site.json("stop")["served"] is True
    assert process.wait(PATIENCE) == 0
    assert real_site.json("stop") == {"served": False, "database": False}


@pytest.mark.parametrize("address", ["somewhere", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:99999", "127.0.0.1:http"])
def test_what_is_no_address_is_refused(address):
    with pytest.raises(Busy, match="is not an address"):
        listen(address)
