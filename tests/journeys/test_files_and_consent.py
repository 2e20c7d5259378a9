"""A photograph is added and downloaded, a woman is asked, and at last she is erased; in both languages."""

import hashlib

import pytest

from sanad.accounts.readers import reader_for
from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.violations import actions
from sanad.violations.drafts import ActDraft, MentionDraft, ReportDraft
from tests.fixtures import SINCE
from tests.journeys.live import DESK, PHONE

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "vault"])
PICTURE = b"\xff\xd8\xff\xe0" + b"the room " * 30_000
WHY = {"en": "She asks for it in her letter.", "ur": "اُس نے اپنے خط میں یہ درخواست کی ہے۔"}


@pytest.fixture
def report(offices, at_work):
    """A complaint of a woman, typed in by a recorder; with whoever works on it."""

    def make(language):
        recorder, head = at_work("recorder", offices.kp), at_work("head", offices.kp)
        reader, code = reader_for(recorder), lambda *said: codes.code(*said).pk
        name = {"en": "Gul Bibi", "ur": "گل بی بی"}[language]
        draft = ReportDraft(
            code("source_kind", "complainant"),
            SINCE,
            summary={"en": "A woman was beaten at home.", "ur": "گھر میں ایک خاتون پر تشدد کیا گیا۔"}[language],
            narrative=name,
            mentions=(MentionDraft("v", sex=code("sex", "female"), age_min=30, age_max=30, sealed={"name": name}),),
            acts=(ActDraft("a", "v", code("act", "beating")),),
        )
        with scoped(reader):
            return actions.record_report(draft, by=reader), recorder, head

    return make


@pytest.mark.parametrize(("language", "width", "script"), [("ur", PHONE, True), ("en", DESK, False)])
def test_a_file_is_kept_and_a_person_is_asked_and_erased(visitor, offices, at_work, report, language, width, script):
    kept, recorder, head = report(language)
    browser = visitor(language=language, width=width, script=script).sign_in(recorder)
    page, place = browser.page, f"/reports/{kept.reference}/"

    browser.go(place).press("main a[href$='/files/new/']")
    page.set_input_files("[name=file]", {"name": "گل بی بی.jpg", "mimeType": "image/jpeg", "buffer": PICTURE})
    page.select_option("[name=kind]", "photograph")
    browser.press("main form button[type=submit]")
    browser.press(".files a[href^='/files/']")
    page.check("[name=custody][value=viewed]")
    page.fill("[name=why]", WHY[language])
    with page.expect_download() as download:
        page.click("main form button[type=submit]")
    content = download.value.path().read_bytes()
    assert hashlib.sha256(content).digest() == hashlib.sha256(PICTURE).digest()
    assert download.value.suggested_filename.startswith(kept.reference)

    browser.go(place).press(".files a[href*='/people/']")
    page.select_option("[name=cso]", "given")
    page.select_option("[name=given_by]", "self")
    browser.press("button[value=answers]")
    page.select_option("[name=risk]", "high")
    page.fill("[name=contact]", WHY[language])
    browser.press("button[value=safeguard]")
    person = page.url.removeprefix(browser.site)

    reviewer = visitor(language=language, width=width, script=script).sign_in(at_work("reviewer", offices.kp))
    reviewer.go(f"{person}erase/")
    reviewer.page.fill("[name=why]", WHY[language])
    reviewer.press("button[value=ask]")
    second = visitor(language=language, width=width, script=script).sign_in(head)
    second.go(f"{person}erase/")
    second.page.check("[name=wordings][value=redact]")
    second.page.check("[name=sure]")
    second.press("button[value=erase]")
    assert f"{kept.reference}" in second.text()
    reviewer.go(f"/reports/{kept.reference}/redact/")
    reviewer.page.fill("[name=why]", WHY[language])
    reviewer.press("button[value=open]")
    reviewer.page.fill("[name=narrative]", "…")
    reviewer.press("button[value=save]")
