"""What became of a record stands on its page as sentences: who, what, when, why; and nothing sealed."""

import re
from html import unescape

import pytest

from sanad.violations.models import Judgement
from tests.front.conftest import event_of
from tests.front.test_events import REASON, judge
from tests.front.test_reports import WHY, begin, send

pytestmark = pytest.mark.django_db


def history(page: str) -> list[str]:
    """Each line as somebody reads it."""
    held = re.search(r'<ol class="history">(.*?)</ol>', page, re.DOTALL)[1]
    lines = re.findall(r"<li.*?</li>\s*(?=<li|$)", held, re.DOTALL)
    return [
        re.sub(r"\s+", " ", re.sub(r"[\u2068\u2069]", "", unescape(re.sub(r"<[^>]+>", "", one)))).strip()
        for one in lines
    ]


def of_event(who, event) -> list[str]:
    return history(who.get(f"/events/{event.reference}/").content.decode())


def test_who_recorded_judged_and_took_back_is_said_in_sentences(recorder, reviewer, recorded):
    report = recorded()
    event = event_of(recorder, report)
    judge(reviewer, event)
    with reviewer.sees():
        made = Judgement.objects.get(kind="verification")
    reviewer.post(f"/judgements/{made.pk}/undo/", why="The witness withdrew.")
    verified, recorded_line = of_event(reviewer, event)
    who = reviewer.user.full_name
    assert verified.startswith(f"{who} verified: Killing (Female, 30 years) (Clear and convincing): {REASON}")
    assert f"Taken back by {who}" in verified and verified.endswith("The witness withdrew.")
    assert recorded_line.startswith(f"{recorder.user.full_name} recorded the report {report.reference}")


def test_the_history_of_a_report_is_on_its_own_page(recorder, reviewer, recorded):
    report = recorded()
    judge(reviewer, event_of(recorder, report))
    page = reviewer.get(f"/reports/{report.reference}/").content.decode()
    assert history(page)[0].split(":")[0] == f"{reviewer.user.full_name} verified"


@pytest.mark.usefixtures("vault_in_test")
def test_a_correction_is_said_with_its_reason(recorder, recorded):
    report = recorded()
    answer = send(recorder, report, begin(recorder, report) | {"summary": "A woman was shot dead in her home."})
    assert answer.status_code == 302
    first = of_event(recorder, event_of(recorder, report))[0]
    assert first.startswith(f"{recorder.user.full_name} corrected the report {report.reference}: {WHY}")


def test_no_sealed_value_stands_in_a_history(recorder, reviewer, recorded):
    event = event_of(recorder, recorded())
    judge(reviewer, event)
    assert "Gul Bibi" not in " ".join(of_event(reviewer, event))


def test_the_history_is_said_in_urdu_too(recorder, recorded):
    event = event_of(recorder, recorded())
    recorder.client.cookies["django_language"] = "ur"
    assert of_event(recorder, event)
