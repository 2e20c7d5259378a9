"""Readers of environment settings. Each fails with one clear line; docs/operating/settings.md lists them all."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


class WrongSetting(ValueError):
    """An environment setting cannot be understood; the sentence names it."""


def folder(name: str, default: Path) -> Path:
    """A folder, made absolute."""
    value = os.environ.get(name, "").strip()
    return Path(value).expanduser().absolute() if value else default


def yes(name: str) -> bool:
    """A switch: 1 or 0."""
    value = os.environ.get(name, "0").strip()
    if value not in ("0", "1"):
        raise WrongSetting(f"{name} must be 0 or 1, not {value!r}.")
    return value == "1"


def number(name: str, default: int, *, least: int, most: int) -> int:
    """A whole number within bounds."""
    value = os.environ.get(name, str(default)).strip()
    if not re.fullmatch(r"\d{1,9}", value) or not least <= int(value) <= most:
        raise WrongSetting(f"{name} must be a whole number from {least} to {most}, not {value!r}.")
    return int(value)


def words(name: str, default: str) -> list[str]:
    """A list separated by commas."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def one_of(name: str, default: str, allowed: tuple[str, ...]) -> str:
    """One of a few words."""
    value = os.environ.get(name, default).strip()
    if value not in allowed:
        raise WrongSetting(f"{name} must be one of {', '.join(allowed)}, not {value!r}.")
    return value


@dataclass(frozen=True)
class DatabaseServer:
    """Where the database is, apart from the role that connects."""

    host: str
    port: str
    name: str
    password: str
    options: tuple[tuple[str, str], ...] = ()


def database_server(name: str) -> DatabaseServer | None:
    """A PostgreSQL address; its user is left aside, since each part of Sanad connects under its own role."""
    value = os.environ.get(name, "").strip()
    if not value:
        return None
    try:
        parts = urlsplit(value)
        port = str(parts.port or "")
    except ValueError as error:
        raise WrongSetting(f"{name} is not an address: {error}.") from None
    options = tuple(parse_qsl(parts.query))
    host = dict(options).get("host") or unquote(parts.hostname or "")
    if parts.scheme not in ("postgresql", "postgres") or not parts.path.strip("/") or not host:
        raise WrongSetting(f"{name} must look like postgresql://HOST:PORT/DATABASE.")
    rest = tuple((key, text) for key, text in options if key != "host")
    return DatabaseServer(host, port, unquote(parts.path.strip("/")), unquote(parts.password or ""), rest)
