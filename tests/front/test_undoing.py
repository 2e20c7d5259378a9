"""The way back stands beside what was done, and one click takes it."""

import pytest

from sanad.accounts.models import Posting, SharingRule, Tie, User
from sanad.violations.models import Account
from tests.front.test_editing import undo_on

pytestmark = pytest.mark.django_db


def click(who, page):
    """Press the button of the message; gives the page after it."""
    where, fields = undo_on(page)
    return who.client.post(where, fields, follow=True)


def after(who, address, **said) -> str:
    answer = who.client.post(address, said, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_an_administrator_does_is_undone(person, house):
    chief, somebody = person("administrator", house.kp), person("recorder", house.kp)
    pk = somebody.user.pk
    click(chief, after(chief, f"/users/{pk}/disable/"))
    assert User.objects.get(pk=pk).is_active
    posted = {"office": house.swat.pk, "role": "reviewer", "since": "2026-01-01"}
    page = after(chief, f"/users/{pk}/post/", **posted)
    held = Posting.objects.get(user=pk, role="reviewer")
    click(chief, page)
    held.refresh_from_db()
    assert held.until is not None
    click(chief, after(chief, f"/users/{pk}/postings/{Posting.objects.get(user=pk, role='recorder').pk}/end/"))
    assert Posting.objects.filter(user=pk, role="recorder", until=None).exists()
    click(chief, after(chief, f"/users/{pk}/ties/", institution="Dawn", why="Worked there"))
    tie = Tie.objects.get(user=pk)
    assert tie.until is not None


def test_a_sharing_rule_gives_way_to_the_one_before(person, house):
    head = person("head", house.kp)
    said = {"giver": house.kp.pk, "receiver": house.ministry.pk, "why": "By letter 7"}
    click(head, after(head, "/sharing/", **said, gives="counts"))
    assert not SharingRule.objects.filter(until=None).exists()
    after(head, "/sharing/", **said, gives="counts")
    click(head, after(head, "/sharing/", **said, gives="records"))
    assert SharingRule.objects.get(until=None).gives == "counts"
    click(head, after(head, f"/sharing/{SharingRule.objects.get(until=None).pk}/end/"))
    assert SharingRule.objects.get(until=None).gives == "counts"


def test_a_withdrawn_report_stands_again(reviewer, recorded):
    report = recorded()
    page = after(reviewer, f"/reports/{report.reference}/withdraw/", why="Entered twice")
    with reviewer.sees():
        assert Account.objects.get().withdrawn
    click(reviewer, page)
    with reviewer.sees():
        assert not Account.objects.get().withdrawn
