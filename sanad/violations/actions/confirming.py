"""A second person agrees with a verdict, and with that it holds. Never whoever gave it."""

from collections.abc import Sequence

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader
from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, NotPermitted, OutOfOrder
from sanad.ledger import actions as ledger
from sanad.violations.actions.judging import bound, judge, require_kept
from sanad.violations.actions.locking import deed, hold_judged
from sanad.violations.actions.rederive import rederive_judged
from sanad.violations.models import Judgement
from sanad.violations.queries.material import confirmations_of


@deed
def confirm_verdicts(proposed: Sequence[Judgement], *, why: str, by: Reader) -> list[Judgement]:
    """Agree, as the second person, with verdicts that wait for one."""
    for one in proposed:
        require_kept(by, Permission.JUDGE_VERIFY, one.custodians)
        if by.user_id is None or one.made_by == by.user_id:
            raise NotPermitted.one("own_verdict", N_("This verdict is your own. Somebody else has to confirm it."))
    hold_judged(proposed)
    _require_waiting(proposed)
    together = uuid7()
    made = [
        judge(by, why, Judgement.Kind.CONFIRMED, "holds", one.custodians, confirms=one, together=together)
        for one in proposed
    ]
    rederive_judged(proposed)
    for judgement, one in zip(made, proposed, strict=True):
        of = "violation" if one.act else "attribution"
        ledger.record(
            f"{of}.{one.verdict}", by=by, object_kind="violation" if one.act else "involvement",
            object_id=one.act or one.involvement, office=judgement.custodian_id, **bound(judgement),
        )  # fmt: skip
    return made


def _require_waiting(proposed: Sequence[Judgement]) -> None:
    """Refused where somebody has confirmed or taken back one of them in the meantime, or it never waited."""
    keys = [one.pk for one in proposed]
    if not all(one.needs_second for one in proposed) or Judgement.objects.filter(undoes__in=keys).exists():
        raise OutOfOrder.one("waits_no_longer", N_("This verdict waits for nobody any more. Look at it again."))
    if confirmations_of(proposed):
        raise OutOfOrder.one("already_confirmed", N_("Somebody has confirmed this verdict already."))
