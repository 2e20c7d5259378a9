"""Figures as four tables printed them: facts of public pages, for tests alone."""

HEAD = "table_id,area,category,period,measure,value,role\n"
FIVE = ("Islamabad", "Punjab", "Sindh", "Khyber Pakhtunkhwa", "Balochistan")


def _lines(table, period, measure, rows):
    return "".join(
        f"{table},{area},{category},{said or period},{measure},{value},{role}\n"
        for area, category, said, value, role in rows
    )


# Ministry of Law, Justice and Human Rights, laid in Parliament 2013: adds up both ways, and so does acid burning.
_T1_CATEGORIES = {
    "Acid burning": 90, "Burning": 72, "Domestic violence": 481, "Karo kari / honour killing": 860, "Kidnapping": 1564,
    "Minority issues": 20, "Missing persons": 141, "Police related": 1233, "Prison related": 112,
    "Rape / gang rape": 344, "Sectarian violence / target killing": 260, "Sexual assault / harassment": 268,
    "Violence against children": 493, "Violence against women": 535, "Miscellaneous": 2175,
}  # fmt: skip
_ACID = [("Islamabad", "2013", 3), ("Punjab", "2012", 53), ("Punjab", "2013", 7), ("Sindh", "2012", 15),
         ("Sindh", "2013", 3), ("Khyber Pakhtunkhwa", "2012", 2), ("Khyber Pakhtunkhwa", "2013", 6),
         ("Balochistan", "2012/2013", 1)]  # fmt: skip
T1 = _lines(
    "T1",
    "2012-01-01/2013-09-15",
    "incidents",
    [
        *(("Pakistan", name, "", value, "category_total") for name, value in _T1_CATEGORIES.items()),
        *(
            (area, "All", "", value, "area_total")
            for area, value in zip(FIVE, (239, 1599, 3768, 1552, 1490), strict=True)
        ),
        ("Pakistan", "All", "", 8648, "grand_total"),
        *((area, "Acid burning", period, value, "cell") for area, period, value in _ACID),
    ],
)
# Human Rights Wing to a Senate committee, 2015: the categories are 9 short of the printed total.
_T2_CATEGORIES = {
    "Acid burning": 492, "Domestic violence": 1038, "Karo kari": 1441, "Murder": 6613, "Kidnapping": 3284,
    "Missing persons": 247, "Rape / gang rape": 1012, "Sexual assault": 260, "Torture": 526, "Target killing": 2122,
    "Extra judicial killing": 245, "Killing in police custody": 127, "Miscellaneous": 3233,
}  # fmt: skip
T2 = _lines(
    "T2",
    "2012/2015",
    "cases",
    [
        *(("Pakistan", name, "", value, "category_total") for name, value in _T2_CATEGORIES.items()),
        ("Pakistan", "All", "2012", 4848, "period_total"),
        ("Pakistan", "All", "2013", 4907, "period_total"),
        ("Pakistan", "All", "2014", 7372, "period_total"),
        ("Pakistan", "All", "2015 (part)", 3522, "period_total"),
        ("Pakistan", "All", "", 20649, "grand_total"),
    ],
)
# Police figures of the regional offices, 2013 to 2017: two measures, both add up.
T3 = "".join(
    _lines(
        "T3",
        "2013/2017",
        measure,
        [
            *((area, "All", "", value, "area_total") for area, value in zip(FIVE, values, strict=True)),
            ("Pakistan", "All", "", total, "grand_total"),
        ],
    )
    for measure, values, total in (
        ("cases", (1169, 109031, 10967, 4607, 3760), 129534),
        ("accused arrested", (1895, 149300, 9654, 7546, 5724), 174119),
    )
)
# Violence against women 2021 to 2023: a full cross-table; the total of one area alone is printed.
_T4 = {
    "Punjab": (121, 999, 3256), "Khyber Pakhtunkhwa": (43, 59, 3906), "Sindh": (219, 266, 3296),
    "Balochistan": (521, 107, 1021), "Islamabad": (32, 10, 48),
}  # fmt: skip
T4 = _lines(
    "T4",
    "2021/2023",
    "cases",
    [
        *(
            (area, category, "", value, "cell")
            for area, values in _T4.items()
            for category, value in zip(("Domestic violence", "Rape", "Murder"), values, strict=True)
        ),
        ("Punjab", "All", "", 4376, "area_total"),
        ("Pakistan", "All", "", 13904, "grand_total"),
    ],
)
ALL_FOUR = HEAD + T1 + T2 + T3 + T4
