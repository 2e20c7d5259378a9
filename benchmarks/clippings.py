"""Twenty clippings as an officer finds them: attacks that newspapers reported, said in our own sentences.

Day, town and tolls are those of the published list Pakistan Body Count; a third is said in Urdu. Nobody is named.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Group:
    """People of whom a clipping gives the number: killed or wounded, least and most."""

    described: str
    least: str
    most: str
    act: str  # letters that find its code


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
