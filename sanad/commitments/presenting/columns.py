"""The value of a column as the history of its row says it: names instead of numbers, days as pages write them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from sanad.commitments.fields import institution_names
from sanad.commitments.presenting.words import code_words, province_words
from sanad.commitments.queries.named import action_title, cluster_name
from sanad.commitments.rules.asked import POSITION_TITLES, RESPONSIBILITY_TITLES
from sanad.commitments.rules.measured import KIND_TITLES, LIVE_TITLES
from sanad.web import formats

SHORT = 160
VOCABULARIES = {
    "themes": ("theme",),
    "groups": ("group_of_people",),
    "rights": ("right",),
    "targets": ("sdg_target",),
    "kind_id": ("asker_kind", "action_kind"),  # no number stands in two vocabularies
}
TITLES: Mapping[str, Mapping[Any, str]] = {  # Any: each has keys of its own
    "position": POSITION_TITLES,
    "responsibility": RESPONSIBILITY_TITLES,
    "kind": KIND_TITLES,
    "live": LIVE_TITLES,
}
DAYS = {"starts", "ends", "dropped_on"}


def in_words(name: str, value: object) -> str:
    """What stood in a column."""
    if value is None or value in ("", []):
        return _("none")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    text = ", ".join(_named(name, value)) or str(value)
    return text if len(text) <= SHORT else text[: SHORT - 1] + "…"


def _named(name: str, value: object) -> list[str]:
    numbers = [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, int)]
    if name in VOCABULARIES:
        return [word for vocabulary in VOCABULARIES[name] for word in code_words(vocabulary, numbers)]
    if name == "provinces":
        return province_words(numbers)
    if name in ("support", "lead_id"):
        return list(institution_names(numbers).values())
    if name == "cluster_id":
        return [cluster_name(str(value))]
    if name == "action_id":
        return [action_title(str(value))]
    if name in TITLES:
        return [_(title) for key, title in TITLES[name].items() if key == value]
    if name in DAYS:
        return [formats.day(date.fromisoformat(str(value)))]
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]
