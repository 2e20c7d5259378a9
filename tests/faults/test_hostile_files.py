"""Hostile files through the doors of import and evidence: nothing breaks, calls out, swells, stays, or comes alive."""

import csv
import ctypes
import gc
import io
import logging
import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from sanad.accounts.scope import scoped
from sanad.config.logs import NamelessFormatter
from sanad.exchange import error_file
from sanad.exchange.actions import receiving
from sanad.exchange.files import content
from sanad.kit.text import formula_safe
from sanad.vault.incoming import Incoming
from sanad.violations.actions import record_report
from sanad.violations.drafts import ActDraft, MentionDraft, ReportDraft
from sanad.violations.models import Evidence
from sanad.violations.uploads import SealingUpload
from sanad.web import downloads
from sanad.web.uploads import Nameless
from tests.faults.hostile import MARK, PICTURE, Body, Hostile, corpus
from tests.fixtures import SINCE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault_in_test", "reference_data")]
MEGABYTE = 2**20
BOUND = 320 * MEGABYTE  # what one file may add to the process at its peak
STREAM_BOUND = 24 * MEGABYTE  # the same for a file that only passes through
BREAKS = (500, 502, 503)
WHY = "to see what it is"


class Line:
    """What goes out: any connection that is not the site's own socket."""

    def __init__(self, monkeypatch) -> None:
        self.called: list[object] = []
        connect = socket.socket.connect

        def guarded(own, address):
            if own.family != socket.AF_UNIX:
                self.called.append(address)
                raise OSError("no connections from this test")
            return connect(own, address)

        monkeypatch.setattr(socket.socket, "connect", guarded)


class Written(logging.Handler):
    """Log lines as they would be written."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(NamelessFormatter())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines += self.format(record).split("\n")

    def forged(self) -> int:
        """Lines that somebody else wrote through us."""
        return sum(line.startswith(MARK) for line in self.lines)


def swell(step) -> int:
    """How much a step adds to the process at its peak, in bytes.

    What earlier tests let go of is given back first: a step that could use it again would seem to add nothing.
    """
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5")
    before = _memory("VmRSS")
    step()
    return max(0, _memory("VmHWM") - before)


def _memory(what: str) -> int:
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith(what)).split()[1]) * 1024


class Doors:
    """The doors of a site at which files are taken, and what was seen of them."""

    def __init__(self, client: Client, report: str) -> None:
        self.client, self.report = client, report
        self.client.raise_request_exception = False
        self.seen: Counter[str] = Counter()
        self.looked_at = 0
        self.peak = 0

    def ask(self, method: str, path: str, data: dict | None = None):
        """One request; counts it where the site breaks."""
        self.looked_at += 1
        answer = getattr(self.client, method)(path, data or {})
        self.seen["web crashes"] += answer.status_code in BREAKS
        return answer

    def send(self, hostile: Hostile) -> None:
        """Through both doors, and on to every page that follows."""
        hostile = replace(hostile, made=hostile.content)
        grown = swell(lambda: (self.through_import(hostile), self.through_evidence(hostile)))
        self.peak = max(self.peak, grown)
        self.seen["files beyond the bound of memory"] += grown > BOUND

    def through_import(self, hostile: Hostile) -> None:
        """Upload, columns, preview, check, the error file."""
        answer = self.ask("post", "/imports/new/", {"file": named(hostile), "begin_with": ""})
        if answer.status_code != 302:
            return
        columns = answer["Location"]
        page = self.ask("get", columns)
        place = columns.removesuffix("columns/")
        form = page.context["form"] if page.context and "form" in page.context else None
        if form is not None:
            self.ask("post", columns, filled(form))
        self.ask("get", f"{place}preview/")
        self.ask("post", f"{place}check/")
        self.ask("get", place)
        self.seen["live formulas"] += live_formulas(self.ask("get", f"{place}errors.csv"))

    def through_evidence(self, hostile: Hostile) -> None:
        """Upload, the page of the file, the download."""
        said = {"kind": "other", "title": "", "mention": "", "file": named(hostile)}
        answer = self.ask("post", f"/reports/{self.report}/files/new/", said)
        if answer.status_code != 302:
            return
        self.ask("get", answer["Location"])
        pk = newest_evidence(self.client)
        self.ask("get", f"/files/{pk}/")
        download = self.ask("post", f"/files/{pk}/download/", {"custody": "viewed", "why": WHY})
        self.seen["files served alive"] += is_alive(download)
        if b"".join(download.streaming_content if download.streaming else [download.content]) != hostile.content:
            self.seen["files that came back changed"] += 1


def named(hostile: Hostile) -> io.BytesIO:
    file = io.BytesIO(hostile.content)
    file.name = hostile.name
    return file


def filled(form) -> dict[str, str]:
    """The page of the columns as somebody fills it in who wants to see the list through."""
    said = {bound.html_name: str(bound.value() or "") for bound in form}
    unused = [name for name, value in said.items() if name.startswith("role_") and not value]
    said |= {name: "d/m/Y" for name, value in said.items() if name.startswith("dates_") and not value}
    return said | {"act": "killing"} | dict.fromkeys(unused[:1], "age")


def newest_evidence(client: Client):
    from sanad.accounts.readers import operator

    with scoped(operator()):
        return Evidence.objects.latest("id").pk


def live_formulas(answer) -> int:
    """Cells of the error file that a sheet would calculate."""
    if answer.status_code != 200:
        return 0
    body = b"".join(answer.streaming_content if answer.streaming else [answer.content]).decode("utf-8-sig", "replace")
    return sum(formula_safe(cell) != cell for row in csv.reader(io.StringIO(body, newline="")) for cell in row)


def is_alive(answer) -> bool:
    """Whether a browser might run or show what was downloaded."""
    inert = (
        answer.headers.get("Content-Disposition", "").startswith("attachment")
        and answer.headers.get("Content-Type") == "application/octet-stream"
        and answer.headers.get("X-Content-Type-Options") == "nosniff"
        and answer.headers.get("Content-Security-Policy", "").startswith("sandbox; default-src 'none'")
    )
    return not inert


def left_behind() -> int:
    """Files on their way that nobody waits for: with a row a file has its lasting name too."""
    folder = Path(settings.ORIGINALS)
    return sum(path.stat().st_nlink == 1 for path in folder.glob(".part-*")) if folder.exists() else 0


@pytest.fixture
def doors(client, offices, user, tmp_path, monkeypatch) -> Doors:
    """Somebody who may import and add files, at a report."""
    from sanad.accounts.models import Posting
    from sanad.accounts.readers import reader_for
    from sanad.codes import queries as codes

    monkeypatch.setattr(settings, "ORIGINALS", tmp_path / "originals")
    monkeypatch.setattr(settings, "LOOKS_A_DAY", 100_000)  # every file is opened once
    who = user("cso", offices.cso)
    assert Posting.objects.filter(user=who, since=SINCE).exists()
    client.force_login(who)
    reader = reader_for(who)
    with scoped(reader):
        acts = (ActDraft("a", "v", codes.code("act", "killing").pk),)
        newspaper = codes.code("source_kind", "newspaper").pk
        draft = ReportDraft(newspaper, SINCE, mentions=(MentionDraft("v"),), acts=acts)
        report = record_report(draft, by=reader)
    return Doors(client, report.reference)


@pytest.fixture
def written(caplog) -> Iterator[Written]:
    handler = Written()
    for name in ("", "django", "sanad"):
        logging.getLogger(name).addHandler(handler)
    yield handler
    for name in ("", "django", "sanad"):
        logging.getLogger(name).removeHandler(handler)


def stream(doors: Doors, size: int, *, cut: int | None = None):
    """A form over a slow line; the answer, and what the process grew by."""
    body, answers = Body(size, {"kind": "other", "title": "", "mention": ""}, cut=cut), []
    path = f"/reports/{doors.report}/files/new/"
    grown = swell(lambda: answers.append(doors.client.request(**body.request(path))))
    doors.looked_at += 1
    doors.seen["web crashes"] += answers[0].status_code in BREAKS
    return answers[0], grown


def broken_lines(doors: Doors, monkeypatch) -> None:
    """Files that are cut, that lie about their length, that are larger than is taken."""
    for cut in (0, 1, 70_000, 2 * MEGABYTE):
        stream(doors, 4 * MEGABYTE, cut=cut)
    doors.seen["files left behind"] += left_behind()
    with monkeypatch.context() as patch:
        patch.setattr(settings, "LARGEST_UPLOAD", MEGABYTE)
        before = kept()
        stream(doors, 3 * MEGABYTE)
        stream(doors, MEGABYTE + MEGABYTE // 2)  # its declared length could be that of the form around it
        lying = Body(3 * MEGABYTE, {"kind": "other", "title": "", "mention": ""})
        lying.length = 1_500_000
        doors.client.request(**lying.request(f"/reports/{doors.report}/files/new/"))
        doors.seen["files taken beyond the limit"] += kept() - before
    doors.seen["files left behind"] += left_behind()


def kept() -> int:
    from sanad.accounts.readers import operator

    with scoped(operator()):
        return Evidence.objects.count()


@contextmanager
def mutant(monkeypatch, name: str):
    """A door with one of its guards removed."""
    with monkeypatch.context() as patch:
        MUTANTS[name](patch)
        yield


def _breaks(patch):
    patch.setattr(content, "_kind_of_zip", lambda path: content.zipfile.ZipFile(path) and content.Kind.XLSX)


def _calls_out(patch):
    finish = Incoming.finish

    def calling(own):
        finish(own)
        with pytest.raises(OSError):
            socket.create_connection(("192.0.2.1", 80), timeout=0.1)

    patch.setattr(Incoming, "finish", calling)


def _holds_all(patch):
    take = SealingUpload.take

    def holding(own, piece):
        own.__dict__.setdefault("held", []).append(bytes(bytearray(piece)))
        take(own, piece)

    patch.setattr(SealingUpload, "take", holding)


def _leaves_parts(patch):
    patch.setattr(Incoming, "discard", lambda own: None)


def _believes_lengths(patch):
    for handler in (SealingUpload, Nameless):
        patch.setattr(handler, "receive_data_chunk", lambda own, piece, start: own.take(piece))


def _serves_pages(patch):
    patch.setattr(downloads, "INERT", "default-src 'self'")


def _calculates(patch):
    patch.setattr(error_file, "formula_safe", lambda cell: cell)


def _logs_names(patch):
    receive = receiving.start_import

    def telling(*, name, **more):
        logging.getLogger("sanad").warning("received %s", f"a\n{MARK} {name}")
        return receive(name=name, **more)

    patch.setattr(receiving, "start_import", telling)
    patch.setattr(NamelessFormatter, "format", lambda own, record: record.getMessage())


MUTANTS = {
    "web crashes": _breaks,
    "outbound connections": _calls_out,
    "memory": _holds_all,
    "files left behind": _leaves_parts,
    "files taken beyond the limit": _believes_lengths,
    "files served alive": _serves_pages,
    "live formulas": _calculates,
    "forged log lines": _logs_names,
}
FORMULA_HEADINGS = Hostile("formulas", b"No,Date,City,=Killed\n1,13/05/2014,Swat,many\n2,=1,Tank,=2\n")
PLAIN = Hostile("plain", PICTURE + b"plain", "a.jpg")
HALF = Hostile("half a workbook", b"PK\x03\x04 no workbook", "a.xlsx")


def noticed(name: str, doors: Doors, line: Line, written: Written, monkeypatch) -> bool:
    """Whether the sweep sees what a missing guard lets through."""
    fresh = Doors(doors.client, doors.report)
    calls, lines = len(line.called), written.forged()
    with mutant(monkeypatch, name):
        if name == "memory":
            _answer, grown = stream(fresh, 2 * STREAM_BOUND)
            return grown > STREAM_BOUND
        if name in ("files left behind", "files taken beyond the limit"):
            broken_lines(fresh, monkeypatch)
        else:
            fresh.send({"web crashes": HALF, "live formulas": FORMULA_HEADINGS}.get(name, PLAIN))
    fresh.seen["outbound connections"] = len(line.called) - calls
    fresh.seen["forged log lines"] = written.forged() - lines
    for path in Path(settings.ORIGINALS).glob(".part-*"):
        path.unlink()
    return fresh.seen[name] > 0


def test_hostile_files_do_no_harm(doors, scale, holds, written, monkeypatch):
    line = Line(monkeypatch)
    files = corpus()
    wanted = scale.of(5, len(files))
    for hostile in files[:: max(1, len(files) // wanted)]:
        doors.send(hostile)
    doors.seen["files left behind"] += left_behind()
    broken_lines(doors, monkeypatch)
    size = scale.of(32, 1024) * MEGABYTE
    answer, grown = stream(doors, size)
    doors.seen["streams that were not kept"] += answer.status_code != 302
    doors.seen["files beyond the bound of memory"] += grown > STREAM_BOUND
    short = {name: 0 for name in MUTANTS if name != "memory"} | dict(doors.seen)
    short["outbound connections"] = len(line.called)
    short["forged log lines"] = written.forged()
    caught = [name for name in MUTANTS if noticed(name, doors, line, written, monkeypatch)]
    holds(
        "hostile files",
        things="requests with hostile files",
        looked_at=doors.looked_at,
        short=short,
        seeded=len(MUTANTS),
        caught=len(caught),
        notes={
            "largest growth of the process by one file": f"{doors.peak / MEGABYTE:.0f} MB",
            f"and by a stream of {size // MEGABYTE} MB": f"{grown / MEGABYTE:.0f} MB",
        },
    )
