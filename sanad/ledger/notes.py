"""Checkpoints as signed notes: text that can be mailed, printed or read out. No Django, no database.

The form is that of C2SP (signed-note, tlog-checkpoint), which other programs read too: origin, size, root, one line
with the time, an empty line, and the signature. A held checkpoint is worth something only with whoever did not make it.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from dataclasses import dataclass
from datetime import UTC, datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from sanad.ledger.tree import HASH_BYTES

ED25519 = b"\x01"
ORIGIN = re.compile(r"[a-z0-9][a-z0-9./-]{2,79}\Z")
NOTE = re.compile(
    r"(?P<origin>[^\n+ ]+)\n(?P<size>0|[1-9][0-9]{0,17})\n(?P<root>[A-Za-z0-9+/]{43}=)\n"
    r"time (?P<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\n\n— (?P<name>[^\n+ ]+) (?P<signature>[A-Za-z0-9+/]{91}=)\n?\Z"
)
LONGEST = 1_000
AS_WRITTEN = "%Y-%m-%dT%H:%M:%SZ"


class NotANote(ValueError):
    """This is no checkpoint, or its signature is not that of the origin."""


@dataclass(frozen=True)
class Checkpoint:
    """What a note says: of which ledger, how many leaves, over which root, when it was signed."""

    origin: str
    size: int
    root: bytes
    at: datetime

    def text(self) -> str:
        """What is signed."""
        root = b64encode(self.root).decode()
        return f"{self.origin}\n{self.size}\n{root}\ntime {self.at.astimezone(UTC):{AS_WRITTEN}}\n"


@dataclass(frozen=True)
class OriginKey:
    """The public key of a ledger, with its name."""

    origin: str
    public: bytes

    def number(self) -> bytes:
        """Four bytes that tell keys apart in a signature."""
        return hashlib.sha256(self.origin.encode() + b"\n" + ED25519 + self.public).digest()[:4]

    def text(self) -> str:
        """One line to hand to those who will check: name, number, key."""
        return f"{self.origin}+{self.number().hex()}+{b64encode(ED25519 + self.public).decode()}"


def origin_of(public: bytes) -> str:
    """The name of a ledger: drawn from its key, so that no two sites share one."""
    return f"sanad/{hashlib.sha256(public).hexdigest()[:16]}"


def read_key(text: str) -> OriginKey:
    """The public key from its line."""
    parts = text.strip().split("+", 2)
    try:
        raw = b64decode(parts[2], validate=True)
        key = OriginKey(parts[0], raw[1:])
        sound = raw[:1] == ED25519 and len(raw) == 33 and ORIGIN.match(parts[0]) and key.number().hex() == parts[1]
    except (IndexError, NotBase64, ValueError):
        sound = False
    if not sound:
        raise NotANote("this is not the public key of a ledger")
    return key


def sign(checkpoint: Checkpoint, key: OriginKey, private: Ed25519PrivateKey) -> str:
    """The whole note."""
    text = checkpoint.text()
    signature = b64encode(key.number() + private.sign(text.encode())).decode()
    return f"{text}\n— {key.origin} {signature}\n"


def read(note: str) -> Checkpoint:
    """What a note says, before its signature is looked at."""
    found = NOTE.match(note.replace("\r\n", "\n")) if len(note) <= LONGEST else None
    if found is None:
        raise NotANote("this is not a checkpoint")
    root = b64decode(found["root"])
    if len(root) != HASH_BYTES:
        raise NotANote("this is not a checkpoint")
    try:
        at = datetime.strptime(found["at"], AS_WRITTEN).replace(tzinfo=UTC)
    except ValueError:
        raise NotANote("this is not a checkpoint") from None
    return Checkpoint(found["origin"], int(found["size"]), root, at)


def opened(note: str, key: OriginKey) -> Checkpoint:
    """What a note says; refused unless the origin signed it."""
    checkpoint = read(note)
    found = NOTE.match(note.replace("\r\n", "\n"))
    raw = b64decode(found["signature"]) if found else b""
    if checkpoint.origin != key.origin or not found or found["name"] != key.origin or raw[:4] != key.number():
        raise NotANote(f"this checkpoint is of {checkpoint.origin}, not of {key.origin}")
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(raw[4:], checkpoint.text().encode())
    except InvalidSignature:
        raise NotANote("the signature of this checkpoint is not that of its origin") from None
    return checkpoint
