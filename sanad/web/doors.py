"""Which kinds of reader a view serves. A view that declares none is refused."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar


class Door(StrEnum):
    """A kind of reader, as in `docs/words.md`."""

    USER = "user"  # somebody who is signed in
    LINK = "link"  # whoever holds a signed link
    PUBLIC = "public"  # anybody
    MACHINE = "machine"  # a program with a key


USER, LINK, PUBLIC, MACHINE = Door.USER, Door.LINK, Door.PUBLIC, Door.MACHINE

View = TypeVar("View", bound=Callable[..., Any])  # Any: a view's answer is Django's affair


def readers(*kinds: Door, permission: object | None = None, entering: object | None = None) -> Callable[[View], View]:
    """Declare whom a view serves, and the permission a user needs to come in at all.

    `entering` names a step of signing in: at that step, and no other, the door also opens for somebody who has
    typed the password and not yet shown the second factor. Every other door of users stays shut for them.
    The declaration is read by a middleware and by the house tests; it decides
    nothing here. It must be the outermost decorator.
    """
    if not kinds:
        raise ValueError("a door serves at least one kind of reader")

    def declare(view: View) -> View:
        view.readers = frozenset(Door(kind) for kind in kinds)  # type: ignore[attr-defined]
        view.permission = permission  # type: ignore[attr-defined]
        view.entering = entering  # type: ignore[attr-defined]
        return view

    return declare


def readers_of(view: Callable[..., object]) -> frozenset[Door]:
    """The readers that a view declares; empty when it declares none."""
    return getattr(view, "readers", frozenset())


def permission_of(view: Callable[..., object]) -> object | None:
    """The permission that a view asks of every user who enters, if any."""
    return getattr(view, "permission", None)


def entering_of(view: Callable[..., object]) -> object | None:
    """The step of signing in at which a view opens before the second factor was shown, if any."""
    return getattr(view, "entering", None)
