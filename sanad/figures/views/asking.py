"""The request that an address asks for, and the snapshot that answers it."""

from django.http import HttpRequest

from sanad.figures.queries import OpenSnapshot, open_snapshot
from sanad.figures.rules.dimensions import Frame
from sanad.figures.rules.requests import CountRequest, read_request


def asked(request: HttpRequest) -> tuple[OpenSnapshot, CountRequest]:
    """What the address asks, of the snapshot that it names; refuses what cannot be asked."""
    said = request.GET
    snapshot = open_snapshot(request.reader, said.get("snapshot", ""))
    wanted = read_request(
        said.get("unit", ""),
        said.getlist("rows"),
        said.getlist("columns"),
        said.getlist("where"),
        frame=said.get("frame") or Frame.TODAY.value,
        snapshot=snapshot.id,
        lists=snapshot.lists,
    )
    snapshot.check(wanted)
    return snapshot, wanted
