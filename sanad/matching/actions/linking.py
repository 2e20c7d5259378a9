"""Links that the machine makes: judgements like any other, marked as its own, each whole or not there."""

from collections.abc import Iterable
from dataclasses import replace

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from sanad.accounts.queries.making_readers import keeps_all
from sanad.accounts.readers import Reader
from sanad.accounts.scope import scoped
from sanad.kit.refusals import Refused
from sanad.matching import queries
from sanad.matching.models import Pair, Run
from sanad.matching.rules import may_link
from sanad.violations import actions as violations

BY = "matching"


def link_what_is_sure(pairs: Iterable[Pair], *, run: Run, by: Reader) -> tuple[int, int]:
    """Link persons above the set probability, as far as nothing that people decided speaks against it.

    What is refused stays a proposal and says why. How many were linked, and how many held back.
    """
    least = settings.LINK_ABOVE / 1000
    linked = held_back = 0
    for pair in pairs:
        if pair.kind != Pair.Kind.PERSON or settings.LINK_ABOVE >= 1000:
            continue
        keeper = keeps_all(pair.custodians)
        if keeper is None or not may_link(pair.probability, pair.levels, least=least):
            continue
        why = _link(pair, replace(by, office_id=keeper, name=BY, user_id=None))
        linked += why == ""
        held_back += bool(why)
    return linked, held_back


def _link(pair: Pair, by: Reader) -> str | None:
    """Link two mentions; gives the code of what spoke against it, or None where somebody decided on them already."""
    with scoped(by):
        if queries.ever_judged(pair.one, pair.other, pair.kind):
            return None
        try:
            with transaction.atomic(), override("en"):
                why = _("Linked by the machine: %(percent)s %% likely") % {"percent": f"{100 * pair.probability:.2f}"}
                made = violations.judge_same_person(pair.one, pair.other, "same", why=why, by=by)
                Pair.objects.filter(pk=pair.pk).update(linked_by=made.pk, held_back="")
        except Refused as refused:
            Pair.objects.filter(pk=pair.pk).update(held_back=refused.reasons[0].code[:40])
            return refused.reasons[0].code
    return ""
