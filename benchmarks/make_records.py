"""Invented records for measurements, in Urdu and English: as rows of a CSV file, or as drafts.

Everything is drawn from short lists with a fixed seed; the same number and seed give the same records. Nobody in
them exists. Shape: 1.3 acts per report, a tenth of the reports about a group, a third of the text in Urdu.

    python -m benchmarks.make_records 100000 records.csv
"""

import csv
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

FIRST_DAY = date(2016, 1, 1)
DAYS = 3_650

NAMES_EN = (
    "Gul Bibi",
    "Muhammad Aslam",
    "Zarina Khatoon",
    "Abdul Ghaffar",
    "Shazia",
    "Sher Khan",
    "Bashir Masih",
    "Naseem",
)
NAMES_UR = ("گل بی بی", "محمد اسلم", "زرینہ خاتون", "عبدالغفار", "شازیہ", "شیر خان", "بشیر مسیح", "نسیم")
DISTRICTS = (
    ("Peshawar", "Khyber Pakhtunkhwa"), ("Swat", "KPK"), ("Mardan", "KP"), ("Lahore", "Punjab"), ("Multan", "Punjab"),
    ("Faisalabad", "Punjab"), ("Rawalpindi", "Punjab"), ("Sukkur", "Sindh"), ("Larkana", "Sindh"), ("Thatta", "Sindh"),
    ("Quetta", "Balochistan"), ("Kech", "Balochistan"), ("Khuzdar", "Baluchistan"), ("Islamabad", "Capital"),
    ("پشاور", "خیبر پختونخوا"), ("لاہور", "پنجاب"), ("کوئٹہ", "بلوچستان"), ("سکھر", "سندھ"),
)  # fmt: skip
ACTS = (
    "killing",
    "abduction",
    "torture",
    "rape",
    "beating",
    "threats",
    "arbitrary_detention",
    "forced_marriage",
    "censorship",
)
MEANS = ("firearm", "acid", "sharp", "", "", "strangulation")
REASONS = ("honour", "land", "", "", "political", "dowry")
PERPETRATORS = ("family", "police", "unidentified_assailant", "armed_group", "")
SOURCES = (
    ("Dawn", "newspaper"),
    ("Jang", "newspaper"),
    ("The News", "newspaper"),
    ("HRCP", "ngo"),
    ("", "complainant"),
)
SEXES = ("female", "male", "")
SUMMARIES_EN = (
    "A woman was attacked at home after a family dispute.",
    "A labourer was taken from a tea stall by men in plain clothes.",
    "A student was beaten at a checkpost and released the next day.",
    "Villagers say that water was cut off for refusing to vacate the land.",
)
SUMMARIES_UR = (
    "گھریلو جھگڑے کے بعد ایک خاتون پر گھر میں حملہ کیا گیا۔",
    "سادہ لباس افراد ایک مزدور کو چائے خانے سے لے گئے۔",
    "ایک طالب علم کو چوکی پر مارا پیٹا گیا اور اگلے دن چھوڑ دیا گیا۔",
    "اہلِ دیہہ کا کہنا ہے کہ زمین خالی نہ کرنے پر پانی بند کر دیا گیا۔",
)
COLUMNS = (
    "ID", "Date", "District", "Province", "Acts", "Means", "Reason", "Name", "Father", "Sex", "Age",
    "Min", "Max", "Perpetrator", "Source", "Source kind", "Summary", "Narrative",
)  # fmt: skip


def rows(number: int, seed: int = 1) -> Iterator[tuple[str, ...]]:
    """Rows in the order of COLUMNS."""
    draw = random.Random(seed)
    for n in range(number):
        urdu = draw.random() < 1 / 3
        day = FIRST_DAY + timedelta(days=int(DAYS * draw.random()))
        district, province = draw.choice(DISTRICTS)
        group = draw.random() < 0.1
        low = draw.randint(2, 9) if group and draw.random() < 0.8 else ""
        high = draw.randint(9, 20) if group and draw.random() < 0.8 else ""
        act = draw.choice(ACTS)
        second = draw.choice([a for a in ACTS if a != act]) if draw.random() < 0.3 else ""
        names, summaries = (NAMES_UR, SUMMARIES_UR) if urdu else (NAMES_EN, SUMMARIES_EN)
        summary = draw.choice(summaries)
        source, kind = draw.choice(SOURCES)
        yield (
            f"R{n}", day.isoformat(), district, province, f"{act};{second}".strip(";"), draw.choice(MEANS),
            draw.choice(REASONS),
            "" if group else draw.choice(names), "" if group else draw.choice(names), draw.choice(SEXES),
            "" if group else str(draw.randint(1, 80)), str(low), str(high), draw.choice(PERPETRATORS), source, kind,
            summary, " ".join([summary] * draw.randint(3, 7)),
        )  # fmt: skip


def write_csv(path: Path, number: int, seed: int = 1) -> None:
    """A UTF-8 CSV file with a header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(COLUMNS)
        out.writerows(rows(number, seed))


if __name__ == "__main__":
    write_csv(Path(sys.argv[2]), int(sys.argv[1]))
