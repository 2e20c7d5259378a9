"""Whether verdicts on what an office keeps need a second person, and who decides that they do."""

from collections.abc import Iterable

from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader, operator
from sanad.accounts.scope import scoped
from sanad.ledger import actions as ledger
from sanad.violations.actions.locking import deed
from sanad.violations.actions.reasons import reason
from sanad.violations.models import ReviewRule
from sanad.violations.rules.verifying import FINAL


def wants_second(custodians: Iterable[int], verdict: str, by: Reader) -> bool:
    """Does an office that keeps this, or the one that judges, want a second person for such a verdict?

    Whoever keeps a part of it decides, also where the one who judges does not see that part.
    """
    if verdict not in FINAL:
        return False
    offices = {*custodians, *([by.office_id] if by.office_id else [])}
    with scoped(operator()):
        return ReviewRule.objects.filter(custodian__in=offices, second_person=True).exists()


@deed
def set_review_rule(office: int, second_person: bool, *, why: str, by: Reader) -> ReviewRule:
    """Decide whether verdicts on what an office keeps hold only once a second person has confirmed them."""
    require(by, Permission.REVIEW_RULE, custodian=office)
    said = {
        "second_person": second_person, "changed_at": timezone.now(), "changed_by": by.user_id, "why": reason(why),
    }  # fmt: skip
    rule, _made = ReviewRule.objects.update_or_create(custodian_id=office, defaults=said)
    ledger.record(
        "review.second_person" if second_person else "review.one_person", by=by, object_kind="office",
        object_id=office, office=office,
    )  # fmt: skip
    return rule
