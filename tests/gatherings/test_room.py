"""The room: a certificate that is made once, and no address but the doors."""

import ssl
import stat
from datetime import UTC, datetime, timedelta

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from sanad.config import lan
from sanad.config.room import only_doors
from sanad.config.serving import Busy
from sanad.gatherings.presenting.room import room_address, room_file


def test_the_certificate_is_made_once_and_only_its_owner_reads_the_key(tmp_path):
    file, key = lan.certificate(tmp_path)
    first = lan.fingerprint(file)
    assert lan.certificate(tmp_path) == (file, key)
    assert lan.fingerprint(file) == first
    assert len(first.split(":")) == 32
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    ssl.create_default_context(ssl.Purpose.CLIENT_AUTH).load_cert_chain(file, key)


def test_a_certificate_that_has_run_out_is_made_anew(tmp_path):
    file, _key = lan.certificate(tmp_path)
    first = lan.fingerprint(file)
    lan.certificate(tmp_path, datetime.now(UTC) + timedelta(days=366 * lan.YEARS))
    assert lan.fingerprint(file) != first


def test_the_address_is_as_said_else_found(monkeypatch):
    assert lan.address_of("192.168.1.5:9443") == "192.168.1.5:9443"
    assert lan.address_of("192.168.1.5") == "192.168.1.5:8443"
    monkeypatch.setattr(lan, "_own_address", lambda: "10.1.2.3")
    assert lan.address_of("") == "10.1.2.3:8443"


def test_without_a_network_it_is_said_what_to_do(monkeypatch):
    def unreachable(*_: object):
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(lan.socket.socket, "connect", unreachable)
    with pytest.raises(Busy, match="Wi-Fi"):
        lan.address_of("")


@pytest.mark.parametrize(
    ("address", "open_there"),
    [
        ("/door/token/", True),
        ("/door/token/thanks/", True),
        ("/static/web/sanad.css", True),
        ("/language/", True),
        ("/", False),
        ("/sign-in/", False),
        ("/doors/", False),
        ("/gatherings/KP-2026-9JT7ZE6N3T/door/token/", False),
        ("/language/x/", False),
        ("/x/../door/token/", False),
    ],
)
def test_only_the_doors_open_in_the_room(address, open_there):
    answer = only_doors(lambda _request: HttpResponse("inside"))(RequestFactory().get(address))
    assert answer.status_code == (200 if open_there else 404)


def test_the_poster_knows_the_room_while_it_is_served(tmp_path, settings):
    settings.SANAD_HOME, settings.KEYS = tmp_path, tmp_path
    (tmp_path / "run").mkdir()
    assert room_address() is None
    with lan.announced("192.168.1.5:8443") as room:
        assert room_address() == room
    assert not room_file().exists()
    room_file().write_text("{")  # what a killed server left half written
    assert room_address() is None
