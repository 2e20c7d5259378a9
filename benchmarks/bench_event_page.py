"""The page of an event with 60 accounts, and of one with 400 victims in one report: in the server, and on the wire."""

import gzip

from benchmarks.make_events import drafts
from benchmarks.scratch import Result, timed

RUNS = 30
AIM_MS, AIM_KB = 300, 60


def main() -> list[Result]:
    """Both events on the scratch site, opened by a reviewer who may judge them."""
    from django.test.utils import setup_test_environment

    setup_test_environment()
    client, reviewer = _signed_in()
    results = []
    for what, accounts, victims in (("60 accounts", 60, 3), ("400 victims in one report", 1, 400)):
        address = f"/events/{_event(reviewer, accounts, victims)}/"
        results += _measured(client, address, what, f"{accounts} × {victims}")
    return results


def _measured(client, address: str, what: str, rows: str) -> list[Result]:
    def page() -> None:
        response = client.get(address)
        assert response.status_code == 200, response.status_code

    middle, late = timed(page, RUNS)
    size = len(gzip.compress(client.get(address).content)) // 1024
    return [
        Result(f"event page, {what}: median ms", rows, f"{middle:.0f}"),
        Result(f"event page, {what}: p95 ms", rows, f"{late:.0f}", f"≤ {AIM_MS}", late <= AIM_MS),
        Result(f"event page, {what}: compressed kB", rows, str(size), f"≤ {AIM_KB}", size <= AIM_KB),
    ]


def _event(reviewer, accounts: int, victims: int) -> str:
    """The reference of the event, stored when it is not there yet."""
    from sanad.accounts.readers import operator
    from sanad.accounts.scope import scoped
    from sanad.violations.actions import store_batch
    from sanad.violations.models import Report

    key = f"{accounts}x{victims}"
    by = operator(reviewer.office_id)
    with scoped(by):
        found = Report.objects.filter(origin="crowded", external_id=f"{key}-0").first()
        if found is None:
            store_batch(drafts(accounts, victims, key), by=by, title=f"Crowded {key}", origin="crowded")
            found = Report.objects.get(origin="crowded", external_id=f"{key}-0")
        return found.account.event.reference


def _signed_in():
    """A browser in which a reviewer of the first office is signed in, and that reader."""
    from datetime import date

    from django.test import Client

    from sanad.accounts.entering import mark
    from sanad.accounts.models import Posting, User
    from sanad.accounts.queries.making_readers import first_office
    from sanad.accounts.readers import reader_for

    user, made = User.objects.get_or_create(username="bench.reviewer", defaults={"full_name": "Bench Reviewer"})
    if made:
        Posting.objects.create(user=user, office=first_office(), role="reviewer", since=date(2020, 1, 1))
    client = Client()
    client.force_login(user)
    session = client.session
    mark(session, user, "totp")
    session.save()
    return client, reader_for(user)
