"""Invented names for measurements: drawn from common names in both scripts, spelt as people spell, some mistyped.

The same seed gives the same names. Nobody in them exists. A third is in Urdu; one word in thirty is mistyped and one in
fifty is rare, so that a million names have tens of thousands of distinct words, as lists have that many hands wrote.
"""

import random
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

Written = tuple[tuple[str, tuple[str, ...]], ...]  # Urdu, and how it is written in Latin letters


def _read(text: str) -> Written:
    pairs = (pair.split("=") for pair in " ".join(text.split()).split(", "))
    return tuple((urdu, tuple(latin.split())) for urdu, latin in pairs)


MEN = _read(
    """
    محمد=Muhammad Mohammad Muhammed Mohammed, احمد=Ahmad Ahmed, علی=Ali, حسن=Hassan Hasan, حسین=Hussain Husain,
    عمران=Imran, عثمان=Usman Osman, عمر=Umar Omar Umer, بلال=Bilal, طارق=Tariq Tarik, خالد=Khalid, ناصر=Nasir,
    شاہد=Shahid, زاہد=Zahid, ساجد=Sajid, ماجد=Majid, راشد=Rashid, ارشد=Arshad, اسلم=Aslam, اکرم=Akram,
    اشرف=Ashraf, افضل=Afzal, انور=Anwar Anwer, اصغر=Asghar, اکبر=Akbar, جاوید=Javed Javaid Jawed, نواز=Nawaz,
    فیصل=Faisal Faysal, کاشف=Kashif, عاصم=Asim, وسیم=Waseem Wasim, ندیم=Nadeem, سلیم=Saleem Salim, نعیم=Naeem,
    کریم=Karim Kareem, رحیم=Rahim Raheem, ابراہیم=Ibrahim, یوسف=Yousaf Yusuf, یونس=Younas Yunus, یعقوب=Yaqoob
    Yaqub, حمزہ=Hamza, زبیر=Zubair, سعید=Saeed, وحید=Waheed, مجید=Majeed, رشید=Rasheed Rashid, جمیل=Jameel,
    خلیل=Khalil, شکیل=Shakeel, کامران=Kamran, عدنان=Adnan, رضوان=Rizwan, سلمان=Salman, غلام=Ghulam,
    عبداللہ=Abdullah, قادر=Qadir, ستار=Sattar, غفار=Ghaffar Gaffar, صابر=Sabir, شیر=Sher, گل=Gul, میر=Mir Meer,
    بشیر=Bashir Basheer, رمضان=Ramzan
    """
)
WOMEN = _read(
    """
    فاطمہ=Fatima Fatimah, عائشہ=Ayesha Aisha, خدیجہ=Khadija, زینب=Zainab Zaynab, مریم=Maryam Mariam, آمنہ=Amna
    Aamna, سعدیہ=Sadia, نادیہ=Nadia, شازیہ=Shazia, رابعہ=Rabia, صائمہ=Saima, سمیرا=Sumaira Samira, نسرین=Nasreen,
    پروین=Parveen, یاسمین=Yasmin Yasmeen, شبنم=Shabnam, رخسانہ=Rukhsana, فرزانہ=Farzana, روبینہ=Rubina,
    نجمہ=Najma, کلثوم=Kulsoom Kalsoom, صغراں=Sughran, زرینہ=Zarina, حلیمہ=Haleema, سکینہ=Sakina, رضیہ=Razia,
    بختاور=Bakhtawar, مہوش=Mehwish, نور=Noor, گل=Gul
    """
)
LAST = _read(
    """
    خان=Khan, بلوچ=Baloch, آفریدی=Afridi, خٹک=Khattak, یوسفزئی=Yousafzai Yusufzai, شنواری=Shinwari, مہمند=Mohmand,
    وزیر=Wazir, محسود=Mehsud Mahsud, بنگش=Bangash, درانی=Durrani, اچکزئی=Achakzai, کاکڑ=Kakar, مینگل=Mengal,
    بگٹی=Bugti, مری=Marri, رند=Rind, جتوئی=Jatoi, سومرو=Soomro, تالپور=Talpur, چانڈیو=Chandio, لغاری=Leghari,
    قریشی=Qureshi, صدیقی=Siddiqui, فاروقی=Farooqi, ہاشمی=Hashmi, بخاری=Bukhari, شاہ=Shah, ملک=Malik, اعوان=Awan,
    راجہ=Raja, چوہدری=Chaudhry Choudhary, گجر=Gujjar, بٹ=Butt, ڈار=Dar, شیخ=Sheikh Shaikh, مغل=Mughal, مرزا=Mirza,
    بیگ=Baig, انصاری=Ansari, بھٹی=Bhatti, کھوکھر=Khokhar, چیمہ=Cheema, وڑائچ=Warraich, مسیح=Masih, بی بی=Bibi,
    خاتون=Khatoon, بیگم=Begum, اختر=Akhtar, اقبال=Iqbal
    """
)
LETTERS = {"urdu": "ابپتجچحخدرزسشعغفقکگلمنوہی", "latin": "abcdefghijklmnoprstuvyz"}


class Drawn(NamedTuple):
    """Somebody's name, and the father's or husband's."""

    name: str
    father: str


def names(number: int, seed: int = 1) -> Iterator[Drawn]:
    """Names of people, as lists have them."""
    draw = random.Random(seed)
    weights = {kind: list(accumulate(1 / (n + 1) ** 0.7 for n in range(len(kind)))) for kind in (MEN, WOMEN, LAST)}

    def one(kind: Written, *, urdu: bool) -> str:
        if draw.random() < 1 / 50:
            return rare(draw, urdu=urdu)
        written, latin = draw.choices(kind, cum_weights=weights[kind])[0]
        word = written if urdu else draw.choice(latin)
        return mistyped(word, draw) if draw.random() < 1 / 30 else word

    for _ in range(number):
        urdu = draw.random() < 1 / 3
        first = WOMEN if draw.random() < 0.35 else MEN
        parts = [one(first, urdu=urdu)]
        if draw.random() < 0.85:
            parts.append(one(draw.choice((MEN, LAST)) if first is MEN else LAST, urdu=urdu))
        if draw.random() < 0.2:
            parts.append(one(LAST, urdu=urdu))
        father = f"{one(MEN, urdu=urdu)} {one(draw.choice((MEN, LAST)), urdu=urdu)}" if draw.random() < 0.8 else ""
        yield Drawn(" ".join(parts), father)


def rare(draw: random.Random, *, urdu: bool) -> str:
    """A word that few or none share: a clan, a village, a name of other tongues."""
    consonants, vowels = (
        ("بپتجچخدرزسشغفقکگلمنہ", ["", "", "ا", "و", "ی"]) if urdu else ("bptjcdrzsgfqklmnh", [*"aaiueo"])
    )
    word = "".join(draw.choice(consonants) + draw.choice(vowels) for _ in range(draw.randint(3, 5)))
    return word + draw.choice(("ی", "زئی", "انی", "") if urdu else ("i", "zai", "ani", ""))


def mistyped(word: str, draw: random.Random) -> str:
    """The word with a letter left out, doubled, changed, or two changed over."""
    if len(word) < 3:
        return word
    at = draw.randrange(1, len(word) - 1)
    other = draw.choice(LETTERS["latin" if word.isascii() else "urdu"])
    left, right = word[:at], word[at + 1 :]
    return draw.choice(
        (left + right, left + word[at] * 2 + right, left + other + right, left + right[:1] + word[at] + right[1:])
    )


def in_other_script(name: str) -> str:
    """The same name in the other script, as far as its words are in the lists."""
    urdu_of = {latin.lower(): urdu for kind in (MEN, WOMEN, LAST) for urdu, many in kind for latin in many}
    latin_of = {urdu: many[0] for kind in (MEN, WOMEN, LAST) for urdu, many in kind}
    return " ".join(urdu_of.get(word.lower()) or latin_of.get(word) or word for word in name.split())
