"""The register in a browser: an officer with a keyboard, a power cut, a slow line."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.journeys.live import DESK, PHONE

# What was begun is opened on the vault's own connection.
pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "vault"])
DAY = timezone.localdate() - timedelta(days=10)
SLOW = {"offline": False, "latency": 300, "downloadThroughput": 8_000, "uploadThroughput": 8_000}  # 64 kbit/s


def type_in(page, selector: str, text: str, then: str = "Tab") -> None:
    """Go to a field and type as a person does."""
    page.locator(selector).focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(text)
    page.keyboard.press(then)


def code(page, field: str, letters: str) -> str:
    """Find a code by typing, take the first that is offered, and say which it is."""
    box = page.locator(f".typed-frame:has([name='{field}']) input.typed").first
    box.focus()
    page.keyboard.type(letters)
    page.keyboard.press("Tab")
    select = page.locator(f"[name='{field}']").first
    page.wait_for_function("one => one.value !== ''", arg=select.element_handle())
    return select.input_value()


def test_an_officer_at_the_keyboard_and_a_power_cut(visitor, offices, at_work):
    recorder, head = at_work("recorder", offices.kp), at_work("head", offices.kp)
    browser = visitor(language="en", width=DESK).sign_in(recorder)
    page = browser.go("/reports/new/").page
    type_in(page, "[name=source]", "Dawn")
    type_in(page, "[name=dated]", f"{DAY:%d/%m/%Y}")
    type_in(page, "[name=summary]", "Two brothers were shot dead, their father was hurt.")
    type_in(page, "[name=happened]", "yesterday")
    type_in(page, "[name=place]", "Peshawar")
    assert [code(page, "done-0-type", "qatl"), code(page, "means", "فائر")] == ["killing", "firearm"]
    page.keyboard.press("Alt+a")
    page.click("button[value='add done']")
    assert code(page, "done-1-type", "zakhmi") == "wounding"
    page.fill("[name=more]", "2")
    page.click("button[value='add victims']")
    for n, name in enumerate(("Sher Zaman", "Gul Zaman", "Mir Zaman")):
        type_in(page, f"[name='victims-{n}-name']", name)
    type_in(page, "[name='done-0-to']", "1-2")
    page.locator("[name='victims-2-done'][value='2']").focus()
    page.keyboard.press("Space")
    assert code(page, "perpetrators-0-type", "family") == "family"
    page.locator("[name='perpetrators-0-done'][value='1']").check()
    page.check("[name=danger]")
    with page.expect_response("**/reports/new/keep/") as kept:
        page.dispatch_event("[name=summary]", "input")
    assert kept.value.status == 200
    browser.look()

    # The power is cut: another browser, the same officer.
    browser.go("/reports/new/")
    assert page.locator("[name=summary]").input_value() == ""
    browser.press(".kept-entries button.btn")
    assert page.locator("[name='victims-1-name']").input_value() == "Gul Zaman"
    assert page.locator("[name='done-1-type']").input_value() == "wounding"
    page.locator("[name=summary]").focus()
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    assert page.url.endswith("/reports/new/")
    assert page.locator("[name=source]").input_value() == "Dawn"
    assert page.locator(".kept-entries").count() == 0

    # Another paper on the same murder: shown with its reason, and one click makes it a further account.
    told = {"source": "The News International", "summary": "Two brothers were killed.", "happened": "yesterday",
            "place": "Peshawar"}  # fmt: skip
    for name, text in told.items():
        type_in(page, f"[name={name}]", text)
    assert code(page, "done-0-type", "qatl") == "killing"
    type_in(page, "[name='victims-0-name']", "Sher Zaman")
    page.wait_for_selector("#seen-before .seen-why")
    assert "same day" in page.locator(".seen-why").first.inner_text()
    browser.look()
    browser.press(".seen-deeds button[value=begin]")
    assert page.locator("[name='victims-0-name']").input_value() == "Sher Zaman"
    assert "same day" in page.locator("[name=why]").input_value()
    with page.expect_response("**/reports/new/keep/") as kept:  # a further account is kept like the first
        page.select_option("[name='victims-0-same_as']", "1")
        browser.look()
    assert kept.value.status == 200
    browser.press("button.btn[value=save]")
    assert "2 accounts" in browser.text() and page.locator(".violations tbody tr").count() == 3

    # And once more the very same clipping: one click leaves it, and the next begins with its paper.
    browser.go("/reports/new/")
    for name, text in told.items():
        type_in(page, f"[name={name}]", text)
    page.wait_for_selector("#seen-before .seen-why")
    browser.press("#seen-before button[value^='twice ']")
    assert "Not recorded again" in browser.text() and page.locator("[name=summary]").input_value() == ""
    assert page.locator("[name=source]").input_value() == told["source"]

    desk = visitor(language="en", width=DESK).sign_in(head)
    assert "Two brothers" in desk.page.locator(".in-danger").inner_text()
    desk.press(".in-danger .record-title a")
    text = desk.text()
    assert text.count("Killing") >= 2 and "Wounding" in text


def test_the_register_in_urdu_on_a_telephone_over_a_slow_line(visitor, offices, at_work):
    browser = visitor(language="ur", width=PHONE).sign_in(at_work("recorder", offices.kp))
    page = browser.page
    line = browser.context.new_cdp_session(page)
    line.send("Network.enable")
    received: list[int] = []
    line.on("Network.loadingFinished", lambda told: received.append(int(told["encodedDataLength"])))
    browser.go("/reports/new/")  # style sheets and letters are there from now on
    received.clear()
    line.send("Network.emulateNetworkConditions", SLOW)
    page.goto(f"{browser.site}/reports/new/", wait_until="domcontentloaded")
    assert page.locator("[name=summary]").is_visible()
    page.wait_for_load_state("load")
    assert received and max(received) <= 60_000, received
    page.fill("[name=source]", "ڈان")
    page.fill("[name=dated]", f"{DAY:%d/%m/%Y}")
    page.fill("[name=summary]", "ایک شخص کو اغوا کیا گیا۔")
    page.fill("[name=happened]", "گزشتہ روز")
    page.fill("[name=place]", "پشاور")
    assert code(page, "done-0-type", "aghwa") == "abduction"
    page.fill("[name='victims-0-age']", "تقریباً 30 سال")
    line.send(
        "Network.emulateNetworkConditions", SLOW | {"downloadThroughput": -1, "uploadThroughput": -1, "latency": 0}
    )
    browser.look()
    browser.press("button[value='save same']")
    assert page.locator("[name=source]").input_value() == "ڈان"
    assert page.locator("[name=document]").input_value() != ""
