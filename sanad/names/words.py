"""The words of a full name: which of them name a human being, and which only address or describe one."""

import re
import unicodedata
from dataclasses import dataclass

from sanad.kit.text import INVISIBLE
from sanad.names.letters import is_arabic, plain

LONGEST = 300  # letters; what is longer is no name, and is read up to here
MOST_WORDS = 12
LIGHT = 0.35
FULL = 1.0

# Said before or after a name; they tell nobody apart.
TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mst",
        "mstt",
        "dr",
        "prof",
        "professor",
        "doctor",
        "engr",
        "engineer",
        "adv",
        "advocate",
        "justice",
        "retd",
        "capt",
        "captain",
        "major",
        "maj",
        "col",
        "colonel",
        "gen",
        "general",
        "brig",
        "inspector",
        "constable",
        "haji",
        "hajji",
        "hajjan",
        "hafiz",
        "qari",
        "maulana",
        "molana",
        "moulana",
        "molvi",
        "maulvi",
        "mufti",
        "allama",
        "mullah",
        "mulla",
        "pir",
        "sain",
        "janab",
        "sahib",
        "saheb",
        "sahab",
        "sahiba",
        "shaheed",
        "marhoom",
        "late",
        "mussamat",
        "musammat",
        "مسماۃ",
        "مسمات",
        "مسمی",
        "ڈاکٹر",
        "پروفیسر",
        "ایڈووکیٹ",
        "جسٹس",
        "حاجی",
        "حافظ",
        "قاری",
        "مولانا",
        "مولوی",
        "مفتی",
        "علامہ",
        "ملا",
        "پیر",
        "سائیں",
        "جناب",
        "صاحب",
        "صاحبہ",
        "شہید",
        "مرحوم",
        "مرحومہ",
        "محترم",
        "محترمہ",
        "انجینئر",
        "کیپٹن",
        "میجر",
        "کرنل",
        "جنرل",
    ]
)
# Between a name and that of the father, husband or an alias: what follows is another name.
LINKS = frozenset(
    [
        "s/o",
        "d/o",
        "w/o",
        "so",
        "do",
        "wo",
        "son",
        "daughter",
        "wife",
        "of",
        "walad",
        "bin",
        "ibn",
        "bint",
        "zauja",
        "alias",
        "urf",
        "@",
        "ولد",
        "بن",
        "ابن",
        "بنت",
        "زوجہ",
        "عرف",
    ]
)
# So common that agreeing on them says little, and left out as often as written.
COMMON = frozenset(
    [
        "muhammad",
        "syed",
        "sayed",
        "khan",
        "malik",
        "bibi",
        "begum",
        "ahmed",
        "ali",
        "hussain",
        "shah",
        "sheikh",
        "chaudhry",
        "rana",
        "raja",
        "mian",
        "sardar",
        "mir",
        "jan",
        "gul",
        "محمد",
        "سید",
        "خان",
        "ملک",
        "بیبی",
        "بیگم",
        "احمد",
        "علی",
        "حسین",
        "شاہ",
        "شیخ",
        "چوہدری",
        "رانا",
        "راجہ",
        "میاں",
        "سردار",
        "میر",
        "جان",
        "گل",
        "بی",
    ]
)
# Written short.
SHORT = {
    "mohd": "muhammad", "muhd": "muhammad", "mohammed": "muhammad", "mohammad": "muhammad", "muhammed": "muhammad",
    "mohamed": "muhammad", "mohamad": "muhammad", "md": "muhammad", "mhd": "muhammad", "mohamad.": "muhammad",
    "ch": "chaudhry", "choudhry": "chaudhry", "chaudhary": "chaudhry", "choudhary": "chaudhry", "chaudhri": "chaudhry",
    "sayyid": "syed", "saiyed": "syed", "sayyed": "syed", "sayed": "syed", "sayid": "syed", "gh": "ghulam",
    "hussein": "hussain", "husain": "hussain", "hussian": "hussain", "husein": "hussain", "ahmad": "ahmed",
    "ahmad.": "ahmed", "abd": "abdul", "shaikh": "sheikh", "shaykh": "sheikh",
}  # fmt: skip
# Of "Abdul Rehman", "Zia ur Rehman", "عبد الرحمن": written apart or together.
SERVANT = frozenset(["abdul", "abdur", "abdus", "abdud", "abdun", "abduz", "abdush", "abdu", "abd", "عبد", "عبدال"])
ARTICLE = frozenset(["ul", "ur", "us", "ud", "un", "uz", "ush", "al", "ar", "as", "ad", "an", "az", "el", "e"])
_CHILD_OF = re.compile(r"\b([sdw])\s*/\s*o\b")
_APART = re.compile(r"[\s.,;:()\[\]\"“”‘’`´'_\-–—/\\|]+")


@dataclass(frozen=True)
class Word:
    """One word of a name as it is compared: `weight` says how much agreeing on it tells."""

    text: str
    weight: float

    @property
    def is_initial(self) -> bool:
        """A single letter, standing for a word."""
        return len(self.text) == 1


def words_of(name: str) -> list[Word]:
    """The words of a name up to that of the father, husband or alias; titles are left out where anything remains."""
    said = _split(name)
    own: list[str] = []
    for word in said:
        if word in LINKS:
            if own:
                break
            continue
        own.append(word)
    named = [word for word in own if word not in TITLES] or own
    return [Word(word, _weight(word)) for word in _joined([SHORT.get(word, word) for word in named])][:MOST_WORDS]


def _split(name: str) -> list[str]:
    text = name[:LONGEST].lower()
    if not text.isascii():
        text = unicodedata.normalize("NFKC", INVISIBLE.sub("", text))
    if "/" in text:
        text = _CHILD_OF.sub(r"\1o", text)
    return [spelt for word in _APART.split(text) if (spelt := word if word in LINKS else plain(word))]


def _weight(word: str) -> float:
    return LIGHT if word in COMMON or len(word) == 1 else FULL


def _joined(words: list[str]) -> list[str]:
    """Servant-of names and names with an article as one word: abdul+rehman, zia+ul+haq, ضیا+الحق.

    The article is written with l, as in Urdu, however it is spoken before the letter that follows (Abdur, Ziaud).
    """
    joined: list[str] = []
    position = 0
    while position < len(words):
        word = words[position]
        rest = words[position + 1 :]
        if word in SERVANT and rest:
            joined.append(("عبد" if is_arabic(word) else "abdul") + rest[0])
            position += 2
        elif len(rest) > 1 and rest[0] in ARTICLE:
            joined.append(word + "ul" + rest[1])
            position += 3
        elif rest and is_arabic(rest[0]) and rest[0].startswith("ال") and len(rest[0]) > 3:
            joined.append(word + rest[0])
            position += 2
        else:
            joined.append(word)
            position += 1
    return joined
