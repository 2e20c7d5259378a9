"""A whole consultation in Urdu: from a circulated draft to the printed matrix, participants on their telephones."""

from datetime import date

import pytest

from sanad.accounts.readers import reader_for
from sanad.accounts.scope import scoped
from sanad.gatherings.actions.planning import GatheringContent, plan_gathering
from sanad.gatherings.actions.working import add_group
from sanad.strategies import actions
from sanad.strategies.actions.asking import link_for_participant
from sanad.strategies.actions.strategies import StrategyContent
from sanad.strategies.queries import clauses_of
from tests.journeys.live import DESK, PHONE

pytestmark = pytest.mark.django_db(transaction=True)

CLAUSES = (
    ("1", "theme", 1, "heading_ur", "کلیدی ترجیحات"),
    ("1.1", "clause", 2, "text_ur", "ہر ڈویژن میں خواتین کے لیے پناہ گاہیں قائم کی جائیں گی۔"),
    ("1.2", "clause", 2, "text_ur", "سرکاری عمارتوں میں ریمپ ہوگا۔"),
)
COMMENT, POINT = "پناہ گاہ ہر ضلع میں ہو", "ہر اسکول میں بھی ریمپ ہو"
REASON, NOW = "اسکول محکمۂ تعلیم کے منصوبے میں ہیں", "ہر ضلع میں خواتین کے لیے پناہ گاہیں قائم کی جائیں گی۔"


@pytest.fixture
def circulated(site, offices, at_work):
    """The head of the directorate, a circulated draft, and a group of a workshop on it."""
    head = at_work("head", offices.kp)
    by = reader_for(head)
    with scoped(by):
        strategy = actions.new_strategy(StrategyContent("", "حکمتِ عملی برائے انسانی حقوق"), by=by)
        draft = strategy.drafts.get()
        for number, kind, depth, part, words in CLAUSES:
            said = {"number": number, "kind": kind, "depth": depth, part: words}
            actions.add_clause(draft, said, after=None, by=by)
        actions.circulate(draft, by=by)
        plan = GatheringContent("workshop", "", "ورکشاپ ڈیرہ اسماعیل خان", date(2026, 3, 1), date(2026, 3, 1))
        gathering = plan_gathering(plan, by=by)
        group = add_group(gathering, "", "کلیدی ترجیحات کا گروہ", by=by)
        actions.hold_consultation(draft, gathering, by=by)
        identities = {clause.number: str(clause.identity) for clause in clauses_of(draft)}
        answers = link_for_participant(group, "شریک", language="ur", by=by)
    return head, f"/strategies/{strategy.reference}", group.pk, identities, answers


def taken(guest, site, address):
    """Open a link and take it, as its first browser."""
    guest.page.goto(address if address.startswith("http") else f"{site}{address}")
    guest.look()
    return guest.press("main button[type=submit]")


def test_from_a_circulated_draft_to_the_printed_matrix(visitor, site, circulated):
    head, strategy, group, identities, answers = circulated
    officer = visitor(language="ur", width=DESK).sign_in(head)

    officer.go(f"{strategy}/1/circulation/")
    officer.page.fill("[name=name]", "رخسانہ")
    officer.press("form.sheet button[type=submit]")
    reader = taken(visitor(language="ur", width=PHONE), site, officer.page.locator("a.link-made").inner_text())
    reader.press(f"a[href='?clause={identities['1.1']}']")
    reader.page.fill("[name=words]", COMMENT)
    reader.press("form.sheet button[type=submit]")
    assert COMMENT in reader.text()

    officer.go(f"{strategy}/1/groups/{group}/links/")
    officer.page.fill("[name=name]", "روداد نویس")
    officer.press("form.sheet:has([name=name]) button[type=submit]")
    rapporteur = taken(visitor(language="ur", width=PHONE), site, officer.page.locator("a.link-made").inner_text())
    rapporteur.page.fill("[name=group_words]", POINT)
    rapporteur.page.select_option("[name=clause]", identities["1.2"])
    rapporteur.press("form.sheet button[type=submit]")
    assert POINT in officer.go(f"{strategy}/1/groups/{group}/wall/").text()

    officer.go(f"{strategy}/1/").press("button[value=next]")
    officer.go(f"{strategy}/2/clauses/{identities['1.1']}/")
    officer.page.fill("[name=text_ur]", NOW)
    officer.press("form.sheet .btn-primary")
    officer.go(f"{strategy}/1/points/1/answer/")
    officer.page.check("[value=accepted]")
    officer.press("form.sheet .btn-primary")
    officer.page.check("[value=not_accepted]")
    officer.page.fill("[name=reason]", REASON)
    officer.press("form.sheet .btn-primary")
    officer.go(f"{strategy}/2/").press("button[value=final]")
    for form in ("pdf", "docx", "xlsx"):
        printed = officer.context.request.get(f"{site}{strategy}/1/annex.{form}?language=ur")
        assert printed.ok and len(printed.body()) > 3_000, form

    participant = taken(visitor(language="ur", width=PHONE), site, f"/answers/{answers}/")
    assert POINT in participant.text() and REASON in participant.text() and COMMENT not in participant.text()
