"""Asking the index. The function in the database applies the reader's scope, conflicts, emergencies and wishes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from sanad.accounts.permissions import Permission, require
from sanad.accounts.queries.making_readers import all_offices
from sanad.accounts.readers import Reader
from sanad.search.models import REPORT
from sanad.search.queries.understanding import Understood

MOST = 5_000  # are counted; of more it is said that there are more
PAGE = 30  # reports
ASK = "select searching.found(%s)"
Place = tuple[date, UUID]  # of a report in the order of what was found


@dataclass(frozen=True)
class Narrowed:
    """What a search is narrowed to; ids as everywhere inside. Empty lets everything through."""

    province: int | None = None
    district: int | None = None
    year: int | None = None
    acts: Sequence[int] = ()
    states: Sequence[str] = ()
    source_kinds: Sequence[int] = ()
    office: int | None = None
    withdrawn: bool = False

    def said(self) -> dict[str, object]:
        """As the function in the database reads it."""
        said: dict[str, object] = {"withdrawn": self.withdrawn}
        if self.year:
            said |= {"first": f"{self.year:04}-01-01", "last": f"{self.year:04}-12-31"}
        lists = {"acts": self.acts, "states": self.states, "source_kinds": self.source_kinds}
        said |= {name: list(value) for name, value in lists.items() if value}
        if self.office is not None:
            said["offices"] = [self.office]
        said |= {n: v for n, v in (("province", self.province), ("district", self.district)) if v is not None}
        return said


@dataclass(frozen=True)
class Found:
    """Reports that fit, the newest first, and how many there are by what they can be narrowed to."""

    rows: Sequence[tuple[UUID, UUID, date]] = ()  # report, its event, day
    total: int = 0
    more: bool = False  # than are counted; facets are then those of some, and not shown
    events: int = 0
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def found_by(
    reader: Reader, meant: Understood, narrowed: Narrowed, *, before: Place | None = None, facets: bool = True
) -> Found:
    """What the reader may find; nothing for a text that says nothing."""
    if not meant.groups:
        require(reader, Permission.REPORT_READ)
        return Found()
    asked: dict[str, object] = {"facets": facets, "limit": PAGE, "most": MOST, **narrowed.said()}
    if before is not None:
        asked["before"] = [before[0].isoformat(), str(before[1])]
    answer = asked_by(reader, meant, REPORT, asked)
    rows = [(UUID(report), UUID(event), date.fromisoformat(day)) for report, event, day in answer["rows"]]
    told = {name: counts or {} for name, counts in (answer.get("facets") or {}).items()}
    return Found(rows, answer["total"], bool(answer.get("more")), answer["events"], told)


def new_since(reader: Reader, meant: Understood, narrowed: Narrowed, since: datetime) -> int:
    """How many reports that fit were recorded since; at most `MOST`."""
    if not meant.groups:
        return 0
    asked = {"facets": False, "limit": 0, "most": MOST, "since": since.isoformat(), **narrowed.said()}
    return int(asked_by(reader, meant, REPORT, asked)["total"])


def asked_by(reader: Reader, meant: Understood, kind: int, asked: Mapping[str, object]) -> dict:
    """One question to the index."""
    require(reader, Permission.REPORT_READ)
    question = {**asked, "groups": list(meant.groups), "kind": kind, "keeps": sorted(reader.keeps)}
    question["everywhere"] = reader.sees >= set(all_offices())
    with connection.cursor() as cursor:
        cursor.execute(ASK, [json.dumps(question)])
        (answer,) = cursor.fetchone()
    found: dict = json.loads(answer) if isinstance(answer, str) else answer
    return found


def is_behind() -> bool:
    """Whether reports of the reader's offices still wait to be taken into the index."""
    with connection.cursor() as cursor:
        cursor.execute("select sanad_search_behind()")
        return bool(cursor.fetchone()[0])
