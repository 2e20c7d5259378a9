"""Words for lights, codes, provinces and periods."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from sanad.codes import queries as codes
from sanad.commitments.models import Action, Indicator
from sanad.commitments.rules.lights import KINDS, LIGHT_TITLES, SIGNS, Light
from sanad.kit.refusals import Reason
from sanad.places import queries as places
from sanad.web import formats
from sanad.web.refusals import say_all


@dataclass(frozen=True)
class Shown:
    """A light as a page shows it: a word, a sign, a colour that repeats them, the reasons as sentences."""

    word: str
    sign: str
    kind: str
    why: list[str]


def shown(light: Light, reasons: Iterable[Reason] = ()) -> Shown:
    """A light in words."""
    return Shown(_(LIGHT_TITLES[light]), SIGNS[light], KINDS[light], say_all(reasons))


def code_words(vocabulary: str, numbers: Collection[int]) -> list[str]:
    """Names of codes, in the order of their vocabulary."""
    wanted = set(numbers)
    return [codes.label(one) for one in codes.codes_of(vocabulary) if one.pk in wanted] if wanted else []


def province_words(numbers: Collection[int]) -> list[str]:
    """Names of provinces."""
    wanted = set(numbers)
    return [places.place_label(one) for one in places.provinces() if one.id in wanted] if wanted else []


def title_of(row: Action | Indicator) -> str:
    """The title in the reader's language, where there is one."""
    english = row.title if isinstance(row, Action) else row.name
    urdu = row.title_ur if isinstance(row, Action) else row.name_ur
    return urdu if urdu and formats.in_urdu() else english


def value_words(indicator: Indicator, value: Decimal | None) -> str:
    """A value with its unit; a share as a percentage."""
    if value is None:
        return _("nothing to take a share of")
    if indicator.live == "share":
        return formats.percent(float(value) / 100, 1 if value % 1 else 0)
    plain = value.normalize()
    places_ = max(0, -int(plain.as_tuple().exponent))
    return f"{formats.number(plain, places_) if places_ else formats.number(int(plain))} {indicator.unit}".strip()
