"""*canary*: invented names go in by every door; afterwards nothing on the disk holds one of them in clear.

Searched: the files of the test's database, the log of changes (WAL) and temporary files of the engine since the test
began, its log, and the test's home: originals, index of names, uploads, snapshots (Parquet, also decoded), caches,
keys; the arguments of jobs; what was logged while it happened; every page of a list; and a backup of all that, as it
lies there and as whoever holds its key unpacks it: dump, originals and files.

The engine compresses only texts longer than 2 kB; none of those planted is.
"""

import logging
import time
from pathlib import Path

import duckdb
import psycopg
import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections

from sanad.accounts.readers import reader_for
from sanad.accounts.scope import scoped
from sanad.config.backup.reading import read_backup
from sanad.config.backup.recipients import add_recipient, identity_in, new_identity, recipients_of
from sanad.config.backup.saving import make_backup
from sanad.config.logs import NamelessFormatter
from sanad.config.site import Mark, write_mark
from sanad.exchange import actions as exchange
from sanad.exchange import tasks
from sanad.figures.actions import make_snapshot
from sanad.figures.engine import connection as snapshots
from sanad.vault import keys
from sanad.vault.names import find_people
from sanad.violations.models import Report
from tests.faults.searching import OVERLAP, Found, Needles
from tests.front.conftest import Person, typed

pytestmark = [
    pytest.mark.django_db(transaction=True, databases=["default", "snapshot", "vault"]),
    pytest.mark.usefixtures("reference_data"),
]

NAMES = {
    "name": "Zarqelina Wimboltash",
    "father_name": "ژغقپان بلمکسورتڑ",
    "cnic": "9187364502917",
    "phone": "03987651234",
    "address": "Gali Xurvanteb 91, Qozmilabad",
    "narrative": "Her cousin Ombrixa Telvanqor saw it.",
    "informant_name": "Fylqarine Doblemurt",
    "informant_phone": "03981237654",
    "perpetrator": "Grobnaxil Yevortum",
    "imported": "Hulbaqra Nimzoteks",
    "imported_cnic": "8276451903826",
    "file": "Kwenzalor Pibrustan",
    "file_name": "Jovriqal-Stemblux",
    "searched": "Vexatrolin Quambary",
    "refused": "Lorqanesh Uzbimatt",
}
LIST = f"No,Date,Act,Name,Card,Story\n1,2014-05-13,killing,{NAMES['imported']},{NAMES['imported_cnic']},x\n"
MAPPING = """
list: canary
row_is: person
id: No
columns:
  Date: {to: happened, dates: [iso]}
  Act: act
  Name: name
  Card: cnic
  Story: narrative
"""
NEEDLES = Needles(NAMES.values())


@pytest.fixture
def home(settings, tmp_path, monkeypatch):
    """Everything that the site writes lies below one folder."""
    for name in ("originals", "snapshots", "uploads", "run", "keys"):
        (tmp_path / name).mkdir(mode=0o700)
    settings.SANAD_HOME, settings.KEYS = tmp_path, tmp_path / "keys"
    settings.ORIGINALS, settings.SNAPSHOTS = tmp_path / "originals", tmp_path / "snapshots"
    settings.UPLOADS = settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "uploads"
    where = str(tmp_path / "cache")
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": where}}
    keys._read_secret.cache_clear()
    snapshots.forget()
    yield tmp_path
    keys._read_secret.cache_clear()


@pytest.fixture
def logged(home):
    """All that is logged while the test runs, in the site's own form, goes to a file of the home."""
    handler = logging.FileHandler(home / "site.log")
    handler.setFormatter(NamelessFormatter())
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield
    root.removeHandler(handler)
    root.setLevel(before)
    handler.close()


def enter(recorder: Person) -> str:
    """By the entry form; once refused, so that what was typed comes back, and once kept."""
    said = {
        "victims-0-name": NAMES["name"],
        "victims-0-father_name": NAMES["father_name"],
        "victims-0-cnic": NAMES["cnic"],
        "victims-0-phone": NAMES["phone"],
        "victims-0-address": NAMES["address"],
        "perpetrators-0-name": NAMES["perpetrator"],
        "narrative": NAMES["narrative"],
        "informant_name": NAMES["informant_name"],
        "informant_phone": NAMES["informant_phone"],
    }
    refused = typed(**said) | {"victims-0-name": NAMES["refused"], "happened": "the day after never"}
    assert recorder.client.post("/reports/new/", refused).status_code == 200
    answer = recorder.client.post("/reports/new/", typed(**said))
    assert answer.status_code == 302
    return f"/reports/{answer['Location'].strip('/').split('/')[-1]}/"


def import_list(person: Person, home: Path) -> None:
    """By a file, stored by a job; the file itself came from outside and is removed."""
    reader = reader_for(person.user)
    path = home / "uploads" / "list.csv"
    path.write_text(LIST)
    with scoped(reader):
        with path.open("rb") as file:
            imported = exchange.receive_file(file, name="list.csv", size=len(LIST), media_type="", by=reader)
        imported = exchange.map_import(imported, MAPPING, by=reader)
        exchange.run_import_later(imported, by=reader)
    path.unlink()
    assert tasks.import_later(imported=str(imported.pk), by=reader.ticket()) == "done"
    with scoped(reader):
        assert Report.objects.filter(origin="canary").count() == 1


def upload(recorder: Person, report: str) -> None:
    """By a file of evidence, with a name of somebody in the file and in its name."""
    file = SimpleUploadedFile(f"{NAMES['file_name']}.txt", f"Statement of {NAMES['file']}.".encode() * 3)
    said = {"kind": "letter", "title": "A letter", "file": file}
    answer = recorder.client.post(f"{report}files/new/", said)
    assert answer.status_code == 302, answer.content.decode()[-3000:]


def look(recorder: Person, report: str) -> None:
    """Names are opened, searched, corrected; some of it fails."""
    assert NAMES["name"] in recorder.get(f"{report}names/").content.decode()
    assert NAMES["name"] in recorder.post(f"{report}correct/", why="To compare.").content.decode()
    reader = reader_for(recorder.user)
    with scoped(reader):
        find_people(reader, NAMES["searched"])
        find_people(reader, NAMES["cnic"])
    recorder.get("/events/", q=NAMES["searched"])
    recorder.get(f"/reports/{NAMES['searched']}/")


def plant(offices, user, home: Path) -> tuple[Person, str]:
    """Everything in, by every door."""
    recorder, analyst = Person(user("recorder", offices.kp)), Person(user("analyst", offices.kp))
    report = enter(recorder)
    upload(recorder, report)
    import_list(analyst, home)
    look(recorder, report)
    reader = reader_for(analyst.user)
    with scoped(reader):
        make_snapshot(by=reader)
    cache.set("page", recorder.get("/events/").content)
    return recorder, report


def connected(role: str) -> psycopg.Connection:
    """A plain connection to the test's database."""
    server = connection.settings_dict
    return psycopg.connect(host=server["HOST"], user=role, dbname=server["NAME"], autocommit=True)


class Engine:
    """The files of the test's database, and what the engine wrote since the test began."""

    def __init__(self) -> None:
        self.since = time.time() - 1
        self.server = connected("postgres")
        self.folder = Path(self.server.execute("show data_directory").fetchone()[0])
        asked = "select oid from pg_database where datname = current_database()"
        (self.database,) = self.server.execute(asked).fetchone()

    def search(self):
        """What reached the disk, brought there first."""
        self.server.execute("checkpoint")
        found = NEEDLES.in_folder(self.folder / "base" / str(self.database))
        for part in ("pg_wal", "base/pgsql_tmp", "log", "pg_logical", "pg_replslot"):
            found += NEEDLES.in_folder(self.folder / part, since=self.since)
        return found


@pytest.fixture
def engine():
    """The engine of the test's database."""
    opened = Engine()
    yield opened
    opened.server.close()


def search_home(home: Path):
    found = NEEDLES.in_folder(home)
    with duckdb.connect() as db:
        for parquet in home.glob("snapshots/**/*.parquet"):
            decoded = "\n".join(
                str(row) for row in db.execute("select * from read_parquet(?)", [str(parquet)]).fetchall()
            )
            found += NEEDLES.in_bytes(decoded.encode(), f"{parquet}, decoded")
    return found


class Unpacked:
    """A backup as whoever holds its key reads it: each part is searched, and let go."""

    def __init__(self) -> None:
        self.found, self.tail = Found(), b""

    def begin(self, header) -> None:
        self.found += NEEDLES.in_bytes(str(header).encode(), "the head of a backup")

    def dump(self, piece: bytes) -> None:
        self.found += NEEDLES.in_bytes(self.tail + piece, "the dump in a backup")
        self.tail = piece[-OVERLAP:]

    def file(self, name: str, member) -> None:
        self.found += NEEDLES.in_bytes(member.whole(), f"{name} in a backup")

    def end(self) -> None:
        assert self.tail


def search_backup(folder: Path, name: str):
    """A backup that is made now: the file as it lies there, and what is in it. It is outside of the home."""
    identity = identity_in(folder / "key") if (folder / "key").exists() else new_identity(folder / "key")
    home = settings.SANAD_HOME
    if not recipients_of(home):
        add_recipient(home, identity.recipient("Registrar").line())
        write_mark(home, Mark(kind="real", stamp="canary"))
    made, unpacked = make_backup(folder / name), Unpacked()
    read_backup(made.path, identity, unpacked)
    return NEEDLES.in_file(made.path), unpacked.found


LISTS = ("/", "/events/", "/reports/", "/people/", "/imports/", "/figures/")


def search_lists(recorder: Person, report: str):
    """Lists, and the page of the record itself, never show a sealed value."""
    found = NEEDLES.in_bytes(b"", "")
    for address in (*LISTS, report):
        answer = recorder.get(address)
        found += NEEDLES.in_bytes(answer.content, address)
        found += NEEDLES.in_bytes(str(answer.headers).encode(), f"headers of {address}")
    return found


def seed(home: Path) -> psycopg.Connection:
    """The faults planted: a clear copy in each kind of place; the tables are dropped by the connection given."""
    owner = connected("sanad_owner")
    owner.execute("create table planted_clear as select %s::text as said", [NAMES["name"]])
    owner.execute("create table planted_job as select %s::jsonb as args", ['{"said": "' + NAMES["father_name"] + '"}'])
    with duckdb.connect() as db:
        (home / "snapshots" / "planted").mkdir()
        path = str(home / "snapshots" / "planted" / "planted.parquet")
        db.execute(
            f"copy (select '{NAMES['imported']}' as x from range(1000)) to '{path}' (format parquet, compression zstd)"
        )
    (home / "site.log").open("a").write(f"could not save {NAMES['cnic']}\n")
    (home / "cache" / "page").write_bytes(NAMES["phone"].encode("utf-16-le"))
    (home / "uploads" / f"{NAMES['informant_name']}.tmp").write_text("x")
    (home / "names.idx").write_text(NAMES["address"].encode().hex())
    return owner


def test_canary(holds, home, logged, offices, user, engine, tmp_path_factory):
    recorder, report = plant(offices, user, home)
    connections["default"].close()
    lists = search_lists(recorder, report)
    found = engine.search()
    found += search_home(home)
    found += lists
    backups = tmp_path_factory.mktemp("backups")
    for part in search_backup(backups, "clean"):
        assert part.size > 10_000
        found += part
    owner = seed(home)
    try:
        planted = engine.search()
        planted += search_home(home)
        lies, unpacked = search_backup(backups, "planted")
        assert lies.hits == []
        planted += unpacked
    finally:
        owner.execute("drop table planted_clear; drop table planted_job")
        owner.close()
    caught = {
        "a table": any("base" in place and name == NAMES["name"] for place, name in planted.hits),
        "the log of changes": any("pg_wal" in place and name == NAMES["name"] for place, name in planted.hits),
        "a backup": any("dump in a backup" in place and name == NAMES["name"] for place, name in planted.hits),
        "a job": any(name == NAMES["father_name"] for _place, name in planted.hits),
        "Parquet": any("decoded" in place and name == NAMES["imported"] for place, name in planted.hits),
        "a log": any("site.log" in place and name == NAMES["cnic"] for place, name in planted.hits),
        "a cache": any("cache" in place and name == NAMES["phone"] for place, name in planted.hits),
        "the name of a file": any(name == NAMES["informant_name"] for _place, name in planted.hits),
        "an index": any(name == NAMES["address"] for _place, name in planted.hits),
    }
    assert [what for what, seen in caught.items() if not seen] == []
    assert found.hits == []
    holds(
        "canary",
        things="bytes searched",
        looked_at=found.size,
        short={"hits": len(found.hits)},
        seeded=len(caught),
        caught=sum(caught.values()),
        notes={"names": str(len(NAMES)), "files": f"{found.files:,}"},
    )
