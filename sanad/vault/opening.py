"""Opening sealed values: the vault process writes the deed of looking down and commits it, then opens.

It reads on a database connection of its own under the role `sanad_vault`, which alone may read the sealed columns; row
security holds for it too, so that nobody opens what is kept by an office whose sealed values they may not open.
"""

from collections.abc import Sequence
from typing import cast
from uuid import UUID

from sanad.vault.asking import ask
from sanad.vault.looks import Ref, require_to_look
from sanad.vault.rules import Purpose
from sanad.vault.tickets import Looker

Content = dict[str, object]


def open_sealed(reader: Looker, refs: Sequence[Ref], *, reason: str, purpose: Purpose) -> dict[Ref, Content]:
    """The contents of these (row id, table), as far as there are any that the reader may open."""
    require_to_look(reader, reason)
    wanted = [[row_id.hex, of] for row_id, of in refs]
    answer = ask("open", by=reader, refs=wanted, reason=reason, purpose=str(Purpose(purpose)))
    found = cast(list[tuple[str, str, Content]], answer["found"])
    return {(UUID(row_id), of): content for row_id, of, content in found}
