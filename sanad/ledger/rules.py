"""What a deed commits to, and what it may hold. No Django."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

LONGEST_WORD = 80


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


def canonical(content: Content) -> bytes:
    """The content as one sequence of bytes that does not depend on order, spacing or time zone."""
    fields = {
        "id": str(content.id),
        "at": content.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor": content.actor,
        "operator": content.operator,
        "action": content.action,
        "object_kind": content.object_kind,
        "object_id": content.object_id,
        "office": content.office,
        "detail": content.detail,
    }
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


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
