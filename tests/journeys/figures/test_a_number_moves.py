"""A report is typed in, the number moves; it is verified, the number moves again; and the page says why."""

from datetime import timedelta

from django.utils import timezone

from tests.journeys.test_recorder_and_reviewer import choose
from tests.web.browser import faults

DAY = timezone.localdate() - timedelta(days=40)
TABLE = "/figures/?unit=violations&rows=status&where=act=killing&ask=1"


def count_afresh(page):
    page.goto("/figures/")
    page.locator("main form[action$='/figures/afresh/'] button").click()
    page.wait_for_load_state()


def number(page, status: str) -> int:
    """The number of killings in a state, as the table says it now."""
    count_afresh(page)
    page.goto(TABLE)
    cells = page.locator("tbody tr", has_text=status)
    if cells.count() == 0:
        return 0
    return int(cells.first.locator("td").first.inner_text().split()[0])


def record_a_killing(page):
    page.goto("/reports/new/")
    page.fill("[name=source]", "Dawn")
    page.fill("[name=summary]", "A woman was shot dead at her home.")
    page.fill("[name=happened]", DAY.isoformat())
    page.fill("[name=place]", "Peshawar")
    choose(page, "done-0-type", "killing")
    choose(page, "victims-0-sex", "female")
    assert faults(page) == []
    page.locator("main button.btn-primary[value=save]").click()
    page.wait_for_load_state()


def test_hand_entry_moves_the_number_and_verifying_moves_it_again(walk, offices, picture):
    with walk("recorder", offices.kp) as page:
        record_a_killing(page)
        assert "/events/" in page.url
        event = page.url
        assert faults(page) == []
        assert number(page, "new") == 1
    with walk("reviewer", offices.kp) as page:
        page.goto(event)
        page.check("input[name$=verdict][value=verified]")
        page.select_option("select[name$=standard]", "reasonable_grounds")
        page.fill("textarea[name$=why]", "The FIR was seen, two papers agree.")
        page.locator("main form[method=post] button.btn-primary").last.click()
        page.wait_for_load_state()
        assert page.locator("main .state", has_text="verified").count() > 0
        picture(page, "event_verified_en")
        assert number(page, "verified") == 1
        assert faults(page) == []
        page.locator("main a[href*='/figures/why/']").first.click()
        page.wait_for_load_state()
        assert "/figures/why/" in page.url
        assert "judgement" in page.inner_text("main").lower()
        assert faults(page) == []
        picture(page, "why_en")
