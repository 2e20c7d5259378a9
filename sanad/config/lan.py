"""Serving the room: telephones in a hall without internet reach the doors of gatherings on this machine, by TLS.

The certificate is made once and signed by itself: a telephone warns of it, and shows its fingerprint, which stands on
the poster and in the terminal. Whoever compares the two talks to this machine and to nobody between. On this address
nothing answers but the doors (`sanad.config.room`); everything else goes on at the usual address, for this machine.
"""

import ipaddress
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import settings

from sanad.config.serving import Busy
from sanad.gatherings.presenting.room import Room, room_file

PORT = 8443
YEARS = 5
NAME = "sanad.room"


def address_of(said: str) -> str:
    """HOST:PORT in the network of the room: as said, else found."""
    host, _, port = said.rpartition(":") if said.count(":") == 1 else (said, "", "")
    return f"{host or _own_address()}:{port or PORT}"


def _own_address() -> str:
    """The address under which others in the network reach this machine. Nothing is sent for this."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            raise Busy("This machine is in no network: join the Wi-Fi of the hall, or give --lan HOST:PORT.") from None


def certificate(folder: Path, now: datetime | None = None) -> tuple[Path, Path]:
    """Files of the certificate and its key; made where there are none, or where they have run out."""
    now = now or datetime.now(UTC)
    file, key_file = folder / "room.crt", folder / "room.key"
    if file.exists() and key_file.exists() and _read(file).not_valid_after_utc > now:
        return file, key_file
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    _write(key_file, pem)
    _write(file, _signed(key, now).public_bytes(serialization.Encoding.PEM))
    return file, key_file


def _signed(key: ec.EllipticCurvePrivateKey, now: datetime) -> x509.Certificate:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    loopback = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365 * YEARS))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME), loopback]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )


def fingerprint(file: Path) -> str:
    """SHA-256 of the certificate, in pairs, as browsers show it."""
    return _read(file).fingerprint(hashes.SHA256()).hex(":").upper()


def _read(file: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(file.read_bytes())


def _write(file: Path, content: bytes) -> None:
    """Whole or not at all, and readable by the owner alone."""
    waiting = file.with_suffix(".new")
    waiting.unlink(missing_ok=True)
    with os.fdopen(os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(content)
    waiting.replace(file)


@contextmanager
def announced(address: str) -> Iterator[Room]:
    """While this lasts, posters show this address and the fingerprint."""
    file, _key = certificate(settings.KEYS)
    room = Room(address, fingerprint(file))
    said = room_file()
    said.write_text(json.dumps(asdict(room)), encoding="utf-8")
    try:
        yield room
    finally:
        said.unlink(missing_ok=True)
