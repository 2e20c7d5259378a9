"""Verifying the ledger of this site: the rows as the database gives them, against what was signed."""

from collections.abc import Iterable, Iterator, Mapping

from django.db import connection, transaction

from sanad.ledger import head, notes, origin
from sanad.ledger.audit import Audit, Held
from sanad.ledger.findings import Finding, Kind, Verified, in_order
from sanad.ledger.queries import checkpoints

AT_ONCE = 20_000
# The time as `rules.canonical` writes it.
ROWS = """
select l.position, l.hash, d.id::text,
       to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"'), d.actor, d.operator, d.action,
       d.object_kind, d.object_id, d.office, d.detail::text, d.salt, d.commitment
from ledger_leaf l full join ledger_deed d on d.id = l.deed
order by l.position nulls last, d.id
"""


def verify(
    held: Mapping[str, str] | None = None, *, earlier: Mapping[int, bytes] | None = None, earlier_source: str = ""
) -> Verified:
    """Go through everything. `held`: notes that somebody kept, by the name of their file.

    One transaction: nothing that is committed meanwhile can look like a gap.
    """
    key = origin.origin_key()
    found: list[Finding] = []
    compared = [*_from_outside(held or {}, key, found), *_head(key, found)]
    with transaction.atomic():
        _read_one_state()
        stored = list(_stored(key, found))
        audit = Audit([*compared, *stored], earlier or {}, earlier_source)
        for row in rows():
            audit.take(row)
    verified = audit.end()
    found += _missing(audit.made, {held.source: held for held in stored}, found)
    return Verified(verified.leaves, verified.root, in_order([*verified.findings, *found]))


def rows() -> Iterator[tuple]:
    """Every leaf with its deed, in order; deeds without a leaf at the end. Inside a transaction."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(ROWS)
        while part := cursor.fetchmany(AT_ONCE):
            yield from part


def _read_one_state() -> None:
    """All questions of this transaction see the same rows. Inside another transaction (a test) it is too late."""
    if not connection.in_atomic_block or len(connection.savepoint_ids) == 0:
        with connection.cursor() as cursor:
            cursor.execute("set transaction isolation level repeatable read")


def _from_outside(files: Mapping[str, str], key: notes.OriginKey, found: list[Finding]) -> Iterator[Held]:
    for name, note in files.items():
        try:
            yield Held(notes.opened(note, key), name)
        except notes.NotANote:
            found.append(Finding(Kind.FOREIGN, source=name))


def _head(key: notes.OriginKey, found: list[Finding]) -> Iterator[Held]:
    """The newest head beside the database counts as held outside of it."""
    try:
        note = head.kept_note()
        if note is None:
            found.append(Finding(Kind.NO_HEAD))
        else:
            yield Held(notes.opened(note, key), "head")
    except notes.NotANote:
        found.append(Finding(Kind.CHECKPOINT_CHANGED, source="head"))


def _stored(key: notes.OriginKey, found: list[Finding]) -> Iterator[Held]:
    """The checkpoints of the table: numbered without a gap, signed, and as their own columns say."""
    for expected, row in enumerate(sorted(checkpoints(), key=lambda one: one.number), 1):
        source = called(row.number)
        try:
            said = notes.opened(row.note, key)
        except notes.NotANote:
            said = None
        columns = (row.size, bytes(row.root), row.at)
        if said is None or columns != (said.size, said.root, said.at) or row.number < expected:
            found.append(Finding(Kind.CHECKPOINT_CHANGED, source=source))
        if said is not None:
            yield Held(said, source, outside=False)


def _missing(
    made: Iterable[tuple[int, int, str, int | None]], stored: Mapping[str, Held], found: list[Finding]
) -> list[Finding]:
    """Every checkpoint has its deed, and every such deed its checkpoint."""
    told = {called(number): (size, root) for number, size, root, _ in made}
    missing = [
        Finding(Kind.CHECKPOINT_MISSING, position, source=called(number))
        for number, _, _, position in made
        if called(number) not in stored and not any(f.source == called(number) for f in found)
    ]
    changed = [
        Finding(Kind.CHECKPOINT_CHANGED, source=source)
        for source, held in stored.items()
        if told.get(source) != (held.checkpoint.size, held.checkpoint.root.hex())
    ]
    return missing + changed


def called(number: int) -> str:
    """A stored checkpoint, in a sentence."""
    return f"checkpoint {number}"
