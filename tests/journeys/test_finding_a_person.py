"""A person is found by a sealed name or number, and the names are opened for a reason."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sanad.accounts.readers import reader_for
from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.kit.dates import PartialDate
from sanad.vault.process import name_search
from sanad.violations import actions
from sanad.violations.drafts import ActDraft, MentionDraft, ReportDraft
from tests.journeys.live import DESK, PHONE
from tests.vault_here import VAULT

# Names are read and opened on the vault's own connection.
pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "vault"])
DAY = timezone.localdate() - timedelta(days=10)
SUMMARY = {"en": "A woman was shot dead at her home.", "ur": "گھر میں ایک خاتون کو گولی مار کر قتل کر دیا گیا۔"}
NAME = {"en": "Zarina Khatoon", "ur": "زرینہ خاتون"}
MISSPELT = {"en": "Zareena Khatun", "ur": "زرینا خاتون"}
OTHER_SCRIPT = {"en": "زرینہ", "ur": "Zarina"}
CNIC = {"en": "17301-1234567-1", "ur": "۱۷۳۰۱-۱۲۳۴۵۶۷-۱"}
WHY = {"en": "Complaint 12: is she the same?", "ur": "شکایت ۱۲: کیا یہ وہی ہیں؟"}


@pytest.fixture(autouse=True)
def names_apart(tmp_path, settings):
    """Nothing of other tests in the memory, no file in the folder of the site."""
    settings.SANAD_HOME = tmp_path
    name_search.shelves_of(VAULT).close()
    yield
    name_search.shelves_of(VAULT).close()


def record(user, language: str, name: str, cnic: str = "") -> str:
    reader = reader_for(user)
    draft = ReportDraft(
        source_kind=codes.ids_by_slug("source_kind")["newspaper"],
        received_on=DAY,
        summary=SUMMARY[language],
        mentions=(MentionDraft("v1", age_min=30, age_max=30, sealed={"name": name, "cnic": cnic}),),
        acts=(ActDraft("a1", "v1", codes.ids_by_slug("act")["killing"], happened=PartialDate.parse(str(DAY))),),
    )
    with scoped(reader):
        return actions.record_report(draft, by=reader).reference


def find(browser, said: str) -> list[str]:
    browser.page.fill("[name=said]", said)
    browser.press("form.find button[type=submit]")
    return browser.page.locator(".records > li .record-facts .code").all_inner_texts()


@pytest.mark.parametrize(("language", "width", "script"), [("ur", PHONE, True), ("en", DESK, False)])
def test_a_person_is_found_and_opened(visitor, offices, at_work, language, width, script):
    recorder, reviewer = at_work("recorder", offices.kp), at_work("reviewer", offices.kp)
    stranger = at_work("recorder", offices.sindh)
    hers = record(recorder, language, NAME[language], CNIC[language])
    record(recorder, language, "Bashir Masih")

    browser = visitor(language=language, width=width, script=script).sign_in(reviewer)
    browser.go("/people/")
    for said in (NAME[language], MISSPELT[language], OTHER_SCRIPT[language], CNIC[language]):
        assert find(browser, said) == [hers], browser.text()
        assert NAME[language] not in browser.text()
    assert find(browser, "م") == []
    assert browser.page.locator(".errors li").count() == 1
    assert find(browser, "\u202eਗੁਰਮੁਖੀ ਨਾਮ") == []
    assert browser.page.locator(".empty").count() == 1

    assert find(browser, NAME[language]) == [hers]
    browser.press(f"a[href='/reports/{hers}/names/']")
    browser.page.fill("[name=why]", WHY[language])
    browser.press("form.sheet button[type=submit]")
    assert NAME[language] in browser.text()

    foreign = visitor(language=language, width=width, script=script).sign_in(stranger)
    foreign.go("/people/")
    assert find(foreign, NAME[language]) == find(foreign, CNIC[language]) == []
