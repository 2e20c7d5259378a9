"""A focal point reports by link on a telephone in Urdu; a live indicator moves when a violation is verified."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import reader_for
from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.commitments import actions
from sanad.figures.actions import fresh_snapshot, save_table
from sanad.figures.rules.requests import read_request
from sanad.institutions import queries as institutions
from sanad.kit.dates import PartialDate
from sanad.violations.actions import record_report
from sanad.violations.drafts import ActDraft, MentionDraft, ReportDraft
from tests.journeys.live import DESK, PHONE

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "vault", "snapshot"])
TITLE, NOTICE = "تشدد کے خلاف مسودۂ قانون", "اعلامیہ"


@pytest.fixture
def scene(site, at_work, offices, settings, tmp_path):
    """An action led by the ministry's, five recorded violations, and the share of them that is verified."""
    settings.SNAPSHOTS = tmp_path / "snapshots"
    reviewer, head = at_work("reviewer", offices.kp), at_work("head", offices.kp)
    by = replace(reader_for(reviewer), permissions=frozenset(Permission))
    killing = codes.code("act", "killing").pk
    lead = institutions.institution("ministry_of_human_rights")
    with scoped(by):
        first = {"title": "Draft a bill", "title_ur": TITLE, "kind_id": codes.code("action_kind", "law").pk}
        action = actions.record_action(first | {"lead_id": lead.pk, "starts": date(2020, 1, 1)}, by=by)
        actions.name_focal_point(lead, "Section officer", by=by)
        for _number in range(5):
            draft = ReportDraft(
                source_kind=codes.ids_by_slug("source_kind")["newspaper"],
                received_on=timezone.localdate() - timedelta(days=3),
                summary="A man was shot dead.",
                mentions=(MentionDraft("v"),),
                acts=(ActDraft("a", "v", killing, happened=PartialDate.parse("2026-02-01")),),
            )
            report = record_report(draft, by=by)
    with scoped(by):
        fresh_snapshot(by=by)
        table = save_table(read_request("violations", ["year"]), "All", by=by)
        share = {"name": "Share verified", "kind": "outcome", "definition": "Verified", "unit": "%", "source": "Here"}
        share |= {"live": "share", "table": table.key, "part": ["status=verified"]}
        share |= {"baseline": Decimal(0), "baseline_year": 2024}
        indicator = actions.define_indicator(share, {2030: Decimal(50)}, by=by)
    return reviewer, head, action, indicator, report


def test_progress_by_link_and_a_live_indicator(scene, visitor):
    reviewer, head, action, indicator, report = scene
    desk = visitor(language="en", width=DESK).sign_in(reviewer)
    desk.go("/commitments/focal-points/").press("main a[href^='/commitments/focal-points/0']")
    desk.press("button[value=give]")
    link = desk.page.inner_text("#link").removeprefix(desk.site)

    phone = visitor(language="ur", width=PHONE, script=False)
    phone.go(link).press("button[name=take]")
    assert TITLE in phone.text()
    phone.press("main a.btn")
    phone.page.check("[name=stage][value=under_way]")
    phone.page.fill("[name=percent]", "۴۰")
    phone.page.fill("[name=said]", "مسودہ کابینہ کے پاس ہے")
    phone.press("main form button[type=submit]")
    assert "شکریہ" in phone.text()
    phone.press("main a[href$='/file/']")
    phone.page.fill("[name=title]", NOTICE)
    phone.page.set_input_files("[name=file]", {"name": "n.pdf", "mimeType": "image/png", "buffer": b"%PDF-1.7 x"})
    phone.press("main form button[type=submit]")
    assert NOTICE in phone.text()
    other = visitor(language="en", width=PHONE)
    assert other.page.goto(f"{other.site}{link}").status == 404

    second = visitor(language="en", width=DESK).sign_in(head)
    second.go("/commitments/due/").press("main a[href^='/commitments/progress/']")
    assert "مسودہ کابینہ کے پاس ہے" in second.text() and "application/pdf" in second.text()
    second.page.check("[name=verdict][value=validated]")
    second.press("main form button[type=submit]")
    assert "validated" in second.go(f"/commitments/actions/{action.pk}/").text()

    where = f"/commitments/indicators/{indicator.pk}/"
    assert desk.go(where).page.inner_text("#value") == "0%"
    desk.go(f"/events/{report.reference}/")
    return_to(desk, where)
    assert desk.page.inner_text("#value") == "20%"
    assert "1 of 5 recorded" in desk.text()
    desk.press("text=The query: the part")
    assert "snapshot" in desk.page.url and "verified" in desk.text()


def return_to(desk, where):
    """Judge on the event's page that stands open, then count afresh on the indicator's."""
    desk.page.check("[name=verdict][value=verified]")
    desk.page.fill("[name=why]", "Two sources say the same")
    desk.page.select_option("[name=standard]", "clear_and_convincing")
    desk.press("form.verdict button[type=submit]")
    desk.go(where).press("form[action$='/afresh/'] button")
