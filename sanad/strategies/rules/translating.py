"""Whether a text was changed in one language and not in the other: then the other is older than the text."""

from collections.abc import Iterable
from dataclasses import dataclass

ENGLISH, URDU = "en", "ur"


@dataclass(frozen=True)
class Said:
    """What one draft says in each language, by a fingerprint; empty where it says nothing."""

    en: str
    ur: str


def older_language(drafts: Iterable[Said]) -> str:
    """The language whose words are older than the other's after these drafts, the first first; empty where neither is.

    Words that come newly to those of the other language are a translation of them. What is said in one language only
    has no older one.
    """
    older, before = "", None
    for now in drafts:
        if before is not None:
            older = _after(older, before, now)
        before = now
    return older


def _after(older: str, before: Said, now: Said) -> str:
    if not (before.en and before.ur and now.en and now.ur):
        return ""
    english, urdu = before.en != now.en, before.ur != now.ur
    if english == urdu:
        return "" if english else older
    changed, other = (ENGLISH, URDU) if english else (URDU, ENGLISH)
    return "" if older == changed else other
