"""Twenty clippings as an officer finds them: of Urdu newspapers, and the same number in our own sentences.

The newspapers' own words are in the collection COUNTER (`urdu/counter_urdu_news_text_reuse.txt` of the shared data),
which may not be republished: only the place of each sentence in that file stands here, and what an officer codes of it.
Where the file is not at hand, the sentences are ours; day, town and tolls of these are those of the published list
Pakistan Body Count, and a third is said in Urdu. Nobody is named.
"""

import os
from dataclasses import dataclass
from pathlib import Path

NEWS = Path("urdu") / "counter_urdu_news_text_reuse.txt"
SHARED = Path(os.environ.get("SANAD_SHARED_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))


@dataclass(frozen=True)
class Group:
    """Whom a clipping reports: killed or wounded, and where it gives a number the least and most."""

    described: str
    least: str
    most: str
    act: str  # letters that find its code
    one: bool = False  # a single person


@dataclass(frozen=True)
class Clipping:
    """What stands in one clipping, and the letters by which its codes are found."""

    summary: str
    happened: str
    place: str
    groups: tuple[Group, ...]
    means: str = "suicide"
    source: str = "Dawn"
    alleged: str = ""


def _english(what: str, day: str, place: str, killed: str, wounded: str, **more: str) -> Clipping:
    dead, hurt = killed.partition("-"), wounded.partition("-")
    groups = [Group("killed", dead[0], dead[2] or dead[0], "kill")]
    if wounded:
        groups.append(Group("wounded", hurt[0], hurt[2] or hurt[0], "wound"))
    return Clipping(what, day, place, tuple(groups), **more)


def _urdu(what: str, day: str, place: str, killed: str, wounded: str) -> Clipping:
    groups = [Group("جاں بحق", killed, killed, "قتل"), Group("زخمی", wounded, wounded, "زخمی")]
    return Clipping(what, day, place, tuple(groups), means="خودکش", source="جنگ", alleged="مسلح")


CLIPPINGS = (
    _english("A bomber drove into the gate of an embassy.", "19/11/1995", "Islamabad", "14-15", "60"),
    _english("A blast in the office of a newspaper.", "6/11/2000", "Karachi", "3", "3"),
    _english("A bus with foreign engineers was blown up outside a hotel.", "8/5/2002", "Karachi", "14-15", "34-40"),
    _english("A car bomb went off outside a consulate.", "14/6/2002", "Karachi", "12", "51"),
    _english("Worshippers were attacked during Friday prayers.", "4/7/2003", "Quetta", "47-53", "65"),
    _english("Two cars rammed a convoy on the road to the airport.", "25/12/2003", "Rawalpindi", "15-18", "46"),
    _english("A bomber struck in a mosque at evening prayers.", "7/5/2004", "Karachi", "15-23", "96"),
    _english("A blast in a mosque on a Friday.", "1/10/2004", "Sialkot", "25-30", "70"),
    _english("An attack on a shrine in the night.", "19/3/2005", "Jhal Magsi", "35-50", "27"),
    _english("A crowd at a shrine was attacked on a feast.", "27/5/2005", "Islamabad", "18-25", "82-100"),
    _english("A procession was attacked on the day of Ashura.", "9/2/2006", "Hangu", "36-43", "50"),
    _english("A gathering in a park was attacked on Eid Milad.", "11/4/2006", "Karachi", "47-57", "50-100"),
    _english("Recruits were attacked on a parade ground.", "8/11/2006", "Dargai", "42", "20"),
    _urdu("ہوٹل کے باہر خودکش حملہ آور کو روکا گیا تو دھماکا ہو گیا۔", "26/1/2007", "اسلام آباد", "2", "5"),
    _urdu("عدالت کے کمرے میں دھماکا ہوا۔", "17/2/2007", "کوئٹہ", "17", "35"),
    _urdu("جلسے میں خودکش حملہ ہوا۔", "28/4/2007", "چارسدہ", "28", "52"),
    _urdu("ہوٹل کی نچلی منزل میں دھماکا ہوا۔", "15/5/2007", "پشاور", "25", "30"),
    _urdu("فوجی قافلے پر حملہ ہوا۔", "14/7/2007", "شمالی وزیرستان", "24", "29"),
    _urdu("پولیس کے بھرتی مرکز پر حملہ ہوا۔", "15/7/2007", "ڈیرہ اسماعیل خان", "26", "61"),
    _urdu("وکلا کے کیمپ کے قریب دھماکا ہوا۔", "17/7/2007", "اسلام آباد", "17", "50"),
)


KILLED, WOUNDED = "قتل", "زخمی"
APP, WAQT, JANG = "Associated Press of Pakistan", "نوائے وقت", "جنگ"


@dataclass(frozen=True)
class Printed:
    """A sentence of the collection: its line, first and last letter; and what an officer writes and codes of it."""

    line: int
    first: int
    last: int
    source: str
    happened: str
    place: str
    means: str
    killed: str = ""
    wounded: str = ""
    who: str = "افراد"
    alleged: str = ""

    def clipping(self, lines: list[str]) -> Clipping:
        """With the newspaper's words."""
        groups = [
            Group(self.who, *([""] * 2 if number in "?1" else [number] * 2), act, one=number == "1")
            for number, act in ((self.killed, KILLED), (self.wounded, WOUNDED))
            if number
        ]
        text = lines[self.line - 1][self.first : self.last].strip()
        return Clipping(text, self.happened, self.place, tuple(groups), self.means, self.source, self.alleged)


PRINTED = (
    Printed(30, 34, 119, APP, "15/10/2014", "وادی تیراہ، خیبر", "خودکش", "5", "7"),
    Printed(2843, 26, 110, APP, "24/11/2014", "شبقدر، چارسدہ", "گولی", "", "1", "پولیو ورکر", "مسلح"),
    Printed(355, 25, 123, APP, "23/11/2014", "تربت", "نصب", "1", "3", "مزدور"),
    Printed(588, 26, 90, APP, "1/10/2014", "کوئٹہ", "دستی", "", "?"),
    Printed(1663, 29, 136, APP, "23/9/2014", "پشاور", "خودکش", "3", "13"),
    Printed(1251, 33, 136, APP, "27/10/2014", "شمالی وزیرستان", "فضائی", "33", "", "دہشت گرد", "فوج"),
    Printed(2493, 159, 230, APP, "26/11/2014", "کوئٹہ", "گولی", "4", "", "پولیو ورکر"),
    Printed(828, 26, 129, WAQT, "15/10/2014", "وادی تیراہ، خیبر", "خودکش", "7", "17"),
    Printed(2224, 49, 160, WAQT, "15/10/2014", "وادی تیراہ، خیبر", "خودکش", "7", "19"),
    Printed(2224, 167, 252, WAQT, "15/10/2014", "صافی، مہمند", "گولی", "1", "", "رضاکار", "مسلح"),
    Printed(2224, 299, 377, WAQT, "15/10/2014", "جنوبی وزیرستان", "نصب", "", "10", "ایف سی اہلکار"),
    Printed(2745, 155, 332, WAQT, "1/10/2014", "کوئٹہ", "دستی", "3", "", "افراد", "مسلح"),
    Printed(2745, 362, 459, WAQT, "1/10/2014", "کوئٹہ", "دستی", "1", "1", "ایک شخص"),
    Printed(1291, 47, 249, WAQT, "23/9/2014", "پشاور", "خودکش", "5", "29"),
    Printed(1886, 138, 269, WAQT, "27/10/2014", "شمالی وزیرستان", "فضائی", "33", "10", "دہشت گرد", "فوج"),
    Printed(1888, 5, 107, WAQT, "27/10/2014", "باجوڑ", "دھماکا", "", "9", "سکیورٹی اہلکار"),
    Printed(2185, 39, 220, WAQT, "2014", "اپر دیر", "گولی", "7", "9", "افراد", "فوج"),
    Printed(1122, 18, 176, JANG, "23/11/2014", "تربت", "دھماکا", "", "3", "لیویز اہلکار"),
    Printed(68, 28, 131, JANG, "24/11/2014", "شبقدر، چارسدہ", "گولی", "", "1", "پولیو رضاکار", "مسلح"),
    Printed(1206, 57, 205, JANG, "26/11/2014", "کوئٹہ", "گولی", "4", "3", "پولیو ورکر", "مسلح"),
)


def clippings() -> tuple[str, tuple[Clipping, ...]]:
    """What is entered, and whose sentences they are: the newspapers' where their collection is at hand."""
    if not (SHARED / NEWS).is_file():
        return "20, our sentences", CLIPPINGS
    lines = (SHARED / NEWS).read_text("utf-8").split("\n")
    return "20 of newspapers", tuple(one.clipping(lines) for one in PRINTED)
