"""Headers, refusals, the menu, the language switch and the style page."""

import json
import re
from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from sanad.kit.refusals import N_, Incomplete, NotPermitted, OutOfOrder, Reason
from sanad.web import errors, navigation
from sanad.web.doors import LINK, MACHINE, PUBLIC, USER, permission_of, readers, readers_of
from sanad.web.middleware import RefusalPages, security_headers
from sanad.web.refusals import say, say_all

LATE = OutOfOrder.one("event.verified", N_("The event was verified on %(day)s."), day="<b>2023")


@pytest.fixture
def request_at():
    def made(path="/", **headers):
        return RequestFactory().get(path, headers=headers)

    return made


def test_a_door_says_whom_it_serves():
    @readers(USER, LINK, permission="report.read")
    def view(request):
        return None

    assert readers_of(view) == {USER, LINK}
    assert permission_of(view) == "report.read"
    assert readers_of(lambda request: None) == frozenset()


def test_a_door_that_serves_nobody_is_a_slip():
    with pytest.raises(ValueError, match="at least one"):
        readers()


def test_a_refusal_is_said_in_urdu():
    reason = Reason("sample", N_("The event was verified on %(day)s."), {"day": "2023"})
    assert say(reason) == "The event was verified on 2023."
    with translation.override("ur"):
        assert say(reason) == "واقعے کی تصدیق 2023 کو ہوئی۔"
    assert say_all([reason, reason]) == [say(reason)]


def test_a_date_in_an_urdu_refusal_keeps_its_order():
    reason = Reason("sample", N_("The event was verified on %(day)s."), {"day": "2023-04-17"})
    with translation.override("ur"):
        assert "\u20682023-04-17\u2069" in say(reason)
    assert say(reason) == "The event was verified on 2023-04-17."


def test_a_refusal_that_no_view_caught_becomes_a_page(request_at):
    answer = RefusalPages(lambda request: HttpResponse()).process_exception(request_at(), LATE)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "The event was verified on &lt;b&gt;2023." in page
    assert "Nothing was changed." in page


def test_other_exceptions_are_left_alone(request_at):
    assert RefusalPages(lambda request: HttpResponse()).process_exception(request_at(), ValueError("slip")) is None


def test_what_a_reader_may_not_do_is_404_with_the_way_to_the_role(request_at):
    answer = errors.refuse(
        request_at(), NotPermitted.one("not_permitted", N_("Your role does not open sealed values."))
    )
    assert answer.status_code == 404
    assert "ask the administrator" in answer.content.decode()


def test_a_machine_gets_codes(request_at):
    @readers(MACHINE)
    def door(request):
        return None

    request = request_at()
    request.resolver_match = type("Match", (), {"func": door})()
    answer = errors.refuse(request, Incomplete.one("no_source", N_("The report names no source."), "source"))
    assert json.loads(answer.content)["refused"] == [
        {"code": "no_source", "field": "source", "sentence": "The report names no source."}
    ]


def test_the_way_back_never_leaves_the_site(request_at):
    assert errors.came_from(request_at(referer="http://testserver/events/")) == "http://testserver/events/"
    assert errors.came_from(request_at(referer="https://elsewhere.example/")) == "/"
    assert errors.came_from(request_at("/x", referer="http://testserver/x")) == "/"


@pytest.mark.parametrize(
    ("page", "status"),
    [(errors.not_found, 404), (errors.bad_request, 400), (errors.stale_form, 403), (errors.broken, 500)],
)
@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ur", "rtl")])
def test_pages_for_what_went_wrong_stand_on_their_own(request_at, page, status, language, direction):
    with translation.override(language):
        answer = page(request_at())
    assert answer.status_code == status
    assert f'<html lang="{language}" dir="{direction}">' in answer.content.decode()


def test_every_answer_carries_the_headers(request_at):
    request = request_at()
    answer = security_headers(lambda request: HttpResponse())(request)
    assert "default-src 'self'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def kept_as(request, **headers):
    return security_headers(lambda request: HttpResponse(headers=headers))(request)["Cache-Control"]


def test_pages_are_kept_in_no_cache(request_at):
    assert kept_as(request_at()) == "no-store"
    assert kept_as(request_at(), **{"Cache-Control": "private, max-age=60"}) == "no-store"


def test_a_page_for_the_public_may_be_kept_until_somebody_signs_in(request_at, settings):
    request = request_at()
    request.resolver_match = SimpleNamespace(func=readers(PUBLIC)(lambda request: None))
    assert kept_as(request, **{"Cache-Control": "public, max-age=60"}) == "public, max-age=60"
    assert kept_as(request) == "no-store"
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "x"
    assert kept_as(request, **{"Cache-Control": "public, max-age=60"}) == "no-store"


def test_a_view_may_set_its_own_header(request_at):
    own = security_headers(lambda request: HttpResponse(headers={"Content-Security-Policy": "default-src 'none'"}))
    assert own(request_at())["Content-Security-Policy"] == "default-src 'none'"


@pytest.fixture
def menu(monkeypatch):
    monkeypatch.setattr(navigation, "_entries", {})
    navigation.register("Style", "web:design", order=30)
    navigation.register("Secret", "web:language", permission="office.manage", order=10)
    navigation.register("Missing", "nowhere:at_all", order=20)


def entries(request_at, path, permissions):
    request = request_at(path)
    request.reader = type("R", (), {"user_id": 1, "permissions": frozenset(permissions)})()
    template = Template(
        "{% load web %}{% menu as entries %}{% for e in entries %}{{ e.label }}{{ e.current }} {% endfor %}"
    )
    return template.render(Context({"request": request})).split()


def test_the_menu_shows_what_the_reader_may_use(menu, request_at):
    assert entries(request_at, "/", ()) == ["StyleFalse"]
    assert entries(request_at, "/", {"office.manage"}) == ["SecretFalse", "StyleFalse"]


def test_the_menu_marks_where_we_are(menu, request_at):
    assert entries(request_at, "/design/refused/", ()) == ["StyleTrue"]


def test_a_stranger_has_no_menu(menu, request_at):
    template = Template("{% load web %}{% menu as entries %}{{ entries|length }}")
    assert template.render(Context({"request": request_at()})) == "0"


@pytest.fixture
def demo(settings):
    settings.SITE_KIND = "demo"


@pytest.mark.django_db
def test_the_style_page_is_on_demo_sites_only(client, settings):
    settings.SITE_KIND = "real"
    assert client.get("/design/").status_code == 404


@pytest.mark.django_db
def test_every_page_of_a_demo_site_says_so(client, demo):
    assert "everything here is invented" in client.get("/design/").content.decode()
    assert "everything here is invented" in errors.broken(None).content.decode()


@pytest.mark.django_db
def test_the_style_page_holds_nothing_inline(client, demo):
    page = client.get("/design/").content.decode()
    assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:", page)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", page))


@pytest.mark.django_db
def test_the_language_is_changed_and_the_page_kept(client, demo):
    answer = client.post("/language/", {"language": "ur", "next": "/design/?words=x"})
    assert answer.headers["Location"] == "/design/?words=x"
    page = client.get("/design/").content.decode()
    assert '<html lang="ur" dir="rtl">' in page
    assert "bootstrap.rtl" in page
    assert client.get("/language/").status_code in (404, 405)


@pytest.mark.django_db
def test_the_language_switch_leads_nowhere_else(client):
    answer = client.post("/language/", {"language": "ur", "next": "https://elsewhere.example/"})
    assert answer.headers["Location"].startswith("/")


@pytest.mark.django_db
def test_a_filter_that_is_on_can_be_taken_away(client, demo):
    page = client.get("/design/?words=fire&state=verified&after=abc").content.decode()
    assert '<a class="chip" href="?words=fire"><span>State: <bdi>verified</bdi>' in page
    assert '<a class="chip" href="?state=verified"><span>Words: <bdi>fire</bdi>' in page


@pytest.mark.parametrize("part", ["refused", "confirm", "broken", "stale", "unreadable", "none"])
@pytest.mark.django_db
def test_whole_pages_are_shown(client, demo, part):
    assert client.get(f"/design/{part}/").status_code in (200, 400, 403, 404, 409, 500)


def test_a_section_of_one_page_stands_alone_and_of_several_unfolds(menu, request_at):
    navigation.register("Reports", "web:design", order=20, group=navigation.RECORDS)
    navigation.register("Table", "figures:table", order=30, group=navigation.FIGURES)
    navigation.register("Lists", "figures:saved_tables", order=35, group=navigation.FIGURES)
    request = request_at("/language/")
    request.reader = type("R", (), {"user_id": 1, "permissions": frozenset()})()
    template = Template(
        "{% load web %}{% sections as all %}{% for s in all %}[{{ s.label }}:{{ s.entries|length }}]{% endfor %}"
    )
    assert template.render(Context({"request": request})) == "[:1][Figures:2]"
