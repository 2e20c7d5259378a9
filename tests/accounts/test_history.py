"""The pages of users and offices say what was changed, by whom, from what to what."""

import re
from datetime import date
from html import unescape

import pytest
from django.utils import timezone

from sanad.accounts import actions
from sanad.accounts.actions.offices import OfficeContent
from sanad.accounts.history import history_of_office, history_of_user
from sanad.accounts.roles import Role
from sanad.accounts.rules import Gives, OfficeKind
from sanad.accounts.scope import scoped
from sanad.web.formats import day

pytestmark = pytest.mark.django_db


def plain(lines) -> list[str]:
    return [re.sub("[\u2068\u2069]", "", line.sentence) for line in lines]


@pytest.fixture
def administrator(offices, reader):
    return reader("administrator", offices.kp)


def changed(office, **said) -> OfficeContent:
    content = {
        "slug": office.slug,
        "name_en": office.name_en,
        "kind": OfficeKind(office.kind),
        "parent_id": office.parent_id,
        "reference_prefix": office.reference_prefix,
        "since": office.since,
    }
    return OfficeContent(**{**content, **said})


def test_an_office_says_who_changed_which_value(offices, administrator):
    with scoped(administrator):
        before = offices.swat.name_en
        actions.change_office(
            offices.swat, changed(offices.swat, name_en="Swat office", until=date(2030, 1, 2)), by=administrator
        )
        (line,) = history_of_office(administrator, offices.swat)
    assert plain([line]) == [f"{administrator.name} changed the office"]
    assert set(line.values) == {("Name in English", before, "Swat office"), ("Until", "none", "2 January 2030")}


def test_a_user_says_who_posted_disabled_and_let_in(offices, administrator):
    with scoped(administrator):
        made, _password = actions.new_user("gul.khan", "Gul Khan", offices.swat, Role.RECORDER, by=administrator)
        actions.disable_user(made, by=administrator)
        actions.enable_user(made, by=administrator)
        posting = made.postings.get()
        actions.end_posting(posting, by=administrator)
        lines = history_of_user(administrator, made)
    assert plain(lines) == [
        f"{administrator.name} changed the posting as Recorder at {offices.swat}",
        f"{administrator.name} let the user in again",
        f"{administrator.name} disabled the user",
        f"{administrator.name} gave the user a posting",
        f"{administrator.name} created the user",
    ]
    assert lines[0].values == (("Until", "none", day(timezone.localdate())),)


def test_a_reason_stands_with_what_was_decided(offices, administrator):
    with scoped(administrator):
        rule = actions.share(offices.kp, offices.ministry, Gives.COUNTS, by=administrator, why="Letter 12")
        actions.end_sharing(rule, by=administrator)
        said = plain(history_of_office(administrator, offices.kp))
    assert said == [
        f"{administrator.name} changed what {offices.ministry} gets",
        f"{administrator.name} decided what another office gets",
    ]


def test_the_pages_show_it(offices, client, sign_in, user):
    who = sign_in(client, "administrator", offices.kp)
    other = user("recorder", offices.swat)
    client.post(f"/users/{other.pk}/disable/")
    page = unescape(client.get(f"/users/{other.pk}/").content.decode())
    assert '<ol class="history">' in page
    assert f"{who.full_name}\u2069 disabled the user" in page
