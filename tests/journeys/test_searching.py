"""One field finds records in both scripts; what is found is narrowed, opened, and the search is kept."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sanad.accounts.readers import reader_for
from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.kit.dates import PartialDate
from sanad.places.queries import place_by_code
from sanad.search.actions import tend
from sanad.violations import actions
from sanad.violations.drafts import ActDraft, MentionDraft, ReportDraft
from tests.journeys.live import DESK, PHONE

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "vault"])
DAY = timezone.localdate() - timedelta(days=10)
SAID = (
    ("زمین کے تنازع پر ایک مزدور کو گولی مار دی گئی۔", "killing", "PK513"),
    ("A labourer was beaten over a land dispute; the zameen lay fallow.", "beating", "PK513"),
    ("A student was taken from a bus stop.", "abduction", "PK620"),
)
TYPED = {"en": "zameen", "ur": "زمین"}


def record(reader, summary: str, act: str, place: str) -> str:
    draft = ReportDraft(
        source_kind=codes.ids_by_slug("source_kind")["newspaper"],
        received_on=DAY,
        summary=summary,
        mentions=(MentionDraft("v1"),),
        acts=(
            ActDraft(
                "a1", "v1", codes.ids_by_slug("act")[act], happened=PartialDate.parse(str(DAY)),
                place=place_by_code(place).id,
            ),
        ),
    )  # fmt: skip
    return actions.record_report(draft, by=reader).reference


def found(browser) -> set[str]:
    return set(browser.page.locator(".records > li .record-facts .code").all_inner_texts())


@pytest.mark.parametrize(("language", "width", "script"), [("ur", PHONE, True), ("en", DESK, False)])
def test_records_are_found_narrowed_and_the_search_is_kept(visitor, offices, at_work, language, width, script):
    recorder, stranger = at_work("recorder", offices.kp), at_work("recorder", offices.sindh)
    with scoped(reader_for(recorder)):
        shot, beaten, taken = (record(reader_for(recorder), *one) for one in SAID)
    tend()

    browser = visitor(language=language, width=width, script=script).sign_in(recorder)
    browser.go("/search/")
    browser.page.fill("[name=said]", TYPED[language])
    browser.press("form.search button[value=search]")
    assert found(browser) == {shot, beaten}, browser.text()
    browser.page.locator(".facet:has(button[value='set act=killing']) summary").click()
    browser.press("button[value='set act=killing']")
    assert found(browser) == {shot}
    assert browser.page.url.endswith("/search/")
    browser.press("button[value='drop act']")
    assert found(browser) == {shot, beaten}
    browser.press("button[value=save]")
    assert browser.page.locator("#kept").count() == 1
    with scoped(reader_for(recorder)):
        later = record(reader_for(recorder), *SAID[0])
    browser.go("/search/")
    assert browser.page.locator(".records strong").count() == 1
    browser.press(".records .record-title a")
    assert found(browser) == {shot, beaten, later} and taken not in browser.text()

    foreign = visitor(language=language, width=width, script=script).sign_in(stranger)
    foreign.go("/search/")
    foreign.page.fill("[name=said]", TYPED[language])
    foreign.press("form.search button[value=search]")
    assert found(foreign) == set()
