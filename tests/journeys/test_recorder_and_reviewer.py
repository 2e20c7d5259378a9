"""From a newspaper clipping to a verified event: typed in by a recorder, judged by a reviewer."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.journeys.live import DESK, PHONE

# Names are opened on the vault's own connection.
pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "vault"])
DAY = timezone.localdate() - timedelta(days=10)
SUMMARY = {
    "en": "A woman was shot dead at her home.",
    "ur": "گھر میں ایک خاتون کو گولی مار کر قتل کر دیا گیا۔",
}
NAMED = {"en": "Gul Bibi was shot dead at her home.", "ur": "گل بی بی کو گھر میں قتل کر دیا گیا۔"}
NAME = {"en": "Gul Bibi", "ur": "گل بی بی"}
SOURCE = {"en": "Dawn", "ur": "ڈان"}
PLACE = {"en": "Peshawar", "ur": "پشاور"}
WHY = {"en": "Two witnesses and the FIR agree.", "ur": "دو گواہ اور ایف آئی آر متفق ہیں۔"}


def open_part(page, field: str) -> None:
    """Open the closed part of the form in which a field stands, if it stands in one; it needs no script."""
    part = page.locator(f"details:has([name='{field}'])")
    if part.count() and part.last.get_attribute("open") is None:
        part.last.locator("summary").first.click()


def choose(page, field: str, value: str) -> None:
    """Choose a code; where the script puts a box for typing before the list, the list behind it."""
    chosen = page.locator(f"[name='{field}']").first
    if chosen.is_visible():
        chosen.select_option(value)
    else:
        chosen.evaluate(
            "(list, v) => { list.value = v; list.dispatchEvent(new Event('change', {bubbles: true})); }", value
        )


def in_place(browser, selector: str, until: str) -> None:
    """A button of the grid: it works on the page, or through the server where there is no script."""
    if not browser.script:
        browser.press(selector)
        return
    browser.page.click(selector)
    browser.page.wait_for_function(until)


def type_in(page, language: str, summary: str) -> None:
    page.fill("[name=source]", SOURCE[language])
    page.fill("[name=dated]", f"{DAY:%d/%m/%Y}")
    page.select_option("[name=preset]", "honour_killing")


def complete(page, language: str, summary: str) -> None:
    page.fill("[name=summary]", summary)
    page.fill("[name=happened]", f"{DAY:%d/%m/%Y}")
    page.fill("[name=place]", PLACE[language])
    choose(page, "means", "firearm")
    choose(page, "victims-0-sex", "female")
    page.fill("[name='victims-0-age']", "30")
    open_part(page, "victims-0-name")
    page.fill("[name='victims-0-name']", NAME[language])
    choose(page, "perpetrators-0-type", "husband")


@pytest.mark.parametrize(("language", "width", "script"), [("ur", PHONE, True), ("en", DESK, False)])
def test_a_clipping_becomes_a_verified_event(visitor, offices, at_work, language, width, script):
    recorder, reviewer = at_work("recorder", offices.kp), at_work("reviewer", offices.kp)
    browser = visitor(language=language, width=width, script=script).sign_in(recorder)
    page = browser.page
    browser.press("main a[href='/reports/new/']")

    type_in(page, language, SUMMARY[language])
    in_place(
        browser, "button[value='fill']", "document.querySelector('[name=\"done-0-stated_reason\"]').value === 'honour'"
    )
    assert page.locator("[name='done-0-stated_reason']").input_value() == "honour"
    assert page.locator("[name='done-0-type']").first.input_value() == "killing"
    second = "document.querySelectorAll('[name=\"victims-1-kind\"]').length"
    in_place(browser, "button[value='add victims']", f"{second} === 1")
    assert page.locator("[name='victims-1-kind']").count() == 1
    in_place(browser, "button[value='drop victims 1']", f"{second} === 0")

    complete(page, language, NAMED[language])
    browser.press("button.btn[value='save']")
    assert page.locator(".errors li").count() == 1, browser.text()
    assert page.locator("[name='victims-0-name']").input_value() == NAME[language]

    page.fill("[name=summary]", SUMMARY[language])
    browser.press("button.btn[value='save']")
    assert SUMMARY[language] in browser.text()
    assert NAME[language] not in browser.text()
    address = page.url.removeprefix(browser.site)
    assert address.startswith("/events/KP-")

    judge = visitor(language=language, width=width, script=script).sign_in(reviewer)
    assert SUMMARY[language] in judge.text()
    judge.press(f"main a[href='{address}']")
    judge.page.check("[name=verdict][value=verified]")
    judge.page.fill("[name=why]", WHY[language])
    judge.press("form.verdict button[type=submit]")
    assert judge.page.locator(".errors li").count() == 1, judge.text()
    judge.page.select_option("[name=standard]", "clear_and_convincing")
    judge.press("form.verdict button[type=submit]")
    assert judge.page.locator(".lead-text .state-good").count() == 1
    assert WHY[language] in judge.text()

    judge.press("form.undo-now button")  # one click, and what was before is back
    assert judge.page.locator(".lead-text .state-good").count() == 0
    judge.go("/review/")
    judge.page.check(f"input[value='{address.strip('/').split('/')[-1]}']")
    judge.press("main form button[type=submit]")
    judge.page.check("[name=verdict][value=under_review]")
    judge.page.fill("[name=why]", WHY[language])
    judge.press("button[name=do][value=look]")
    judge.press("button[name=do][value=write]")
    assert judge.go(address).page.locator(".lead-text .state-calm").count() == 1


@pytest.mark.parametrize(("language", "width", "script"), [("ur", DESK, True), ("en", PHONE, False)])
def test_a_second_source_is_added_and_what_differs_is_chosen(visitor, offices, at_work, language, width, script):
    recorder, reviewer = at_work("recorder", offices.kp), at_work("reviewer", offices.kp)
    browser = visitor(language=language, width=width, script=script).sign_in(recorder)
    page = browser.page
    browser.go("/reports/new/")
    page.fill("[name=source]", SOURCE[language])
    complete(page, language, SUMMARY[language])
    choose(page, "done-0-type", "killing")
    browser.press("button.btn[value='save']")
    address = page.url.removeprefix(browser.site)

    browser.press("main a[href$='/another/']")
    assert page.locator("input[type=checkbox]:checked").count() == 0
    page.fill("[name=source]", {"en": "The News", "ur": "جنگ"}[language])
    page.check("[name='known-0-same_acts']")
    page.check("[name=same][value=happened]")
    page.fill("[name=summary]", SUMMARY[language])
    open_part(page, "place")
    page.fill("[name=place]", {"en": "Mardan", "ur": "مردان"}[language])
    page.fill("[name=why]", WHY[language])
    browser.press("button.btn[value='save']")
    assert page.locator(".compared .differs").count() == 1, browser.text()

    judge = visitor(language=language, width=width, script=script).sign_in(reviewer)
    judge.go(address).press("main a[href*='/choose/']")
    judge.page.locator("[name=prefer]").last.check()
    judge.page.fill("[name=why]", WHY[language])
    judge.press("form.sheet button[type=submit]")
    assert {"en": "Mardan", "ur": "مردان"}[language] in judge.page.locator(".lead-text").inner_text()


@pytest.mark.parametrize(("language", "width", "script"), [("en", PHONE, True), ("ur", PHONE, False)])
def test_names_are_opened_and_a_report_is_corrected_and_withdrawn(visitor, offices, at_work, language, width, script):
    recorder, reviewer = at_work("recorder", offices.kp), at_work("reviewer", offices.kp)
    browser = visitor(language=language, width=width, script=script).sign_in(recorder)
    page = browser.page
    browser.go("/reports/new/")
    page.fill("[name=source]", SOURCE[language])
    complete(page, language, SUMMARY[language])
    choose(page, "done-0-type", "killing")
    browser.press("button.btn[value='save']")
    reference = page.url.rstrip("/").split("/")[-1]

    # Her own entry of today is shown without asking; a colleague says why.
    browser.go(f"/reports/{reference}/").press("main a[href$='/names/']")
    assert NAME[language] in browser.text()
    colleague = visitor(language=language, width=width, script=script).sign_in(reviewer)
    colleague.go(f"/reports/{reference}/").press("main a[href$='/names/']")
    assert NAME[language] not in colleague.text()
    colleague.page.fill("[name=why]", WHY[language])
    colleague.press("form.sheet button[type=submit]")
    assert NAME[language] in colleague.text()

    browser.go(f"/reports/{reference}/correct/")
    page.fill("[name=why]", WHY[language])
    browser.press("form.sheet button[type=submit]")
    assert page.locator("[name='victims-0-name']").input_value() == NAME[language]
    page.select_option("[name=means]", "strangulation")
    browser.press("button.btn[value='save']")
    assert WHY[language] in browser.text()

    colleague.go(f"/reports/{reference}/").press("main a[href$='/withdraw/']")
    colleague.page.fill("[name=why]", WHY[language])
    colleague.press("form.sheet button[type=submit]")
    assert colleague.page.locator(".state-bad").count() >= 1


@pytest.mark.parametrize(
    ("role", "language", "width"),
    [
        ("recorder", "en", DESK),
        ("reviewer", "ur", PHONE),
        ("analyst", "ur", DESK),
        ("cso", "en", PHONE),
        ("administrator", "ur", DESK),
    ],
)
def test_every_role_finds_its_pages(visitor, offices, at_work, role, language, width):
    browser = visitor(language=language, width=width).sign_in(at_work(role, offices.kp))
    for address in ("/events/?state=new&act=killing", "/reports/", "/coverage/"):
        browser.go(address)
