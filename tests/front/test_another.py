"""A further account of an event."""

import re

import pytest

from sanad.violations.actions import judge_violations, rederive
from sanad.violations.models import (
    Act,
    Event,
    Involvement,
    Judgement,
    Mention,
    Person,
    Report,
    Unfinished,
    Violation,
)
from tests.front.conftest import event_of, faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(recorder, recorded):
    return event_of(recorder, recorded())


def add(who, event, fields):
    return who.client.post(f"/events/{event.reference}/another/", fields)


def test_nothing_is_ticked_beforehand(recorder, event):
    page = recorder.get(f"/events/{event.reference}/another/").content.decode()
    assert "Female, 30 years" in page and "Peshawar" in page and "Husband, Carried it out" in page
    assert " checked" not in page


def test_what_is_ticked_is_said_by_this_source_too(recorder, event, ticks):
    assert add(recorder, event, ticks()).status_code == 302
    with recorder.sees():
        found = Event.objects.get()
        assert (found.accounts, found.violations) == (2, 1)
        assert Person.objects.count() == 1
        second = Act.objects.order_by("pk").last()
        assert (second.happened, second.place.name_en, second.means.slug) == (found.happened, "Peshawar", "firearm")
        assert Involvement.objects.count() == 2
        assert Violation.objects.get().differs == []


def test_what_is_not_ticked_is_not_said(recorder, event, ticks):
    add(recorder, event, ticks(same=[], alleged=[]))
    with recorder.sees():
        second = Act.objects.order_by("pk").last()
        assert (second.happened, second.place_id, second.means_id) == ("", None, None)
        assert Involvement.objects.count() == 1


def test_how_and_why_may_be_said_of_one_person_alone(recorder, event, ticks):
    nothing = add(recorder, event, ticks(known__0__same_acts=[], known__0__means="acid"))
    assert any("Tick or choose" in one for one in faults(nothing))
    assert add(recorder, event, ticks(known__0__means="acid")).status_code == 302
    with recorder.sees():
        assert [act.means.slug for act in Act.objects.order_by("pk")] == ["firearm", "acid"]
        assert Violation.objects.get().differs == ["means"]


def test_a_difference_is_marked_and_the_earliest_account_stands(recorder, event, ticks):
    add(recorder, event, ticks(same=["happened"], place="Mardan"))
    with recorder.sees():
        assert Violation.objects.get().differs == ["place"]
        assert Event.objects.get().place.name_en == "Peshawar"
    page = recorder.get(f"/events/{event.reference}/").content.decode()
    assert "differs" in page and "Mardan" in page and "from the earliest account" in page


def test_a_reviewer_lets_another_value_stand(recorder, reviewer, event, ticks):
    add(recorder, event, ticks(same=["happened"], place="Mardan"))
    page = reviewer.get(f"/events/{event.reference}/").content.decode()
    address = next(part.split('"')[0] for part in page.split('href="') if "/choose/" in part.split('"')[0])
    with recorder.sees():
        mardan = Act.objects.get(place__name_en="Mardan")
    assert "Mardan" in reviewer.get(address).content.decode()
    assert reviewer.post(address, prefer=str(mardan.root), why="The police give the place.").status_code == 302
    with reviewer.sees():
        assert Event.objects.get().place.name_en == "Mardan"
    assert "chosen, because: " in reviewer.get(f"/events/{event.reference}/").content.decode()


def test_no_toll_stands_by_itself_until_it_is_chosen(recorder, reviewer, recorded, ticks):
    said = {"victims__0__sex": "", "victims__0__age": "", "victims__0__name": ""}
    report = recorded(victims__0__kind="group", victims__0__min_size="12", victims__0__max_size="15", **said)
    event = event_of(recorder, report)
    add(recorder, event, ticks(known__0__min_size="14"))
    with recorder.sees():
        group = Person.objects.get()
        assert (group.min_size, group.best_size, group.max_size, group.toll_differs) == (12, None, 15, True)
    page = reviewer.get(f"/events/{event.reference}/").content.decode()
    assert "no number stands by itself" in page
    address = next(part.split('"')[0] for part in page.split('href="') if "/toll/" in part.split('"')[0])
    assert "Write at least one number" in reviewer.post(address, why="x y z").content.decode()
    assert reviewer.post(address, least="14", best="14", most="14", why="Hospital list.").status_code == 302
    with reviewer.sees():
        group = Person.objects.get()
        assert (group.min_size, group.best_size, group.max_size, group.toll_differs) == (14, 14, 14, False)


def test_a_named_member_of_a_known_group_is_no_further_victim(recorder, recorded, ticks):
    said = {"victims__0__sex": "", "victims__0__age": "", "victims__0__name": ""}
    report = recorded(victims__0__kind="group", victims__0__min_size="12", victims__0__max_size="12", **said)
    event = event_of(recorder, report)
    more = {
        "victims-count": "1",
        "victims-0-kind": "individual",
        "victims-0-acts": ["killing"],
        "victims-0-name": "Rahim Dad",
        "victims-0-member_of": "1",
    }
    assert add(recorder, event, ticks() | more).status_code == 302
    with recorder.sees():
        group = Person.objects.get(kind="group")
        assert Person.objects.get(kind="individual").part_of == group.pk
        assert (group.min_size, group.max_size) == (12, 12)


def test_a_member_of_a_group_that_was_not_ticked_is_refused(recorder, recorded, ticks):
    event = event_of(recorder, recorded(victims__0__kind="group", victims__0__sex="", victims__0__name=""))
    more = {
        "victims-count": "1",
        "victims-0-acts": ["killing"],
        "victims-0-kind": "individual",
        "victims-0-member_of": "1",
    }
    answer = add(recorder, event, ticks(known__0__same_acts=[]) | more)
    assert any("Line 1 is no group" in fault for fault in faults(answer)), faults(answer)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"known__0__same_acts": []}, "Tick or write whom this source reports"),
        ({"known__0__same_acts": [], "known__0__age": "31"}, "Tick or choose what this source says"),
        ({"why": ""}, "required"),
        ({"source": "", "source_kind": ""}, "Choose what kind of source it is"),
        ({"summary": "Gul Naz was killed.", "known__0__name": "Gul Naz"}, "names somebody"),
        ({"same": ["nonsense"]}, "not one of the available choices"),
    ],
)
def test_what_cannot_be_is_refused(recorder, event, ticks, said, words):
    answer = add(recorder, event, ticks(**said))
    assert answer.status_code == 200
    assert any(words in fault for fault in faults(answer)), faults(answer)
    with recorder.sees():
        assert Report.objects.count() == 1


def test_a_refused_form_keeps_its_ticks_and_words(recorder, event, ticks):
    page = add(recorder, event, ticks(why="", known__0__age="thirty")).content.decode()
    assert page.count(" checked") == 5
    assert "thirty" in page


def test_a_line_is_added_and_the_ticks_stay(recorder, event, ticks):
    page = add(recorder, event, ticks(do="add victims", known__0__name="Gul Bibi")).content.decode()
    assert 'name="victims-count" value="1"' in page
    assert page.count(" checked") == 5
    assert "Gul Bibi" in page and "Same day, same place" in page


def test_sent_twice_it_is_one_account(recorder, event, ticks):
    add(recorder, event, ticks(token="b" * 32))
    add(recorder, event, ticks(token="b" * 32))
    with recorder.sees():
        assert Report.objects.count() == 2


def test_an_account_of_another_office_is_said_to_exist_and_shown_to_nobody(person, house, recorder, recorded, ticks):
    district = person("recorder", house.peshawar)
    event = event_of(district, recorded(by=district))
    add(recorder, event, ticks(summary="A teacher was shot by her husband."))
    own = district.get(f"/events/{event.reference}/").content.decode()
    assert "A further account exists that you may not see" in own
    assert "A teacher was shot" not in own
    both = recorder.get(f"/events/{event.reference}/").content.decode()
    assert "A teacher was shot" in both and "A further account exists" not in both


def test_the_title_of_an_event_is_never_taken_from_an_account_out_of_sight(person, house, recorder, recorded, ticks):
    district = person("recorder", house.peshawar)
    event = event_of(recorder, recorded(summary="The directorate's own words."))
    with recorder.sees():
        assert Judgement.objects.count() == 0
    # The district reports the same event on its own; a reviewer of the directorate would link them.
    report = recorded(by=district, summary="The district's own words.")
    with recorder.sees():
        Judgement.objects.create(
            kind="same_event", verdict="same", report_id=event.pk, other_report=report, why="same day", made_by=None,
            custodian=house.kp, custodians=sorted([house.kp.pk, house.peshawar.pk]), made_at=report.made_at,
        )  # fmt: skip
        rederive([event.pk])
    for address in ("/events/", f"/events/{event.reference}/", "/"):
        page = district.client.get(address, follow=True).content.decode()
        assert "The directorate" not in page
    assert "The district&#x27;s own words." in district.get("/events/").content.decode()


def test_mentions_of_the_further_account_are_bound_to_the_person(recorder, event, ticks):
    add(recorder, event, ticks(known__0__name="Gul Bibi"))
    with recorder.sees():
        assert Mention.objects.filter(role="victim").count() == 2
        assert Judgement.objects.filter(kind="same_person").count() == 1


def test_who_does_not_record_adds_nothing(reviewer, event, ticks):
    assert reviewer.get(f"/events/{event.reference}/another/").status_code == 404
    assert add(reviewer, event, ticks()).status_code == 404


def mark_on(page: str) -> str:
    return re.search(r'name="begun" value="([^"]*)"', page)[1]


def test_ticks_stay_with_whom_they_were_made_of_where_the_event_changed_meanwhile(recorder, reviewer, recorded, ticks):
    said = {"victims__count": "2", "victims__1__kind": "individual", "victims__1__acts": ["wounding"]}
    event = event_of(recorder, recorded(**said, victims__1__sex="male"))
    begun = mark_on(recorder.get(f"/events/{event.reference}/another/").content.decode())
    with reviewer.sees():
        killed, wounded = event.found.order_by("person")
        judge_violations([killed], "withdrawn", why="Of another clipping", by=reviewer.reader)
    typed = ticks(**{"known-0-same_acts": [], "known-1-same_acts": ["wounding"], "begun": begun})
    page = add(recorder, event, typed).content.decode()
    assert "has changed since you opened it" in page and typed["summary"] in page and typed["why"] in page
    assert " checked" in re.search(r'<input[^>]*name="known-0-same_acts"[^>]*>', page)[0]
    assert "known-1-" not in page
    with recorder.sees():
        assert Report.objects.count() == 1
    again = ticks(**{"known-0-same_acts": ["wounding"], "same": [], "begun": mark_on(page)})
    assert add(recorder, event, again).status_code == 302
    with recorder.sees():
        assert Violation.objects.get(pk=wounded.pk).grounds.count() == 2


@pytest.mark.usefixtures("vault_in_test")
def test_a_further_account_is_kept_while_it_is_typed_and_gone_on_with_after_a_power_cut(recorder, event, ticks):
    page = recorder.get(f"/events/{event.reference}/another/").content.decode()
    token = re.search(r'name="token" value="([^"]*)"', page)[1]
    assert 'data-keep="/reports/new/keep/"' in page and "register.js" in page
    typed = ticks(token=token, begun=mark_on(page), account_of=event.reference, known__0__name="Gul Bano")
    assert recorder.client.post("/reports/new/keep/", typed).status_code == 200
    with recorder.sees():
        kept = Unfinished.objects.get()
    assert f"/unfinished/{kept.pk}/" in recorder.get("/reports/new/").content.decode()
    page = recorder.post(f"/unfinished/{kept.pk}/").content.decode()
    assert f'action="/events/{event.reference}/another/"' in page and page.count(" checked") == 5
    assert "Gul Bano" in page and typed["summary"] in page and typed["why"] in page
    assert (
        add(recorder, event, typed | {"token": re.search(r'name="token" value="([^"]*)"', page)[1]}).status_code == 302
    )
    with recorder.sees():
        assert not Unfinished.objects.exists() and Report.objects.count() == 2
