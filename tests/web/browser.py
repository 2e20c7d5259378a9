"""Chromium on a Django test client: real pages, real style sheets and policy, one transaction, no port.

Every request of the browser is answered by the client of the test, so that its sign-in, its
uncommitted rows and its cookies hold; nothing leaves the machine.

    with browsing(client, lang="ur", width=390) as page:
        page.goto("/events/")
        assert faults(page) == []
        with outside_the_loop():
            assert events_visible_to(reader).count() == 1
"""

import asyncio
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

HOST = "localhost"  # the browser trusts it without TLS
ORIGIN = f"http://{HOST}"
CHROMIUM = os.environ.get("SANAD_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
OPTIONS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")


@contextmanager
def browsing(client: Client, lang: str = "en", width: int = 1280, scripts: bool = True) -> Iterator:
    """A page whose requests the client answers; `page.slips` collects what the console complains about."""
    from playwright.sync_api import sync_playwright

    client.cookies[settings.LANGUAGE_COOKIE_NAME] = lang
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        context = browser.new_context(
            base_url=ORIGIN, viewport={"width": width, "height": 900}, java_script_enabled=scripts
        )
        page = context.new_page()
        page.slips = []
        page.on("console", lambda said: page.slips.append(said.text) if said.type == "error" else None)
        broken: list[Exception] = []
        page.route("**/*", lambda route: _answer(route, client, broken))
        try:
            yield page
        except Exception as failure:
            if broken:  # what the browser waited for in vain
                raise broken[0] from failure
            raise
        finally:
            browser.close()
        if broken:
            raise broken[0]


@contextmanager
def outside_the_loop() -> Iterator[None]:
    """For Django code while a page is open: Playwright's loop runs in this thread, and Django would take
    the code for asynchronous and give it other connections, which do not see the rows of the test."""
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(loop)


def faults(page) -> list[str]:
    """What axe finds wrong on the page, one line each, and whether the page is wider than the screen."""
    axe = Path(settings.FRONT_END) / "axe-core" / "axe.min.js"
    page.evaluate(axe.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)["violations"]
    lines = [f"{fault['id']}: {node['html'][:160]}" for fault in found for node in fault["nodes"]]
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        lines.append("the page is wider than the screen")
    return lines


def _answer(route, client: Client, broken: list[Exception]) -> None:
    try:
        _answer_with_page(route, client)
    except Exception as failure:  # a view's failure belongs to the test, not to Playwright's loop
        broken.append(failure)
        route.abort()


def _answer_with_page(route, client: Client) -> None:
    request = route.request
    address = urlsplit(request.url)
    if address.path.startswith(settings.STATIC_URL):
        _answer_with_file(route, address.path.removeprefix(settings.STATIC_URL))
        return
    given = {name: value for name, value in request.headers.items() if name in ("referer", "accept", "hx-request")}
    path = f"{address.path}?{address.query}" if address.query else address.path
    kind = request.headers.get("content-type", "")
    with outside_the_loop():
        answer = client.generic(
            request.method, path, request.post_data_buffer or b"", kind, headers=given, SERVER_NAME=HOST
        )
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = {name: value for name, value in answer.items() if name.lower() != "set-cookie"}
    route.fulfill(status=answer.status_code, headers=headers, body=body)


def _answer_with_file(route, name: str) -> None:
    path = finders.find(name)
    if path is None:
        route.fulfill(status=404)
        return
    kind = TYPES.get(Path(path).suffix, "application/octet-stream")
    route.fulfill(status=200, headers={"content-type": kind}, body=Path(path).read_bytes())
