"""Messages between the parts of the site and the vault process: length (4 bytes), then JSON in UTF-8. No Django.

Written by hand and small on purpose: nothing that comes in can become anything but text, numbers, lists and mappings.
"""

import json
import socket
import struct
from typing import Any

VERSION = 1
LARGEST = 64 * 2**20
LENGTH = struct.Struct(">I")

Message = dict[str, Any]  # Any: what JSON holds; whoever reads a field makes sure of it
_encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


class Garbled(Exception):
    """What came in is no message."""


def packed(message: Message) -> bytes:
    """A message as it goes over the line."""
    body = _encode(message).encode()
    if len(body) > LARGEST:
        raise ValueError(f"a message of {len(body)} bytes is too large")
    return LENGTH.pack(len(body)) + body


def unpacked(body: bytes) -> Message:
    """The message of a body, without its length."""
    try:
        message = json.loads(body)
    except ValueError:
        raise Garbled from None
    if not isinstance(message, dict):
        raise Garbled
    return message


def send(line: socket.socket, message: Message) -> None:
    """Send a whole message."""
    line.sendall(packed(message))


def receive(line: socket.socket) -> Message | None:
    """The next message; none where the other side has hung up."""
    head = _exactly(line, LENGTH.size)
    if not head:
        return None
    (length,) = LENGTH.unpack(head)
    if length > LARGEST:
        raise Garbled
    body = _exactly(line, length)
    if len(body) != length:
        raise Garbled
    return unpacked(body)


def _exactly(line: socket.socket, size: int) -> bytes:
    """So many bytes; fewer only where the other side has hung up before the first one."""
    parts: list[bytes] = []
    left = size
    while left:
        part = line.recv(min(left, 2**20))
        if not part:
            if parts:
                raise Garbled
            return b""
        parts.append(part)
        left -= len(part)
    return b"".join(parts)
