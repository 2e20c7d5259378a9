"""Verdicts on many things by one deed, and taking all of one deed back."""

from collections.abc import Iterable, Sequence

from sanad.accounts.readers import Reader
from sanad.kit.refusals import N_, OutOfOrder
from sanad.violations.actions.judging import Terms, judge_attributions, judge_violations, undo_judgement
from sanad.violations.actions.locking import deed
from sanad.violations.models import Involvement, Judgement, Violation


@deed
def judge_together(
    violations: Sequence[Violation],
    involvements: Sequence[Involvement],
    verdict: str,
    *,
    why: str,
    by: Reader,
    terms: Terms | None = None,
) -> list[Judgement]:
    """One verdict on violations and attributions, of one event or of many: all of them or none."""
    terms = terms or Terms()
    if not violations and not involvements:
        raise OutOfOrder.one("nothing_to_judge", N_("This event has no violation that could be judged."))
    made = judge_violations(violations, verdict, why=why, by=by, terms=terms) if violations else []
    if involvements:
        made = [*made, *judge_attributions(involvements, verdict, why=why, by=by, terms=terms)]
    return made


@deed
def undo_together(judgements: Iterable[Judgement], *, why: str, by: Reader) -> list[Judgement]:
    """Take all judgements of one deed back: all of them or none."""
    return [undo_judgement(one, why=why, by=by) for one in judgements]
