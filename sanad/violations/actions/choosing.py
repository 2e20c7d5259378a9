"""Choosing a value where accounts differ. Who keeps one of the accounts may choose; the others stay visible."""

from collections.abc import Iterable
from uuid import UUID

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader
from sanad.ledger import actions as ledger
from sanad.violations import queries
from sanad.violations.actions.judging import bound, judge, require_kept
from sanad.violations.actions.locking import changed_since, deed
from sanad.violations.actions.rederive import rederive_judged
from sanad.violations.models import Judgement
from sanad.violations.rules import ACT_FIELDS, PERSON_FIELDS

Bounds = tuple[int | None, int | None, int | None]


@deed
def choose_toll(mention: UUID, bounds: Bounds, *, why: str, by: Reader) -> Judgement:
    """Choose least, best and most of a group where accounts differ; toll has no default."""
    low, best, high = bounds
    stated = [number for number in bounds if number is not None]
    if not stated or min(stated) < 0 or (low is not None and high is not None and low > high):
        raise ValueError(f"no toll {bounds!r}")
    person = queries.person_described(by, mention)
    if person is None or person.kind != "group":
        raise changed_since()
    value = {"min": low, "best": best, "max": high}
    return _chosen(by, why, person.custodians, mention=person.pk, field="toll", value=value)


@deed
def choose_value(of: UUID, field: str, prefer: UUID, *, why: str, by: Reader) -> Judgement:
    """Let one account's value of a field stand. `of` and `prefer` are roots of acts, or of mentions for sex and age."""
    if field in ACT_FIELDS:
        violation = queries.violation_grounded(by, of)
        if violation is None or prefer not in queries.grounds_of(by, violation):
            raise changed_since()
        return _chosen(by, why, violation.custodians, act=violation.pk, field=field, value={"prefer": str(prefer)})
    if field not in PERSON_FIELDS:
        raise ValueError(f"no field {field!r} on which accounts could differ")
    person = queries.person_described(by, of)
    if person is None or prefer not in queries.mentions_of(by, person):
        raise changed_since()
    return _chosen(by, why, person.custodians, mention=person.pk, field=field, value={"prefer": str(prefer)})


def _chosen(by: Reader, why: str, custodians: Iterable[int], **of: object) -> Judgement:
    require_kept(by, Permission.JUDGE_VERIFY, custodians)
    judgement = judge(by, why, Judgement.Kind.CHOSEN, "holds", custodians, **of)
    rederive_judged([judgement])
    kind, row = ("act", judgement.act) if judgement.act else ("mention", judgement.mention)
    ledger.record(
        "value.chosen", by=by, object_kind=kind, object_id=row, office=judgement.custodian_id,
        **bound(judgement), field=judgement.field,
    )  # fmt: skip
    return judgement
