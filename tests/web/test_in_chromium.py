"""The design system in a real browser: both languages, small and large, with and without script."""

import pytest

from tests.web.browser import browsing, faults, needs_chromium

pytestmark = [pytest.mark.journey, needs_chromium, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def demo(settings):
    settings.SITE_KIND = "demo"


@pytest.mark.parametrize("lang", ["en", "ur"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_component_can_be_used_by_everybody(client, lang, width):
    with browsing(client, lang=lang, width=width) as page:
        page.goto("/design/")
        assert faults(page) == []
        assert page.slips == []
        assert page.evaluate("document.fonts.check('16px \"Noto Naskh Arabic\"', 'سند')")


@pytest.mark.parametrize("part", ["refused", "confirm", "none", "broken", "stale"])
def test_pages_for_what_went_wrong_can_be_used_by_everybody(client, part):
    with browsing(client, lang="ur", width=390) as page:
        page.goto(f"/design/{part}/")
        assert faults(page) == []


def test_the_language_is_changed_without_script_and_the_filter_kept(client):
    with browsing(client, scripts=False) as page:
        page.goto("/design/?words=fire")
        page.get_by_role("button", name="اردو").click()
        page.locator("html[dir=rtl]").wait_for()
        assert page.url.endswith("/design/?words=fire")
        assert page.locator(".chip").count() == 1


def test_the_keyboard_goes_straight_to_the_content(client):
    with browsing(client) as page:
        page.goto("/design/refused/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip-link"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


def test_a_bar_of_a_chart_is_a_link(client):
    with browsing(client) as page:
        page.goto("/design/")
        page.locator("a[aria-label^='Sindh: 57']").first.click()
        page.wait_for_url("**/design/?province=Sindh")
