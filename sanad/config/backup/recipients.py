"""Whom a backup is for: public keys on the server, the private one in a file that is kept elsewhere.

A line of `SANAD_HOME/backup_recipients` is `age1… drill:… name`. The second word is the public half of a signing key
that is computed from the age key itself: whoever can open a backup can sign that it was restored, with the same file.
"""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pyrage import IdentityError, RecipientError, x25519

from sanad.config import site
from sanad.kit.refusals import N_, Incomplete, OutOfOrder, Refused
from sanad.kit.text import clean

FILE = "backup_recipients"
SECRET = re.compile(r"^AGE-SECRET-KEY-1[0-9A-Z]+$", re.MULTILINE)
DRILL = re.compile(r"drill:([0-9a-f]{64})")
PURPOSE = b"sanad backup drill 1"


@dataclass(frozen=True)
class Recipient:
    """A public key to which backups are encrypted, with the key that signs its drills and whose it is."""

    age: str
    drill: str
    name: str

    def line(self) -> str:
        """As it stands in the file."""
        return f"{self.age} drill:{self.drill} {self.name}".rstrip()

    def key(self) -> x25519.Recipient:
        """For encrypting."""
        return x25519.Recipient.from_str(self.age)


@dataclass(frozen=True)
class Identity:
    """The private half, as read from a key file."""

    age: x25519.Identity
    drill: Ed25519PrivateKey

    def __repr__(self) -> str:  # must not reach a log
        return "Identity()"

    def recipient(self, name: str = "") -> Recipient:
        """The public half."""
        return Recipient(str(self.age.to_public()), self.drill.public_key().public_bytes_raw().hex(), name)


def recipients_of(home: Path) -> list[Recipient]:
    """Whom backups of this home are for."""
    try:
        lines = (home / FILE).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    return [read_line(line) for line in lines if line.strip() and not line.startswith("#")]


def require_recipients(home: Path) -> list[Recipient]:
    """Refuse to make a backup for nobody."""
    found = recipients_of(home)
    if not found:
        raise OutOfOrder.one(
            "backup.no_recipient",
            N_(
                "Nobody could open this backup: first make a key on another machine (sanad backup recipients new FILE)"
                " and add its public line here (sanad backup recipients add)."
            ),
        )
    return found


def read_line(line: str) -> Recipient:
    """A recipient from its line; refused with the reason."""
    age, _, rest = line.strip().partition(" ")
    drill, _, name = rest.strip().partition(" ")
    found = DRILL.fullmatch(drill)
    try:
        x25519.Recipient.from_str(age)
    except RecipientError:
        found = None
    if found is None:
        raise Incomplete.one(
            "backup.recipient_unreadable",
            N_("This is not the public line of a backup key: it looks like age1… drill:… name."),
        )
    return Recipient(age, found[1], clean(name)[:80])


def add_recipient(home: Path, line: str) -> Recipient:
    """Write down one more recipient; one that is there already stays as it is."""
    new = read_line(line)
    known = recipients_of(home)
    if new.age not in {one.age for one in known}:
        write_recipients(home, [*known, new])
    return new


def write_recipients(home: Path, recipients: Iterable[Recipient]) -> None:
    """Replace the file in one step."""
    part = home / f"{FILE}.{os.getpid()}"
    with site.private_files():
        part.write_text("".join(f"{one.line()}\n" for one in recipients), encoding="utf-8")
    part.replace(home / FILE)


def new_identity(file: Path) -> Identity:
    """Make a key file; it is readable by this system user only, and never written over."""
    identity = identity_from(str(x25519.Identity.generate()))
    public = identity.recipient().line()
    text = f"# The key of Sanad's backups. Whoever has this file can read them.\n# public: {public}\n{identity.age}\n"
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Refused.one("backup.key_exists", N_("There is a file %(path)s already."), path=file) from None
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    return identity


def identity_in(file: Path) -> Identity:
    """The key in a file made by us or by `age-keygen`."""
    try:
        found = SECRET.findall(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Refused.one("backup.key_missing", N_("There is no key file %(path)s."), path=file) from None
    except UnicodeDecodeError:
        found = []
    if len(found) != 1:
        raise Refused.one("backup.key_unreadable", N_("%(path)s does not hold the key of a backup."), path=file)
    return identity_from(found[0])


def identity_from(secret: str) -> Identity:
    """The identity of an age key, with the signing key that follows from it."""
    try:
        key = x25519.Identity.from_str(secret)
    except IdentityError:
        raise Incomplete.one("backup.key_damaged", N_("This key of a backup is not whole.")) from None
    seed = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE).derive(secret.encode())
    return Identity(key, Ed25519PrivateKey.from_private_bytes(seed))
