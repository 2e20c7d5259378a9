"""The doors that need no sign-in, as the views declare them; for the page of roles."""

from collections.abc import Callable, Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from sanad.accounts.roles import OpenDoor
from sanad.web.doors import USER, readers_of


def doors_without_sign_in() -> list[OpenDoor]:
    """Every address that a link, the public or a machine may ask for, with what it is for."""
    found = []
    for address, view in _views(get_resolver(), "/"):
        readers = readers_of(view)
        if readers - {USER}:
            purpose = (view.__doc__ or "").strip().splitlines()[0]
            found.append(OpenDoor(address, ", ".join(sorted(readers - {USER})), purpose))
    return sorted(found)


def _views(resolver: URLResolver, before: str) -> Iterator[tuple[str, Callable[..., object]]]:
    for part in resolver.url_patterns:
        if isinstance(part, URLResolver):
            yield from _views(part, before + str(part.pattern))
        elif isinstance(part, URLPattern):
            yield before + str(part.pattern), part.callback
