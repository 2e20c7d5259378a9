"""Requests run in one transaction with the scope of whoever asks."""

import pytest
from django.db import connection
from django.http import HttpResponse, StreamingHttpResponse
from django.urls import include, path

from sanad.accounts.models import Office
from sanad.accounts.permissions import Permission, require
from sanad.web.doors import MACHINE, PUBLIC, USER, readers

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


def scope() -> str:
    with connection.cursor() as cursor:
        cursor.execute("select sanad_scope()")
        return ",".join(str(office) for office in cursor.fetchone()[0])


def write_and(answer):
    Office.objects.update(name_en="written")
    return answer


@readers(USER)
def scoped_page(request):
    return HttpResponse(scope())


@readers(PUBLIC)
def public_page(request):
    return HttpResponse(f"[{scope()}]")


@readers(MACHINE)
def machine_page(request):
    return HttpResponse("for programs")


def undeclared(request):
    return HttpResponse("a page that forgot its door")


@readers(USER)
def streamed(request):
    return StreamingHttpResponse(scope() for _ in range(2))


@readers(USER)
def writes(request):
    return write_and(HttpResponse("saved"))


@readers(USER)
def writes_then_breaks(request):
    write_and(None)
    raise RuntimeError("broken")


@readers(USER)
def writes_then_is_refused(request):
    write_and(None)
    require(request.reader, Permission.USER_MANAGE)


@readers(USER)
def writes_then_answers_500(request):
    return write_and(HttpResponse(status=500))


@readers(USER, permission=Permission.USER_MANAGE)
def for_administrators(request):
    return HttpResponse("inside")


urlpatterns = [
    path("scoped/", scoped_page),
    path("public/", public_page),
    path("machine/", machine_page),
    path("undeclared/", undeclared),
    path("streamed/", streamed),
    path("writes/", writes),
    path("breaks/", writes_then_breaks),
    path("refused/", writes_then_is_refused),
    path("answers-500/", writes_then_answers_500),
    path("administrators/", for_administrators),
    path("", include("sanad.web.urls")),
    path("", include("sanad.accounts.urls")),
]


def ids(*offices) -> str:
    return ",".join(str(pk) for pk in sorted(office.pk for office in offices))


def test_a_view_runs_in_the_scope_of_its_reader(client, offices, sign_in):
    sign_in(client, "recorder", offices.kp)
    assert client.get("/scoped/").content.decode() == ids(offices.kp, offices.peshawar, offices.swat)


def test_the_scope_is_gone_after_the_request(client, offices, sign_in):
    sign_in(client, "recorder", offices.kp)
    client.get("/scoped/")
    assert scope() == ""


def test_the_public_has_an_empty_scope(client, offices):
    assert client.get("/public/").content == b"[]"


def test_a_streamed_body_has_the_scope_too(client, offices, sign_in):
    sign_in(client, "recorder", offices.swat)
    body = b"".join(client.get("/streamed/").streaming_content)
    assert body.decode() == ids(offices.swat) * 2


@pytest.mark.parametrize("signed_in", [True, False])
def test_a_view_without_a_door_is_not_there(client, offices, sign_in, signed_in):
    if signed_in:
        sign_in(client, "administrator", offices.kp)
    assert client.get("/undeclared/").status_code == 404


def test_a_visitor_is_shown_the_sign_in_page(client, offices):
    assert client.get("/scoped/")["Location"] == "/sign-in/?next=/scoped/"


def test_a_door_for_machines_is_not_there_for_a_visitor(client, offices):
    assert client.get("/machine/").status_code == 404


def test_a_door_with_a_permission_is_not_there_for_others(client, offices, sign_in):
    sign_in(client, "reviewer", offices.kp)
    assert client.get("/administrators/").status_code == 404
    client.logout()
    sign_in(client, "administrator", offices.kp)
    assert client.get("/administrators/").status_code == 200


def test_what_a_view_writes_stays(client, offices, sign_in):
    sign_in(client, "recorder", offices.kp)
    client.get("/writes/")
    assert Office.objects.filter(name_en="written").exists()


@pytest.mark.parametrize("page", ["breaks", "refused", "answers-500"])
def test_what_fails_or_is_refused_leaves_nothing_behind(client, offices, sign_in, page):
    client.raise_request_exception = False
    sign_in(client, "recorder", offices.kp)
    assert client.get(f"/{page}/").status_code >= 400
    assert not Office.objects.filter(name_en="written").exists()


def test_whoever_has_a_password_that_another_knows_is_not_in(client, offices, sign_in):
    who = sign_in(client, "recorder", offices.kp)
    who.must_change_password = True
    who.save()
    assert client.get("/scoped/")["Location"] == "/sign-in/?next=/scoped/"
    assert client.get("/public/").status_code == 200


def test_without_a_second_factor_nobody_is_in(client, offices, user):
    client.force_login(user("recorder", offices.kp), factor="")
    assert client.get("/scoped/")["Location"] == "/sign-in/?next=/scoped/"
