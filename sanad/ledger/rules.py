"""What a deed commits to, and what it may hold. No Django."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from json.encoder import encode_basestring as _quoted
from typing import Self
from uuid import UUID

LONGEST_WORD = 80
FORGOTTEN = "ledger.forgotten"  # the deed that says that another was forgotten
CLOCK_SET_BACK = "clock.set_back"
CHECKPOINT_MADE = "ledger.checkpoint"


@dataclass(frozen=True)
class Content:
    """Everything that a deed says."""

    id: UUID
    at: datetime
    actor: int | None
    operator: str
    action: str
    object_kind: str
    object_id: str
    office: int | None
    detail: Mapping[str, object]

    @classmethod
    def of(cls, said: object) -> Self:
        """The content of a row of the table of deeds."""
        return cls(**{name: getattr(said, name) for name in cls.__dataclass_fields__})


def canonical(content: Content) -> bytes:
    """The content as one sequence of bytes that does not depend on order, spacing or time zone.

    It is JSON with sorted keys and no spaces.
    """
    at = content.at.astimezone(UTC).isoformat(timespec="microseconds")
    detail = json.dumps(content.detail, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return written(
        str(content.id),
        at,
        content.actor,
        content.operator,
        content.action,
        content.object_kind,
        content.object_id,
        content.office,
        detail,
    )


def written(
    id: str,
    at: str,
    actor: int | None,
    operator: str,
    action: str,
    object_kind: str,
    object_id: str,
    office: int | None,
    detail: str,
) -> bytes:
    """The canonical bytes from values that are text already: a million of them in some seconds."""
    return (
        f'{{"action":{_quoted(action)},"actor":{"null" if actor is None else actor},"at":"{at}","detail":{detail},'
        f'"id":"{id}","object_id":{_quoted(object_id)},"object_kind":{_quoted(object_kind)},'
        f'"office":{"null" if office is None else office},"operator":{_quoted(operator)}}}'
    ).encode()


def commitment(salt: bytes, content: Content) -> bytes:
    """What a tree may hold of a deed: it binds to the content and, without the salt, says nothing of it."""
    return hashlib.sha256(salt + canonical(content)).digest()


def plain_detail(detail: Mapping[str, object]) -> dict[str, object]:
    """The detail as JSON values; refuses what could be a name or free text."""
    return {key: _plain(key, value) for key, value in detail.items()}


def _plain(key: str, value: object) -> object:
    if isinstance(value, Mapping):
        return {str(inner): _plain(key, what) for inner, what in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(key, what) for what in (sorted(value, key=str) if isinstance(value, set | frozenset) else value)]
    if value is None or isinstance(value, bool | int):
        return value
    word = str(value)
    if any(letter.isspace() for letter in word) or len(word) > LONGEST_WORD:
        raise ValueError(f"the detail {key!r} of a deed holds ids, codes and numbers only, no text")
    return word
