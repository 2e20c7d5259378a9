"""Why two records are thought to be one, in words: what each comparison found, and how much it says."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from sanad.matching.models import Pair

STRONG, SOME = 6.0, 1.5  # bits: 64 times, three times as likely with the same as with others
SAID = {
    ("name", "same"): gettext_lazy("The names are the same."),
    ("name", "sounds"): gettext_lazy("The names sound the same."),
    ("name", "part"): gettext_lazy("One name holds all words of the other."),
    ("name", "letter"): gettext_lazy("The names differ by one letter."),
    ("name", "letters"): gettext_lazy("The names differ by two letters."),
    ("name", "word"): gettext_lazy("The names share a word."),
    ("name", "other"): gettext_lazy("The names are different."),
    ("father", "same"): gettext_lazy("The fathers’ names are the same."),
    ("father", "sounds"): gettext_lazy("The fathers’ names sound the same."),
    ("father", "part"): gettext_lazy("One father’s name holds all words of the other."),
    ("father", "letter"): gettext_lazy("The fathers’ names differ by one letter."),
    ("father", "letters"): gettext_lazy("The fathers’ names differ by two letters."),
    ("father", "word"): gettext_lazy("The fathers’ names share a word."),
    ("father", "other"): gettext_lazy("The fathers’ names are different."),
    ("age", "same"): gettext_lazy("The ages are the same."),
    ("age", "near"): gettext_lazy("The ages differ by two years at most."),
    ("age", "about"): gettext_lazy("The ages differ by five years at most."),
    ("age", "other"): gettext_lazy("The ages are different."),
    ("day", "same"): gettext_lazy("It happened on the same day."),
    ("day", "near"): gettext_lazy("It happened within a few days."),
    ("day", "month"): gettext_lazy("It happened within a month."),
    ("day", "other"): gettext_lazy("It happened at different times."),
    ("sex", "same"): gettext_lazy("The sex is the same."),
    ("sex", "other"): gettext_lazy("The sex is different."),
    ("district", "same"): gettext_lazy("It happened in the same district."),
    ("district", "other"): gettext_lazy("It happened in different districts."),
    ("place", "same"): gettext_lazy("It happened at the same place."),
    ("place", "other"): gettext_lazy("It happened at different places."),
    ("cnic", "same"): gettext_lazy("The identity card numbers are the same."),
    ("cnic", "other"): gettext_lazy("The identity card numbers are different."),
    ("phone", "same"): gettext_lazy("The telephone numbers are the same."),
    ("phone", "other"): gettext_lazy("The telephone numbers are different."),
    ("fir", "same"): gettext_lazy("FIR number and police station are the same."),
    ("fir", "other"): gettext_lazy("FIR number or police station is different."),
    ("act", "same"): gettext_lazy("The same act is reported."),
    ("act", "other"): gettext_lazy("Different acts are reported."),
    ("toll", "same"): gettext_lazy("The number of victims is the same."),
    ("toll", "near"): gettext_lazy("The numbers of victims are near to each other."),
    ("toll", "other"): gettext_lazy("The numbers of victims are different."),
}


@dataclass(frozen=True)
class Ground:
    """One thing that speaks for or against, or says little."""

    sentence: str
    weight: float
    word: str


def grounds_of(pair: Pair) -> list[Ground]:
    """What the probability rests on, the weightiest first."""
    said = [
        Ground(str(SAID[key]), weight, _word(weight))
        for comparison, level in pair.levels.items()
        if (key := (comparison, level)) in SAID and (weight := float(pair.weights.get(comparison, 0.0))) is not None
    ]
    return sorted(said, key=lambda one: -abs(one.weight))


def _word(weight: float) -> str:
    if weight >= STRONG:
        return pgettext("weight", "strongly for it")
    if weight >= SOME:
        return pgettext("weight", "for it")
    if weight <= -STRONG:
        return pgettext("weight", "strongly against it")
    return pgettext("weight", "against it") if weight <= -SOME else pgettext("weight", "says little")


def likely(probability: float) -> str:
    """A probability in words; a number would be read as more exact than it is."""
    if probability >= 0.99:
        return _("Very likely the same")
    if probability >= 0.8:
        return _("Likely the same")
    return _("Perhaps the same")


def held_back_because(code: str) -> str:
    """Why the machine did not link what it could have."""
    if not code:
        return ""
    return _("The machine would have linked these two, but an earlier judgement speaks against it.")
