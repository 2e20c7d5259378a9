"""What the vault is told of whoever asks. No Django.

The vault stands below the accounts and cannot find out by itself what somebody may see: the site's other processes say
so. What stands between them and anybody else is the folder of the socket, the system user behind the connection, and a
secret that is drawn anew at each start (`process.listening`).
"""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Protocol, Self


class Looker(Protocol):
    """Who asks: a Reader. Where it has `opens`, only what these offices keep is opened, else what it sees."""

    @property
    def user_id(self) -> int | None: ...

    @property
    def name(self) -> str: ...

    @property
    def sees(self) -> Collection[int]: ...

    @property
    def keeps(self) -> Collection[int]: ...

    @property
    def permissions(self) -> Collection[str]: ...


@dataclass(frozen=True)
class Ticket:
    """A reader as far as the vault needs them: `sees` are the offices whose sealed values they may open."""

    user_id: int | None
    name: str
    sees: tuple[int, ...]
    keeps: tuple[int, ...]
    permissions: tuple[str, ...]
    conflicts: tuple[int, ...] = ()

    @classmethod
    def of(cls, reader: Looker) -> Self:
        """The ticket of a reader."""
        return cls(
            reader.user_id,
            reader.name,
            _numbers(getattr(reader, "opens", reader.sees)),
            _numbers(reader.keeps),
            tuple(sorted(str(permission) for permission in reader.permissions)),
            _numbers(getattr(reader, "conflicts", ())),
        )

    @classmethod
    def read(cls, said: object) -> Self:
        """The ticket in a message; anything else is a mistake of the program that asks."""
        if not isinstance(said, Mapping):
            raise ValueError("a ticket is a mapping")
        user = said["user_id"]
        return cls(
            None if user is None else int(user),
            str(said["name"]),
            _numbers(said["sees"]),
            _numbers(said["keeps"]),
            tuple(str(permission) for permission in said["permissions"]),
            _numbers(said["conflicts"]),
        )

    def said(self) -> dict[str, object]:
        """The ticket for a message."""
        return asdict(self)


@dataclass(frozen=True)
class Scope:
    """The offices that a transaction of the vault works for."""

    sees: Collection[int]
    conflicts: frozenset[int] = frozenset()


def _numbers(offices: Collection[int]) -> tuple[int, ...]:
    return tuple(sorted(int(office) for office in offices))
