"""Loading the codes from their files: the only way in which they change."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from sanad.codes import files, queries
from sanad.codes.models import Code, Loaded, Vocabulary
from sanad.ledger.actions import Doer, record

CARRIED = ("name_en", "name_ur", "definition_en", "huridocs", "iccs", "since", "until", "heading", "rank", "also")


@dataclass(frozen=True)
class Loading:
    """What a load did: how many codes came, changed and were ended, and the version that now holds."""

    added: int
    changed: int
    ended: int
    version: str


@transaction.atomic
def load_codes(folder: Path | None = None, *, by: Doer | None = None) -> Loading:
    """Bring the tables in line with `data/codes`; the same files twice change nothing.

    Nothing is deleted and no id or slug changes, because records point to them: a code that is gone from its file gets
    an `until`, and is offered again when it returns. Ids are given out in the order of the files, so fresh sites with
    the same files have the same ids. At set-up there is nobody yet to load them `by`, and no deed is written.
    """
    folder = folder or settings.DATA
    vocabularies = files.vocabularies_in(folder)
    files.classifications_in(folder)  # a fault in an official list or a preset stops the load, not the first count
    files.presets_in(folder)
    with connection.cursor() as cursor:  # two loads at once would give out the same ids
        cursor.execute(f"lock table {Code._meta.db_table} in share row exclusive mode")
    before = {code.pk: _state(code) for code in Code.objects.all()}
    for vocabulary in vocabularies:
        _load_vocabulary(vocabulary)
    after = {code.pk: code for code in Code.objects.all()}
    changed = [code for pk, code in after.items() if pk in before and before[pk] != _state(code)]
    ended = [code for code in changed if code.until is not None and before[code.pk]["until"] is None]
    version = files.version_of(folder)
    if not Loaded.objects.exists() or Loaded.objects.latest().version != version:
        Loaded.objects.create(version=version, at=timezone.now(), codes=len(after))
        if by is not None:
            record("codes.loaded", by=by, object_kind="codes", object_id=version, codes=len(after), ended=len(ended))
    queries.forget()
    transaction.on_commit(queries.forget)  # another thread may have read the old rows until now
    return Loading(len(after) - len(before), len(changed) - len(ended), len(ended), version)


def _load_vocabulary(read: files.VocabularyFile) -> None:
    names = {"name_en": read.name_en, "name_ur": read.name_ur, "version": read.version}
    vocabulary = Vocabulary.objects.filter(slug=read.slug).first()
    if vocabulary is None:
        vocabulary = Vocabulary.objects.create(id=_next_id(Vocabulary), slug=read.slug, **names)
    else:
        Vocabulary.objects.filter(pk=vocabulary.pk).update(**names)
    known = {code.slug: code for code in vocabulary.codes.all()}
    new: list[Code] = []
    changed: list[Code] = []
    next_id = _next_id(Code)
    for position, line in enumerate(read.codes):  # a parent stands above its children in the file
        code = known.get(line.slug) or Code(id=next_id + len(new), vocabulary=vocabulary, slug=line.slug)
        before = _state(code)
        for field in CARRIED:
            setattr(code, field, getattr(line, field))
        code.also = list(line.also)
        code.position = position
        code.parent = known[line.parent] if line.parent else None
        if line.slug not in known:
            new.append(code)
        elif _state(code) != before:
            changed.append(code)
        known[line.slug] = code
    Code.objects.bulk_create(new)
    Code.objects.bulk_update(changed, [*CARRIED, "position", "parent"])
    gone = known.keys() - {line.slug for line in read.codes}
    vocabulary.codes.filter(slug__in=gone, until=None).update(until=timezone.localdate())


def _state(code: Code) -> dict[str, object]:
    return {field: getattr(code, field) for field in (*CARRIED, "position", "parent_id")}


def _next_id(model: type[Code] | type[Vocabulary]) -> int:
    last = model.objects.order_by("-pk").values_list("pk", flat=True).first()
    return (last or 0) + 1
