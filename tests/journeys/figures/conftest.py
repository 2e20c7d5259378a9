"""From a file and from the keyboard to a number: fixtures of these journeys."""

import os
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client


def pytest_collection_modifyitems(items):
    """The site freezes figures and opens sealed files on connections of their own."""
    for item in items:
        if Path(__file__).parent in Path(item.fspath).parents:
            item.add_marker(pytest.mark.django_db(transaction=True, databases=["default", "snapshot", "vault"]))


@pytest.fixture
def running(live_server, reference_data, offices, settings, tmp_path):
    """The site on a port, with snapshots and originals in folders of the test."""
    settings.SNAPSHOTS = tmp_path / "snapshots"
    settings.ORIGINALS = tmp_path / "originals"
    return live_server


@pytest.fixture
def walk(running, user, chromium):
    """`with walk(role, office, lang) as page:` somebody posted there, at a browser."""

    @contextmanager
    def enter(role, office, lang="en", width=1280):
        client = Client()
        client.force_login(user(role, office))
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        context = chromium.new_context(base_url=running.url, viewport={"width": width, "height": 900})
        cookies = {settings.SESSION_COOKIE_NAME: session, settings.LANGUAGE_COOKIE_NAME: lang}
        context.add_cookies([{"name": name, "value": value, "url": running.url} for name, value in cookies.items()])
        context.set_default_timeout(60_000)  # these machines are shared
        try:
            yield context.new_page()
        finally:
            context.close()

    return enter


@pytest.fixture
def picture():
    """`picture(page, name)`: keep what is on the screen where SANAD_SCREENSHOTS says, to be looked at."""

    def take(page, name):
        folder = os.environ.get("SANAD_SCREENSHOTS")
        if folder:
            page.screenshot(path=f"{folder}/{name}.png", full_page=True)

    return take


@pytest.fixture(scope="session")
def attacks():
    """The list of suicide attacks 1995–2017, which nobody here wrote and which is not shipped."""
    shared = Path(os.environ.get("SANAD_SHARED_DATA", settings.BASE.parent / "shared" / "data"))
    file = shared / "violations" / "PakistanSuicideAttacks.csv"
    if not file.exists():
        pytest.skip(f"no {file.name}; set SANAD_SHARED_DATA")
    return file
