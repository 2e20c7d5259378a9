"""Names of columns, kinds and answers in the language of the page."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

HEADS = {
    "theme": gettext_lazy("Thematic area"),
    "outcome": gettext_lazy("Outcome"),
    "words": gettext_lazy("Action"),
    "agency": gettext_lazy("Responsible agency"),
    "timeline": pgettext_lazy("action plan", "Timeline"),
    "indicator": gettext_lazy("Indicator"),
    "baseline": gettext_lazy("Baseline"),
    "target": gettext_lazy("Target"),
    "budget": pgettext_lazy("action plan", "Budget"),
    "evidence": pgettext_lazy("action plan", "Evidence"),
}


def column_heads() -> list[str]:
    """The columns of the action table; the reader of Word files knows them again in both languages."""
    return [str(head) for head in HEADS.values()]


def on_the_whole() -> str:
    """What a point is about that names no clause."""
    return _("the draft on the whole")


FIELDS = {
    "number": pgettext_lazy("clause", "Number"),
    "heading_en": gettext_lazy("Heading in English"),
    "heading_ur": gettext_lazy("Heading in Urdu"),
    "text_en": gettext_lazy("Text in English"),
    "text_ur": gettext_lazy("Text in Urdu"),
    "words_en": gettext_lazy("Action in English"),
    "words_ur": gettext_lazy("Action in Urdu"),
    "agency_en": gettext_lazy("Responsible agency in English"),
    "agency_ur": gettext_lazy("Responsible agency in Urdu"),
    "timeline_en": gettext_lazy("Timeline in English"),
    "timeline_ur": gettext_lazy("Timeline in Urdu"),
    "indicator_en": gettext_lazy("Indicator in English"),
    "indicator_ur": gettext_lazy("Indicator in Urdu"),
    "baseline": gettext_lazy("Baseline"),
    "target": gettext_lazy("Target"),
    "budget": pgettext_lazy("action plan", "Budget"),
    "evidence": pgettext_lazy("action plan", "Evidence"),
}
