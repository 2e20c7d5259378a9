"""Opening sealed values: the vault process writes the deed of looking down and commits it, then opens.

It reads on a database connection of its own under the role `sanad_vault`, which alone may read the sealed columns; row
security holds for it too, so that nobody opens what is kept by an office whose sealed values they may not open.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sanad.vault.asking import ask
from sanad.vault.looks import Ref, require_to_look
from sanad.vault.rules import Purpose
from sanad.vault.tickets import Looker

Content = dict[str, object]


def open_sealed(reader: Looker, refs: Sequence[Ref], *, reason: str, purpose: Purpose) -> dict[Ref, Content]:
    """The contents of these (row id, table), as far as there are any that the reader may open."""
    return _open(reader, refs, reason, Purpose(purpose))


@dataclass(frozen=True)
class Matching:
    """Comparing records that may be of one person: many pairs, one stated reason, a quota of its own."""

    reader: Looker
    reason: str
    session: UUID

    def open_pair(self, one: Ref, other: Ref) -> dict[Ref, Content]:
        """The contents of two rows; that this pair was looked at, in which matching, is written down first."""
        return _open(self.reader, (one, other), self.reason, Purpose.MATCHING, self.session)


def begin_matching(reader: Looker, *, reason: str) -> Matching:
    """Begin to match; the deed is committed."""
    require_to_look(reader, reason)
    return Matching(reader, reason, UUID(ask("begin matching", by=reader, reason=reason)["session"]))


def _open(
    reader: Looker, refs: Sequence[Ref], reason: str, purpose: Purpose, session: UUID | None = None
) -> dict[Ref, Content]:
    require_to_look(reader, reason)
    wanted = [[row_id.hex, of] for row_id, of in refs]
    mark = None if session is None else session.hex
    answer = ask("open", by=reader, refs=wanted, reason=reason, purpose=str(purpose), session=mark)
    return {(UUID(row_id), of): content for row_id, of, content in answer["found"]}
