"""The register: who did what to whom on one screen, kept while it is typed, first on the desk where it must be."""

import re
from html import unescape
from uuid import UUID, uuid4

import pytest
from django.http import QueryDict

from sanad.accounts.models import Notice
from sanad.front.forms.grid import LinesField, lines_text
from sanad.front.forms.versions import apart, columns_of
from sanad.kit.ids import uuid7
from sanad.vault.models import Sealed
from sanad.violations.models import (
    Act,
    CoverageDay,
    Danger,
    Document,
    Evidence,
    Involvement,
    Mention,
    Report,
    Revision,
    Unfinished,
)
from tests.front.conftest import DAY, faults
from tests.front.test_people import locked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault_in_test")]
HOSTILE = {
    "one letter": "ا",
    "Gurmukhi": "ਗੁਲ ਬੀਬੀ",
    "bidi controls": "\u202eibiB luG\u202c",
    "of one script": "Gul",
    "marks alone": "\u064b\u0651",
}


def grid(acts=("killing",), victims=({},), alleged=(), **said) -> dict:
    """The register as somebody fills it in."""
    page = {
        "do": "save", "source": "Dawn", "dated": DAY.isoformat(), "received_on": DAY.isoformat(),
        "summary": "Somebody was attacked.", "happened": DAY.isoformat(), "place": "Peshawar",
        "done-count": str(len(acts)), "victims-count": str(len(victims)), "perpetrators-count": str(len(alleged)),
    }  # fmt: skip
    for n, act in enumerate(acts):
        kind, _colon, to = act.partition(":")
        page |= {f"done-{n}-type": kind, f"done-{n}-to": to}
    page |= {name.replace("__", "-"): said.pop(name) for name in list(said) if "__" in name}
    for n, victim in enumerate(victims):
        page |= {f"victims-{n}-{name}": value for name, value in ({"kind": "individual"} | victim).items()}
    for n, one in enumerate(alleged):
        page |= {f"perpetrators-{n}-{name}": value for name, value in one.items()}
    return page | said


def saved(who, **said):
    answer = who.client.post("/reports/new/", grid(**said))
    assert answer.status_code == 302, faults(answer)
    return answer


def suffered(who) -> list[list[str]]:
    """The acts of each victim, in the order of the page."""
    with who.sees():
        victims = Mention.objects.filter(role="victim", until=None).order_by("position")
        return [
            list(Act.objects.filter(victim=one.root).order_by("position").values_list("type__slug", flat=True))
            for one in victims
        ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("1-3, 5", (1, 2, 3, 5)),
        ("۱-۳، ۵", (1, 2, 3, 5)),
        ("2 – 4 7", (2, 3, 4, 7)),
        ("all", "all"),
        ("سب", "all"),
        ("", ()),
    ],
)
def test_lines_are_read_as_people_write_them(text, lines):
    assert LinesField().clean(text) == lines
    assert isinstance(lines, str) or LinesField().clean(lines_text(lines)) == lines


def test_acts_of_some_lines_stand_once_in_columns():
    assert columns_of([["a", "b"], ["b"], ["b", "b"], []]) == (["a", "b", "b"], [[1, 2], [2], [2, 3], []])


def test_a_grid_becomes_lines_of_a_further_account():
    sent = QueryDict(mutable=True)
    page = grid(acts=("killing:1-2", "wounding:all"), victims=({"name": "A"}, {"done": "2"}, {"name": "C"}))
    sent.update(page)
    sent["perpetrators-count"], sent["perpetrators-0-line"] = "1", "2"
    lines = apart(sent, 3, 30)
    assert [lines.getlist(f"victims-{n}-acts") for n in range(3)] == [
        ["killing", "wounding"], ["killing", "wounding"], ["wounding"],
    ]  # fmt: skip
    assert lines["perpetrators-0-line"] == "5"


def test_this_act_for_these_three_and_another_for_one(recorder):
    named = [{"name": f"Victim {word}"} for word in ("One", "Two", "Three", "Four")]
    named[3]["done"] = ["2"]
    saved(recorder, acts=("killing:1-3", "wounding"), victims=named)
    assert suffered(recorder) == [["killing"], ["killing"], ["killing"], ["wounding"]]


def test_all_means_the_lines_that_say_something(recorder):
    saved(recorder, acts=("killing:all",), victims=({"name": "Gul"}, {}, {"described": "a student"}))
    assert suffered(recorder) == [["killing"], ["killing"]]


def test_somebody_of_whom_nothing_is_said_is_somebody(recorder):
    saved(recorder, acts=("killing:all",), victims=({},))
    assert suffered(recorder) == [["killing"]]


def test_alleged_perpetrators_stand_against_acts_and_lines(recorder):
    alleged = ({"type": "husband", "done": ["1"]}, {"type": "mob", "line": "2-3", "done": ["2"]}, {"type": "police"})
    victims = [{"name": name} for name in ("Ada", "Bib", "Cyd")]
    saved(recorder, acts=("killing:1", "wounding:all"), victims=victims, alleged=alleged)
    with recorder.sees():
        acts = {act.root: act for act in Act.objects.all()}
        position = {m.root: m.position for m in Mention.objects.all()}
        found = sorted(
            (one.type.slug, acts[one.act].type.slug, position[acts[one.act].victim])
            for one in Involvement.objects.select_related("type")
        )
    assert found == [
        ("husband", "killing", 0), ("mob", "wounding", 1), ("mob", "wounding", 2),
        ("police", "killing", 0), ("police", "wounding", 0), ("police", "wounding", 1), ("police", "wounding", 2),
    ]  # fmt: skip


def manners(who) -> list[tuple]:
    """Type, means, stated reason and kind of place of each act."""
    with who.sees():
        slugs = ("type__slug", "means__slug", "stated_reason__slug", "kind_of_place__slug")
        return list(Act.objects.filter(until=None).order_by("position").values_list(*slugs))


def test_each_act_says_how_and_why_for_itself_and_the_report_for_the_others(recorder):
    saved(
        recorder, acts=("killing:1", "wounding:2", "wounding:2", "threats:all"), victims=({"name": "A"}, {"name": "B"}),
        alleged=({"type": "husband", "done": ["2"]},), kind_of_place="home", done__0__means="firearm",
        done__0__stated_reason="honour", done__1__means="acid", done__2__means="blunt", done__3__kind_of_place="street",
    )  # fmt: skip
    assert manners(recorder) == [
        ("killing", "firearm", "honour", "home"), ("threats", None, None, "street"),
        ("wounding", "acid", None, "home"), ("wounding", "blunt", None, "home"), ("threats", None, None, "street"),
    ]  # fmt: skip
    with recorder.sees():  # two acts of one type against one victim: only the first is laid to the husband
        assert Act.objects.get(root=Involvement.objects.get().act).means.slug == "acid"


def test_presets_fill_act_by_act_and_say_what_they_filled(recorder):
    page = grid(acts=("",), do="fill", preset="honour_killing")
    said = recorder.client.post("/reports/new/", page).content.decode()
    assert (
        said.count('value="honour" selected') == 1 and "Filled: What was done: Killing; Stated reason: Honour" in said
    )
    page = grid(acts=("killing:1", ""), do="fill", preset="acid_attack", done__0__stated_reason="honour")
    said = recorder.client.post("/reports/new/", page).content.decode()
    assert "Filled: Act 2: What was done: Wounding; Act 2: By what means: Acid" in unescape(said)
    killing, wounding = said.split('name="done-1-type"')
    assert 'value="acid" selected' in wounding and 'value="acid" selected' not in killing
    said = recorder.client.post(
        "/reports/new/", grid(acts=("killing",), do="fill", preset="acid_attack")
    ).content.decode()
    assert 'value="acid" selected' not in said and "Left as you had it" in said


def test_how_and_why_of_each_line_goes_along_to_a_further_account():
    sent = QueryDict(mutable=True)
    sent.update(
        grid(acts=("killing:1", "wounding:2"), victims=({}, {}), done__0__means="firearm", done__1__means="acid")
    )
    lines = apart(sent, 0, 30)
    assert (lines["victims-0-means"], lines["victims-1-means"], lines.get("uneven")) == ("firearm", "acid", None)
    sent["done-1-to"] = "1-2"
    assert apart(sent, 0, 30)["uneven"] == "yes"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"acts": ("",), "done__0__means": "acid"}, "Choose what was done to them"),
        ({"acts": ("killing:1", "wounding"), "victims": ({"name": "Gul"},)}, "Write the lines to which it was done"),
        ({"acts": ("",), "victims": ({"name": "Gul"},)}, "Choose what was done to them"),
        ({"acts": ("killing:2",), "victims": ({"name": "Gul"}, {"name": "Bib"})}, "Tick what was done to them"),
        ({"acts": ("killing:1-9",), "victims": ({"name": "Gul"},)}, "There is no line 9"),
        ({"acts": ("killing:one",), "victims": ({"name": "Gul"},)}, "Write the numbers of the lines"),
        ({"alleged": ({"type": "mob", "line": "7"},), "acts": ("killing:all",)}, "There is no line 7"),
        ({"victims": ({"name": "x" * 300},), "acts": ("killing:all",)}, "at most 200 characters"),
        ({"victims-count": "401", "acts": ("killing:all",)}, "at most 400 lines"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(recorder, said, words):
    extra = {name: said.pop(name) for name in list(said) if "-" in name}
    answer = recorder.client.post("/reports/new/", grid(**said) | extra)
    assert any(words in fault for fault in faults(answer)), faults(answer)
    assert "Somebody was attacked." in answer.content.decode()
    with recorder.sees():
        assert Report.objects.count() == 0 == Document.objects.count()


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_any_name_is_kept_and_stands_on_no_page(recorder, name):
    answer = saved(recorder, acts=("killing:all",), victims=({"name": name, "age": "30"},))
    assert suffered(recorder) == [["killing"]]
    if len(name) > 1:
        assert name not in recorder.get(answer["Location"]).content.decode()


def test_four_hundred_victims_are_one_report(recorder):
    victims = [{"name": f"Name {n}"} for n in range(400)]
    page = recorder.client.post("/reports/new/", grid(acts=("killing:all",), victims=victims, do="add done"))
    assert page.content.decode().count('data-line="victims"') == 400
    saved(recorder, acts=("killing:all",), victims=victims)
    with recorder.sees():
        assert (Report.objects.count(), Act.objects.count()) == (1, 400)


def test_days_in_words_are_meant_from_the_day_of_the_paper_and_kept_as_said(recorder):
    said = {"dated": "2024-04-13", "happened": "last Friday of Ramzan", "relays": "police_statement"}
    answer = saved(recorder, acts=("killing:all",), victims=({"age": "تقریباً ۳۰ سال"},), **said)
    with recorder.sees():
        victim = Mention.objects.get(role="victim")
        assert (victim.age_min, victim.age_max, victim.age_said) == (30, 30, "تقریباً ۳۰ سال")
        assert Revision.objects.get().relays.slug == "police_statement"
        act, report = Act.objects.get(), Report.objects.get()
        assert (act.happened, act.happened_said) == ("2024-04-05~", "last Friday of Ramzan")
    assert answer["Location"].startswith("/events/")
    assert "last Friday of Ramzan" in recorder.get(f"/reports/{report.reference}/").content.decode()


def test_several_reports_rest_on_one_page_until_the_page_is_another(recorder):
    for deed, page in (("save same", "3"), ("save same", "3"), ("save", "4")):
        begun = recorder.get("/reports/new/").content.decode()
        document = re.search(r'name="document"(?: value="([^"]*)")?', begun)[1] or ""
        saved(recorder, acts=("killing:all",), do=deed, page=page, document=document)
    with recorder.sees():
        assert sorted(d.reports.count() for d in Document.objects.all()) == [1, 2]


def test_another_office_adds_nothing_to_a_page_of_ours(recorder, stranger):
    saved(recorder, acts=("killing:all",), do="save same")
    with recorder.sees():
        document = Document.objects.get().pk
    saved(stranger, acts=("killing:all",), document=str(document))
    with stranger.sees():
        assert Report.objects.get().document_id != document


def keep(who, token: UUID, **said):
    return who.client.post("/reports/new/keep/", grid(**said) | {"token": token.hex})


def test_what_is_begun_is_kept_sealed_gone_on_with_and_gone_once_recorded(recorder):
    token = uuid7()
    for summary in ("It begins.", "It goes on."):
        assert keep(recorder, token, summary=summary, victims=({"name": "Gul Bibi"},)).status_code == 200
    with recorder.sees():
        assert Unfinished.objects.get().pk == token
        assert Sealed.objects.filter(of="unfinished").count() == 1
    assert f"/unfinished/{token}/" in recorder.get("/reports/new/").content.decode()
    page = recorder.post(f"/unfinished/{token}/").content.decode()
    assert "It goes on." in page and "Gul Bibi" in page and token.hex in page
    saved(recorder, acts=("killing:all",), token=token.hex)
    with recorder.sees():
        assert not Unfinished.objects.exists() and not Sealed.objects.filter(of="unfinished").exists()


def test_what_a_form_of_yesterday_kept_is_still_read(recorder, form):
    token = uuid7()
    old = form(victims__0__acts=["killing", "threats"], perpetrators__0__line="1", do="x") | {"token": token.hex}
    recorder.client.post("/reports/new/keep/", old)
    page = recorder.post(f"/unfinished/{token}/").content.decode()
    assert 'name="done-count" value="2"' in page
    assert 'value="killing" selected' in page and 'value="threats" selected' in page and "Gul Bibi" in page


def test_nobody_else_goes_on_with_it(recorder, person, house, stranger):
    token = uuid7()
    keep(recorder, token)
    for other in (person("recorder", house.kp), stranger):
        assert other.post(f"/unfinished/{token}/").status_code == 404
        assert other.post(f"/unfinished/{token}/throw-away/").status_code == 404
        assert str(token) not in other.get("/reports/new/").content.decode()
    assert recorder.post(f"/unfinished/{uuid4()}/").status_code == 404
    assert recorder.post(f"/unfinished/{token}/throw-away/").status_code == 302
    with recorder.sees():
        assert not Unfinished.objects.exists()


def test_while_the_vault_is_locked_it_is_kept_still_and_opened_later(recorder, house):
    token = uuid7()
    with locked(house.kp):
        assert keep(recorder, token).status_code == 200
        saved(recorder, acts=("killing:all",), victims=({"name": "Gul Bibi"},))
        answer = recorder.client.post(f"/unfinished/{token}/", follow=True)
        assert "stays kept" in answer.content.decode()
    assert "Somebody was attacked." in recorder.post(f"/unfinished/{token}/").content.decode()


def test_danger_stands_first_on_the_desk_of_the_head_until_it_is_answered(recorder, person, house):
    head, neighbour = person("head", house.kp), person("head", house.sindh)
    saved(recorder, acts=("killing:all",), danger="on")
    with recorder.sees():
        danger = Danger.objects.get()
    with head.sees():
        assert Notice.objects.get().kind == "danger"
    desk = head.get("/").content.decode().split("<main")[1]
    assert "In danger now" in desk and desk.index("In danger now") < desk.index("Notices")
    assert "In danger now" not in neighbour.get("/").content.decode()
    assert (
        neighbour.get(f"/dangers/{danger.pk}/").status_code == recorder.get(f"/dangers/{danger.pk}/").status_code == 404
    )
    assert head.post(f"/dangers/{danger.pk}/", why="").status_code == 200
    assert head.post(f"/dangers/{danger.pk}/", why="Police protection since noon.").status_code == 302
    assert "In danger now" not in head.get("/").content.decode()
    assert head.post(f"/dangers/{danger.pk}/", why="Again.").status_code == 404


def test_a_paper_read_is_ticked_with_its_report_or_with_nothing_found(recorder):
    saved(recorder, acts=("killing:all",), read_through="on")
    assert recorder.client.post("/reports/new/", grid(do="nothing", source="The News International")).status_code == 302
    answer = recorder.client.post("/reports/new/", grid(do="nothing", dated="2024"))
    assert "write its full date" in answer.content.decode()
    with recorder.sees():
        assert {(one.institution.slug, one.day) for one in CoverageDay.objects.all()} == {
            ("dawn", DAY), ("the_news_international", DAY),
        }  # fmt: skip


def test_a_pasted_text_is_kept_as_the_original_and_only_offers(recorder):
    text = "PESHAWAR: A 25-year-old woman was shot dead in Mardan on Friday.\r\n\u200fقتل"
    page = recorder.client.post("/reports/new/", grid(acts=("",), do="look", narrative=text, place="")).content.decode()
    assert 'value="take place Mardan"' in page and 'value="take act killing"' in page and 'value="take age 25"' in page
    assert 'value="killing" selected' not in page
    page = recorder.client.post(
        "/reports/new/", grid(acts=("",), do="take act killing", narrative=text)
    ).content.decode()
    assert 'value="killing" selected' in page
    saved(recorder, acts=("killing:all",), narrative=text, as_printed="on")
    with recorder.sees():
        assert Evidence.objects.get().size == len(text.encode())


@pytest.mark.parametrize(
    ("query", "found"),
    [("of=act&q=qatl", "killing"), ("of=means&q=گولی", "firearm"), ("of=perpetrator_type&q=susral", "in_laws")],
)
def test_codes_are_offered_while_typing(recorder, query, found):
    answer = recorder.client.get(f"/reports/codes/?{query}").json()
    assert answer["found"][0][0] == found


def test_of_no_vocabulary_nothing_is_offered_and_strangers_to_recording_ask_in_vain(recorder, reviewer):
    assert recorder.get("/reports/codes/", of="users", q="a").status_code == 404
    assert recorder.get("/reports/codes/", preset="honour_killing").json()["fills"]["act"] == ["killing"]
    assert reviewer.get("/reports/codes/", of="act", q="a").status_code == 404
    assert reviewer.post("/reports/new/keep/").status_code == 404
