"""Which kind of action the words of a plan name: told by its own words, `other` where they name none.

A first value for the page of the action, where somebody may choose another. The earliest word wins, for a plan says
first what is to be done: “train judges on the new law” is training.
"""

import re
from collections.abc import Mapping

from sanad.kit.text import fold

OTHER = "other"
WORDS: Mapping[str, tuple[str, ...]] = {
    "law": ("law", "laws", "bill", "bills", "legislation", "legislate", "amend", "قانون", "مسودہ قانون", "بل"),
    "policy": ("policy", "policies", "پالیسی"),
    "procedure": ("rules", "procedure", "procedures", "guidelines", "sop", "sops", "قواعد", "طریقہ کار"),
    "prison_reform": ("prison", "prisons", "jail", "jails", "جیل", "جیلوں"),
    "institution": ("commission", "secretariat", "cell", "unit", "posts", "کمیشن", "سیکریٹریٹ", "سیل"),
    "service": ("shelter", "shelters", "helpline", "legal aid", "desks", "پناہ گاہ", "پناہ گاہیں", "قانونی امداد"),
    "training": ("train", "trains", "training", "trained", "تربیت"),
    "education": ("curriculum", "module", "textbook", "textbooks", "نصاب", "ماڈیول"),
    "awareness": ("awareness", "campaign", "sensitise", "sensitisation", "آگاہی", "مہم"),
    "research": ("research", "study", "survey", "data", "تحقیق", "سروے"),
    "communication": ("media", "broadcast", "ابلاغ"),
    "coordination": ("committee", "task force", "coordinate", "coordination", "کمیٹی", "ٹاسک فورس"),
    "treaty_report": ("ratify", "ratification", "treaty", "توثیق", "معاہدہ"),
    "monitoring": ("inspect", "inspection", "inspections", "monitor", "monitoring", "معائنہ", "نگرانی"),
    "budget": ("budget", "fund", "funds", "بجٹ", "فنڈ"),
}  # fmt: skip
BY_WORD = {fold(word): kind for kind, words in WORDS.items() for word in words}
FOUND = re.compile(rf"\b({'|'.join(sorted(map(re.escape, BY_WORD), key=len, reverse=True))})\b")


def kind_of(words: str) -> str:
    """The slug of the kind that these words name first."""
    found = FOUND.search(fold(words))
    return BY_WORD[found[1]] if found else OTHER
