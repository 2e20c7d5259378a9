"""Recommendations, actions and clusters: written down and changed; the history of rows keeps what was before."""

from collections.abc import Mapping

from django.db import IntegrityError, transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.commitments.models import Action, Cluster, Recommendation
from sanad.kit.dates import PartialDate
from sanad.kit.refusals import N_, Incomplete, OutOfOrder, Refused
from sanad.ledger.actions import record
from sanad.ledger.scope import because

Values = Mapping[str, object]


@transaction.atomic
def record_recommendation(
    values: Values, *, by: Reader, changing: Recommendation | None = None, why: str = ""
) -> Recommendation:
    """Write down what somebody asked for, or change what stands; a part stands once."""
    row = changing or Recommendation(custodian_id=_keeper(by), made_by=by.user_id, made_at=timezone.now())
    require(by, Permission.COMMITMENT_KEEP, custodian=row.custodian_id)
    _take(row, values)
    row.asked_first = PartialDate.parse(row.asked_on).earliest() if row.asked_on else None
    if not row.position:
        row.position_on = row.position_document = ""
    try:
        with transaction.atomic(), because(why):
            row.save()
    except IntegrityError as error:
        if "recommendation_part_once" not in str(error):
            raise
        sentence = N_("%(part)s of %(source)s is written down already.")
        raise OutOfOrder.one(
            "recommendation.twice", sentence, "paragraph", part=row.number, source=row.source
        ) from error
    _write_down("recommendation", row, changing, by)
    return row


@transaction.atomic
def record_action(values: Values, *, by: Reader, changing: Action | None = None, why: str = "") -> Action:
    """Write down what will be done, or change it."""
    row = changing or Action(custodian_id=_keeper(by), made_by=by.user_id, made_at=timezone.now())
    require(by, Permission.COMMITMENT_KEEP, custodian=row.custodian_id)
    _take(row, values)
    if row.starts and row.ends and row.ends < row.starts:
        raise Refused.one("action.ends_before", N_("The action ends before it starts."), "ends")
    with because(why):
        row.save()
    _write_down("action", row, changing, by)
    return row


@transaction.atomic
def drop_action(row: Action, *, why: str, by: Reader) -> None:
    """It will not be done; it stays in the record with the reason."""
    require(by, Permission.COMMITMENT_KEEP, custodian=row.custodian_id)
    if not why.strip():
        raise Incomplete.one("say_why", N_("Say why this is needed."), "why")
    if row.dropped_on is not None:
        raise OutOfOrder.one("action.dropped_already", N_("This action was dropped already."))
    row.dropped_on, row.why_dropped = timezone.localdate(), why.strip()[:400]
    with because(why):
        row.save(update_fields=["dropped_on", "why_dropped"])
    record("action.dropped", by=by, object_kind="action", object_id=row.pk, office=row.custodian_id)


@transaction.atomic
def put_in_cluster(row: Recommendation, name: str, *, by: Reader) -> Cluster | None:
    """Put a recommendation with those that ask for the same; an empty name takes it out."""
    require(by, Permission.COMMITMENT_KEEP, custodian=row.custodian_id)
    cluster = None
    if name.strip():
        cluster, _made = Cluster.objects.get_or_create(custodian_id=row.custodian_id, name=name.strip()[:200])
    if row.cluster_id != (cluster.pk if cluster else None):
        row.cluster = cluster
        row.save(update_fields=["cluster"])
        _write_down("recommendation", row, row, by)
    return cluster


def _take(row: Recommendation | Action, values: Values) -> None:
    """Set the named columns; a name that is no column is a programmer's mistake."""
    for name, value in values.items():
        row._meta.get_field(name.removesuffix("_id"))
        setattr(row, name, value)


def _keeper(by: Reader) -> int:
    if by.office_id is None:
        raise OutOfOrder.one("no_office_yet", N_("There is no office yet that could keep this."))
    return by.office_id


def _write_down(kind: str, row: Recommendation | Action, changing: object, by: Reader) -> None:
    deed = f"{kind}.changed" if changing else f"{kind}.recorded"
    record(deed, by=by, object_kind=kind, object_id=row.pk, office=row.custodian_id)
