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


@dataclass(frozen=True)
class Comparing:
    """A machine compares the names of many records: one deed, one stated reason; nobody is shown a name.

    `locked`: offices whose vault is locked, so that their records cannot be compared now.
    """

    reader: Looker
    reason: str
    session: UUID
    locked: frozenset[int]

    def names(self, rows: Sequence[UUID]) -> list[list[str | None]]:
        """Row, name, father's name, hash of the identity card and of the telephone number; some thousands at once."""
        wanted = [row.hex for row in rows]
        said = {"rows": wanted, "reason": self.reason, "session": self.session.hex}
        return list(ask("names to compare", by=self.reader, **said)["found"])

    def end(self) -> None:
        """The numbers of this matching mean nothing any more."""
        ask("end comparing", by=self.reader, session=self.session.hex)


def begin_comparing(reader: Looker, *, reason: str) -> Comparing:
    """Begin a matching by machine; the deed is committed."""
    require_to_look(reader, reason)
    begun = ask("begin comparing", by=reader, reason=reason)
    return Comparing(reader, reason, UUID(begun["session"]), frozenset(begun["locked"]))


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
