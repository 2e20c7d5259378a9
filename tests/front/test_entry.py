"""Typing in a report by hand."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sanad.institutions.models import Institution
from sanad.violations.models import Act, Event, Involvement, Mention, Person, Report, Revision, VictimStatus
from tests.front.conftest import DAY, event_of, faults, typed

pytestmark = pytest.mark.django_db


def entered(who, **said):
    return who.client.post("/reports/new/", typed(**said))


def test_the_form_opens(recorder):
    answer = recorder.get("/reports/new/")
    assert answer.status_code == 200
    assert "errors" not in answer.content.decode()


def test_a_report_makes_its_event_persons_and_violations(recorder, recorded):
    event = event_of(recorder, recorded())
    assert (event.violations, event.state, event.accounts, event.happened) == (1, "new", 1, DAY.isoformat())
    with recorder.sees():
        assert Person.objects.count() == 1
        assert Act.objects.get().place.name_en == "Peshawar"
        assert Report.objects.get().source_kind.slug == "newspaper"


def test_names_stand_on_no_page(recorder, recorded):
    report = recorded()
    for address in (f"/events/{report.reference}/", f"/reports/{report.reference}/", "/events/", "/reports/", "/"):
        answer = recorder.get(address)
        assert answer.status_code == 200
        assert "Gul Bibi" not in answer.content.decode()


@pytest.mark.parametrize(
    "summary",
    [
        "Gul Bibi was shot dead at her home.",
        "A woman, CNIC 17301-1234567-1, was shot dead.",
        "A woman was shot dead; her brother's phone is 0301 2345678.",
    ],
)
def test_what_names_somebody_is_refused_in_the_summary(recorder, summary):
    answer = entered(recorder, summary=summary)
    assert answer.status_code == 200
    assert len(faults(answer)) == 1
    assert "id_summary" in faults(answer)[0]
    with recorder.sees():
        assert Report.objects.count() == 0


def test_a_refused_form_keeps_everything_that_was_typed(recorder):
    page = entered(
        recorder,
        summary="Gul Bibi was shot dead.",
        narrative="She was shot by her husband.",
        victims__0__father_name="Sher Zaman",
        victims__0__described="a teacher",
        fir_number="123/2026",
        victims__0__characteristics=["teacher", "pregnant"],
    ).content.decode()
    typed_in = (
        "Gul Bibi was shot dead.",
        "She was shot by her husband.",
        "Sher Zaman",
        "a teacher",
        "123/2026",
        "Dawn",
    )
    assert [text for text in typed_in if text not in page] == []
    for code in ("killing", "firearm", "husband", "carried_out", "teacher", "pregnant"):
        assert f'value="{code}" selected' in page


def test_a_line_is_added_and_nothing_is_judged_or_lost(recorder):
    page = entered(recorder, do="add victims", summary="", dated="nonsense").content.decode()
    assert 'name="victims-count" value="2"' in page
    assert 'name="victims-1-kind"' in page
    assert "nonsense" in page and "Gul Bibi" in page
    assert 'class="errors"' not in page


def test_a_line_is_taken_away_and_the_others_follow(recorder):
    page = entered(
        recorder,
        do="drop victims 0",
        victims__count="2",
        victims__1__kind="group",
        victims__1__acts=["wounding"],
        victims__1__described="passers-by",
        perpetrators__0__line="2",
    ).content.decode()
    assert 'name="victims-count" value="1"' in page
    assert "passers-by" in page and "Gul Bibi" not in page
    assert page.split('name="perpetrators-0-line"')[1].startswith(' value="1"')


def test_a_preset_fills_what_is_empty_and_says_so(recorder):
    page = entered(recorder, do="fill", preset="honour_killing", victims__0__acts=[], means="").content.decode()
    assert 'value="honour" selected' in page
    assert 'value="killing" selected' in page
    assert "Filled: What was done: Killing; Stated reason: Honour" in page


def test_a_preset_leaves_what_was_chosen(recorder):
    page = entered(recorder, do="fill", preset="acid_attack").content.decode()
    assert 'value="firearm" selected' in page
    assert 'value="acid" selected' not in page
    assert "Left as you had it" in page


def test_a_group_with_named_members_counts_once(recorder, recorded):
    report = recorded(
        summary="Twelve labourers were killed.",
        victims__count="3",
        victims__0__kind="group",
        victims__0__min_size="12",
        victims__0__best_size="14",
        victims__0__max_size="۱۵",
        victims__0__sex="",
        victims__0__age="",
        victims__0__name="",
        victims__1__kind="individual",
        victims__1__name="Rahim Dad",
        victims__1__member_of="1",
        victims__1__acts=["killing"],
        victims__2__kind="individual",
        victims__2__name="Karim Dad",
        victims__2__member_of="1",
        victims__2__acts=["killing"],
    )
    with recorder.sees():
        group = Person.objects.get(kind="group")
        assert (group.min_size, group.best_size, group.max_size) == (12, 14, 15)
        assert Person.objects.filter(part_of=group.pk).count() == 2
    assert "part of: Group of 12" in recorder.get(f"/events/{report.reference}/").content.decode()


def test_a_member_must_belong_to_a_group(recorder):
    answer = entered(recorder, victims__count="2", victims__1__member_of="1", victims__1__kind="individual")
    assert "Line 1 is no group." in faults(answer)[0]


def test_the_perpetrator_of_one_line_is_not_that_of_all(recorder, recorded):
    recorded(
        victims__count="2",
        victims__1__kind="individual",
        victims__1__acts=["wounding"],
        perpetrators__0__line="2",
    )
    with recorder.sees():
        involved = Involvement.objects.get()
        assert Act.objects.get(root=involved.act).type.slug == "wounding"


def test_an_unknown_place_warns_and_is_kept_as_said(recorder):
    answer = recorder.client.post("/reports/new/", typed(place="Qwxyzzy"), follow=True)
    assert "No place is known as “Qwxyzzy”" in answer.content.decode()
    with recorder.sees():
        event = Event.objects.get()
        assert (event.place_id, event.place_said) == (None, "Qwxyzzy")


def test_an_ambiguous_place_is_asked_back_and_the_choice_holds(recorder):
    answer = entered(recorder, place="Hyderbad")
    page = answer.content.decode()
    assert "can be several places" in faults(answer)[0]
    assert 'value="as_written"' in page
    chosen = next(key for key in page.split('name="place_key" value="')[1:])
    key = chosen.split('"')[0]
    answer = entered(recorder, place="Hyderbad", place_asked="Hyderbad", place_key=key)
    assert answer.status_code == 302
    with recorder.sees():
        act = Act.objects.get()
        assert (act.place.key, act.place_said) == (key, "Hyderbad")


def test_a_choice_for_other_words_does_not_hold(recorder):
    answer = entered(recorder, place="Hyderbad", place_asked="Peshawer", place_key="as_written")
    assert "can be several places" in faults(answer)[0]


def test_an_ambiguous_place_can_be_kept_as_written(recorder):
    answer = entered(recorder, place="Hyderbad", place_asked="Hyderbad", place_key="as_written")
    assert answer.status_code == 302
    with recorder.sees():
        assert Act.objects.get().place_said == "Hyderbad"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("received_on", (timezone.localdate() + timedelta(days=2)).isoformat(), "lies in the future"),
        ("happened", (timezone.localdate() + timedelta(days=2)).isoformat(), "lies in the future"),
        ("happened", "31/02/2014", "There is no such day"),
        ("received_on", "2023", "Write the full day"),
        ("victims__0__age", "old", "cannot be read as an age"),
        ("victims__0__status_on", DAY.isoformat(), "Choose what became of them"),
        ("victims__0__min_size", "3", "Numbers are for groups"),
        ("victims__0__acts", [], "Choose what was done"),
        ("source", "The Daily Nothing", "is not in the list"),
        ("summary", "", "required"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(recorder, field, value, words):
    answer = entered(recorder, **{field: value})
    assert answer.status_code == 200
    assert any(words in fault for fault in faults(answer)), faults(answer)


def test_a_source_that_is_in_no_list_can_be_added(recorder):
    assert "Add this source to the list" in entered(recorder, source="The Daily Nothing").content.decode()
    answer = entered(recorder, source="The Daily Nothing", source_kind="newspaper", add_source="on")
    assert answer.status_code == 302
    assert Institution.objects.get(name_en="The Daily Nothing").kind == "newspaper"


def test_a_source_is_found_by_another_of_its_names(recorder):
    assert entered(recorder, source="Daily Dawn").status_code == 302
    with recorder.sees():
        assert Report.objects.get().source_institution.slug == "dawn"


def test_a_form_sent_twice_makes_one_report(recorder):
    first = entered(recorder, token="a" * 32)
    second = entered(recorder, token="a" * 32)
    assert first["Location"] == second["Location"]
    with recorder.sees():
        assert Report.objects.count() == 1


def test_the_next_clipping_remembers_the_paper_and_no_name(recorder):
    answer = recorder.client.post("/reports/new/", typed(do="save next"), follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain[0][0] == "/reports/new/"
    assert 'value="Dawn"' in page and DAY.isoformat() in page
    assert "Gul Bibi" not in page and "shot dead" not in page
    assert "Gul Bibi" not in str(dict(recorder.client.session))


def test_fir_and_status_are_kept(recorder, recorded):
    recorded(fir_number="77/26", fir_date=DAY.isoformat(), sections="302 PPC", victims__0__status="dead")
    with recorder.sees():
        revision = Revision.objects.get()
        assert (revision.fir_number, revision.fir_date, revision.sections) == ("77/26", DAY, "302 PPC")
        assert VictimStatus.objects.get().status.slug == "dead"


def test_an_institution_can_be_the_victim(recorder, recorded):
    recorded(
        summary="A newspaper was told not to print.",
        victims__0__kind="institution",
        victims__0__body="Dawn",
        victims__0__acts=["censorship"],
        victims__0__sex="",
        victims__0__age="",
        victims__0__name="",
    )
    with recorder.sees():
        assert Mention.objects.get(role="victim").institution.name_en == "Dawn"


@pytest.mark.parametrize("role", ["reviewer", "analyst", "administrator"])
def test_who_does_not_record_finds_no_form(person, house, role):
    assert person(role, house.kp).get("/reports/new/").status_code == 404


def test_whoever_is_not_signed_in_is_sent_to_sign_in(client, house):
    assert client.get("/reports/new/")["Location"].startswith("/sign-in/")
