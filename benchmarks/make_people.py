"""Invented people as several lists tell of them, and who is who: for measuring how well records are matched.

A third of the records is in Urdu script. Spellings of a name are those that people attested (of words that the fitted
table of `sanad.names` was not fitted on, where SANAD_SHARED_DATA holds them), else made by rules; words are left out,
swapped and mistyped; fathers, ages and identity cards are often missing. Another seed gives other people.
"""

import os
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path

from benchmarks.scratch import ROOT

ATTESTED = Path(os.environ.get("SANAD_SHARED_DATA", ROOT.parent / "shared" / "data")) / "names" / "ur.dev.tsv"


def _listed(text: str) -> list[str]:
    return text.split()


MEN = _listed("""
محمد احمد علی حسن حسین عمران عرفان عثمان عمر بلال طارق خالد ناصر شاہد زاہد ساجد ماجد راشد ارشد امجد اسلم اکرم اشرف
افضل انور اصغر اکبر جاوید پرویز نواز شہباز سرفراز فیصل کاشف عاصم وسیم ندیم سلیم نعیم کریم رحیم ابراہیم اسماعیل یوسف
یونس یعقوب موسی عیسی داؤد سلیمان حمزہ زبیر طلحہ سعد سعید وحید حمید مجید رشید جمیل خلیل جلیل شکیل عقیل کامران عدنان
رضوان سلمان فرحان ریحان ذیشان نعمان لقمان غلام عبداللہ رحمان قادر ستار جبار غفار صابر شاکر ذاکر باقر جعفر صادق کاظم
رضا نقی تقی مہدی اللہ بخش میر شیر گل تاج بہادر
""")
WOMEN = _listed("""
فاطمہ عائشہ خدیجہ زینب مریم آمنہ سعدیہ نادیہ شازیہ رابعہ صائمہ حنا ثنا حرا اقرا کرن سونیا ماریہ سمیرا حمیرا عنبرین
نسرین پروین یاسمین شبنم ریحانہ رخسانہ فرزانہ شبانہ سلطانہ فوزیہ روبینہ ثمینہ نجمہ نعیمہ سلیمہ کلثوم بشری عظمی اسما
صبا ارم بختاور مہوش ماہ نور نورین شاہین غزالہ طاہرہ زہرہ زبیدہ صغری کبری حلیمہ سکینہ جمیلہ شکیلہ عقیلہ رضیہ ثریا بانو
""")
LAST = _listed("""
خان بلوچ آفریدی خٹک یوسفزئی شنواری مہمند وزیر محسود بنگش اورکزئی درانی اچکزئی کاکڑ مینگل بگٹی مری رند لاشاری جتوئی
بھٹو سومرو تالپور چانڈیو مگسی کھوسو مزاری لغاری قریشی صدیقی فاروقی عثمانی ہاشمی بخاری گیلانی شاہ سید نقوی زیدی کاظمی
ملک اعوان راجہ چوہدری گجر جٹ آرائیں بٹ ڈار میر خواجہ شیخ مغل مرزا بیگ انصاری راجپوت بھٹی کھوکھر چیمہ وڑائچ گوندل سندھو
مسیح بی خاتون بیگم اختر اقبال پرویز حیات
""")
LETTERS = dict(
    zip(
        "بپتطٹثسصجچحہھخدڈذزضظرڑشعغفقکگلمنںویےاآئؤ",
        _listed("b p t t t s s s j ch h h h kh d d z z z z r r sh a gh f q k g l m n n o i e a aa y o"),
        strict=True,
    )
)
OFTEN_SPELT = {
    "محمد": {"muhammad": 6, "mohammad": 4, "mohammed": 2, "muhammed": 1, "mohd": 1, "muhd": 0.5, "m": 0.5},
    "اللہ": {"ullah": 4, "allah": 2},
    "عبداللہ": {"abdullah": 5, "abdulah": 1, "abdallah": 1},
}
HEARD = "ee>i i>ee oo>u u>oo q>k kh>k gh>g a>aa aa>a u>o e>i w>v ai>e ah>a a>ah y>i z>s"
DISTRICTS = 150
DAYS = 3650


@dataclass
class People:
    """Records column by column, as the matching reads them, and `who` each is."""

    who: list[int] = field(default_factory=list)
    name: list[str] = field(default_factory=list)
    father: list[str | None] = field(default_factory=list)
    age: list[int | None] = field(default_factory=list)
    sex: list[str | None] = field(default_factory=list)
    district: list[str] = field(default_factory=list)
    day: list[int | None] = field(default_factory=list)
    cnic: list[str | None] = field(default_factory=list)


class Maker:
    """Draws people and how lists write them."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.spellings = _spellings()
        self.weights = {id(names): _falling(len(names), 0.6 if names is LAST else 0.8) for names in (MEN, WOMEN, LAST)}
        self.places = _falling(DISTRICTS, 0.7)
        self.codes = [f"PK{number:03d}" for number in range(DISTRICTS)]

    def people(self, records: int) -> People:
        """So many records of about two thirds as many people."""
        made = People()
        number = 0
        while len(made.who) < records:
            number += 1
            self._tell_of(number, made)
        for column in vars(made).values():
            del column[records:]
        return made

    def _tell_of(self, number: int, made: People) -> None:
        chance, pick = self.draw.random, self.draw.randrange
        woman = chance() < 0.35
        name, father = self._woman() if woman else self._man(), self._man()
        age, day = min(90, max(1, int(self.draw.gammavariate(5, 6)))), pick(DAYS)
        district, cnic = self._district(), f"{pick(10**13):013d}"
        for _ in range(self.draw.choices((1, 2, 3, 4), (0.6, 0.25, 0.1, 0.05))[0]):
            urdu = chance() < 0.35
            made.who.append(number)
            made.name.append(self._written(name, urdu))
            made.father.append(self._written(father, urdu) if chance() > 0.15 else None)
            off = self.draw.choice((0, 0, 0, 0, 1, -1, 2, -2, 5))
            made.age.append(None if chance() < 0.12 else age + off)
            made.sex.append(None if chance() < 0.03 else "female" if woman else "male")
            made.district.append(district if chance() > 0.06 else self._district())
            late = 0 if chance() < 0.7 else pick(-4, 5)
            made.day.append(None if chance() < 0.1 else day + late)
            made.cnic.append(self._card(cnic))

    def _card(self, cnic: str) -> str | None:
        if self.draw.random() > 0.3:
            return None
        if self.draw.random() >= 0.03:
            return cnic
        at = self.draw.randrange(13)
        return cnic[:at] + str(self.draw.randrange(10)) + cnic[at + 1 :]

    def _district(self) -> str:
        return self.draw.choices(self.codes, cum_weights=self.places)[0]

    def _one(self, names: Sequence[str]) -> str:
        return self.draw.choices(names, cum_weights=self.weights[id(names)])[0]

    def _man(self) -> list[str]:
        kind, own, more = self.draw.random(), self._one(MEN), self._one(MEN)
        if kind < 0.45:
            return [own, more]
        if kind < 0.75:
            return [own, self._one(LAST)]
        return [own, more, self._one(LAST)] if kind < 0.95 else [own]

    def _woman(self) -> list[str]:
        kind, own = self.draw.random(), self._one(WOMEN)
        if kind < 0.6:
            return [own, self._one(LAST)]
        return [own, self._one(WOMEN)] if kind < 0.85 else [own]

    def _written(self, name: Sequence[str], urdu: bool) -> str:
        chance = self.draw.random
        words = list(name) if urdu else [self._spelt(word) for word in name]
        if len(words) > 2 and chance() < 0.15:
            words = words[:1] + words[2:] if chance() < 0.5 else words[:2]
        if len(words) > 1 and chance() < 0.03:
            words.reverse()
        return " ".join(self._mistyped(word) if chance() < 0.04 else word for word in words)

    def _spelt(self, word: str) -> str:
        many, weights = self.spellings[word]
        return self.draw.choices(many, cum_weights=weights)[0]

    def _mistyped(self, word: str) -> str:
        if len(word) < 4:
            return word
        at, kind = self.draw.randrange(1, len(word) - 1), self.draw.random()
        if kind < 0.4:
            return word[:at] + word[at + 1 :]
        if kind < 0.7:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        return word[:at] + word[at] + word[at:]


def make_people(records: int, seed: int) -> People:
    """So many records; the same seed gives the same."""
    return Maker(seed).people(records)


def _falling(number: int, steep: float) -> list[float]:
    return list(accumulate(1 / n**steep for n in range(1, number + 1)))


def _spellings() -> dict[str, tuple[list[str], list[float]]]:
    attested: dict[str, dict[str, float]] = defaultdict(dict)
    if ATTESTED.exists():
        for line in ATTESTED.read_text(encoding="utf-8").splitlines():
            word, spelling, number = line.split("\t")
            if spelling.isascii():
                attested[word][spelling] = attested[word].get(spelling, 0) + float(number)
    made = {}
    for word in dict.fromkeys((*MEN, *WOMEN, *LAST)):
        found = OFTEN_SPELT.get(word) or (attested[word] if len(attested.get(word, ())) > 1 else _by_rule(word))
        made[word] = (list(found), list(accumulate(found.values())))
    return made


def _by_rule(word: str) -> dict[str, float]:
    """Letter by letter with an a between consonants, and that once heard another way."""
    plain = "".join(LETTERS.get(letter, "") for letter in word)
    gaps = [i for i in range(len(plain) - 1) if plain[i] not in "aeiou" and plain[i + 1] not in "aeiouh"]
    for i in reversed(gaps):
        plain = plain[: i + 1] + "a" + plain[i + 1 :]
    found = {plain: 3.0}
    for heard in HEARD.split():
        one, other = heard.split(">")
        if one in plain:
            found[plain.replace(one, other, 1)] = 1.0
    return found
