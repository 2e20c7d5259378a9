"""Invented recommendations, actions and indicators of the directorate in Peshawar; each says that it is invented."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader, reader_named
from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.commitments import actions
from sanad.commitments.models import Action, Recommendation
from sanad.commitments.rules.reported import Verdict
from sanad.figures.actions import save_table
from sanad.figures.queries import latest_snapshot
from sanad.figures.rules.requests import read_request
from sanad.institutions import queries as institutions

# Theme, what is asked for, the same in Urdu.
ASKED = (
    ("torture", "Make torture a crime of its own", "تشدد کو الگ جرم قرار دیا جائے"),
    (
        "disappearances",
        "Answer every family that asks for a missing relative",
        "لاپتا افراد کے ہر خاندان کو جواب دیا جائے",
    ),
    ("women", "Open a shelter in every division", "ہر ڈویژن میں ایک پناہ گاہ کھولی جائے"),
    ("child_marriage", "Raise the age of marriage to 18", "شادی کی عمر 18 سال کی جائے"),
    ("minorities", "Guard places of worship", "عبادت گاہوں کی حفاظت کی جائے"),
    ("prisons", "Separate children from adults in prisons", "جیلوں میں بچوں کو بڑوں سے الگ رکھا جائے"),
    ("labour", "Inspect brick kilns twice a year", "اینٹوں کے بھٹوں کا سال میں دو بار معائنہ ہو"),
    ("education", "Bring girls back to school", "لڑکیوں کو دوبارہ سکول لایا جائے"),
    ("awareness", "Train police officers in human rights", "پولیس افسران کو انسانی حقوق کی تربیت دی جائے"),
    ("data", "Publish figures by sex and district", "جنس اور ضلع وار اعداد شائع کیے جائیں"),
)
POSITIONS = ("supported", "supported", "noted", "partly", "pending", "supported")
# Number, title, the same in Urdu, kind, theme, months until the end, what was reported: stage, share, evidence.
PLANNED = (
    (
        "1.1",
        "Draft a bill against torture",
        "تشدد کے خلاف مسودۂ قانون",
        "law",
        "torture",
        12,
        ("under_way", 60, "Bill No. 1"),
    ),
    (
        "1.2",
        "Rules for reports of missing persons",
        "لاپتا افراد کی رپورٹ کے قواعد",
        "procedure",
        "disappearances",
        -2,
        ("under_way", 70, "Draft rules"),
    ),
    ("2.1", "Open four shelters", "چار پناہ گاہیں کھولنا", "service", "women", 18, ("under_way", 30, "")),
    ("2.2", "Bill on the age of marriage", "شادی کی عمر کا بل", "law", "child_marriage", 9, None),
    (
        "2.3",
        "Guards at forty places of worship",
        "چالیس عبادت گاہوں پر محافظ",
        "service",
        "minorities",
        -1,
        ("done", 100, "Notification 7"),
    ),
    (
        "3.1",
        "A separate wing for children",
        "بچوں کے لیے الگ حصہ",
        "prison_reform",
        "prisons",
        6,
        ("under_way", 5, "Plan of the building"),
    ),
    (
        "3.2",
        "Inspections of brick kilns",
        "بھٹوں کا معائنہ",
        "monitoring",
        "labour",
        24,
        ("under_way", 40, "Register of visits"),
    ),
    ("4.1", "Stipends for 500 girls", "500 لڑکیوں کے لیے وظیفے", "education", "education", 20, None),
    (
        "4.2",
        "Course for 200 police officers",
        "200 پولیس افسران کا کورس",
        "training",
        "awareness",
        4,
        ("under_way", 80, "Attendance sheets"),
    ),
    (
        "4.3",
        "A yearly report with figures",
        "اعداد کے ساتھ سالانہ رپورٹ",
        "research",
        "data",
        14,
        ("under_way", 50, "First report"),
    ),
)
LEADS = (
    "khyber_pakhtunkhwa_police",
    "home_department_khyber_pakhtunkhwa",
    "directorate_of_human_rights_khyber_pakhtunkhwa",
)


def make() -> None:
    """Write them down as the people of the directorate would."""
    by = replace(reader_named("reviewer"), permissions=frozenset(Permission))
    second = reader_named("head")
    with scoped(by):
        asked = [_asked(by, number) for number in range(30)]
        leads = _leads()
        planned = [_planned(by, second, at, leads[at % len(leads)]) for at in range(len(PLANNED))]
        for at, row in enumerate(asked):
            if at % 3 != 2:
                actions.answer(planned[at % len(planned)], recommendation=row, by=by)
        _beside(by, planned)
        _measured(by, planned)
        if leads[0] is not None:
            institution = institutions.institution(leads[0])
            assert institution is not None
            actions.name_focal_point(institution, "Demo Focal Person", designation="Demo Section Officer", by=by)


def _leads() -> list[str]:
    known = [slug for slug in LEADS if institutions.institution(slug) is not None]
    return known or ["ministry_of_human_rights"]


def _asked(by: Reader, number: int) -> Recommendation:
    theme, english, urdu = ASKED[number % len(ASKED)]
    position = POSITIONS[number % len(POSITIONS)]
    return actions.record_recommendation(
        {
            "kind_id": codes.code("asker_kind", "upr" if number < 20 else "workshop_group").pk,
            "source": "demo-2024" if number < 20 else "demo-workshop-2025",
            "mechanism": "Demo review" if number < 20 else "Demo workshop",
            "asked_by": f"Invented State {number % 7 + 1}" if number < 20 else f"Invented group {number % 4 + 1}",
            "paragraph": str(number // 2 + 1) if number < 20 else str(number - 19),
            "letter": "ab"[number % 2] if number < 20 else "",
            "asked_on": "2024-02-01" if number < 20 else "2025-05-12",
            "asked_first": None,
            "words": f"{english} (invented)",
            "translation": f"{urdu} (فرضی)",
            "position": position,
            "position_on": "2024-06-01" if number < 20 else "2025-06-01",
            "position_document": "Invented addendum",
            "themes": [codes.code("theme", theme).pk],
        },
        by=by,
    )


def _planned(by: Reader, second: Reader, at: int, lead: str) -> Action:
    label, english, urdu, kind, theme, months, said = PLANNED[at]
    today = timezone.localdate()
    institution = institutions.institution(lead)
    action = actions.record_action(
        {
            "label": label,
            "title": f"{english} (invented)",
            "title_ur": f"{urdu} (فرضی)",
            "kind_id": codes.code("action_kind", kind).pk,
            "themes": [codes.code("theme", theme).pk],
            "lead_id": institution.pk if institution else None,
            "responsibility": "provincial",
            "starts": date(today.year - 1, 7, 1),
            "ends": today + timedelta(days=30 * months),
            "budget": Decimal(500_000 * (at + 1)),
            "budget_source": "Invented budget line",
        },
        by=by,
    )
    if said is not None:
        stage, percent, evidence = said
        report = {"stage": stage, "percent": percent, "said": "Invented report of the demo.", "evidence": evidence}
        made = actions.report_progress(action, report, by=by)
        if label != "4.3":  # one waits for the second person
            actions.validate_progress(made, Verdict.VALIDATED, by=second)
    return action


def _beside(by: Reader, planned: list[Action]) -> None:
    today = timezone.localdate()
    for at, kind in ((1, "no_rules"), (2, "no_budget"), (3, "no_law"), (7, "no_budget"), (5, "no_coordination")):
        actions.find_bottleneck(planned[at], codes.code("bottleneck", kind), said="Invented", by=by)
    actions.set_milestone(planned[0], "Bill before the assembly (invented)", today + timedelta(days=20), by=by)
    meeting = "Demo task force, third meeting"
    actions.decide(meeting, "Send the bill to the law department (invented)", today - timedelta(days=40), by=by,
                   due=today - timedelta(days=5))  # fmt: skip
    actions.decide(meeting, "Name a focal person in every department (invented)", today - timedelta(days=40), by=by,
                   due=today + timedelta(days=30))  # fmt: skip


def _measured(by: Reader, planned: list[Action]) -> None:
    snapshot = latest_snapshot(by)
    if snapshot is None:
        return
    year = timezone.localdate().year
    wanted = read_request("violations", ["year"])
    table = save_table(wanted.on(snapshot.pk), "Demo: violations by year", note="For the live indicators", by=by)
    share = {
        "label": "I.1",
        "name": "Share of recorded violations that is verified (invented target)",
        "name_ur": "درج خلاف ورزیوں میں تصدیق شدہ کا حصہ (فرضی ہدف)",
        "kind": "outcome",
        "definition": "Verified violations among all that this office has recorded.",
        "unit": "%",
        "source": "This site",
        "disaggregation": "year",
        "live": "share",
        "table": table.key,
        "part": ["status=verified"],
        "baseline": Decimal(20),
        "baseline_year": year - 2,
        "action_id": planned[-1].pk,
    }
    live = actions.define_indicator(share, {year: Decimal(30), year + 2: Decimal(60)}, by=by)
    count = {**share, "label": "I.2", "name": "Recorded violations (invented)", "live": "count", "part": []}
    count |= {"name_ur": "درج خلاف ورزیاں (فرضی)", "unit": "violations", "baseline": None, "baseline_year": None}
    beside = actions.define_indicator(count, {}, by=by)
    typed = {
        "label": "S.1",
        "name": "A law against torture is in force (invented)",
        "name_ur": "تشدد کے خلاف قانون نافذ ہے (فرضی)",
        "kind": "structural",
        "definition": "1 when it is in force, else 0.",
        "unit": "(1 or 0)",
        "source": "Gazette",
        "baseline": Decimal(0),
        "baseline_year": year - 2,
        "action_id": planned[0].pk,
    }
    law = actions.define_indicator(typed, {year + 1: Decimal(1)}, by=by)
    actions.type_reading(law, Decimal(0), timezone.localdate(), "Invented gazette", by=by)
    actions.redraw(by=by, indicators=[live, beside])
