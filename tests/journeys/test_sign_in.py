"""The first evening: one-time password, own password, telephone, recovery codes, the desk. And a passkey."""

import time

import pytest

from sanad.accounts import actions
from sanad.accounts import one_time_codes as codes
from sanad.accounts.queries.factors import factors_of
from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from tests.journeys.live import DESK, PASSWORD, PHONE

pytestmark = pytest.mark.django_db(transaction=True)
OWN = "kettle orbit seven maize"
SUBMIT = "main form.sheet button[type=submit]"


def speak(browser) -> None:
    browser.context.add_cookies([{"name": "django_language", "value": browser.language, "url": browser.site}])


def one_time_password(user) -> str:
    with scoped(operator()):
        return actions.reset_password(user, by=operator())


@pytest.mark.parametrize(("language", "width", "script"), [("ur", PHONE, True), ("en", DESK, False)])
def test_the_first_sign_in_leads_to_the_desk(visitor, offices, user, language, width, script):
    newcomer = user("recorder", offices.kp)
    password = one_time_password(newcomer)
    browser = visitor(language=language, width=width, script=script)
    speak(browser)
    page = browser.go("/sign-in/").page
    page.fill("[name=username]", newcomer.username)
    page.fill("[name=password]", password)
    page.click(SUBMIT)
    speak(browser)
    browser.go("/account/password/")

    page.fill("[name=old]", password)
    page.fill("[name=new]", "pakistanzindabad 1947")
    page.fill("[name=again]", "pakistanzindabad 1947")
    browser.press(SUBMIT)
    assert page.locator(".field-error").count() == 1
    for name, value in {"old": password, "new": OWN, "again": OWN}.items():
        page.fill(f"[name={name}]", value)
    browser.press(SUBMIT)

    picture = page.locator("img.qr")
    assert picture.evaluate("image => image.complete && image.naturalWidth") or not script
    page.locator("details summary").last.click()
    secret = page.locator("details code").inner_text().replace(" ", "")
    page.fill("[name=code]", codes.code_at(secret, codes.step_now(time.time())))
    browser.press(SUBMIT)

    assert page.locator(".recovery-codes li").count() == 10
    with page.expect_download() as saved:
        page.click("form[action$='/codes/file/'] button")
    shown = page.locator(".recovery-codes li").first.inner_text().strip()
    assert shown in saved.value.path().read_text()
    page.check("[name=kept]")
    browser.press(SUBMIT)
    assert page.url == f"{browser.site}/"
    browser.go("/account/").go("/account/sessions/").go("/account/telephone/").go("/account/passkeys/")
    assert factors_of(newcomer).codes_kept


@pytest.mark.parametrize(("language", "width"), [("en", DESK), ("ur", PHONE)])
def test_a_passkey_is_set_up_and_lets_in(visitor, offices, at_work, language, width):
    reviewer = at_work("reviewer", offices.kp)
    browser = visitor(language=language, width=width).sign_in(reviewer)
    page = browser.page
    device = browser.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})

    browser.go("/account/passkeys/")
    page.fill("[name=name]", "laptop")
    page.fill("[name=password]", PASSWORD)
    browser.press("[data-passkey-button]")
    assert "laptop" in browser.text()
    assert len(factors_of(reviewer).passkeys) == 1

    page.locator(".site-tools .drop summary").click()
    page.click("form[action='/sign-out/'] button")
    browser.go("/sign-in/")
    page.fill("[name=username]", reviewer.username)
    page.fill("[name=password]", PASSWORD)
    page.click(SUBMIT)
    page.wait_for_selector("[data-passkey-button]")
    speak(browser)
    browser.go("/sign-in/code/").press("[data-passkey-button]")
    assert page.url == f"{browser.site}/"
    assert factors_of(reviewer).passkeys[0].last_used_at is not None


@pytest.mark.parametrize(("language", "width"), [("ur", DESK)])
def test_a_lost_telephone_is_replaced_with_a_recovery_code(visitor, offices, at_work, language, width):
    recorder = at_work("recorder", offices.kp)
    first, second = factors_of(recorder).codes.wrap().get_unused_codes()[:2]
    browser = visitor(language=language, width=width)
    speak(browser)
    page = browser.go("/sign-in/").page
    page.fill("[name=username]", recorder.username)
    page.fill("[name=password]", PASSWORD)
    page.click(SUBMIT)
    speak(browser)
    browser.go("/sign-in/code/").go("/sign-in/recovery/")
    page.fill("[name=code]", codes.spaced(first))
    browser.press(SUBMIT)
    browser.go("/account/telephone/")
    page.fill("[name=password]", PASSWORD)
    page.fill("[name=code]", codes.spaced(second))
    browser.press(SUBMIT)
    page.locator("details summary").last.click()
    secret = page.locator("main details code").inner_text().replace(" ", "")
    page.fill("[name=code]", codes.code_at(secret, codes.step_now(time.time())))
    browser.press(SUBMIT)
    assert page.url == f"{browser.site}/account/"
