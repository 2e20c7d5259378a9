"""A lost telephone: two administrators together, or whoever has the server."""

import pytest

from sanad.accounts.actions.approvals import approve
from sanad.accounts.actions.resetting import ask_factor_reset, reset_factor, reset_factor_on_the_server
from sanad.accounts.models import Notice, UserSession
from sanad.accounts.queries.factors import factors_of
from sanad.accounts.rules import NoticeKind
from sanad.accounts.scope import scoped
from sanad.kit.refusals import Incomplete, NotPermitted, OutOfOrder
from sanad.ledger.models import Deed
from tests.fixtures import telephone_of

pytestmark = pytest.mark.django_db
WHY = "Came to the office with her card; telephone stolen in Saddar."


@pytest.fixture
def lost(offices, user):
    who = user("recorder", offices.swat)
    telephone_of(who)
    return who


@pytest.fixture
def one(offices, reader):
    return reader("administrator", offices.kp)


@pytest.fixture
def other(offices, reader):
    return reader("administrator", offices.kp)


def test_two_take_a_lost_factor_away(lost, one, other, operator):
    approve(ask_factor_reset(lost, why=WHY, by=one), by=other)
    password = reset_factor(lost, by=one)
    lost.refresh_from_db()
    assert not factors_of(lost).enrolled
    assert lost.check_password(password) and lost.must_change_password
    assert Deed.objects.get(action="factor.reset").object_id == str(lost.pk)
    with scoped(operator):
        assert Notice.objects.filter(kind=NoticeKind.FACTOR_RESET, about=str(lost.pk)).exists()


def test_one_alone_cannot(lost, one):
    asked = ask_factor_reset(lost, why=WHY, by=one)
    with pytest.raises(NotPermitted):
        reset_factor(lost, by=one)
    with pytest.raises(Exception, match=r"\w"):
        approve(asked, by=one)
    assert factors_of(lost).enrolled


def test_an_approval_is_used_once(lost, one, other):
    approve(ask_factor_reset(lost, why=WHY, by=one), by=other)
    reset_factor(lost, by=one)
    with pytest.raises(NotPermitted):
        reset_factor(lost, by=one)


def test_a_third_administrator_cannot_use_it(lost, one, other, offices, reader):
    approve(ask_factor_reset(lost, why=WHY, by=one), by=other)
    with pytest.raises(NotPermitted):
        reset_factor(lost, by=reader("administrator", offices.kp))


def test_it_is_asked_once_at_a_time(lost, one, other):
    ask_factor_reset(lost, why=WHY, by=one)
    with pytest.raises(OutOfOrder):
        ask_factor_reset(lost, why=WHY, by=other)


def test_nobody_asks_for_a_user_of_another_province_or_for_themselves(lost, one, offices, reader, user):
    with pytest.raises(NotPermitted):
        ask_factor_reset(lost, why=WHY, by=reader("administrator", offices.sindh))
    with pytest.raises(NotPermitted):
        ask_factor_reset(lost, why=WHY, by=reader("reviewer", offices.kp))


def test_it_ends_open_sessions(lost, one, other, client):
    client.force_login(lost)
    approve(ask_factor_reset(lost, why=WHY, by=one), by=other)
    reset_factor(lost, by=other)
    assert not UserSession.objects.filter(user=lost).exists()
    assert client.get("/account/").status_code == 302


def test_the_pages_lead_through_it(lost, client, offices, sign_in, other):
    sign_in(client, "administrator", offices.kp)
    assert "factor/ask" in client.get(f"/users/{lost.pk}/").content.decode()
    assert client.post(f"/users/{lost.pk}/factor/ask/", {"why": WHY}).status_code == 302
    assert client.post(f"/users/{lost.pk}/factor/reset/").status_code == 404
    from sanad.accounts.models import Approval

    approve(Approval.objects.get(), by=other)
    page = client.get(f"/users/{lost.pk}/").content.decode()
    assert f"/users/{lost.pk}/factor/reset/" in page
    assert client.post(f"/users/{lost.pk}/factor/reset/").status_code == 200
    assert not factors_of(lost).enrolled


def test_on_the_server_a_reason_is_needed(lost, operator, one):
    with pytest.raises(Incomplete):
        reset_factor_on_the_server(lost.username, why=" ", by=operator)
    with pytest.raises(NotPermitted):
        reset_factor_on_the_server(lost.username, why=WHY, by=one)
    with pytest.raises(OutOfOrder):
        reset_factor_on_the_server("nobody", why=WHY, by=operator)
    assert reset_factor_on_the_server(lost.username, why=WHY, by=operator)
    assert not factors_of(lost).enrolled
