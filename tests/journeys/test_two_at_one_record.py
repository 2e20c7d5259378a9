"""Two officers at one record: what the second typed is shown beside what the first saved, kept, and saved then."""

import pytest

from sanad.institutions.models import Institution
from tests.journeys.live import DESK, PHONE

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(("language", "width"), [("en", DESK), ("ur", PHONE)])
def test_nothing_is_lost_where_two_change_one_institution(visitor, offices, at_work, language, width):
    people = [at_work("recorder", offices.kp), at_work("reviewer", offices.kp)]
    first, second = (visitor(language=language, width=width).sign_in(one) for one in people)
    for one in (first, second):
        one.go("/institutions/dawn/change/")
    first.page.fill("[name=acronym]", "DWN")
    first.press("main form.sheet button[type=submit]")
    second.page.fill("[name=acronym]", "DN")
    second.page.fill("[name=role]", "English daily of Karachi.")
    second.press("main form.sheet button[type=submit]")

    conflict = second.page.locator("section.conflict")
    assert "DWN" in conflict.inner_text() and "DN" in conflict.inner_text()
    assert people[0].full_name in conflict.inner_text()
    assert second.page.input_value("[name=acronym]") == "DN"
    assert second.page.input_value("[name=role]") == "English daily of Karachi."
    second.go("/account/").press("main a[href*='draft=']")
    assert second.page.input_value("[name=acronym]") == "DN"
    second.press("main form.sheet button[type=submit]")
    assert Institution.objects.get(slug="dawn").acronym == "DN"

    # One click takes it back; the history of the page has all three.
    second.press("form.undo button")
    assert Institution.objects.get(slug="dawn").acronym == "DWN"
    assert second.page.locator("ol.history > li").count() >= 3
