"""A workshop of forty institutions and three hundred participants, eight hundred known: its pages, and the door."""

from itertools import islice
from random import Random

from benchmarks.bench_lists import _let_in, _officer
from benchmarks.scratch import Result, timed

INSTITUTIONS, CAME, KNOWN, RUNS = 40, 300, 500, 40
FAMILIES = ("Khattak", "Masih", "Yousafzai", "Afridi", "Lashari", "Bangash", "Tanoli", "Wazir", "Durrani", "Kakar")


def main() -> list[Result]:
    """On the scratch site, as somebody who is signed in, and at the door as somebody who is not."""
    from django.test import Client
    from django.test.utils import setup_test_environment

    from sanad.accounts.readers import reader_for
    from sanad.accounts.scope import scoped

    setup_test_environment()
    user, client = _officer(), Client()
    _let_in(client, user)
    by = reader_for(user)
    with scoped(by):
        ref, token = _filled(by)
    sizes = f"{INSTITUTIONS} + {CAME}, {KNOWN + CAME} known"
    results = []
    for name, path in _pages(ref, token):

        def page(path: str = path) -> None:
            response = client.get(path)
            assert response.status_code == 200, (path, response.status_code)

        _middle, late = timed(page, RUNS)
        results.append(Result(f"gathering, {name}: p95 ms", sizes, f"{late:.0f}", "≤ 300", late <= 300))
    return [*results, _signing(token, sizes)]


def _signing(token: str, sizes: str) -> Result:
    """A form sent at the door, whole request."""
    from django.test import Client

    from sanad.kit.ids import uuid7

    def sign() -> None:
        sent = {"name": "Bench Person", "seat": "cso", "needs": "A ramp", "form": str(uuid7())}
        response = Client().post(f"/door/{token}/", sent)
        assert response.status_code == 302, response.status_code

    _middle, late = timed(sign, RUNS)
    return Result("gathering, a form at the door: p95 ms", sizes, f"{late:.0f}", "≤ 300", late <= 300)


def _filled(by: object) -> tuple[str, str]:
    """A gathering of today, an earlier one, and who came to each."""
    from datetime import timedelta

    from django.utils import timezone

    from sanad.gatherings import actions
    from sanad.institutions.queries import institutions_of

    day = timezone.localdate()
    bodies = list(islice(institutions_of(), INSTITUTIONS))
    names = _names(CAME + KNOWN)
    made = []
    for title, when, number in (("Earlier", day - timedelta(days=90), KNOWN), ("Today", day, CAME)):
        met = actions.plan_gathering(actions.GatheringContent("workshop", title, "", when, when), by=by)
        for body in bodies:
            actions.invite(met, actions.InvitationContent(body.pk, "department", 10), by=by)
        groups = [actions.add_group(met, f"Group {n}", "", by=by) for n in range(1, 5)]
        _come(met, groups, bodies, islice(names, number), by)
        made.append(met)
    return made[1].reference, actions.open_door(made[1], by=by)


def _come(met: object, groups: list, bodies: list, names: object, by: object) -> None:
    from sanad.gatherings import actions
    from sanad.kit.ids import uuid7

    for number, name in enumerate(names):
        content = actions.ParticipantContent(name, bodies[number % INSTITUTIONS].name_en, "Officer", "department")
        one = actions.add_participant(met, content, form=uuid7(), by=by)
        actions.put_in_group(groups[number % 4], one, by=by)


def _names(number: int) -> object:
    """Invented names, some of them twice."""
    draw = Random(20)
    sounds = ("za", "ri", "na", "ba", "shi", "ra", "mu", "nir", "gul", "sha", "ka", "lim", "no", "or", "sa", "fi")
    return iter(
        f"{''.join(draw.choices(sounds, k=3)).title()} {''.join(draw.choices(sounds, k=2)).title()}"
        f" {draw.choice(FAMILIES)}"
        for _ in range(number)
    )


def _pages(ref: str, token: str) -> list[tuple[str, str]]:
    return [
        ("the list", "/gatherings/"),
        ("its page", f"/gatherings/{ref}/"),
        ("who came", f"/gatherings/{ref}/participants/"),
        ("likenesses", f"/gatherings/{ref}/alike/"),
        ("groups", f"/gatherings/{ref}/groups/"),
        ("invitations", f"/gatherings/{ref}/lines/invitations/"),
        ("the door", f"/door/{token}/"),
        ("the sheet", f"/gatherings/{ref}/sheet/ur/"),
        ("projects", "/projects/"),
    ]
