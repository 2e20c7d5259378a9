"""An invented project with two invented workshops, eighteen and forty-two people, and four groups in each."""

from datetime import date, time
from itertools import cycle, islice

from sanad.accounts.queries.making_readers import user_named
from sanad.accounts.readers import Reader, reader_for
from sanad.accounts.scope import scoped
from sanad.codes.queries import ids_by_slug
from sanad.gatherings import actions
from sanad.gatherings.models import Gathering
from sanad.institutions.models import Institution
from sanad.institutions.queries import institution, institutions_of
from sanad.kit.ids import uuid7
from sanad.places.queries import place_by_key
from sanad.projects.actions import ProjectContent, ResultContent, add_partner, enter_project, keep_result
from sanad.projects.models import Project

GROUPS = (
    ("Policy, legal and prison reforms", "پالیسی، قانونی اور جیل اصلاحات"),
    ("Key priorities: women, children, minorities", "کلیدی ترجیحات: خواتین، بچے، اقلیتیں"),
    ("Education, awareness and communication", "تعلیم، آگاہی اور ابلاغ"),
    ("Implementation and monitoring", "عملدرآمد اور نگرانی"),
)
AGENDA = (
    (time(9, 30), "Welcome (invented)", "Demo Head"),
    (time(10, 0), "The draft strategy is presented (invented)", "Demo Consultant"),
    (time(11, 30), "Four groups work", ""),
    (time(14, 0), "The groups report", ""),
)
# Two hundred names, none twice; the last two of each workshop may be one person in two spellings.
WOMEN = ("Gulalai", "Zarmina", "Shabana", "Rukhsana", "Parveen", "Mehnaz", "Naheed", "Sumbul", "Bushra", "Tahira")
MEN = ("Nadeem", "Bashir", "Waris", "Yaqoob", "Farooq", "Imran", "Javed", "Tariq", "Zubair", "Haroon")
FAMILY = ("Khattak", "Masih", "Yousafzai", "Afridi", "Lashari", "Bangash", "Tanoli", "Wazir", "Durrani", "Kakar")
ALIKE = (
    ("Zareena Durrani", "female"),
    ("Mohd. Shahid Marwat", "male"),
    ("Zarina Durani", "female"),
    ("محمد شاہد مروت", "male"),
)
SEATS = ("department", "department", "cso", "cso", "bar", "media", "assembly", "commission")
DISTRICTS = ("peshawar", "dera_ismail_khan", "swat", "mardan", "kohat", "bannu")
INVITED = 9
WORKSHOPS = (
    (
        "Consultative workshop in D.I. Khan (invented)", "ڈیرہ اسماعیل خان میں مشاورتی ورکشاپ (فرضی)",
        date(2025, 9, 16), "dera_ismail_khan", 18,
    ),
    (
        "Consultative workshop in Peshawar (invented)", "پشاور میں مشاورتی ورکشاپ (فرضی)",
        date(2025, 10, 21), "peshawar", 42,
    ),
)  # fmt: skip


def make(username: str) -> None:
    """Everything through the actions of the packages, as this user of the demo would."""
    user = user_named(username)
    assert user is not None
    by = reader_for(user)
    with scoped(by):
        project = _project(by)
        for number, (english, urdu, day, key, people) in enumerate(WORKSHOPS):
            row = place_by_key(f"kp_{key}")
            content = actions.GatheringContent(
                "workshop", english, urdu, day, day, state="held", begins=AGENDA[0][0], venue="Demo Hall",
                place=row.id if row else None, project=project.pk,
            )  # fmt: skip
            _held(actions.plan_gathering(content, by=by), people, number, by)


def _project(by: Reader) -> Project:
    kp = place_by_key("kp")
    content = ProjectContent(
        "Support to a provincial human-rights strategy (invented)", "صوبائی انسانی حقوق حکمتِ عملی کی معاونت (فرضی)",
        "finished", date(2025, 7, 1), date(2025, 12, 31), "policy", (5, 10, 16),
        "An invented project: two workshops, one draft strategy.", "ایک فرضی منصوبہ: دو ورکشاپس، ایک مسودۂ حکمتِ عملی۔",
        "Consult departments and civil society\nWrite the draft", "محکموں اور سول سوسائٹی سے مشاورت\nمسودہ لکھنا",
    )  # fmt: skip
    project = enter_project(content, [kp.id] if kp else [], by=by)
    for body, part in zip(institutions_of("cso")[:2], ("implementing", "funding"), strict=False):
        add_partner(project, body.pk, part, by=by)
    result = ResultContent("output", "People consulted (invented)", "مشاورت میں شریک افراد (فرضی)", 0, 60, 60)
    keep_result(project, result, by=by)
    return project


def _held(gathering: Gathering, people: int, number: int, by: Reader) -> None:
    for begins, title, speaker in AGENDA:
        actions.add_agenda_item(gathering, actions.AgendaContent(title, None, begins, speaker), by=by)
    bodies = _bodies()
    for body, seat in zip(bodies, cycle(SEATS)):
        actions.invite(gathering, actions.InvitationContent(body.pk, seat, 2 + people // 12), by=by)
    groups = [actions.add_group(gathering, english, urdu, by=by) for english, urdu in GROUPS]
    sexes = ids_by_slug("sex")
    for n in range(people):
        name, sex = _name(n + 18 * number) if n < people - 2 else ALIKE[2 * number + n - people + 2]
        district = place_by_key(f"kp_{DISTRICTS[n % 6]}")
        content = actions.ParticipantContent(
            name, bodies[n % len(bodies)].name_en, "Demo Officer", SEATS[n % 8],
            sexes[sex], district.id if district else None,
            named="yes" if n % 3 else "no", photographed="yes" if n % 2 else "no", needs="A ramp" if n == 7 else "",
        )  # fmt: skip
        one = actions.add_participant(gathering, content, form=uuid7(), by=by)
        part = "rapporteur" if n < 4 else "member"
        actions.put_in_group(groups[n % 4], one, part=part, by=by)
    actions.write_minutes(gathering, "Invented minutes: four groups worked for two hours and reported.", by=by)
    due = date(gathering.first_day.year, 12, 15)
    follow_up = actions.FollowUpContent("Send the groups' points to the consultant (invented)", "Demo Recorder", due)
    actions.add_follow_up(gathering, follow_up, by=by)


def _name(number: int) -> tuple[str, str]:
    """Another name for each number below a hundred."""
    sex = "female" if number % 5 in (1, 3) else "male"
    given = (WOMEN if sex == "female" else MEN)[number % 10]
    return f"{given} {FAMILY[(number // 10 + number) % 10]}", sex


def _bodies() -> list[Institution]:
    home = institution("home_department_khyber_pakhtunkhwa")
    rest = [*institutions_of("department"), *institutions_of("cso")]
    return list(islice(dict.fromkeys([*([home] if home else []), *rest]), INVITED))
