"""A night on which one record of another office is needed: asked, agreed to, read, and looked at afterwards."""

from dataclasses import replace
from datetime import date

import pytest

from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.violations.actions import record_report
from sanad.violations.drafts import ActDraft, MentionDraft, ReportDraft
from tests.journeys.live import DESK, PHONE

pytestmark = pytest.mark.django_db(transaction=True)
WHY = {"en": "The witness is in danger tonight.", "ur": "گواہ آج رات خطرے میں ہے۔"}


@pytest.fixture
def reference(site, offices):
    """A report that the directorate of Sindh keeps."""
    by = replace(operator(), office_id=offices.sindh.pk)
    draft = ReportDraft(
        source_kind=codes.code("source_kind", "newspaper").pk,
        received_on=date(2026, 1, 6),
        summary="A witness was threatened.",
        mentions=(MentionDraft("v"),),
        acts=(ActDraft("a", "v", codes.code("act", "killing").pk),),
    )
    with scoped(by):
        return record_report(draft, by=by).reference


@pytest.mark.parametrize(("language", "width"), [("en", DESK), ("ur", PHONE)])
def test_an_emergency_takes_two_and_is_looked_at(visitor, offices, at_work, reference, language, width):
    people = [at_work("reviewer", offices.kp), at_work("head", offices.kp), at_work("head", offices.sindh)]
    reviewer, head, keeper = (visitor(language=language, width=width).sign_in(one) for one in people)

    reviewer.go("/second/").press("main a[href='/emergency/']")
    reviewer.page.fill("[name=reference]", reference)
    reviewer.page.fill("[name=why]", WHY[language])
    reviewer.press("main button[type=submit]")
    assert reference in reviewer.text()

    head.go("/").press("main a[href='/second/']")
    assert WHY[language] in head.text()
    head.press("button[value=approve]")

    reviewer.go(f"/reports/{reference}/")
    assert "A witness was threatened." in reviewer.text()

    keeper.go("/").press("main form[action^='/notices/'] button")
    keeper.press("main a[href='/second/']")
    keeper.page.fill("[name=remark]", WHY[language])
    keeper.press("form[action$='/review/'] button")
    assert WHY[language] not in keeper.text()


@pytest.mark.parametrize(("language", "width"), [("en", DESK), ("ur", PHONE)])
def test_a_report_is_offered_and_a_tie_is_written_down(visitor, offices, at_work, reference, language, width):
    keeper = visitor(language=language, width=width).sign_in(at_work("head", offices.sindh))
    keeper.go(f"/reports/{reference}/").press("main a[href$='/transfer/']")
    keeper.page.select_option("[name=to]", str(offices.kp.pk))
    keeper.page.fill("[name=why]", WHY[language])
    keeper.press("main button[type=submit]")

    somebody = at_work("recorder", offices.kp)
    administrator = visitor(language=language, width=width).sign_in(at_work("administrator", offices.kp))
    administrator.go(f"/users/{somebody.pk}/ties/")
    administrator.page.fill("[name=institution]", "Khyber Pakhtunkhwa Police")
    administrator.page.fill("[name=why]", WHY[language])
    administrator.press("main form.sheet button[type=submit]")
    assert WHY[language] in administrator.text()
    administrator.go("/sharing/")
