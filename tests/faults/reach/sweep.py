"""Every address for every reader, own, foreign and absent: what came through that must not."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from random import Random
from urllib.parse import quote, urlencode

from django.db import transaction
from django.test import Client

from tests.faults.reach.addresses import PROVIDERS, QUERIES, TYPED, address, all_views, is_open_to_all
from tests.faults.reach.world import ABSENT, KP, PERSON, RECORD, SINDH, TIED, Owned, World, people_of

METHODS = ("get", "post", "head", "put", "delete")
OWNERS = (KP, SINDH, TIED)
# Whose records, and whose people, each kind of reader may read of. A sealed value nobody: the vault is locked here.
READS: dict[str, tuple[set[str], set[str]]] = {
    "recorder": ({KP, TIED}, {KP}),
    "reviewer": ({KP, TIED}, {KP}),
    "analyst": ({KP, TIED}, {KP}),
    "head": ({KP, TIED}, {KP}),
    "head elsewhere": ({SINDH}, {SINDH}),
    "CSO member": (set(), set()),
    "administrator": (set(), {KP}),
    "counts only": (set(), set()),
    "conflicted": ({KP}, {KP}),
    "disabled": (set(), set()),
    "anonymous": (set(), set()),
}
# In an exported table a province stands only where something was counted in it.
PROVINCES = {KP: "PK-KP", SINDH: "PK-SD"}
EXPORTS = ("figures:csv", "figures:xlsx")
OF_PEOPLE = ("front:decide", "front:review", "front:seen")
OF_THE_OFFICE = ("figures:saved_table", "figures:return")  # not of a single record
OFFICES = ("commitments:", "gatherings:", "projects:", "strategies:")  # all of whose addresses are of the office
OUTSIDE = ("anonymous", "disabled")
TOKEN = re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]+|(id="[a-z_-]*)[0-9a-f]{8,}')


@dataclass(frozen=True)
class Call:
    """One request."""

    view: str
    who: str
    owner: str
    method: str
    query: int = -1


@dataclass
class Found:
    """What a sweep saw."""

    requests: int = 0
    leaks: list[str] = field(default_factory=list)
    told_apart: list[str] = field(default_factory=list)
    let_in: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def number(self) -> int:
        return len(self.leaks) + len(self.told_apart) + len(self.let_in)


def all_calls() -> list[Call]:
    """Every view, reader, owner and method, and the questions beside the path."""
    return [
        Call(view, who, owner, method, query)
        for view, _ in all_views()
        for who in READS
        for owner in (OWNERS if view in PROVIDERS or view in QUERIES else (KP,))
        for method in METHODS
        for query in (-1, *range(len(QUERIES.get(view, ())) if method == ("post" if view in EXPORTS else "get") else 0))
    ]


def chosen(calls: list[Call], number: int) -> list[Call]:
    """Some of them, the same each time, but every view at least once."""
    draw = Random(20)
    if number >= len(calls):
        return calls
    shuffled = draw.sample(calls, len(calls))
    first = {call.view: call for call in shuffled if call.method in ("get", "post") and call.owner != KP}
    first |= {call.view: call for call in shuffled if call.view not in first}
    rest = [call for call in shuffled if call not in set(first.values())]
    return [*first.values(), *rest[: max(0, number - len(first))]]


class Sweep:
    """Requests as somebody, each in a transaction that is taken back."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.cookies: dict[str, object] = {}
        for name, user in world.readers.items():
            client = Client(raise_request_exception=False)
            if user is not None:
                client.force_login(user)
                if name == "disabled":
                    user.is_active = False
                    user.save()
            self.cookies[name] = client.cookies

    def over(self, calls: Iterable[Call]) -> Found:
        """Make these requests and look at what came back."""
        found = Found()
        for call in calls:
            self._look(call, found)
        return found

    def _look(self, call: Call, found: Found) -> None:
        owned = self.world.owned[call.owner]
        answer = self._answer(call, owned)
        found.requests += 1
        where = f"{call.method.upper()} {call.view} as {call.who} of {call.owner} ({call.query}): {answer.status_code}"
        said = _without(_all_of(answer), call, owned, self._query(call, owned))
        closed = [*self._closed_to(call.who), *_uncounted(call)]
        found.leaks += [f"{where}: {text}" for text in closed if text.encode() in said]
        if answer.status_code >= 500:
            found.broken.append(where)
        if call.who in OUTSIDE and answer.status_code == 200 and not is_open_to_all(call.view):
            found.let_in.append(where)
        if _is_foreign(call) and call.view in PROVIDERS:
            found.requests += 1
            # A sweep takes half an hour, and once a session is marked as seen between the two: what tells a record
            # apart tells it again.
            if said != self._said(call, ABSENT) and self._said(call, owned) != self._said(call, ABSENT):
                found.told_apart.append(where)

    def _said(self, call: Call, owned: Owned) -> bytes:
        return _without(_all_of(self._answer(call, owned)), call, owned, self._query(call, owned))

    def _closed_to(self, who: str) -> Iterator[str]:
        records, people = READS[who]
        for (kind, owner), texts in self.world.texts.items():
            if owner not in (records if kind == RECORD else people if kind == PERSON else ()):
                yield from sorted(texts)

    def _query(self, call: Call, owned: Owned) -> dict[str, object]:
        return QUERIES[call.view][call.query](owned) if call.query >= 0 else {}

    def _answer(self, call: Call, owned: Owned):
        client = Client(raise_request_exception=False)
        client.cookies = self.cookies[call.who].copy()
        asked = self._query(call, owned)
        data = TYPED if call.method == "post" else asked if call.method in ("get", "head") else None
        beside = f"?{urlencode(asked)}" if call.method == "post" and asked else ""
        with transaction.atomic():
            answer = getattr(client, call.method)(address(call.view, owned) + beside, data)
            if getattr(answer, "streaming", False):
                answer.body = b"".join(answer.streaming_content)
            transaction.set_rollback(True)
        return answer


def _is_foreign(call: Call) -> bool:
    """Does what the address names belong to nobody whom this reader sees?"""
    records, people = READS[call.who]
    if call.view.startswith("accounts:") or call.view in OF_PEOPLE:
        return people_of(call.owner) not in people
    if call.view in OF_THE_OFFICE or call.view.startswith(OFFICES):
        return people_of(call.owner) not in records
    return call.owner not in records


def _uncounted(call: Call) -> list[str]:
    """Provinces that this export must not know: whoever has a conflict counts the fixed table alone."""
    if call.view not in EXPORTS or call.query < 0:
        return []
    free = set() if call.who == "conflicted" else READS[call.who][0]
    return [name for owner, name in PROVINCES.items() if owner not in free]


def _all_of(answer) -> bytes:
    """Status, headers and body; workbooks unpacked."""
    body = answer.body if getattr(answer, "streaming", False) else answer.content
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            body = b"\n".join(packed.read(name) for name in packed.namelist())
    kept = {name: value for name, value in answer.headers.items() if name not in ("Content-Length", "Set-Cookie")}
    head = "\n".join(f"{name}: {value}" for name, value in sorted(kept.items()))
    return f"{answer.status_code}\n{head}\n".encode() + TOKEN.sub(b"", body)


def _without(said: bytes, call: Call, owned: Owned, query: dict[str, object]) -> bytes:
    """What was asked for comes back in addresses and forms: that is no news to whoever typed it."""
    path = address(call.view, owned)
    beside = " ".join(map(str, query.values()))
    typed = [path, quote(path, safe=""), quote(path), *query.values(), *(quote(str(one)) for one in query.values())]
    for one in (*map(str, typed), *(name for name in owned.named() if name in beside)):
        said = said.replace(one.encode(), b"(asked)")
    return said
