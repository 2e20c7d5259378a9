"""Refusals said in the reader's language."""

from collections.abc import Iterable, Mapping

from django.utils.translation import get_language_bidi, gettext

from sanad.kit.refusals import Reason, fill

ISOLATE, END_ISOLATE = "\u2068", "\u2069"


def say(reason: Reason) -> str:
    """One reason as a sentence in the active language."""
    params = _isolated(reason.params) if get_language_bidi() else reason.params
    return fill(gettext(reason.sentence), params)


def say_all(reasons: Iterable[Reason]) -> list[str]:
    """Several reasons as sentences, each said once, in the order given."""
    return list(dict.fromkeys(say(reason) for reason in reasons))


def _isolated(params: Mapping[str, object]) -> dict[str, object]:
    """Values that keep their own order in an Urdu sentence; 2023-04-17 would read 17-04-2023."""
    return {
        name: value if isinstance(value, int) or str(value).isalnum() else f"{ISOLATE}{value}{END_ISOLATE}"
        for name, value in params.items()
    }
