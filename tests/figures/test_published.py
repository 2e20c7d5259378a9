"""Printed tables on their pages: gaps shown, our own count beside them, every version one click away."""

import pytest
from django.urls import reverse

from sanad.accounts.scope import scoped
from sanad.figures.actions import TableContent, publish_table
from sanad.figures.models import PublishedTable
from sanad.figures.rules.published_lines import read_file
from tests.figures.conftest import draft
from tests.figures.printed import ALL_FOUR, HEAD, T4


@pytest.fixture
def printed(client, house, sign_in, reader, store, freeze):
    """An analyst, two killings of women in Sindh in 2022 and one in Punjab, and the four tables."""
    analyst = reader("analyst", house.kp)
    store(
        analyst,
        draft("1", day="2022-05-17", place="PK-SD"),
        draft("2", day="2022-08-01", place="PK-SD"),
        draft("3", day="2023-01-02", place="PK-PB"),
        draft("4", day="2013-01-02", place="PK-PB"),
    )
    freeze(analyst)
    sign_in(client, "analyst", house.kp)
    lists = {"T1": "molj_2012_2013", "T4": "mohr_2021_2023"}
    with scoped(analyst):
        return {
            table.name: publish_table(
                TableContent(name=table.name, classification=lists.get(table.name, "")), table.figures, by=analyst
            )
            for table in read_file(ALL_FOUR.encode())
        }


def page_of(client, table, **said):
    return client.get(reverse("figures:published_table", args=[table.key]), said).content.decode()


def test_the_gap_is_shown_and_our_count_stands_beside_it(client, printed):
    page = page_of(client, printed["T2"])
    assert "the parts are 9 short of the printed total" in page
    assert "20,649" in page and "20,640" in page
    listed = client.get(reverse("figures:published_tables")).content.decode()
    assert listed.count("does not add up") == 1

    # Our count of the same stands beside each figure, and leads to its records.
    context = client.get(reverse("figures:published_table", args=[printed["T4"].key])).context
    lines = {(one.area, one.category): one for one in context["lines"]}
    assert (lines["Sindh", "Murder"].ours, lines["Sindh", "Murder"].printed) == ("2", "3,296")
    assert "3,294" in lines["Sindh", "Murder"].gap
    assert lines["Punjab", "All"].ours == "1"  # the killing of 2013 is out of the period
    assert lines["Pakistan", "All"].ours == "3"
    records = client.get(lines["Sindh", "Murder"].address).content.decode()
    assert "2 events, of which you may open 2" in records

    # What cannot be counted here says why.
    page = page_of(client, printed["T3"])
    assert "not counted here: accused arrested" in page
    assert "in no list here: Torture" in page_of(client, printed["T2"])

    # Verified only and another unit can be asked for.
    page = page_of(client, printed["T4"], state="verified", unit="victims")
    assert "Counted as: Victims." in page
    address = reverse("figures:published_table", args=[printed["T4"].key])
    context = client.get(address, {"state": "verified"}).context
    assert {one.ours for one in context["lines"]} == {"0"}


def test_a_table_is_entered_changed_and_every_version_holds_again(client, printed, reader, house):
    typed = {"name": "Mine", "figures": (HEAD + T4).replace("T4,", "").replace("table_id,", "")}
    made = client.post(reverse("figures:published_new"), typed, follow=True)
    table = PublishedTable.objects.get(name="Mine")
    assert made.status_code == 200 and table.classification == "mohr_2021_2023"
    change = reverse("figures:published_change", args=[table.key])
    shown = client.get(change).context["form"].initial["figures"]
    client.post(change, {"name": "Mine", "figures": shown.replace("3256", "3257")})
    assert "the parts are 1 more than the printed total" in page_of(client, table)
    assert client.post(reverse("figures:published_use", args=[table.key, 1])).status_code == 302
    assert "the parts are 1 more" not in page_of(client, table)
    client.post(reverse("figures:published_away", args=[table.key]))
    assert "Mine" not in client.get(reverse("figures:published_tables")).content.decode()
    assert "was taken away" in page_of(client, table)
    client.post(reverse("figures:published_use", args=[table.key, 1]))
    assert "Mine" in client.get(reverse("figures:published_tables")).content.decode()

    # The same again is no new version.
    figures = read_file(ALL_FOUR.encode())[0].figures
    content = TableContent(name="T1", classification="molj_2012_2013")
    analyst = reader("analyst", house.kp)
    with scoped(analyst):
        kept = publish_table(content, figures, by=analyst, replaces=printed["T1"])
    assert kept.version == 1 and PublishedTable.objects.filter(name="T1").count() == 1

    # What is typed wrongly stays in the form.
    answer = client.post(
        reverse("figures:published_new"),
        {"name": "T4", "figures": "area,category,period,measure,value,role\nSindh,All,2013,cases,4,grand_total\n"},
    )
    assert "a printed table of this name already" in answer.content.decode()
    answer = client.post(reverse("figures:published_new"), {"name": "X", "figures": ALL_FOUR})
    assert "These are several tables" in answer.content.decode() and "20649" in answer.content.decode()


def test_others_read_a_printed_table_and_do_not_change_it(client, printed, sign_in, house):
    sign_in(client, "analyst", house.sindh)
    key = printed["T2"].key
    assert "9 short" in page_of(client, printed["T2"])
    assert client.get(reverse("figures:published_change", args=[key])).status_code == 404
    assert client.post(reverse("figures:published_away", args=[key])).status_code == 404
    assert client.post(reverse("figures:published_use", args=[key, 1])).status_code == 404
    # The name is free at another office.
    typed = {"name": "T2", "figures": "area,category,period,measure,value,role\nSindh,All,2013,cases,4,grand_total\n"}
    assert client.post(reverse("figures:published_new"), typed).status_code == 302


def test_two_lists_over_the_same_events(client, printed):
    said = {"one": "molj_2012_2013", "other": "iccs_level2", "unit": "events"}
    answer = client.get(reverse("figures:lists"), said)
    page = answer.content.decode()
    first, second = answer.context["pages"]
    assert "0101 Intentional homicide" in page and "in no category of this list" in page
    assert second.unconfirmed == 45 and second.without_rule == 38
    assert [line.number for line in first.lines if line.name == "Violence against Women"] == ["4"]
    assert "verify" in page and "No rule." in page
    grid = answer.context["grid"]
    cell = next(box for line in grid.lines if line.names == ["Violence against Women"] for box in line.boxes)
    assert cell.words == "4" and "of which you may open 4" in client.get(cell.address).content.decode()

    # Without a choice, in Urdu, and a list beside itself.
    client.cookies["django_language"] = "ur"
    assert client.get(reverse("figures:lists")).status_code == 200
    assert client.get(reverse("figures:lists"), {"one": "molj_2012_2013", "other": "molj_2012_2013"}).status_code == 200
