"""A site that answers on a port, and somebody at a browser in front of it: sign-in, cookies and all.

Most browser tests answer from the test client (`tests.web.browser`); these few go the whole way.
"""

import os
from pathlib import Path

import pytest

from tests.fixtures import telephone_of
from tests.web.browser import CHROMIUM, OPTIONS, faults

PHONE, DESK = 390, 1280
PASSWORD = "a-long-password-of-a-test"


class Visitor:
    """Somebody at a browser: signs in, goes to pages, and finds each of them without a barrier."""

    def __init__(self, browser, site: str, *, language: str, width: int, script: bool) -> None:
        # What axe needs is put into the page by the test; the site's own policy lets nothing in.
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=script, bypass_csp=script, locale="en-GB"
        )
        self.page = self.context.new_page()
        self.site, self.language, self.width, self.script = site, language, width, script
        self.seen: list[str] = []

    def sign_in(self, user) -> "Visitor":
        """Sign in on the pages for it, with the telephone, and take the language of this visit."""
        self.page.goto(f"{self.site}/sign-in/")
        self.page.fill("[name=username]", user.username)
        self.page.fill("[name=password]", PASSWORD)
        self.page.click("main button[type=submit]")
        self.page.fill("[name=code]", telephone_of(user)())
        self.page.click("main button[type=submit]")
        self.context.add_cookies([{"name": "django_language", "value": self.language, "url": self.site}])
        return self.go("/")

    def go(self, address: str) -> "Visitor":
        """Go to an address, and look at what is there."""
        self.page.goto(f"{self.site}{address}")
        return self.look()

    def press(self, selector: str) -> "Visitor":
        """Press what leads to another page, and look at it."""
        with self.page.expect_navigation():
            self.page.click(selector)
        return self.look()

    def look(self) -> "Visitor":
        """The page is one of ours, in its language, no wider than the window, and axe finds nothing on it."""
        page = self.page
        address = page.url.removeprefix(self.site)
        self.seen.append(address)
        assert page.locator("main h1").count() == 1, f"{address} is no page of ours: {page.title()}"
        assert page.locator("html").get_attribute("lang") == self.language
        assert page.locator("html").get_attribute("dir") == ("rtl" if self.language == "ur" else "ltr")
        if self.script:
            assert faults(page) == [], address
        self._picture(address)
        return self

    def _picture(self, address: str) -> None:
        folder = os.environ.get("SANAD_SCREENSHOTS")
        if folder:
            manner = f"{self.language}-{self.width}{'' if self.script else '-plain'}"
            name = f"{len(self.seen):02}-{manner}{address.split('?')[0].replace('/', '_')}.png"
            self.page.screenshot(path=Path(folder) / name, full_page=True)

    def text(self) -> str:
        """What the page says."""
        return self.page.locator("main").inner_text()


@pytest.fixture
def site(live_server, reference_data):
    """A running site with codes, places and institutions, as `sanad setup` makes them."""
    return live_server.url


@pytest.fixture
def at_work(user):
    """`at_work(role, office)`: a user with the password of the journeys; before a browser is opened."""

    def make(role, office):
        who = user(role, office)
        who.set_password(PASSWORD)
        who.save(update_fields=["password"])
        telephone_of(who)
        return who

    return make


@pytest.fixture(scope="session")
def chromium():
    """One browser for all journeys; each visitor gets a context of its own."""
    from playwright.sync_api import sync_playwright

    # Playwright's loop runs in this thread, and Django would take what a test asks for asynchronous.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def visitor(site, chromium):
    """`visitor(language=…, width=…, script=…)`: somebody at a browser of their own."""
    there: list[Visitor] = []

    def come(*, language: str = "en", width: int = DESK, script: bool = True) -> Visitor:
        there.append(Visitor(chromium, site, language=language, width=width, script=script))
        there[-1].page.set_default_timeout(60_000)  # machines that test are often shared
        return there[-1]

    yield come
    for one in there:
        one.context.close()
