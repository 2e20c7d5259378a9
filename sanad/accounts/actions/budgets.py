"""Telling the head of an office that somebody has looked at as many people as a day allows."""

from django.utils import timezone

from sanad.accounts.actions.approvals import notify
from sanad.accounts.models import Notice
from sanad.accounts.readers import Reader
from sanad.accounts.rules import NoticeKind
from sanad.accounts.scope import scoped


def tell_over_budget(by: Reader) -> None:
    """Tell the head, once a day for each user. In a transaction of its own: what was refused is rolled back."""
    if by.office_id is None or by.user_id is None:
        return
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    with scoped(by):
        told = Notice.objects.filter(office_id=by.office_id, kind=NoticeKind.OVER_BUDGET, about=str(by.user_id))
        if not told.filter(at__gte=midnight).exists():
            notify(by.office_id, NoticeKind.OVER_BUDGET, about=by.user_id)
