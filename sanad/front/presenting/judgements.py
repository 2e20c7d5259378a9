"""Judgements for pages: which were one deed, who may take them back, what their fields are called."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader
from sanad.violations.actions.judging import NEEDED
from sanad.violations.models import Judgement
from sanad.violations.queries.told import TOGETHER_SECONDS


def may_undo(reader: Reader, judgement: Judgement) -> bool:
    """Those who may judge so, at an office that keeps what was judged, or that judged."""
    needed = NEEDED.get(Judgement.Kind(judgement.kind), Permission.JUDGE_VERIFY)
    return reader.may(needed) and bool(set(judgement.custodians) & set(reader.keeps))


def grouped(judgements: Iterable[Judgement], undone: Mapping[UUID, Judgement]) -> list[list[Judgement]]:
    """Judgements of one deed: those that share its mark or came with one import; of earlier releases, which marked
    none, the same verdict by the same user for the same reason within some seconds."""
    groups: list[list[Judgement]] = []
    marked: dict[tuple[object, ...], list[Judgement]] = {}
    for one in judgements:
        if one.kind == Judgement.Kind.UNDONE:
            continue
        mark = one.together or one.batch_id
        if mark is not None:
            key = (mark, one.kind, one.verdict, one.pk in undone, one.waits)
            if key not in marked:
                groups.append(marked.setdefault(key, []))
            marked[key].append(one)
            continue
        last = groups[-1][0] if groups else None
        if last is not None and _of_one_deed(last, one) and (last.pk in undone) == (one.pk in undone):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _of_one_deed(one: Judgement, other: Judgement) -> bool:
    if one.together or other.together or one.batch_id or other.batch_id:
        return False
    same = all(getattr(one, name) == getattr(other, name) for name in ("kind", "verdict", "why", "made_by"))
    near = abs((one.made_at - other.made_at).total_seconds()) <= TOGETHER_SECONDS
    return same and near and one.kind in (Judgement.Kind.VERIFICATION, Judgement.Kind.SAME_PERSON)


def field_word(name: str) -> str:
    """What a field on which accounts differ is called."""
    return {
        "happened": _("When"),
        "place": _("Where"),
        "means": _("By what means"),
        "stated_reason": _("Stated reason"),
        "kind_of_place": _("Kind of place"),
        "sex": _("Sex"),
        "age": _("Age"),
        "toll": _("How many"),
    }.get(name, name)
