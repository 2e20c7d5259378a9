"""Signed links: one purpose, one object, one browser or many; revoked, over, unknown or taken, they open nothing."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import include, path
from django.utils import timezone

from sanad.accounts.actions.links import issue_link, revoke_link
from sanad.accounts.links import by_link, link_for
from sanad.accounts.models import Link
from sanad.accounts.readers import ReaderKind
from sanad.accounts.scope import scoped
from sanad.kit.refusals import Incomplete, NotPermitted, OutOfOrder
from sanad.ledger.models import Deed
from sanad.web.doors import LINK, readers

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@readers(LINK)
@by_link("door.test")
def door(request, link):
    with connection.cursor() as cursor:
        cursor.execute("select sanad_scope()")
        scope = cursor.fetchone()[0]
    assert request.reader.kind is ReaderKind.LINK and not request.reader.permissions
    return HttpResponse(f"open {link.of} {scope}")


urlpatterns = [path("door/<str:token>/", door), path("", include("sanad.config.urls"))]

OBJECT = UUID(int=7)


@pytest.fixture
def give(operator, offices):
    def give(**how):
        how = {"expires": timezone.now() + timedelta(days=7), **how}
        with scoped(operator):
            return issue_link("door.test", OBJECT, "Section officer", offices.kp.pk, by=operator, **how)

    return give


def opened(client, token):
    return client.get(f"/door/{token}/")


def take(client, token):
    return client.post(f"/door/{token}/", {"take": "1"}, follow=True)


def test_a_link_for_one_person_asks_before_it_is_taken(client, give, offices):
    link, token = give()
    assert "It was sent to me" in opened(client, token).text
    with scoped_to(offices.kp):
        assert Link.objects.get(pk=link.pk).taken_at is None
    assert f"open {OBJECT} [{offices.kp.pk}]" in take(client, token).text
    assert opened(client, token).text.startswith("open")
    assert Deed.objects.filter(action="link.taken", object_id=str(link.pk), operator=f"link {link.pk}").exists()


def test_a_second_person_is_told_whom_to_ask(client, give, offices):
    _link, token = give()
    take(client, token)
    for answer in (opened(Client(), token), take(Client(), token)):
        assert answer.status_code == 404
        assert "another browser" in answer.text and offices.kp.name_en in answer.text


def test_a_door_opens_to_many(give):
    _link, token = give(open_to_many=True)
    assert [opened(Client(), token).status_code for _ in range(3)] == [200] * 3


def test_a_revoked_link_opens_nothing_and_says_so(client, give, operator, offices):
    link, token = give()
    take(client, token)
    with scoped(operator):
        revoke_link(link, operator)
        with pytest.raises(OutOfOrder):
            revoke_link(link, operator)
    answer = opened(client, token)
    assert answer.status_code == 404 and "revoked" in answer.text and offices.kp.name_en in answer.text
    assert link_for(token, "door.test") is None


def test_a_link_ends(client, give):
    link, token = give(open_to_many=True)
    assert link_for(token, "door.test") == link
    with connection.cursor() as cursor:
        cursor.execute("select set_config('sanad.scope', %s, true)", [f"{{{link.custodian_id}}}"])
    link.made_at, link.expires_at = (timezone.now() - timedelta(days=days) for days in (2, 1))
    with pytest.raises(Exception, match="permission denied"):  # nobody makes a link live longer
        link.save(update_fields=["expires_at"])


def test_a_link_past_its_day_is_shut(client, give, monkeypatch):
    _link, token = give(open_to_many=True)
    late = timezone.now() + timedelta(days=8)
    monkeypatch.setattr("sanad.accounts.queries.links.timezone.now", lambda: late)
    assert "its time is over" in opened(client, token).text
    assert link_for(token, "door.test") is None


def test_a_link_for_another_purpose_or_a_guess_is_unknown(client, give):
    _link, token = give(open_to_many=True)
    assert link_for(token, "another.purpose") is None
    answer = opened(client, "x" * 24)
    assert answer.status_code == 404 and "no such link" in answer.text


def test_the_table_holds_no_token_and_shows_itself_to_its_office_alone(give, offices):
    link, token = give()
    assert token not in str(Link.objects.filter(pk=link.pk).values())
    with scoped_to(offices.sindh):
        assert not Link.objects.filter(pk=link.pk).exists()
    with scoped_to(offices.kp):
        assert token not in str(Link.objects.filter(pk=link.pk).values().get())


def test_who_does_not_keep_the_object_gives_no_link_to_it(reader, offices):
    stranger = reader("reviewer", offices.sindh)
    tomorrow = timezone.now() + timedelta(days=1)
    with scoped(stranger):
        with pytest.raises(NotPermitted):
            issue_link("door.test", uuid4(), "Somebody", offices.kp.pk, tomorrow, stranger)
        with pytest.raises(Incomplete):
            issue_link("door.test", uuid4(), " ", offices.sindh.pk, tomorrow, stranger)
        with pytest.raises(OutOfOrder):
            issue_link("door.test", uuid4(), "A", offices.sindh.pk, tomorrow - timedelta(days=2), stranger)


def test_a_link_speaks_the_language_it_was_made_for(client, give):
    _link, token = give(language="ur")
    assert 'lang="ur"' in opened(client, token).text


def scoped_to(office):
    class Seeing:
        sees = (office.pk,)

    return scoped(Seeing())
