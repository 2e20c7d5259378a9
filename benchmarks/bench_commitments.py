"""Commitments: pages and the task-force pack at 600 actions, 2,000 recommendations and 40 institutions."""

import random
from datetime import timedelta
from statistics import median, quantiles
from time import perf_counter

from benchmarks.bench_lists import _let_in
from benchmarks.scratch import Result

ACTIONS, RECOMMENDATIONS, INSTITUTIONS, INDICATORS = 600, 2_000, 40, 30
RUNS = 40
WORDS = "Do what was asked for in these many words. " * 4
PAGES = ("matrix", "due", "recommendations", "actions", "indicators", "bottlenecks", "decisions", "focal_points")


def main() -> list[Result]:
    """Fill, ask every page in turn, make the pack."""
    from django.test import Client
    from django.test.utils import setup_test_environment
    from django.urls import reverse

    from sanad.vault import asking
    from sanad.vault.process.answering import answer
    from sanad.vault.process.state import Vault

    setup_test_environment()
    vault = Vault()
    asking.ask_through(lambda message: answer(vault, message))  # no other process serves this site
    officer, action, recommendation = _fill()
    client = Client()
    _let_in(client, officer)
    addresses = [reverse(f"commitments:{name}") for name in PAGES]
    addresses += [f"{addresses[0]}?by=institution", f"{addresses[0]}?by=province"]
    addresses += [
        reverse("commitments:action", args=[action]),
        reverse("commitments:recommendation", args=[recommendation]),
    ]
    rows = f"{ACTIONS} actions, {RECOMMENDATIONS:,} recommendations"
    results = []
    for address in addresses:
        client.get(address)  # what is drawn once in a process
        times = [_asked(client, address) for _ in range(RUNS)]
        late, size = quantiles(times, n=20)[-1], len(client.get(address).content) // 1000
        name = address.replace(str(action), "…").replace(str(recommendation), "…")
        results.append(
            Result(f"{name} ({size} kB): median {median(times):.0f}, p95 ms", rows, f"{late:.0f}", "≤ 300", late <= 300)
        )
    for language in ("en", "ur"):
        address = f"{reverse('commitments:pack')}?language={language}"
        _asked(client, address)
        took = median(_asked(client, address) for _ in range(3)) / 1000
        results.append(Result(f"task-force pack ({language}), s", rows, f"{took:.1f}", "≤ 5", took <= 5))
    return results


def _asked(client, address: str) -> float:
    began = perf_counter()
    answer = client.get(address)
    assert answer.status_code == 200, address
    return (perf_counter() - began) * 1000


def _fill():
    """A directorate with a plan of its own; half of the actions have a validated report."""
    from django.utils import timezone

    from sanad.accounts.models import Office, Posting, User
    from sanad.accounts.readers import operator, reader_for
    from sanad.accounts.scope import scoped
    from sanad.codes import queries as codes
    from sanad.commitments import actions
    from sanad.commitments.models import Action, Answer, Progress, Recommendation
    from sanad.institutions.models import Institution
    from sanad.vault.keys import ensure_keys

    draw, today, now = random.Random(5), timezone.localdate(), timezone.now()
    with scoped(operator()):
        office, made = Office.objects.get_or_create(
            slug="bench-plan",
            defaults={"name_en": "Office of the plan", "kind": "directorate", "reference_prefix": "BP", "since": today},
        )
        if made:
            ensure_keys(office.pk)
        user, fresh = User.objects.get_or_create(
            username="bench.plan", defaults={"full_name": "Bench", "password": "!"}
        )
        if fresh:
            Posting.objects.create(user=user, office=office, role="reviewer", since=today)
            Posting.objects.create(user=user, office=office, role="analyst", since=today)
    by = reader_for(user)
    leads = list(Institution.objects.order_by("id").values_list("id", flat=True)[:INSTITUTIONS])
    themes = [one.pk for one in codes.codes_of("theme")]
    provinces, upr = _provinces(), codes.code("asker_kind", "upr")
    kinds, stuck = codes.codes_offered("action_kind"), codes.codes_offered("bottleneck")
    with scoped(by):
        if Action.objects.filter(custodian=office).exists():
            return user, Action.objects.filter(custodian=office).first().pk, Recommendation.objects.first().pk
        asked = Recommendation.objects.bulk_create(
            Recommendation(
                custodian=office, source=f"bench-{number % 9}", kind=upr, asked_by=f"State {number % 90}",
                paragraph=str(number // 2), letter="ab"[number % 2], words=WORDS,
                position=draw.choice(["supported", "noted", ""]), themes=draw.sample(themes, 2), made_at=now,
                provinces=[draw.choice(provinces)],
            )
            for number in range(RECOMMENDATIONS)
        )  # fmt: skip
        planned = Action.objects.bulk_create(
            Action(
                custodian=office, label=f"{number // 20 + 1}.{number % 20 + 1}", title=f"Do a thing, {number}",
                kind=draw.choice(kinds), themes=draw.sample(themes, 2), lead_id=draw.choice(leads), made_at=now,
                provinces=[draw.choice(provinces)], starts=today - timedelta(days=500),
                ends=today + timedelta(days=draw.randint(-200, 900)),
            )
            for number in range(ACTIONS)
        )  # fmt: skip
        Answer.objects.bulk_create(
            Answer(custodian=office, action=draw.choice(planned), recommendation=one, made_at=now) for one in asked
        )
        last = today.replace(day=1) - timedelta(days=1)
        Progress.objects.bulk_create(
            Progress(
                custodian=office, action=one, period="2026-Q3", first=last - timedelta(days=91), last=last,
                stage="under_way",
                percent=draw.randint(0, 100), said="It goes on.", evidence=draw.choice(["", "No. 1"]), language="en",
                made_at=now, verdict="validated", validated_at=now,
            )
            for one in planned[::2]
        )  # fmt: skip
        for one in planned[::7]:
            actions.find_bottleneck(one, draw.choice(stuck), by=by)
        for number in range(INDICATORS):
            first = {"name": f"Indicator {number}", "kind": "outcome", "definition": "x", "unit": "n", "source": "s"}
            row = actions.define_indicator(first, {}, by=by)
            actions.type_reading(row, number, today, "Report", by=by)
    return user, planned[0].pk, asked[0].pk


def _provinces() -> list[int]:
    from sanad.places.queries import provinces

    return [one.id for one in provinces()]
