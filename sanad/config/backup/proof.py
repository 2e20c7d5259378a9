"""What makes a restored home good: counts, guards, deeds and files as the trailer says, sealed values that are whole,
and nobody back who was erased. Each check is a function of its own that says what it misses."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import psycopg
from django.conf import settings
from django.db import transaction

from sanad.accounts.actions.links import replay_forgotten_holders
from sanad.accounts.readers import operator
from sanad.config import database, foundation, site
from sanad.config.backup import moment
from sanad.config.backup.moment import Server, one, server_here
from sanad.config.engine import roles
from sanad.gatherings import actions as gatherings
from sanad.ledger.verifying import verify
from sanad.vault import actions as vault
from sanad.vault.blobs import HEAD, STEP, TAG, VERSION
from sanad.vault.queries import erased_since
from sanad.vault.rules import Tombstone
from sanad.violations import actions as violations

Content = Mapping[str, Any]  # Any: JSON
SAMPLE = 500
WRAPPED_ENVELOPE = 80  # HPKE: 32 of the sender's key, 32 of the envelope's, 16 of the tag


def prove(trailer: Content, damaged: Sequence[str], erased: Sequence[Tombstone]) -> dict[str, object]:
    """What is wrong with the home of this process, and what was looked at. Brings it up to date by the way."""
    server = server_here()
    with server.connect(roles.BACKUP) as connection:
        problems = [*differences(connection, trailer["database"]), *missing_originals(connection, trailer, damaged)]
        sampled, broken = sealed_sample(connection)
    problems += [*newly_open(server, trailer["database"]), *broken]
    if problems:
        return {"problems": problems, "sampled": sampled, "erased_again": 0}
    bring_up_to_date(site.require_mark(settings.SANAD_HOME))
    again = erase_again(erased)
    with server.connect(roles.BACKUP) as connection:
        problems += [*faults_of_ledger(), *came_back(connection, erased_since(None))]
    return {"problems": problems, "sampled": sampled, "erased_again": again}


def bring_up_to_date(mark: site.Mark) -> None:
    """Migrate what an older release made; of this one, only the mark on the database is missing."""
    if mark.stamp == site.stamp(settings.BASE):
        database.write_mark(mark)
    else:
        foundation.build(site.Kind(mark.kind), without_backup=True)


def differences(connection: psycopg.Connection[Any], said: Content) -> list[str]:
    """Where rows, guards or deeds are not those of the moment of the backup."""
    found = []
    now = moment.contents_of(connection)
    for what in ("rows", "guards"):
        then, here = said[what], now[what]
        differ = [name for name in sorted({*then, *here}) if then.get(name) != here.get(name)]
        found += [f"{what} of {name}: {then.get(name)}, now {here.get(name)}" for name in differ]
    if now["deeds"] != said["deeds"]:
        found.append("the deeds are not those of the backup")
    if now["ledger"] != said["ledger"]:
        found.append("the root of the ledger is not that of the backup")
    return found


def missing_originals(connection: psycopg.Connection[Any], trailer: Content, damaged: Iterable[str]) -> list[str]:
    """Rows that speak of a file which did not come, or came changed."""
    known = {*trailer["originals"]["erased"]}
    names = set(moment.names_of_originals(connection)) - known
    gone = sorted(name for name in names if not (settings.ORIGINALS / name).is_file())
    gone += sorted(set(damaged) - known - set(gone))
    return [f"original {name[:12]}… is missing or damaged" for name in gone]


def newly_open(server: Server, said: Content) -> list[str]:
    """Tables that show rows to somebody who sees no office, and did not at the moment of the backup."""
    shown = set(moment.shown_without_scope(server)) - set(said["open"])
    return [f"{table} shows rows without a scope" for table in sorted(shown)]


def sealed_sample(connection: psycopg.Connection[Any]) -> tuple[int, list[str]]:
    """Some sealed values, drawn at random: whole, and under an envelope of their own custodian."""
    number = one(connection, "select count(*) from vault_sealed")
    share = min(100.0, 150.0 * SAMPLE / max(number, 1))
    rows = connection.execute(
        "select s.row_id, s.custodian_id, s.blob, s.mac, e.custodian_id, e.wrapped, k.custodian_id, length(k.public)"
        f" from vault_sealed s tablesample bernoulli ({share}) left join vault_envelope e on e.id = s.envelope_id"
        " left join vault_custodiankey k on k.id = e.key_id limit %s",
        [SAMPLE],
    ).fetchall()
    return len(rows), [f"sealed value of {row[0]} is not whole" for row in rows if not is_whole(*row[1:])]


def is_whole(
    custodian: int, blob: bytes, mac: bytes | None, envelopes: int, wrapped: bytes, keys: int, public: int
) -> bool:
    """Whether a sealed value has the form that it was given; what it says only its custodian can know."""
    body = len(blob) - HEAD - TAG
    return (
        blob[:1] == VERSION
        and body >= STEP
        and body % STEP == 0
        and (mac is None or len(mac) == 32)
        and custodian == envelopes == keys
        and len(wrapped) == WRAPPED_ENVELOPE
        and public == 32
    )


def faults_of_ledger() -> list[str]:
    """What a verification finds: each deed says what it committed to, and the tree is as it was signed."""
    return [f"ledger: {found.reason().plain()}" for found in verify().faults]


def erase_again(erased: Sequence[Tombstone]) -> int:
    """Destroy and blank what was destroyed, before the backup and after it; says how many values had come back."""
    with transaction.atomic():
        again = vault.replay_erasures([*erased_since(None), *erased])
        violations.replay_erasures(operator())
        gatherings.replay_erasures(operator())
        replay_forgotten_holders(operator())
        return again


def came_back(connection: psycopg.Connection[Any], erased: Iterable[Tombstone]) -> list[str]:
    """Values and files that are there although they were destroyed."""
    places = [(t.row_id, t.of) for t in erased]
    connection.execute("create temporary table gone (row_id uuid, of varchar)")
    with connection.cursor().copy("copy gone from stdin") as copy:
        for place in places:
            copy.write_row(place)
    back = connection.execute(
        "select row_id from vault_sealed join gone using (row_id, of)"
        " union select id from vault_original join gone on row_id = id and of = 'original'"
    ).fetchall()
    return [f"{row_id} was erased and is there again" for (row_id,) in back]
