"""An analyst imports a messy file by the wizard in Urdu, asks for a number, and stands before its records."""

import csv
import io
import re

from django.conf import settings

from tests.web.browser import faults

MAPPING = settings.DATA / "mappings" / "suicide_attacks.yaml"


def killed_in(file, year: str) -> tuple[int, int]:
    """Least and most killed in a year, counted apart from all code of ours."""
    rows = csv.DictReader(io.StringIO(file.read_bytes().decode("latin-1"), newline=""))
    of_year = [row for row in rows if row["Date"].strip().endswith(year)]
    return tuple(sum(int(row[f"Killed {end}"] or 0) for row in of_year) for end in ("Min", "Max"))


def go_on(page):
    """The one obvious next step of the page."""
    page.locator("main .btn-primary").first.click()
    page.wait_for_load_state()


def test_import_by_wizard_in_urdu_then_table_then_records(walk, offices, attacks, picture):
    with walk("analyst", offices.kp, lang="ur") as page:
        page.goto("/imports/new/")
        page.set_input_files("input[type=file]", str(attacks))
        assert faults(page) == []
        go_on(page)
        assert re.search(r"/imports/[0-9a-f-]+/columns/", page.url)
        assert "Killed Min" in page.inner_text("main")
        assert faults(page) == []
        picture(page, "import_columns_ur")

        page.click("a[href$='/text/']")  # the mapping that is shipped, in place of the one that was guessed
        page.fill("textarea", MAPPING.read_text(encoding="utf-8"))
        go_on(page)
        assert page.url.endswith("/preview/")
        assert faults(page) == []
        picture(page, "import_preview_ur")
        go_on(page)
        picture(page, "import_checked_ur")
        go_on(page)
        assert "492" in page.inner_text("main dl.facts")
        picture(page, "import_done_ur")

        page.goto("/figures/")
        go_on(page)
        page.goto("/figures/?unit=victims&rows=year&where=act=killing&ask=1")
        least, most = killed_in(attacks, "2008")
        row = page.locator("tbody tr", has_text="2008").first
        assert str(least) in row.inner_text() and str(most) in row.inner_text()
        assert faults(page) == []
        picture(page, "figures_ur")

        row.locator("a").first.click()
        page.wait_for_load_state()
        assert "/figures/records/" in page.url
        assert page.locator("main a[href*='/events/']").count() > 0
        assert faults(page) == []
        picture(page, "records_ur")
        page.locator("main a[href*='/events/']").first.click()
        page.wait_for_load_state()
        assert "/events/" in page.url
        assert page.evaluate("document.documentElement.dir") == "rtl"
        picture(page, "event_ur")


def test_the_same_on_a_telephone_fits_the_screen(walk, offices, attacks, picture):
    with walk("analyst", offices.kp, lang="ur", width=390) as page:
        for address in ("/", "/imports/", "/imports/new/", "/events/", "/figures/"):
            page.goto(address)
            assert faults(page) == [], address
