"""The ledger as a file for whoever checks it elsewhere: one JSON object a line.

The first line says which ledger, how large, which root. Each further line is a leaf: its position and commitment, and,
where asked for, what the deed says with the salt that proves it. Without content the file tells nothing about anybody.
"""

import json
from collections.abc import Callable, Iterator

from django.utils import timezone

from sanad.ledger import notes, origin
from sanad.ledger.audit import says
from sanad.ledger.queries import Asking, latest_root
from sanad.ledger.verifying import rows

FORM = 1


def lines(knows: Callable[[tuple], bool] | None = None) -> Iterator[str]:
    """The file, line by line; `knows` says of which deeds the content is given. Inside a transaction."""
    size, root = latest_root()
    key = origin.origin_key()
    said = notes.Checkpoint(key.origin, size, bytes.fromhex(root), timezone.now().replace(microsecond=0))
    first = {"sanad_ledger": FORM, "key": key.text(), "size": size, "root": root, "note": origin.signed(said)}
    yield json.dumps(first, ensure_ascii=False)
    for row in rows():
        if row[0] is None:
            return
        leaf: dict[str, object] = {"position": row[0], "commitment": (row[12] or b"").hex()}
        if knows is not None and row[2] is not None and knows(row):
            leaf["deed"] = json.loads(says(row))
            leaf["salt"] = row[11].hex()
        yield json.dumps(leaf, ensure_ascii=False)


def known_to(reader: Asking) -> Callable[[tuple], bool]:
    """Whether a reader may know of a deed, as `deeds_visible_to` has it."""
    return lambda row: row[9] in reader.sees or (row[4] is not None and row[4] == reader.user_id)
