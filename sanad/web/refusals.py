"""Refusals said in the reader's language."""

from collections.abc import Iterable

from django.utils.translation import gettext

from sanad.kit.refusals import Reason, fill


def say(reason: Reason) -> str:
    """One reason as a sentence in the active language."""
    return fill(gettext(reason.sentence), reason.params)


def say_all(reasons: Iterable[Reason]) -> list[str]:
    """Several reasons as sentences, each said once, in the order given."""
    return list(dict.fromkeys(say(reason) for reason in reasons))
