"""A drill: somebody restored a backup elsewhere, and signs what was found; the server takes the result in.

The signature comes from the key that opens the backups, so that a good drill cannot be claimed on the server.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sanad.config.backup.recipients import Identity, Recipient
from sanad.kit.refusals import N_, NotPermitted, OutOfOrder, Refused

FORMAT = 1
SAYS = b"sanad backup drill 1\0"
CLOCKS_DIFFER = timedelta(days=1)


@dataclass(frozen=True)
class Drill:
    """What was found: which backup (its id and the hash of the file), when, how much, and whether it is good."""

    backup: str
    sha256: str
    at: datetime
    good: bool
    rows: int
    originals: int
    sampled: int
    erased_again: int
    problems: int

    def plain(self) -> dict[str, object]:
        """For JSON."""
        return {**asdict(self), "at": self.at.isoformat(), "format": FORMAT}


def signed(drill: Drill, identity: Identity) -> str:
    """The result as a file."""
    said = drill.plain()
    return json.dumps({**said, "signature": identity.drill.sign(_bytes(said)).hex()}, indent=1) + "\n"


def read_drill(path: Path, recipients: Iterable[Recipient]) -> Drill:
    """A result that one of the recipients signed; refused otherwise."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        signature = bytes.fromhex(said.pop("signature"))
        values = {**said, "at": datetime.fromisoformat(said["at"])}
        if values.pop("format") != FORMAT:
            raise ValueError
        drill = Drill(**values)
    except FileNotFoundError:
        raise Refused.one("drill.missing", N_("There is no result of a drill %(path)s."), path=path) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Refused.one("drill.unreadable", N_("%(path)s is not the result of a drill."), path=path) from None
    if not any(_signed_by(one, said, signature) for one in recipients):
        raise NotPermitted.one(
            "drill.not_signed",
            N_("This result was not signed with the key of a recipient of the backups of this site."),
        )
    return drill


def require_sensible(drill: Drill, made_at: datetime) -> None:
    """Refuse a drill before its backup, or in the future."""
    if not made_at - CLOCKS_DIFFER <= drill.at <= datetime.now(UTC) + CLOCKS_DIFFER:
        raise OutOfOrder.one("drill.wrong_time", N_("The time of this drill cannot be right; look at the clocks."))


def _signed_by(recipient: Recipient, said: dict[str, object], signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(recipient.drill)).verify(signature, _bytes(said))
    except (InvalidSignature, ValueError):
        return False
    return True


def _bytes(said: dict[str, object]) -> bytes:
    return SAYS + json.dumps(said, sort_keys=True).encode()
