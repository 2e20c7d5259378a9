"""The design system in a real browser: both languages, small and large, with and without script."""

import pytest

from tests.web.browser import browsing, faults, needs_chromium

pytestmark = [pytest.mark.journey, needs_chromium, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def demo(settings):
    settings.SITE_KIND = "demo"


@pytest.mark.parametrize("lang", ["en", "ur"])
def test_every_component_can_be_used_by_everybody(client, lang):
    with browsing(client, lang=lang) as page:
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto("/design/")
            assert faults(page) == []
        assert page.slips == []
        assert page.evaluate("document.fonts.check('16px \"Noto Naskh Arabic\"', 'سند')")


def test_pages_for_what_went_wrong_can_be_used_by_everybody(client):
    with browsing(client, lang="ur", width=390) as page:
        for part in ("refused", "confirm", "none", "broken", "stale"):
            page.goto(f"/design/{part}/")
            assert faults(page) == [], part


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
