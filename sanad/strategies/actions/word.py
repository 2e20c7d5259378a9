"""A Word file comes in: read once, understood with a person's answers, shown, and only then taken over."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import IO
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, Incomplete, OutOfOrder
from sanad.kit.text import clean, visible
from sanad.ledger.actions import record
from sanad.strategies.actions.drafting import DRAFT, next_draft
from sanad.strategies.models import Clause, Draft, PlannedAction, Strategy, WordFile
from sanad.strategies.queries.texts import clauses_of, planned_of
from sanad.strategies.rules.blocks import Answers, answers_from, block_from
from sanad.strategies.rules.matching import Piece, match, match_across
from sanad.strategies.rules.understanding import understand
from sanad.strategies.rules.understood import ReadAction, ReadClause, Understood
from sanad.strategies.word.reading import read_word

KEPT = ("id", "draft", "custodian", "identity")  # of a row that is in the draft already
BILINGUAL = ("words", "agency", "timeline", "indicator")
SINGLE = ("baseline", "target", "budget", "evidence")
LONGEST = {"timeline": 300, "baseline": 300, "target": 300, "budget": 300}


@dataclass
class Foreseen:
    """What taking a file over would do. `identities`: of the clauses and actions of the file, in their order."""

    understood: Understood
    target: Draft  # the draft on whose text the file is laid, or which it follows
    makes_new: bool
    clauses: list[UUID | None] = field(default_factory=list)
    actions: list[UUID | None] = field(default_factory=list)
    dropped: list[Clause] = field(default_factory=list)
    dropped_actions: list[PlannedAction] = field(default_factory=list)
    not_found: list[str] = field(default_factory=list)  # in the other language: lines that no clause answers to


@transaction.atomic
def read_word_file(
    strategy: Strategy, file: IO[bytes], *, name: str, size: int, language: str, into: Draft | None = None, by: Reader
) -> WordFile:
    """Read a Word file for a strategy; nothing is in a draft yet."""
    require(by, Permission.STRATEGY_WRITE, custodian=strategy.custodian_id)
    blocks = read_word(file)
    if not blocks:
        raise Incomplete.one("word.nothing", N_("The file holds no text. Pictures of text cannot be read."), "file")
    made = WordFile.objects.create(
        custodian_id=strategy.custodian_id,
        strategy=strategy,
        file_name=visible(clean(PurePath(name.replace("\\", "/")).name))[:200] or "file",
        size=size,
        language=language,
        into=into,
        blocks=[block.plain() for block in blocks],
        made_at=timezone.now(),
        made_by=by.user_id,
    )
    record("strategy.word_read", by=by, object_kind="strategy", object_id=strategy.pk, office=strategy.custodian_id)
    return made


@transaction.atomic
def answer_doubts(word: WordFile, answers: Answers, *, by: Reader) -> None:
    """Keep what a person said to the doubts of a file."""
    require(by, Permission.STRATEGY_WRITE, custodian=word.custodian_id)
    word.answers = answers.plain()
    word.save(update_fields=["answers"])


@transaction.atomic
def leave_word(word: WordFile, *, by: Reader) -> None:
    """Do not take a file over; what was read of it goes."""
    require(by, Permission.STRATEGY_WRITE, custodian=word.custodian_id)
    word.state, word.blocks = WordFile.State.LEFT, []
    word.save(update_fields=["state", "blocks"])


def foresee(word: WordFile) -> Foreseen:
    """What the file says, and which of its clauses are which of the draft before."""
    understood = understand([block_from(plain) for plain in word.blocks], answers_from(word.answers))
    target = word.into or Draft.objects.filter(strategy=word.strategy).order_by("-number").first()
    assert target is not None  # a strategy has a draft from its beginning
    foreseen = Foreseen(understood, target, makes_new=not word.into and target.state != Draft.State.OPEN)
    source = target
    if not word.into and target.based_on and not clauses_of(target).exists():
        source = target.based_on
    clauses, planned = list(clauses_of(source)), list(planned_of(source))
    recognise = match_across if word.into else match
    language = "en" if word.into and word.language == "ur" else "ur" if word.into else word.language
    foreseen.clauses = recognise(_pieces(clauses, language), [_read_piece(one) for one in understood.clauses])
    foreseen.actions = recognise(_planned_pieces(planned, language), [_read_planned(one) for one in understood.actions])
    kept, kept_actions = set(foreseen.clauses), set(foreseen.actions)
    if word.into:
        lines: list[ReadClause | ReadAction] = [*understood.clauses, *understood.actions]
        found = zip(lines, [*foreseen.clauses, *foreseen.actions], strict=True)
        foreseen.not_found = [_shown(one) for one, identity in found if identity is None]
    else:
        foreseen.dropped = [clause for clause in clauses if clause.identity not in kept]
        foreseen.dropped_actions = [one for one in planned if one.identity not in kept_actions]
    return foreseen


def _pieces(clauses: list[Clause], language: str) -> list[Piece]:
    return [
        Piece(
            one.identity,
            one.kind,
            one.number,
            f"{getattr(one, f'heading_{language}')} {getattr(one, f'text_{language}')}",
        )
        for one in clauses
    ]


def _planned_pieces(planned: list[PlannedAction], language: str) -> list[Piece]:
    return [Piece(one.identity, "action", "", getattr(one, f"words_{language}")) for one in planned]


def _read_piece(one: ReadClause) -> Piece:
    return Piece(None, one.kind, one.number, f"{one.heading} {one.text}", one.mark)


def _read_planned(one: ReadAction) -> Piece:
    return Piece(None, "action", "", one.row.get("words"), one.row.mark)


def _shown(one: ReadClause | ReadAction) -> str:
    words = one.row.get("words") if isinstance(one, ReadAction) else f"{one.number} {one.heading or one.text}"
    return words.strip()[:80]


@transaction.atomic
def take_word(word: WordFile, *, by: Reader) -> Draft:
    """Take a file over: into the draft that is being written, as the next draft, or as words in the other language."""
    require(by, Permission.STRATEGY_WRITE, custodian=word.custodian_id)
    word = WordFile.objects.select_for_update(of=("self",)).select_related("into", "strategy").get(pk=word.pk)
    if word.state != WordFile.State.READ:
        raise OutOfOrder.one("word.taken", N_("This file was taken over or left already."))
    foreseen = foresee(word)
    if not foreseen.understood.clauses and not foreseen.understood.actions:
        raise Incomplete.one("word.nothing", N_("The file holds no text. Pictures of text cannot be read."))
    if foreseen.not_found:
        sentence = N_("Lines of the file that no clause of the draft answers to: %(count)s. Correct the file first.")
        raise Incomplete.one("word.not_found", sentence, count=len(foreseen.not_found))
    draft = next_draft(foreseen.target, by=by, copied=False) if foreseen.makes_new else foreseen.target
    if draft.state == Draft.State.FINAL:
        raise OutOfOrder.one("draft.is_final", N_("This draft is final: nothing more is asked of it."))
    _lay(word, foreseen, draft)
    if not word.into:
        draft.file_name, draft.language = word.file_name, word.language
        draft.save(update_fields=["file_name", "language"])
    word.state, word.blocks = WordFile.State.TAKEN, []
    word.save(update_fields=["state", "blocks"])
    record(
        "strategy_draft.word_taken",
        by=by,
        object_kind=DRAFT,
        object_id=draft.pk,
        office=draft.custodian_id,
        clauses=len(foreseen.clauses),
        actions=len(foreseen.actions),
        language=word.language,
    )
    return draft


def _lay(word: WordFile, foreseen: Foreseen, draft: Draft) -> None:
    """Write clauses and actions: those that are known are changed, new ones made, missing ones dropped."""
    language, whole = word.language, not word.into
    source = draft.based_on if draft.based_on and not draft.clauses.exists() else draft
    other = {one.identity: one for one in clauses_of(source or draft, dropped=True)}
    here = {one.identity: one for one in clauses_of(draft, dropped=True)}
    rows: dict[int, Clause] = {}
    for order, (said, identity) in enumerate(zip(foreseen.understood.clauses, foreseen.clauses, strict=True), 1):
        row = here.get(identity) or _like(other.get(identity), draft, identity)
        if whole:
            row.order, row.depth, row.kind, row.number = order, said.depth, said.kind, said.number
            row.dropped = False
        setattr(row, f"heading_{language}", said.heading)
        setattr(row, f"text_{language}", said.text)
        row.version += row.identity in here
        rows[id(said)] = row
    _store(Clause, rows.values(), here)
    planned_here = {one.identity: one for one in planned_of(draft, dropped=True)}
    planned_other = {one.identity: one for one in planned_of(source or draft, dropped=True)}
    planned = []
    for order, (act, identity) in enumerate(zip(foreseen.understood.actions, foreseen.actions, strict=True), 1):
        one = planned_here.get(identity) or _planned_like(planned_other.get(identity), draft, identity)
        _fill(one, act, language, rows, order if whole else None)
        one.version += one.identity in planned_here
        planned.append(one)
    _store(PlannedAction, planned, planned_here)
    if whole:
        Clause.objects.filter(draft=draft).exclude(identity__in=[row.identity for row in rows.values()]).update(
            dropped=True
        )
        PlannedAction.objects.filter(draft=draft).exclude(identity__in=[one.identity for one in planned]).update(
            dropped=True
        )


def _like(old: Clause | None, draft: Draft, identity: UUID | None) -> Clause:
    """A row of this draft for a clause of the one before, with its words in the other language; or a new one."""
    row = Clause(id=uuid7(), draft=draft, custodian_id=draft.custodian_id, identity=identity or uuid7(), order=0)
    if old is not None:
        for name in ("heading_en", "heading_ur", "text_en", "text_ur"):
            setattr(row, name, getattr(old, name))
    return row


def _planned_like(old: PlannedAction | None, draft: Draft, identity: UUID | None) -> PlannedAction:
    row = PlannedAction(id=uuid7(), draft=draft, custodian_id=draft.custodian_id, identity=identity or uuid7(), order=0)
    if old is not None:
        for name in (*(f"{one}_{language}" for one in BILINGUAL for language in ("en", "ur")), *SINGLE):
            setattr(row, name, getattr(old, name))
    return row


def _fill(one: PlannedAction, said: ReadAction, language: str, rows: Mapping[int, Clause], order: int | None) -> None:
    for name in BILINGUAL:
        setattr(one, f"{name}_{language}", said.row.get(name)[: LONGEST.get(name)])
    for name in SINGLE:
        if order is not None or not getattr(one, name):
            setattr(one, name, said.row.get(name)[: LONGEST.get(name)])
    if order is not None:
        one.order, one.dropped = order, False
        one.theme = rows.get(id(said.theme)) if said.theme else None
        one.outcome = rows.get(id(said.outcome)) if said.outcome else None


def _store(model: type, rows: object, here: Mapping[UUID, object]) -> None:
    """Two statements, however many rows."""
    made: list[object] = []
    changed: list[object] = []
    for row in rows:  # type: ignore[attr-defined]
        (changed if row.identity in here else made).append(row)
    model.objects.bulk_create(made, batch_size=500)  # type: ignore[attr-defined]
    names = [one.name for one in model._meta.concrete_fields if one.name not in KEPT]  # type: ignore[attr-defined]
    if changed:
        model.objects.bulk_update(changed, names, batch_size=200)  # type: ignore[attr-defined]
