"""Every address declares its readers."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, path

from sanad.web.doors import PUBLIC, readers, readers_of


def patterns(resolver=None, before=""):
    """Every address with its view, includes and all."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry, before + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield before + str(entry.pattern), entry.callback


def undeclared(found):
    return [address for address, view in found if not readers_of(view)]


def test_there_are_addresses():
    assert list(patterns())


# Named by address only: a view's own name holds its place in memory, which differs between the processes of a run.
@pytest.mark.parametrize(("address", "view"), [pytest.param(a, v, id=a or "/") for a, v in patterns()])
def test_every_address_declares_its_readers(address, view):
    assert readers_of(view)


def test_an_address_without_readers_is_seen():
    def shut(request):
        return None

    open_to_all = readers(PUBLIC)(lambda request: None)
    inner = URLResolver.__new__(URLResolver)
    inner.__dict__.update(pattern="in/", url_patterns=[path("a", shut), path("b", open_to_all)])
    outer = URLResolver.__new__(URLResolver)
    outer.__dict__.update(pattern="", url_patterns=[inner])
    assert undeclared(patterns(outer)) == ["in/a"]
