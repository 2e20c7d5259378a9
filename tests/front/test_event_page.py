"""The event page: many accounts, many victims, independence, official lists, chain, interventions."""

import gzip
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from benchmarks.make_events import drafts
from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.ledger.models import Deed
from sanad.violations import actions
from sanad.violations.models import Event, Intervention, Judgement, Report, VictimStatus
from tests.front.conftest import event_of, faults, typed
from tests.front.test_events import REASON, judge
from tests.front.test_people import locked

pytestmark = pytest.mark.django_db
WHY = "Compared with the FIR."


@pytest.fixture
def crowded(house):
    """`crowded(accounts, victims)`: one event of the directorate, told so often, of so many."""

    def make(accounts, victims) -> Event:
        by = operator(house.kp.pk)
        with scoped(by):
            actions.store_batch(drafts(accounts, victims, f"{accounts}x{victims}"), by=by, title="A", origin="crowded")
            return Report.objects.get(external_id=f"{accounts}x{victims}-0").account.event

    return make


@pytest.fixture
def event(recorder, recorded):
    return event_of(recorder, recorded())


def page_of(who, event, **asked):
    return who.get(f"/events/{event.reference}/", **asked).content.decode()


def questions(who, event):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert who.get(f"/events/{event.reference}/").status_code == 200
    return len(asked)


def test_sixty_accounts_stay_readable_and_ask_no_more_than_six(reviewer, crowded):
    few, many = crowded(6, 2), crowded(60, 2)
    questions(reviewer, few)  # vocabularies and gazetteer are read once per process
    assert questions(reviewer, many) == questions(reviewer, few) <= 60
    answer = reviewer.get(f"/events/{many.reference}/")
    page = answer.content.decode()
    assert len(gzip.compress(answer.content)) < 60_000
    assert page.count("<article") == 60
    assert len(re.findall(r'<details class="fold"><summary>[^<]*: \d+ accounts', page)) == 3  # by kind of source
    assert "independent sources" in page and "all relay the same (Copy of a news agency)" in page
    assert re.search(r"Firearm</strong></bdi> <span[^>]*>45 accounts", page)
    assert re.search(r"Explosive</bdi> <span[^>]*>15 accounts", page)


def test_four_hundred_victims_stand_in_parts_and_are_judged_by_act(reviewer, crowded):
    event = crowded(1, 400)
    answer = reviewer.get(f"/events/{event.reference}/")
    page = answer.content.decode()
    assert len(gzip.compress(answer.content)) < 60_000
    assert page.count('<tr class="unverified">') == 40 and "part 1 of 10" in page
    assert "part 10 of 10" in page_of(reviewer, event, part="9999")
    assert "part 1 of 10" in page_of(reviewer, event, part="x")
    assert "Killing, new: 320 victims" in page and "Wounding, new: 80 victims" in page
    said = {"verdict": "rejected", "why": REASON, "violations": ["killing.new"]}
    assert reviewer.post(f"/events/{event.reference}/judge/", **said).status_code == 302
    with reviewer.sees():
        assert event.found.filter(state="rejected").count() == 320
        event.refresh_from_db()
        assert event.state == "mixed"
    assert "Verified in part" in page_of(reviewer, event)


def test_the_chosen_value_has_its_reason_and_who_says_what(reviewer, recorder, event, ticks):
    said = ticks(same=["happened"], place="Mardan")
    assert recorder.client.post(f"/events/{event.reference}/another/", said).status_code == 302
    page = page_of(reviewer, event)
    assert "from the earliest account" in page and "Mardan" in page
    address = re.search(r'href="(/events/[^"]*/choose/[^"]*/place/)"', page)[1]
    offered = reviewer.get(address).content.decode()
    prefer = re.findall(r'name="prefer" value="([^"]+)"', offered)[-1]
    assert reviewer.post(address, prefer=prefer, why=WHY).status_code == 302
    assert re.search(rf"chosen, because: .*{re.escape(WHY)}", page_of(reviewer, event))


def test_every_list_says_its_category_and_the_rule_or_that_there_is_none(reviewer, event):
    page = page_of(reviewer, event)
    assert "Killing of a woman, for whatever reason." in page  # the ministry's list of 2021-23
    assert "categories have no rule" in page  # divisions of the ICCS
    with reviewer.sees():
        made = actions.judge_violations(event.found.all(), "withdrawn", why="Wrong clipping", by=reviewer.reader)
    assert page_of(reviewer, event).count("in no category</span>") >= 4
    assert reviewer.post(f"/judgements/{made[0].pk}/undo/", at_once="1").status_code == 302
    assert "Killing of a woman" in page_of(reviewer, event)


def test_a_form_of_before_somebody_judged_is_no_verdict_on_what_stands_now(person, house, reviewer, event):
    seen = re.search(r'name="seen" value="([^"]*)"', page_of(reviewer, event))[1]
    judge(person("reviewer", house.kp), event, "rejected", standard="")
    answer = judge(reviewer, event, seen=seen)
    assert any("Somebody has judged this event since" in fault for fault in faults(answer))
    assert REASON in answer.content.decode()  # what was typed is not lost
    with reviewer.sees():
        assert Event.objects.get().state == "rejected"
    again = re.search(r'name="seen" value="([^"]*)"', answer.content.decode())[1]
    assert judge(reviewer, event, seen=again).status_code == 302


def test_one_click_brings_back_the_state_before(reviewer, event):
    judge(reviewer, event)
    page = page_of(reviewer, event)
    assert "You judged this just now." in page
    address = re.search(r'class="note note-success undo-now" method="post" action="([^"]+)"', page)[1]
    assert reviewer.post(address, at_once="1").status_code == 302
    with reviewer.sees():
        assert Event.objects.get().state == "new"


def test_the_timeline_tells_of_acts_of_what_became_of_the_victim_and_of_a_late_verification(
    reviewer, recorder, recorded, ticks
):
    then = (timezone.localdate() - timedelta(days=200)).isoformat()
    said = {"dated": then, "received_on": then, "happened": then, "fir_number": "77/26", "fir_date": then}
    became = {"victims__0__status": "dead", "victims__0__status_on": then}
    report = recorded(**said, **became)
    event = event_of(recorder, report)
    assert event.reference in reviewer.get("/review/", state="new", age="older").content.decode()
    assert event.reference not in reviewer.get("/review/", state="new", age="week").content.decode()
    judge(reviewer, event, "under_review", standard="")
    taken = reviewer.get("/review/", state="under_review").content.decode()
    assert event.reference in taken and re.search(f"taken up by [^<]*{reviewer.user.full_name}", taken)
    judge(reviewer, event)
    page = page_of(reviewer, event)
    timeline = re.search(r'<ol class="timeline">(.*?)</ol>', page, re.DOTALL)[1]
    lines = re.findall(r'<li class="([^"]*)">(.*?)</li>', timeline, re.DOTALL)
    assert [of for of, _line in lines] == [
        "moment-act", "moment-status unverified", "moment-done", "moment-received", "moment-verified",
    ]  # fmt: skip
    texts = [re.sub(r"<[^>]+>|[\u2068\u2069]", "", line) for _of, line in lines]
    assert "Killing" in texts[0] and "Dead" in texts[1] and "as reported" in texts[1] and "FIR" in texts[2]
    assert "Verified late: Killing" in texts[4]
    drawn = re.search(r'<figure class="figure event-map">(.*?)</figure>', page, re.DOTALL)[1]
    assert "<svg" in drawn and "Peshawar" in drawn and "never the spot" in drawn
    with recorder.sees():
        assert VictimStatus.objects.get().happened == then


def test_attributions_and_violations_are_judged_together_and_undone_together(reviewer, event):
    answer = judge(reviewer, event, attributions=["1"], **{"check-death_established": "yes"})
    assert answer.status_code == 302
    with reviewer.sees():
        made = Judgement.objects.filter(verdict="verified")
        assert {one.kind for one in made} == {"verification", "attribution"}
        assert made.get(kind="verification").checked == {"death_established": "yes"}
        first = made.first()
    page = page_of(reviewer, event)
    assert "checklist: 1 of 1 points met" in page and page.count("Clear and convincing") >= 2
    reviewer.post(f"/judgements/{first.pk}/undo/", at_once="1")
    with reviewer.sees():
        assert Judgement.objects.filter(kind="undone").count() == 2


def test_four_eyes_on_the_pages(person, house, reviewer, event):
    head, colleague = person("head", house.kp), person("reviewer", house.kp)
    assert head.post("/review/rule/", second_person="yes", why="Letter 3/2026").status_code == 302
    assert reviewer.get("/review/rule/").status_code == 404
    judge(reviewer, event)
    mine, theirs = page_of(reviewer, event), page_of(colleague, event)
    assert "You gave this verdict yourself" in mine and "/confirm/" not in mine
    address = re.search(r'href="(/judgements/[^"]+/confirm/)"', theirs)[1]
    assert address in colleague.get("/review/").content.decode()
    assert "1 verdict waits for you" in colleague.get("/").content.decode()
    assert reviewer.post(address, why=WHY).status_code == 404  # never the same person
    with reviewer.sees():
        assert Event.objects.get().state == "under_review"
    assert colleague.post(address, why=WHY).status_code == 302
    assert "confirmed as the second person" in page_of(reviewer, event)
    with reviewer.sees():
        assert Event.objects.get().state == "verified"
    for stranger in (person("reviewer", house.sindh), person("recorder", house.kp)):
        assert stranger.post(address, why=WHY).status_code == 404


@pytest.mark.usefixtures("vault_in_test")
def test_an_intervention_is_written_answered_and_withdrawn_on_its_pages(recorder, event, stranger):
    new = f"/events/{event.reference}/interventions/new/"
    assert stranger.get(new).status_code == 404
    assert faults(recorder.post(new, type="", text="x"))
    assert recorder.post(new, type="letter", happened="03/02/2026", text="Report called for").status_code == 302
    with recorder.sees():
        row = Intervention.objects.get()
    address = f"/interventions/{row.root}/"
    assert "Report called for" in page_of(recorder, event) and stranger.get(address).status_code == 404
    more = {"type": "letter", "response": "acted", "impact": "released", "seen": "1", "why": "Reply of 9 March"}
    assert recorder.post(address, **more).status_code == 302
    assert "Victim released or recovered" in page_of(recorder, event)
    assert any("changed since" in fault for fault in faults(recorder.post(address, **more)))
    assert recorder.post(address, do="withdraw", seen="2", why="Of another event").status_code == 302
    assert 'class="gone"' in page_of(recorder, event)
    assert recorder.post(address, do="restore", seen="3", why="It was right").status_code == 302
    assert "Reply of 9 March" in recorder.get(address).content.decode()


@pytest.mark.usefixtures("vault_in_test")
def test_an_intervention_names_nobody_of_the_record(recorder, event, ticks, house):
    further = ticks(
        **{
            "victims-count": "1",
            "victims-0-kind": "individual",
            "victims-0-acts": ["wounding"],
            "victims-0-name": "Sher Zaman",
        }
    )
    assert recorder.client.post(f"/events/{event.reference}/another/", further).status_code == 302
    new = f"/events/{event.reference}/interventions/new/"
    for text, words in (
        ("Letter to the father of Gul  Bibi", "names somebody of the record"),
        ("Aid for SHER ZAMAN", "names somebody of the record"),
        ("Aid for 17301-1234567-1", "holds a CNIC"),
        ("Call 0301 2345678", "holds a phone number"),
    ):
        answer = recorder.post(new, type="letter", text=text)
        assert any(words in fault for fault in faults(answer)), (text, faults(answer))
        assert text in answer.content.decode()
    with locked(house.kp, house.peshawar, house.swat):
        assert any("locked" in fault for fault in faults(recorder.post(new, type="letter", text="To the family")))
        assert recorder.post(new, type="letter").status_code == 302
    with recorder.sees():
        row = Intervention.objects.get()
    more = {"type": "letter", "response": "acted", "seen": "1", "why": "Reply of 9 March"}
    answer = recorder.post(f"/interventions/{row.root}/", **more, text="Gul Bibi was released")
    assert any("names somebody of the record" in fault for fault in faults(answer))
    assert recorder.post(f"/interventions/{row.root}/", **more, text="A Bibi was released").status_code == 302
    assert Deed.objects.filter(action="names.compared").exists()
    assert "Gul Bibi" not in page_of(recorder, event)


def test_two_events_are_linked_and_each_says_how(reviewer, recorder, recorded, event, stranger):
    other = event_of(recorder, recorded(summary="A man was shot dead."))
    address = f"/events/{event.reference}/link/"
    said = {"how": "revenge.first", "other": other.reference.lower(), "why": WHY}
    assert stranger.post(address, **said).status_code == 404
    assert any("no event with this" in f for f in faults(reviewer.post(address, **said | {"other": "KP-2026-X"})))
    assert any("same event" in f for f in faults(reviewer.post(address, **said | {"other": event.reference})))
    assert reviewer.post(address, **said).status_code == 302
    assert "Revenge for this event was:" in page_of(recorder, event)
    assert "This event was revenge for:" in page_of(recorder, other)


def test_two_events_that_nobody_proposed_are_put_together_and_parted_again(
    person, house, reviewer, recorder, recorded, event
):
    other = event_of(recorder, recorded(summary="A woman was killed at home, says the police."))
    address = f"/events/{other.reference}/link/"
    said = {"how": "same", "other": event.reference, "why": WHY}
    assert "It is the same event" in reviewer.get(address).content.decode()
    assert person("reviewer", house.sindh).post(address, **said).status_code == 404
    assert any(
        "one and the same record" in f for f in faults(reviewer.post(address, **said | {"other": other.reference}))
    )
    with reviewer.sees():
        before = list(Event.objects.order_by("id").values())
    assert reviewer.post(address, **said).status_code == 302
    with reviewer.sees():
        assert (Event.objects.get().accounts, Event.objects.get().pk) == (2, event.pk)
        made = Judgement.objects.get(kind="same_event")
    answer = reviewer.client.get(f"/events/{other.reference}/", follow=True)
    page = answer.content.decode()  # the younger reference leads to the event that holds it now
    assert f"/events/{event.reference}/judge/" in page and f"/judgements/{made.pk}/undo/" in page
    assert any("one already" in f or "the same record" in f for f in faults(reviewer.post(address, **said)))
    assert reviewer.post(f"/judgements/{made.pk}/undo/", why=WHY).status_code == 302
    with reviewer.sees():
        assert list(Event.objects.order_by("id").values()) == before


def test_many_events_are_judged_after_a_look_at_what_changes(reviewer, recorder, recorded, person, house):
    events = [event_of(recorder, recorded()) for _ in range(3)]
    queue = reviewer.get("/review/").content.decode()
    assert all(one.reference in queue for one in events) and "Only one source tells of it." in queue
    said = {"event": [one.reference for one in events], "verdict": "verified", "why": REASON}
    said |= {"standard": "reasonable_grounds"}
    look = reviewer.post("/review/many/", **said, do="look").content.decode()
    assert look.count("1 violation: from new to verified") == 3
    with reviewer.sees():
        assert not Judgement.objects.exists()
    seen = re.search(r'name="seen" value="([^"]+)"', look)[1]
    judge(person("reviewer", house.kp), events[0], "rejected", standard="")
    stale = reviewer.post("/review/many/", **said, seen=seen, do="write").content.decode()
    assert "Nothing was written" in stale and "from rejected to verified" in stale
    seen = re.search(r'name="seen" value="([^"]+)"', stale)[1]
    assert reviewer.post("/review/many/", **said, seen=seen, do="write").status_code == 302
    with reviewer.sees():
        assert set(Event.objects.values_list("state", flat=True)) == {"verified"}
        made = Judgement.objects.filter(verdict="verified").last()
    reviewer.post(f"/judgements/{made.pk}/undo/", at_once="1")
    with reviewer.sees():
        assert sorted(Event.objects.values_list("state", flat=True)) == ["new", "new", "rejected"]


def test_the_queue_shows_nothing_of_others_and_takes_no_nonsense(person, house, event, recorder):
    stranger = person("reviewer", house.sindh)
    assert event.reference not in stranger.get("/review/").content.decode()
    assert stranger.post("/review/many/", event=[event.reference], verdict="rejected", why="x").status_code == 302
    assert recorder.get("/review/").status_code == 404
    page = stranger.get("/review/", state="flying", age="old", after="x.y")
    assert page.status_code == 200 and typed()["summary"] not in page.content.decode()
