"""An officer at the keyboard enters twenty clippings in Chromium: keystrokes and time of the server for each report.

Only keys are pressed, and each counts: letters, Tab, Enter, arrows. Beside it stands the least that the same content
takes where each link is a page of its own, as in the systems that have one: event, person, act, involvement,
information. There every page is opened and saved (two keys), its fields are reached (a Tab each), and what it hangs
on is looked up (three letters and Enter); the letters and codes of the content are the same.
"""

import gzip
import time
from statistics import median

from benchmarks.bench_lists import _let_in, _officer
from benchmarks.clippings import Clipping, clippings
from benchmarks.scratch import Result

PAGE = "/reports/new/"
MOST_TABS = 80
OPENED_AND_SAVED = 2
LOOKED_UP = 4
CODE = 4  # letters that find a code, and Tab


class Keys:
    """A keyboard that counts."""

    def __init__(self, page) -> None:
        self.page, self.pressed = page, 0

    def press(self, key: str) -> None:
        """One key, or several held together."""
        self.page.keyboard.press(key)
        self.pressed += 1

    def type(self, text: str) -> None:
        """Letters one by one."""
        self.page.keyboard.type(text)
        self.pressed += len(text)

    def go_to(self, name: str) -> None:
        """Tab on until the field of this name has the focus; a code's box stands for its select."""
        wanted = f"[name='{name}']"
        for _ in range(MOST_TABS):
            here = self.page.evaluate(
                "w => { const a = document.activeElement, f = a && a.closest('.typed-frame');"
                " return !!a && (a.matches(w) || !!(f && f.querySelector(w))); }",
                wanted,
            )
            if here:
                return
            self.press("Tab")
        raise AssertionError(f"{name} is not reached by the keyboard")

    def fill(self, name: str, text: str) -> None:
        """Go to a field and write."""
        if text:
            self.go_to(name)
            self.type(text)

    def find(self, name: str, letters: str) -> None:
        """Find a code by some letters; the first that is offered."""
        if not letters:
            return
        self.go_to(name)
        self.type(letters)
        self.press("Enter")
        field = self.page.locator(f"[name='{name}']").first.element_handle()
        self.page.wait_for_function("one => one.value !== ''", arg=field)


class Timed:
    """A client that adds up how long the server takes, and how many bytes it sends."""

    def __init__(self, client) -> None:
        self._client, self.seconds, self.largest = client, 0.0, 0

    def __getattr__(self, name: str) -> object:
        return getattr(self._client, name)

    def generic(self, *args: object, **options: object):
        """One request."""
        began = time.perf_counter()
        answer = self._client.generic(*args, **options)
        self.seconds += time.perf_counter() - began
        if not answer.streaming and answer.headers.get("Content-Encoding") != "gzip":
            self.largest = max(self.largest, len(gzip.compress(answer.content)))
        return answer


def main() -> list[Result]:
    """Enter them all; every one is a report in the end."""
    from django.test import Client
    from django.test.utils import setup_test_environment

    from tests.web.browser import browsing

    setup_test_environment()
    client = Timed(Client())
    officer = _officer()
    _let_in(client, officer)
    keys_of, seconds_of = [], []
    number, chosen = clippings()
    with browsing(client, width=1280) as page:
        page.set_default_timeout(180_000)  # the machine may be busy; only the server's time is measured
        page.goto(PAGE)
        for clipping in chosen:
            keys, before = Keys(page), client.seconds
            enter(keys, clipping)
            keys_of.append(keys.pressed)
            seconds_of.append(client.seconds - before)
    apart = [keys_apart(clipping) for clipping in chosen]
    fewer = sum(keys_of) < sum(apart)
    return [
        Result("register: keystrokes per report, median", number, f"{median(keys_of):.0f}"),
        Result("the same content, each link a page of its own", number, f"{median(apart):.0f}", "more", fewer),
        Result("of both, the letters of the content", number, f"{median(letters_of(c) for c in chosen):.0f}"),
        Result("register: time of the server per report, median ms", number, f"{1000 * median(seconds_of):.0f}"),
        Result("register: largest answer, compressed kB", number, f"{client.largest / 1000:.1f}", "≤ 60",
               client.largest <= 60_000),
    ]  # fmt: skip


def enter(keys: Keys, clipping: Clipping) -> None:
    """One clipping from the first field to the next clipping."""
    page = keys.page
    page.locator("[name=source]").focus()
    if page.locator("[name=source]").input_value() != clipping.source:  # remembered from the last one
        page.keyboard.press("Control+A")
        keys.fill("source", clipping.source)
        keys.press("Tab")
    keys.fill("summary", clipping.summary)
    keys.fill("happened", clipping.happened)
    keys.fill("place", clipping.place)
    keys.find("means", clipping.means)
    for n, group in enumerate(clipping.groups):
        if n:
            keys.press("Alt+1")
        keys.find(f"done-{n}-type", group.act)
        keys.go_to(f"done-{n}-to")
        keys.press("Control+A")
        keys.type(str(n + 1))
    for n, group in enumerate(clipping.groups):
        _group(keys, n, group)
    if clipping.alleged:
        keys.find("perpetrators-0-type", clipping.alleged)
    keys.press("Control+Enter")
    page.wait_for_load_state("load")
    if page.locator("[name=place_key]").count():  # which of several places of this name
        keys.go_to("place_key")
        keys.press("Space")
        keys.press("Control+Enter")
    page.wait_for_function(
        "() => (document.querySelector('[name=summary]') || {value: 'not yet'}).value === ''", timeout=180_000
    )


def _group(keys: Keys, n: int, group) -> None:
    """A line of the grid: somebody, or a group, as it is described, and its least and most."""
    if n:
        keys.press("Alt+2")
    if group.one:
        keys.fill(f"victims-{n}-described", group.described)
        return
    keys.go_to(f"victims-{n}-kind")
    keys.press("ArrowDown")
    keys.fill(f"victims-{n}-described", group.described)
    keys.fill(f"victims-{n}-min_size", group.least)
    keys.fill(f"victims-{n}-max_size", group.most)


def letters_of(clipping: Clipping) -> int:
    """What has to be typed wherever it is entered."""
    texts = [clipping.summary, clipping.happened, clipping.place]
    texts += [text for group in clipping.groups for text in (group.described, group.least, group.most)]
    return sum(map(len, texts))


def keys_apart(clipping: Clipping) -> int:
    """The least number of keys where event, persons, acts, involvements and information are pages of their own."""
    groups = len(clipping.groups)
    event = OPENED_AND_SAVED + 3  # summary, day, place
    persons = groups * (OPENED_AND_SAVED + 1 + 4)  # group, described, least, most
    acts = groups * (OPENED_AND_SAVED + LOOKED_UP * 2 + CODE * 2 + 4)  # event, victim; type, means; day and place again
    again = groups * (len(clipping.happened) + len(clipping.place))
    alleged = (OPENED_AND_SAVED + CODE + groups * (OPENED_AND_SAVED + LOOKED_UP * 2)) if clipping.alleged else 0
    information = OPENED_AND_SAVED + LOOKED_UP * 2 + len(clipping.source) + 2  # source, event; the day of the paper
    return letters_of(clipping) + event + persons + acts + again + alleged + information
