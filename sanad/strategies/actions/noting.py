"""What a group asks for, as its rapporteurs type it. Two of them on one point lose nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader, ReaderKind
from sanad.gatherings.models import Group
from sanad.kit.refusals import N_, Incomplete, OutOfOrder
from sanad.kit.text import ARABIC_LETTER, clean
from sanad.ledger.actions import record
from sanad.strategies.models import Clause, Consultation, Disposition, Draft, Invitation, Point, PointVersion

POINT = "strategy_point"
WORDS = ("group_words", "plenary_words", "dissent")


@dataclass(frozen=True)
class PointWords:
    """What was said: by the group, then by the plenary, and who disagreed."""

    group_words: str
    plenary_words: str = ""
    dissent: str = ""
    clause: Clause | None = None


def _require_noter(custodian: int, by: Reader) -> None:
    """Somebody of the office, or whoever holds a link of it; the view asked which group or invitation it opens."""
    if by.kind != ReaderKind.LINK:
        require(by, Permission.STRATEGY_WRITE, custodian=custodian)


@transaction.atomic
def note_point(
    draft: Draft, said: PointWords, *, group: Group | None = None, invitation: Invitation | None = None, slip: UUID,
    by: Reader,
) -> Point:  # fmt: skip
    """Write down what was asked for. The same slip sent twice (a slow line, a second press) is one point."""
    _require_noter(draft.custodian_id, by)
    _require_noting(draft, group)
    known = Point.objects.filter(slip=slip).first()
    if known is not None:
        return known
    words = _words(said)
    with _numbering(draft):
        last = Point.objects.filter(draft=draft).aggregate(last=Max("number"))["last"] or 0
        now = timezone.now()
        point = Point.objects.create(
            custodian_id=draft.custodian_id,
            draft=draft,
            group=group,
            invitation=invitation,
            clause=said.clause,
            number=last + 1,
            language="ur" if ARABIC_LETTER.search(words["group_words"]) else "en",
            slip=slip,
            made_at=now,
            made_by=by.user_id,
            **words,
        )
    _keep_version(point, words, said.clause, 1, by)
    record(f"{POINT}.noted", by=by, object_kind=POINT, object_id=point.pk, office=draft.custodian_id)
    return point


@contextmanager
def _numbering(draft: Draft) -> Iterator[None]:
    """Points of one draft are numbered one after another, whoever types."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 7))", [f"points {draft.pk}"])
    yield


@transaction.atomic
def reword_point(point: Point, said: PointWords, *, seen: int, by: Reader) -> PointVersion:
    """Change a point. Who had not seen the newest words overwrites nothing: theirs are kept beside, to be joined."""
    _require_noter(point.custodian_id, by)
    point = Point.objects.select_for_update().get(pk=point.pk)
    _require_noting(point.draft, None)
    _require_undecided(point)
    words = _words(said)
    same = all(getattr(point, name) == words[name] for name in WORDS) and point.clause == said.clause
    if same:
        return PointVersion.objects.get(point=point, version=point.version, beside=False)
    if seen != point.version:
        kept = _keep_version(point, words, said.clause, seen, by, beside=True)
        record(f"{POINT}.beside", by=by, object_kind=POINT, object_id=point.pk, office=point.custodian_id)
        return kept
    return _take(point, words, said.clause, by)


def _take(point: Point, words: dict[str, str], clause: Clause | None, by: Reader) -> PointVersion:
    for name, value in words.items():
        setattr(point, name, value)
    point.clause, point.version = clause, point.version + 1
    point.save(update_fields=[*WORDS, "clause", "version"])
    record(
        f"{POINT}.reworded",
        by=by,
        object_kind=POINT,
        object_id=point.pk,
        office=point.custodian_id,
        version=point.version,
    )
    return _keep_version(point, words, clause, point.version, by)


@transaction.atomic
def join_beside(point: Point, said: PointWords, *, seen: int, by: Reader) -> PointVersion:
    """Make one text of two: what was typed beside is joined in, or was looked at and left."""
    _require_noter(point.custodian_id, by)
    point = Point.objects.select_for_update().get(pk=point.pk)
    _require_undecided(point)
    if seen != point.version:
        raise OutOfOrder.one(
            "point.meanwhile", N_("Somebody changed this point meanwhile: look at it again before you join the texts.")
        )
    joined = _take(point, _words(said), said.clause, by)
    PointVersion.objects.filter(point=point, beside=True, joined_at=None).update(joined_at=timezone.now())
    return joined


@transaction.atomic
def withdraw_point(point: Point, *, by: Reader) -> None:
    """Entered in error: stays with its versions, needs no answer."""
    require(by, Permission.STRATEGY_WRITE, custodian=point.custodian_id)
    _require_undecided(point)
    Point.objects.filter(pk=point.pk, withdrawn_at=None).update(withdrawn_at=timezone.now())
    record(f"{POINT}.withdrawn", by=by, object_kind=POINT, object_id=point.pk, office=point.custodian_id)


def _keep_version(
    point: Point, words: dict[str, str], clause: Clause | None, version: int, by: Reader, *, beside: bool = False
) -> PointVersion:
    return PointVersion.objects.create(
        custodian_id=point.custodian_id,
        point=point,
        version=version,
        beside=beside,
        clause=clause,
        at=timezone.now(),
        by=by.user_id,
        **words,
    )


def _words(said: PointWords) -> dict[str, str]:
    words = {name: clean(getattr(said, name)) for name in WORDS}
    if not words["group_words"]:
        raise Incomplete.one("point.empty", N_("Write down what is asked for."), "group_words")
    return words


def _require_noting(draft: Draft, group: Group | None) -> None:
    if draft.state == Draft.State.OPEN:
        raise OutOfOrder.one("draft.not_out", N_("This draft is still being written: circulate it first."))
    if draft.state == Draft.State.FINAL:
        raise OutOfOrder.one("draft.is_final", N_("This draft is final: nothing more is asked of it."))
    if group is not None and not Consultation.objects.filter(draft=draft, gathering=group.gathering_id).exists():
        raise OutOfOrder.one("group.elsewhere", N_("This group did not work on this draft."))


def _require_undecided(point: Point) -> None:
    if Disposition.objects.filter(point=point, replaced_at=None).exists():
        raise OutOfOrder.one("point.decided", N_("What becomes of this point is decided: its words stay."))
