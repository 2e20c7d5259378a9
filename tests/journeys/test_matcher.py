"""Somebody compares two records of one man, in two scripts, and says that they are of one; then parts them again."""

import pytest

from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.matching.actions import match_records
from sanad.matching.models import Pair
from sanad.matching.process.running import carry_out
from sanad.violations.models import Identity, Judgement
from tests.journeys.live import DESK, PHONE
from tests.matching.conftest import told, victim  # noqa: F401

# Names are read and opened on the vault's own connection.
pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "vault"])


@pytest.fixture
def house(offices, reference_data):
    return offices


@pytest.fixture
def operator_(offices):
    return operator()


WORDS = {"ur": ("مارچ کی دو فہرستیں", "دو بھائی ہیں", "نام"), "en": ("Two lists of March", "They are brothers", "Name")}


@pytest.mark.parametrize(("language", "width", "menu"), [("ur", PHONE, ".menu-narrow"), ("en", DESK, ".menu-wide")])
def test_two_records_are_compared_decided_and_parted_again(
    visitor,
    house,
    at_work,
    told,  # noqa: F811
    operator_,
    language,
    width,
    menu,
):
    lists, brothers, name = WORDS[language]
    reviewer = at_work("reviewer", house.kp)
    two = [told(house.kp, "محمد عمران خٹک", father="عبدالکریم"), told(house.kp, "Mohd. Imran Khattak", day=19, age=32)]
    match_records(by=operator_, carry=carry_out)
    with scoped(operator_):
        pair, roots = Pair.objects.get(kind="person"), [victim(report) for report in two]

    browser = visitor(language=language, width=width).sign_in(reviewer)
    browser.page.locator(f"{menu} summary:visible").first.click()
    browser.press(f"{menu} a[href='/matching/']:visible")
    browser.page.fill("[name=reason]", lists)
    browser.press("form.sheet button[type=submit]")
    assert browser.page.url.endswith(f"/matching/pairs/{pair.pk}/")
    said = browser.text()
    assert "محمد عمران خٹک" in said and "Mohd. Imran Khattak" in said and name in said
    with browser.page.expect_navigation():
        browser.page.keyboard.press("s")
    browser.look()
    with scoped(operator_):
        assert Judgement.objects.get(kind="same_person").made_by == reviewer.pk
        assert Identity.objects.get(mention=roots[1]).person_id == roots[0]

    browser.go(f"/persons/{roots[1]}/")
    assert browser.page.url.endswith(f"/persons/{roots[0]}/")
    browser.page.check(f"[name=part][value='{roots[1]}']")
    browser.page.fill("[name=why]", brothers)
    browser.press("form.sheet button[type=submit]")
    with scoped(operator_):
        assert Identity.objects.get(mention=roots[1]).person_id == roots[1]

    browser.press(f"a[href='/persons/{roots[0]}/same/']")
    browser.page.fill("[name=event]", two[1].reference)
    browser.press("form[method=get] button[type=submit]")
    browser.page.check(f"[name=other][value='{roots[1]}']")
    browser.page.fill("[name=why]", brothers)
    browser.press("[name=do][value=same]")  # refused: they were parted as two
    assert browser.page.is_checked(f"[name=other][value='{roots[1]}']")
    assert browser.page.locator(".errors li").count() == 1
    with scoped(operator_):
        assert Identity.objects.get(mention=roots[1]).person_id == roots[1]
