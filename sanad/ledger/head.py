"""The newest head of the tree, kept in a file beside the database.

A head only ever grows from the one before, with the leaves that came since: leaves that were changed behind it never
make their way into a new head or checkpoint. So a change of the past by the owner of the database shows at once, and
not only at the next checkpoint that somebody holds. Where the file is missing (a restored site), the rows make it.
"""

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils import timezone

from sanad.ledger import notes, origin
from sanad.ledger.queries import leaf_hashes
from sanad.ledger.tree import HASH_BYTES, Frontier


def head_file() -> Path:
    """Named by the database, for a home may be used with several in tests."""
    return Path(settings.LEDGER) / f"{connection.settings_dict['NAME']}.head"


@contextmanager
def grown_head() -> Iterator[Frontier]:
    """The head with all leaves of now, signed and on disk; no other process moves it meanwhile."""
    with _alone():
        head = kept_head() or Frontier()
        before = head.size
        head.extend(leaf_hashes(since=head.size))
        if head.size > before:
            keep(head)
        yield head


def keep(head: Frontier) -> None:
    """Sign a head and put it in the place of the earlier one."""
    note = origin.signed(notes.Checkpoint(origin.origin_key().origin, head.size, head.root(), timezone.now()))
    content = {"note": note, "peaks": [peak.hex() for peak in head.peaks]}
    origin.replace(head_file(), (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())


def kept_head() -> Frontier | None:
    """The newest head, from its file; none where it is missing. A head that this site did not sign is refused."""
    content = _content()
    if content is None:
        return None
    checkpoint = notes.opened(content["note"], origin.origin_key())
    head = Frontier(checkpoint.size, [bytes.fromhex(peak) for peak in content["peaks"]])
    sound = head.is_sound() and all(len(peak) == HASH_BYTES for peak in head.peaks)
    if not sound or head.root() != checkpoint.root:
        raise notes.NotANote("the head of the ledger does not fit its own signature")
    return head


def kept_note() -> str | None:
    """The note over the newest head; none where there is no file."""
    content = _content()
    return content["note"] if content else None


def _content() -> dict | None:
    try:
        return json.loads(head_file().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        raise notes.NotANote("the head of the ledger cannot be read") from None


@contextmanager
def _alone() -> Iterator[None]:
    path = head_file().with_suffix(".lock")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with path.open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
