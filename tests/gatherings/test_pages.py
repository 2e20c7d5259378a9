"""Pages of gatherings: planned, invited, counted, compared, written up; and not there for others."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from sanad.accounts.scope import scoped
from sanad.gatherings import actions, queries
from sanad.gatherings.models import Gathering, GroupMember, Participant, SameParticipant
from sanad.gatherings.presenting.sheet import content_of
from sanad.kit.ids import uuid7
from sanad.kit.refusals import NotPermitted, OutOfOrder, Refused
from sanad.ledger.queries import history_of
from sanad.vault.queries import sealed_kept_in
from tests.gatherings.conftest import TODAY, plan, sex, typed

pytestmark = pytest.mark.django_db
PLAN = {
    "kind": "workshop",
    "title_en": "Workshop in Peshawar",
    "first_day": f"{TODAY:%d/%m/%Y}",
    "begins": "09:30",
    "place": "kp_peshawar",
    "state": "planned",
}


def words(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_a_gathering_is_planned_once_however_often_the_form_is_sent(organiser):
    sent = {**PLAN, "form": str(uuid7())}
    addresses = {organiser.post("/gatherings/new/", **sent)["Location"] for _ in range(3)}
    assert len(addresses) == 1
    page = words(organiser.get(addresses.pop()))
    assert "Workshop in Peshawar" in page
    assert "09:30" in page


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"title_en": ""}, "has a title"),
        ({"last_day": "01/01/2020"}, "before the first"),
        ({"first_day": "soon"}, "Write the date"),
        ({"begins": "half past nine"}, "valid time"),
    ],
)
def test_a_plan_that_cannot_be_right_is_refused(organiser, said, why):
    assert why in words(organiser.post("/gatherings/new/", **{**PLAN, **said}))
    with organiser.sees():
        assert not Gathering.objects.exists()


def test_lines_are_added_answered_and_taken_out(organiser, workshop):
    gathering = workshop()
    address = f"/gatherings/{gathering.reference}"
    organiser.post(f"{address}/lines/agenda/", title="Key-note", begins="10:00", speaker="Demo Speaker")
    invited = {"institution": "Ministry of Human Rights", "seat": "department", "seats": "3"}
    for _ in range(2):  # invited twice is invited once
        assert organiser.post(f"{address}/lines/invitations/", **invited).status_code == 302
    follow = {"what": "Send the draft", "owner": "Demo Owner", "due": f"{TODAY + timedelta(days=9):%d/%m/%Y}"}
    organiser.post(f"{address}/lines/follow-ups/", **follow)
    with organiser.sees():
        (invitation,), (line,) = queries.institutions_invited(gathering), queries.follow_ups_of(gathering)
        (item,) = queries.agenda_of(gathering)
    organiser.post(f"{address}/invitations/{invitation.pk}/", answer="comes")
    organiser.post(f"{address}/follow-ups/{line.pk}/", note="Sent")
    page = words(organiser.get(f"{address}/"))
    assert "10:00 Key-note" in page
    assert "comes" in page
    assert f"done : {TODAY.day}" in page.replace("done:", "done :")
    organiser.post(f"{address}/lines/agenda/{item.pk}/remove/")
    assert "Key-note" not in words(organiser.get(f"{address}/"))
    assert "at least" in words(organiser.post(f"{address}/lines/invitations/", **{**invited, "seats": "0"}))
    assert organiser.get(f"{address}/lines/nothing/").status_code == 404


def test_counts_hold_everybody_once_and_no_name(organiser, counter, workshop, come):
    gathering = workshop()
    one = come(gathering, "Zarina Khatoon", sex=sex("female"), seat="cso")
    other = come(gathering, "Zareena Khatun", sex=sex("female"))
    come(gathering, "Bashir Masih", sex=sex("male"), affiliation="Ministry of Human Rights")
    with organiser.sees():
        actions.judge_two(other, one, same=True, by=organiser.reader)
    page = words(counter.get(f"/gatherings/{gathering.reference}/"))
    assert "2 people, each counted once" in page
    assert "Zarina" not in page
    assert "Zarina" in words(organiser.get(f"/gatherings/{gathering.reference}/participants/"))
    for path in ("participants/", f"participants/{one.pk}/", "alike/", "groups/", "door/", "sheet/en/"):
        assert counter.get(f"/gatherings/{gathering.reference}/{path}").status_code == 404


def test_the_same_person_under_two_spellings_is_asked_of_the_organiser_and_undone(organiser, counter, workshop, come):
    first, second = workshop(), workshop(title_en="The second workshop")
    here = come(second, "محمد عمر فاروق")
    come(first, "Muhammad Umar Farooq")
    come(second, "Bashir Masih")
    address = f"/gatherings/{second.reference}/alike/"
    page = organiser.get(address)
    assert "Umar Farooq" in words(page)
    assert counter.get(address).status_code == 404  # of the same office, but no organiser
    pair = re.findall(r'name="(one|other)" value="([0-9a-f-]+)"', page.content.decode())
    assert len(pair) == 2  # one pair, not more
    for _ in range(2):  # pressed twice
        assert organiser.post(address, **dict(pair), same="yes").status_code == 302
    assert "No names to compare" in words(organiser.get(address))
    with organiser.sees():
        assert len({row.person for row in Participant.objects.filter(pk__in=[v for _, v in pair])}) == 1
        judged = SameParticipant.objects.get(undone_at=None)
    organiser.post(f"{address}{judged.pk}/undo/")
    with organiser.sees():
        assert Participant.objects.get(pk=here.pk).person == here.pk
        with pytest.raises(OutOfOrder):
            actions.undo_two(SameParticipant.objects.get(pk=judged.pk), by=organiser.reader)


def test_a_line_is_put_right_and_what_is_needed_stays_sealed(organiser, workshop, door):
    gathering = workshop()
    address = door(gathering)
    organiser.client.post(address, typed(needs="Wheelchair ramp"))
    with organiser.sees():
        one = queries.participants_of(organiser.reader, gathering).get()
        before = one.needs
    page = f"/gatherings/{gathering.reference}/participants/{one.pk}/"
    assert "ramp" not in organiser.get(page).content.decode()
    organiser.post(page, **typed(name="Gul Rukh Bibi", needs="", form=str(one.form)))
    with organiser.sees():
        one.refresh_from_db()
        assert (one.name, one.needs) == ("Gul Rukh Bibi", before)
        assert [change.before["name"] for change in history_of("gatherings_participant", one.pk)] == ["Gul Rukh"]
    organiser.post(page, **typed(needs="Large print", replace_needs="on", form=str(one.form)))
    with organiser.sees():
        one.refresh_from_db()
        assert one.needs != before
        assert not sealed_kept_in(organiser.reader.keeps, [before], "participant").exists()
        assert sealed_kept_in(organiser.reader.keeps, [one.needs], "participant").exists()


@pytest.mark.django_db(databases=["default", "vault"])
def test_what_is_needed_is_opened_for_a_reason_that_is_written_down(organiser, workshop, door, vault_in_test):
    gathering = workshop()
    organiser.client.post(door(gathering), typed(needs="Wheelchair ramp"))
    with organiser.sees():
        one = queries.participants_of(organiser.reader, gathering).get()
    address = f"/gatherings/{gathering.reference}/participants/{one.pk}/needs/"
    assert "ramp" not in organiser.post(address, why="").content.decode()
    assert "Wheelchair ramp" in organiser.post(address, why="To order a ramp").content.decode()


def test_who_did_not_come_is_taken_off_for_a_reason_and_counted_nowhere(organiser, workshop, come):
    gathering = workshop()
    one = come(gathering, "Bashir Masih")
    with organiser.sees(), pytest.raises(Refused):
        actions.withdraw_participant(one, why="", by=organiser.reader)
    address = f"/gatherings/{gathering.reference}/participants/{one.pk}/withdraw/"
    assert organiser.post(address, why="Signed for another").status_code == 302
    assert organiser.post(address, why="Again").status_code == 409
    assert "Nobody has signed in yet" in words(organiser.get(f"/gatherings/{gathering.reference}/"))


def test_groups_hold_who_came_and_nobody_else(organiser, workshop, come):
    here, there = workshop(), workshop(title_en="Elsewhere")
    inside, outside = come(here, "Gul Rukh"), come(there, "Sher Zaman")
    address = f"/gatherings/{here.reference}/groups/"
    organiser.post(address, name_en="Policy and prisons")
    organiser.post(address, name_en="Monitoring")
    with organiser.sees():
        first, second = queries.groups_of(here)
        assert (first.number, second.number) == (1, 2)
        with pytest.raises(Refused):
            actions.put_in_group(first, outside, by=organiser.reader)
    for part in ("member", "rapporteur"):
        organiser.post(f"{address}{first.pk}/", participant=str(inside.pk), part=part)
    page = words(organiser.get(address))
    assert page.count("Gul Rukh · rapporteur") == 1


def test_the_sheet_has_a_line_for_every_seat_in_both_languages(organiser, workshop, invited):
    gathering = workshop()
    invited(gathering, "ministry_of_human_rights", seats=38)
    for language in ("en", "ur"):
        answer = organiser.get(f"/gatherings/{gathering.reference}/sheet/{language}/")
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF-1.7")
    with organiser.sees():
        said = content_of(gathering, "en")
    assert said["lines"] == 50  # 38 seats, and some for whoever comes besides
    assert len(said["heads"]) == 8
    assert organiser.get(f"/gatherings/{gathering.reference}/sheet/fr/").status_code == 404


def test_a_photograph_says_whether_people_agreed_and_others_do_not_open_it(organiser, workshop, house, reader):
    gathering = workshop()
    address = f"/gatherings/{gathering.reference}/files/new/"
    picture = SimpleUploadedFile("hall.png", b"\x89PNG\r\n\x1a\nabc")
    sent = {"kind": "photograph", "title": "The groups", "consent": "not_needed", "file": picture}
    assert "says whether they agreed" in words(organiser.client.post(address, sent))
    picture.seek(0)
    assert organiser.client.post(address, {**sent, "consent": "not_all"}).status_code == 302
    with organiser.sees():
        (kept,) = queries.materials_of(gathering)
        assert (kept.media_type, kept.size) == ("image/png", 11)
        with pytest.raises(OutOfOrder):
            actions.open_material(kept, why="For the report", by=reader("recorder", house.sindh))


def test_minutes_are_kept_with_their_earlier_wording(organiser, workshop):
    gathering = workshop()
    for text in ("First wording", "Second wording"):
        organiser.post(f"/gatherings/{gathering.reference}/minutes/", minutes=text)
    assert "Second wording" in words(organiser.get(f"/gatherings/{gathering.reference}/"))
    page = organiser.get(f"/gatherings/{gathering.reference}/").text
    assert '<del><bdi dir="auto">First wording</bdi></del> → <ins><bdi dir="auto">Second wording</bdi></ins>' in page


def test_another_province_finds_nothing_and_changes_nothing(organiser, stranger, workshop, come):
    gathering = workshop()
    one = come(gathering, "Gul Rukh")
    for path in ("", "change/", "lines/agenda/", "participants/", f"participants/{one.pk}/", "alike/", "minutes/"):
        assert stranger.get(f"/gatherings/{gathering.reference}/{path}").status_code == 404
    assert gathering.title not in words(stranger.get("/gatherings/"))
    with scoped(stranger.reader):
        assert not Participant.objects.exists()  # the second wall
        with pytest.raises(NotPermitted):
            actions.change_gathering(gathering, plan(), by=stranger.reader)


def test_pages_ask_the_database_as_often_for_forty_as_for_four(
    organiser, workshop, come, invited, django_assert_max_num_queries
):
    gathering = workshop()
    for number in range(12):
        come(gathering, f"Person {'ABCDEFGHIJKL'[number]}", affiliation="Ministry of Human Rights")
    for slug in ("ministry_of_human_rights", "ministry_of_interior", "punjab_police"):
        invited(gathering, slug)
    with django_assert_max_num_queries(34):
        organiser.get(f"/gatherings/{gathering.reference}/")
    with django_assert_max_num_queries(28):
        organiser.get(f"/gatherings/{gathering.reference}/participants/")
    with django_assert_max_num_queries(24):
        organiser.get("/gatherings/")


def test_a_list_of_three_hundred_is_shown_page_by_page_and_stays_narrowed(organiser, workshop, come):
    gathering = workshop()
    seats = ("department", "cso", "bar")
    with organiser.sees():
        kept = {"custodian_id": gathering.custodian_id}
        one = {"gathering": gathering, "came": "desk", "signed_at": timezone.now(), **kept}
        rows = [(uuid7(), number) for number in range(300)]
        Participant.objects.bulk_create(
            Participant(
                id=pk, person=pk, form=uuid7(), name=f"Participant {number:03d}", designation="Deputy Director",
                affiliation="Home and Tribal Affairs Department", seat=seats[number % 3], **one,
            )
            for pk, number in rows
        )  # fmt: skip
        gone = Participant.objects.get(pk=rows[0][0])
        actions.withdraw_participant(gone, why="Signed for another", by=organiser.reader)
        group = actions.add_group(gathering, "Policy", "", by=organiser.reader)
        GroupMember.objects.bulk_create(GroupMember(group=group, participant_id=pk, **kept) for pk, _ in rows[1:])
    where = address = f"/gatherings/{gathering.reference}/participants/?seat=cso"
    seen = []
    while address:
        page = organiser.get(address)
        assert len(page.content) < 60_000
        assert "100 lines on the list" in words(page)
        seen += re.findall(r"Participant \d{3}", page.text)
        following = re.search(r'rel="next" href="([^"]+)"', page.text)
        address = where.split("?")[0] + following[1].replace("&amp;", "&") if following else ""
    assert len(seen) == len(set(seen)) == 100
    assert all(int(name[-3:]) % 3 == 1 for name in seen)
    ids = re.findall(r' id="([^"]+)"', page.text)
    assert len(ids) == len(set(ids))  # two forms on one page ask for a seat
    off = organiser.get(f"/gatherings/{gathering.reference}/participants/?off=1")
    assert "Participant 000" in off.text and "Signed for another" in off.text and "Participant 001" not in off.text
    assert "No line of the list fits" in words(organiser.get(f"{where.split('?')[0]}?seat=media"))
    assert organiser.get(f"{where.split('?')[0]}?seat=nothing&after=x").status_code == 200
    assert len(organiser.get(f"/gatherings/{gathering.reference}/groups/").content) < 120_000
