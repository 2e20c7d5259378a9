"""What somebody decides on a pair: a judgement, made where all judgements are made."""

from sanad.accounts.readers import Reader
from sanad.matching.models import Pair
from sanad.violations import actions as violations
from sanad.violations import queries
from sanad.violations.actions.locking import changed_since
from sanad.violations.models import Judgement

ENTRY = "entry"  # of two reports: the same entry typed in twice


def decide(pair: Pair, verdict: str, *, why: str, by: Reader) -> Judgement:
    """Same, different or unsure; of two reports also the same entry twice, of which the younger is withdrawn."""
    if pair.kind == Pair.Kind.PERSON:
        return violations.judge_same_person(pair.one, pair.other, verdict, why=why, by=by)
    reports = {one.pk: one for one in queries.reports_visible_to(by).filter(pk__in=[pair.one, pair.other])}
    if len(reports) != 2:
        raise changed_since()
    judge = violations.judge_same_entry if verdict == ENTRY else violations.judge_same_event
    said = "same" if verdict == ENTRY else verdict
    return judge(reports[pair.one], reports[pair.other], said, why=why, by=by)
