"""The pages on which people count."""

from urllib.parse import urlencode

import pytest
from django.urls import reverse

from sanad.figures.actions import make_snapshot
from tests.figures.conftest import draft


@pytest.fixture
def counted(client, house, sign_in, reader, store, freeze):
    """Somebody who counts, with three violations in a snapshot."""
    analyst = reader("analyst", house.kp)
    store(
        analyst,
        draft("1", day="2014-05-17"),
        draft("2", place="PK-SD", size=(10, None, 14), by=("police", "military")),
        draft("3", place=None, day="2013", act="torture"),
    )
    sign_in(client, "analyst", house.kp)
    return freeze(analyst)


def ask(client, name="figures:table", **said):
    return client.get(reverse(name), said, follow=True)


def test_the_first_visit_asks_for_a_first_snapshot(client, house, sign_in):
    sign_in(client, "analyst", house.kp)
    assert "Nothing has been counted yet" in client.get("/figures/").content.decode()
    answer = client.post("/figures/afresh/", follow=True)
    assert "snapshot=" in answer.redirect_chain[-1][0]


def test_the_address_of_an_answer_names_its_snapshot(client, counted):
    answer = ask(client, ask="1", unit="violations", rows="province", act="killing", year_from="2010")
    where = answer.redirect_chain[-1][0]
    assert f"snapshot={counted.id}" in where
    assert "where=act=killing" in where and "where=year=2010.." in where
    page = answer.content.decode()
    assert "Sindh" in page and "Khyber Pakhtunkhwa" in page


def test_not_stated_is_a_row_of_its_own(client, counted):
    page = ask(client, unit="violations", rows="province").content.decode()
    assert 'class="unstated"' in page and "not stated" in page


@pytest.mark.parametrize("unit", ["reports", "events", "violations", "victims"])
@pytest.mark.parametrize(
    ("rows", "columns"), [("district", "year"), ("act", "status"), ("year", ""), ("perpetrator_type", "sex")]
)
def test_every_unit_has_a_page(client, counted, unit, rows, columns):
    answer = ask(client, unit=unit, rows=rows, columns=columns)
    assert answer.status_code == 200
    assert "<table" in answer.content.decode()


def test_what_cannot_be_asked_is_refused_with_what_can(client, counted):
    answer = ask(client, unit="violations", rows="colour")
    assert "cannot be counted by" in answer.content.decode() or "can be counted by" in answer.content.decode()


def test_a_number_leads_to_its_records(client, counted):
    answer = ask(client, "figures:records", unit="violations", where="province=PK-SD", snapshot=counted.id)
    page = answer.content.decode()
    assert "1 violation in 1 event, of which you may open 1" in page
    assert "/events/" in page


def test_why_a_number_changed(client, counted, house, reader, store, freeze):
    analyst = reader("analyst", house.kp)
    store(analyst, draft("4", place="PK-SD"), title="another file")
    later = freeze(analyst)
    page = ask(
        client, "figures:why", unit="violations", rows="province", snapshot=later.id, since=counted.id
    ).content.decode()
    assert "New reports" in page and "Sindh" in page and "Khyber" not in page.split("<table", 1)[1]


def take_out(client, name, why="For the task force", **said):
    return client.post(f"{reverse(name)}?{urlencode(said)}", {"why": why})


@pytest.mark.parametrize("name", ["figures:csv", "figures:xlsx"])
def test_a_table_is_taken_out_for_a_reason_that_stands_in_it(client, counted, name):
    asked = {"unit": "victims", "rows": "province", "snapshot": counted.id}
    form = ask(client, name, **asked)
    assert form.status_code == 200 and "What it is for" in form.content.decode()
    assert take_out(client, name, why=" ", **asked)["Content-Type"].startswith("text/html")
    answer = take_out(client, name, **asked)
    assert answer["Content-Disposition"].startswith("attachment")
    if name == "figures:csv":
        text = answer.content.decode("utf-8-sig")
        assert counted.id in text and "province,Province,Least,Most,Best" in text
        assert "PK-SD,Sindh,10,14,,0,0" in text and "For the task force" in text
    listed = client.get(reverse("figures:taken_out")).content.decode()
    assert listed.count("For the task force") == 1


def test_a_recorder_takes_nothing_out(client, counted, sign_in, house):
    sign_in(client, "recorder", house.kp)
    asked = {"unit": "victims", "rows": "province", "snapshot": counted.id}
    assert ask(client, "figures:csv", **asked).status_code == 404
    assert take_out(client, "figures:csv", **asked).status_code == 404
    assert client.get(reverse("figures:taken_out")).status_code == 404


def test_a_table_is_saved_and_found_again(client, counted):
    address = f"{reverse('figures:save')}?unit=violations&rows=province&snapshot={counted.id}"
    page = client.post(address, {"name": "By province", "note": "For the minister"}, follow=True).content.decode()
    assert "By province" in page and counted.id in page
    assert "By province" in client.get("/figures/saved/").content.decode()


def test_a_table_saved_elsewhere_is_not_there(client, counted, house, sign_in):
    address = f"{reverse('figures:save')}?unit=violations&rows=province&snapshot={counted.id}"
    saved = client.post(address, {"name": "By province"})["Location"]
    sign_in(client, "analyst", house.sindh)
    assert client.get(saved).status_code == 404
    assert "By province" not in client.get("/figures/saved/").content.decode()


def test_a_saved_table_keeps_its_snapshot(client, counted, house, reader):
    client.post(f"{reverse('figures:save')}?unit=violations&rows=province&snapshot={counted.id}", {"name": "One"})
    assert make_snapshot(by=reader("analyst", house.kp)).cited_at is not None


@pytest.mark.parametrize("language", ["en", "ur"])
def test_a_saved_table_becomes_a_page_of_print(client, counted, language, tmp_path):
    address = f"{reverse('figures:save')}?unit=violations&rows=province&columns=status&snapshot={counted.id}"
    saved = client.post(address, {"name": "صوبہ وار خلاف ورزیاں"})["Location"]
    answer = client.post(f"{saved}return.pdf", {"language": language, "month": "2014-05", "why": "Monthly return"})
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


def test_a_month_that_is_none_is_refused(client, counted):
    address = f"{reverse('figures:save')}?unit=violations&rows=province&snapshot={counted.id}"
    saved = client.post(address, {"name": "One"})["Location"]
    assert client.post(f"{saved}return.pdf", {"language": "en", "month": "May", "why": "x"}).status_code == 409


def test_another_page_can_link_with_a_filter_alone(client, counted):
    answer = ask(client, sex="female")
    assert "where=sex=female" in answer.redirect_chain[-1][0]
    assert answer.status_code == 200


def test_a_saved_table_gets_a_next_version(client, counted):
    address = f"{reverse('figures:save')}?unit=violations&rows=province&snapshot={counted.id}"
    key = client.post(address, {"name": "One"})["Location"].rstrip("/").rsplit("/", 1)[1]
    other = address.replace("rows=province", "rows=act")
    page = client.post(other, {"name": "One", "replaces": key}, follow=True).content.decode()
    assert "version 2" in page and "Type of act" in page
    assert client.get("/figures/saved/").content.decode().count("<tr>") == 2  # heading and one table
