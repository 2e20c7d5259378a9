"""The pages: what each shows to whom, and what links open."""

import io
import re
import zipfile
from datetime import date
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import reverse

from sanad.accounts.readers import reader_for
from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.commitments.clauses import clause_named, names_of
from sanad.commitments.models import Action
from sanad.projects.actions import ProjectContent, enter_project
from sanad.strategies import actions
from sanad.strategies.actions.asking import Asked, link_for_participant, link_for_rapporteur
from sanad.strategies.models import Invitation, Point
from tests.strategies.conftest import FIRST, begin, word_file
from tests.strategies.test_actions import SECOND

pytestmark = pytest.mark.django_db


@pytest.fixture
def head(client, sign_in, offices):
    """The head of the directorate is signed in; gives their reader."""
    return reader_for(sign_in(client, "head", offices.kp))


@pytest.fixture
def story(head):
    with scoped(head):
        yield begin(head)


def at(story, name, *more):
    return reverse(f"strategies:{name}", args=[story.strategy.reference, *more])


def taken(client, path):
    """Take a link as its first browser does."""
    assert client.post(path, {"take": "1"}).status_code == 302
    return client.get(path)


def answered(story):
    """Two points, the second draft, and their answers."""
    carried, refused = story.point("A helpline for women", "2.1"), story.point("Close all jails", "1.1", group=1)
    second = story.take(*SECOND)
    actions.dispose(carried, "accepted", clause="2.2", by=story.by)
    actions.dispose(refused, "not_accepted", reason="Beyond the powers of a province", by=story.by)
    return second


def pages(story, second):
    one = [story.strategy.reference, 1]
    group = story.groups[0].pk
    yield reverse("strategies:strategies")
    yield reverse("strategies:new")
    for name in ("strategy", "stage", "history", "upload"):
        yield at(story, name)
    yield at(story, "clause", story.clause("2.1").identity)
    for name in ("draft", "planned", "circulation", "consultation", "points"):
        yield reverse(f"strategies:{name}", args=one)
    yield at(story, "compare", 2)
    yield at(story, "clause_new", 2)
    yield at(story, "clause_edit", 2, story.clause("1.1", second).identity)
    yield at(story, "planned_new", 2)
    yield at(story, "planned_edit", 2, second.planned.first().identity)
    for name in ("group", "wall", "group_links"):
        yield at(story, name, 1, group)
    for name in ("point", "disposition"):
        yield at(story, name, 1, 1)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_opens_for_the_office_and_for_nobody_else(client, story, language, sign_in, offices):
    second = answered(story)
    client.cookies["django_language"] = language
    shown = list(pages(story, second))
    for path in shown:
        assert client.get(path).status_code == 200, path
    sign_in(client, "head", offices.sindh)
    foreign = {path: client.get(path).status_code for path in shown[2:]}
    assert set(foreign.values()) == {404}, foreign


def test_a_file_is_sent_looked_at_and_taken_over(client, story):
    file = word_file(*SECOND, ("1.5 million people are asked.", 0))
    file.name = "second.docx"
    sent = client.post(at(story, "upload"), {"file": file, "language": "en", "into": ""})
    page = client.get(sent.url).content.decode()
    assert "1.5 million people" in page and "as the next draft" in page
    line = re.search(r'name="(line_\d+)"', page)[1]
    again = client.post(sent.url, {line: "leave", "do": "answer"})
    assert again.status_code == 302
    taken_over = client.post(sent.url, {line: "leave", "do": "take"})
    assert taken_over.url == at(story, "draft", 2)
    assert "million" not in client.get(taken_over.url).content.decode()


def test_what_is_no_word_file_is_refused_at_its_field(client, story):
    file = io.BytesIO(b"%PDF-1.7")
    file.name = "draft.docx"
    page = client.post(at(story, "upload"), {"file": file, "language": "en", "into": ""}).content.decode()
    assert "Open it in Word and save it as DOCX" in page


def test_an_invited_reader_comments_by_link_and_a_revoked_link_opens_nothing(client, story):
    sent = client.post(
        at(story, "circulation", 1), {"kind": "reader", "name": "Rukhsana", "language": "ur", "due": "2099-01-01"}
    )
    path = urlsplit(re.search(r'href="(http[^"]*/read/[^"]+)"', sent.content.decode())[1]).path
    client.logout()
    page = taken(client, path)
    assert 'lang="ur"' in page.content.decode()
    clause = story.clause("2.1")
    form = client.get(f"{path}?clause={clause.identity}").content.decode()
    slip = re.search(r'name="slip" value="([^"]+)"', form)[1]
    for _ in range(2):
        client.post(f"{path}?clause={clause.identity}", {"slip": slip, "words": "ہر تحصیل میں پناہ گاہ ہو"})
    with scoped(story.by):
        point = Point.objects.get(invitation__name="Rukhsana")
        assert (point.clause, point.language) == (clause, "ur")
        assert Invitation.objects.get().answer == "commented"
        actions.revoke_invitation(Invitation.objects.get(), by=story.by)
    assert client.get(path).status_code == 404


def test_a_department_says_no_comment(client, story):
    asked = Asked("department", body="Home Department", due=date(2099, 1, 1), language="en")
    _made, token = actions.invite(story.draft, asked, by=story.by)
    client.logout()
    path = reverse("strategies:read", args=[token])
    taken(client, path)
    assert client.post(path, {"no_comment": "on", "view": ""}).status_code == 302
    with scoped(story.by):
        assert Invitation.objects.get().answer == "no_comment"


def test_a_rapporteur_types_by_link_and_a_late_text_is_kept_beside(client, story):
    path = reverse("strategies:note", args=[link_for_rapporteur(story.groups[0], "Rapporteur", by=story.by)])
    client.logout()
    form = taken(client, path).content.decode()
    slip = re.search(r'name="slip" value="([^"]+)"', form)[1]
    client.post(path, {"slip": slip, "group_words": "قواعد تین ماہ میں", "clause": str(story.clause("1.2").identity)})
    one = f"{path}1/"
    client.post(one, {"slip": slip, "seen": "1", "group_words": "First"})
    late = client.post(one, {"slip": slip, "seen": "1", "group_words": "Second"})
    assert late.url == one and "Second" in client.get(one).content.decode()
    client.post(one, {"slip": slip, "seen": "2", "group_words": "First and second", "do": "join"})
    with scoped(story.by):
        assert Point.objects.get().group_words == "First and second"


def test_two_rapporteurs_on_one_group_keep_each_their_points_and_their_link(client, story):
    paths = [
        reverse("strategies:note", args=[link_for_rapporteur(story.groups[0], name, by=story.by)])
        for name in ("First", "Second")
    ]
    phones = [Client() for _ in paths]
    slips = [re.search(r'name="slip" value="([^"]+)"', taken(*one).text)[1] for one in zip(phones, paths, strict=True)]
    for phone, path, slip in zip(phones, paths, slips, strict=True):
        assert phone.post(path, {"slip": slip, "group_words": "The same words"}).status_code == 302
    assert phones[0].post(paths[1], {"slip": slips[1], "group_words": "By another's link"}).status_code == 404
    with scoped(story.by):
        said = Point.objects.filter(group=story.groups[0]).order_by("number").values_list("number", "group_words")
        assert list(said) == [(1, "The same words"), (2, "The same words")]
    wall = client.get(at(story, "wall", 1, story.groups[0].pk))
    assert wall.text.count("The same words") == 2 and int(wall["Refresh"]) <= 10  # projected live, without a script


def test_a_second_person_comments_by_nobody_else_s_link(story):
    _made, token = actions.invite(story.draft, Asked("reader", name="Rukhsana", language="en"), by=story.by)
    path = reverse("strategies:read", args=[token])
    taken(Client(), path)
    other = Client()
    for answer in (other.get(path), other.post(path, {"take": "1"}), other.post(path, {"words": "Not hers"})):
        assert answer.status_code == 404
        assert "Shelters" not in answer.text
    with scoped(story.by):
        assert not Point.objects.exists()


def test_a_participant_reads_what_became_of_the_points_of_the_own_group_only(client, story):
    answered(story)
    token = link_for_participant(story.groups[0], "Sher Zaman", language="en", by=story.by)
    client.logout()
    page = taken(client, reverse("strategies:answers", args=[token])).content.decode()
    assert "A helpline for women" in page and "A helpline answers day and night." in page
    assert "Close all jails" not in page


def test_the_answer_of_a_point_leads_on_to_the_next_open_one(client, story):
    story.point("One"), story.point("Two")
    story.take(*SECOND)
    path = at(story, "disposition", 1, 1)
    dropped = client.post(path, {"outcome": "accepted", "clause": str(story.clause("1.2").identity)})
    assert "Draft 2 has dropped clause 1.2" in dropped.content.decode()
    done = client.post(path, {"outcome": "out_of_scope"})
    assert done.url == at(story, "disposition", 1, 2)


def test_a_project_shows_the_strategy_that_its_workshop_was_about(client, story, offices):
    content = ProjectContent("Support to the strategy", "", "running", None, None, "policy", (), "", "", "", "")
    project = enter_project(content, [], by=story.by)
    address = reverse("projects:project", args=[project.reference])
    assert story.strategy.reference not in client.get(address).text
    story.gathering.project_id = project.pk
    story.gathering.save(update_fields=["project"])
    page = client.get(address).text
    assert page.count(at(story, "strategy")) == 1 and "Workshop D.I. Khan" in page


def test_an_action_answers_a_clause_and_each_page_leads_to_the_other(client, story, reference_data, user, offices):
    head, reviewer = reader_for(user("head", offices.sindh)), Client()
    reviewer.force_login(user("reviewer", offices.kp))
    clause = story.clause("2.1")
    assert "No action answers it yet." in client.get(at(story, "clause", clause.identity)).text
    title = "Rent houses for shelters"
    law = codes.code("action_kind", "law").pk
    reviewer.post(reverse("commitments:action_new"), {"title": title, "kind": law, "every": 3})
    action = Action.objects.get()
    deed = {"do": "answer", "what": f"{story.strategy.reference} 2.1"}
    page = reviewer.post(reverse("commitments:action_beside", args=[action.pk]), deed, follow=True).text
    assert at(story, "clause", clause.identity) in page and "Shelters are opened in every division." in page
    page = client.get(at(story, "clause", clause.identity)).text
    assert title in page and reverse("commitments:action", args=[action.pk]) in page
    assert clause_named(head, deed["what"]) is None and names_of(head, [clause.identity]) == {}
    unknown = deed | {"what": f"{story.strategy.reference} 9.9"}
    page = reviewer.post(reverse("commitments:action_beside", args=[action.pk]), unknown, follow=True).text
    assert "clause or action that is known" in page and action.answers.count() == 1


def test_points_are_found_by_answer_group_and_region(client, story):
    answered(story)
    path = at(story, "points", 1)
    for query, there in (("answer=open", ()), ("answer=accepted", (1,)), (f"group={story.groups[1].pk}", (2,))):
        page = client.get(f"{path}?{query}").content.decode()
        assert tuple(int(n) for n in re.findall(r'id="p(\d+)"', page)) == there, query
    actions.dispose(story.point("About another country", group=1), "out_of_scope", by=story.by)
    row = client.get(at(story, "consultation", 1)).text.split("?region=")[1].split("</tr>")[0]
    total, *by_answer = [int(number) for number in re.findall(r"<td[^>]*>(\d+)</td>", row)]
    assert total == sum(by_answer) == 3  # whatever was answered, it has its column


@pytest.mark.parametrize(("name", "form"), [("file", "docx"), ("file", "xlsx"), ("annex", "docx"), ("annex", "xlsx")])
def test_files_leave_in_urdu_with_what_they_are(client, story, name, form):
    answered(story)
    answer = client.get(at(story, name, 1, form), {"language": "ur"})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        body = b"".join(archive.read(one) for one in archive.namelist() if one.endswith(".xml")).decode()
    assert "حکمتِ عملی برائے انسانی حقوق" in body
    assert ("A helpline for women" in body) == (name == "annex")


@pytest.mark.parametrize("name", ["file", "annex"])
def test_pdf_files_are_made(client, story, name):
    answered(story)
    assert client.get(at(story, name, 1, "pdf"), {"language": "ur"}).content.startswith(b"%PDF")
    assert client.get(at(story, name, 1, "odt")).status_code == 409


def test_the_public_reads_a_strategy_in_force_and_no_other(client, story):
    second = answered(story)
    path = reverse("strategies:public", args=[story.strategy.reference])
    actions.make_final(second, by=story.by)
    assert client.get(path).status_code == 404
    for stage in ("consulted", "vetted", "cabinet", "notified", "in_force"):
        actions.change_stage(story.strategy, stage, since=date(2026, 6, 1), why="Letter 7", by=story.by)
        story.strategy.refresh_from_db()
    client.logout()
    page = client.get(path).content.decode()
    assert "A helpline answers day and night." in page and "Beyond the powers of a province" in page
    assert "Human rights strategy" in client.get(reverse("strategies:published")).content.decode()


def test_a_page_of_points_asks_the_database_a_fixed_number_of_times(client, story, django_assert_max_num_queries):
    for number in range(12):
        story.point(f"Point {number}", "1.1")
    with django_assert_max_num_queries(45):
        client.get(at(story, "points", 1))


def test_two_hundred_clauses_come_on_pages(client, story):
    many = [(f"{n}.1 Words", 0) for n in range(3, 120)]
    story.take(*FIRST, *many)
    assert client.get(at(story, "draft", 2), {"page": "2"}).status_code == 200


def test_actions_are_added_reworded_and_struck_out_by_hand(client, story):
    actions.next_draft(story.draft, by=story.by)
    client.post(at(story, "planned_new", 2), {"words_en": "Train judges", "seen": "0"})
    with scoped(story.by):
        row = story.strategy.drafts.get(number=2).planned.get(words_en="Train judges")
    path = at(story, "planned_edit", 2, row.identity)
    client.post(path, {"words_en": "Train judges and lawyers", "seen": "1"})
    assert "Train judges and lawyers" in client.get(at(story, "planned", 2)).content.decode()
    client.post(path, {"do": "drop"})
    assert "Train judges" not in client.get(at(story, "planned", 2)).content.decode()


def test_a_clause_is_reworded_by_hand_and_a_late_writer_is_told(client, story):
    second = actions.next_draft(story.draft, by=story.by)
    clause = story.clause("1.1", second)
    path = at(story, "clause_edit", 2, clause.identity)
    said = {"kind": "clause", "number": "1.1", "depth": "2", "text_en": "Mine", "seen": "1"}
    assert client.post(path, said).status_code == 302
    late = client.post(path, said | {"text_en": "Yours"}).content.decode()
    assert "Somebody else changed this meanwhile" in late and "Yours" in late
    assert story.clause("1.1", second).text_en == "Mine" and "Mine" in late
    seen = re.search(r'name="seen" value="(\d+)"', late)[1]
    assert client.post(path, said | {"text_en": "Both", "seen": seen}).status_code == 302
    page = client.get(at(story, "clause", clause.identity)).text
    assert "reworded it in draft 2" in page
    assert '<del><bdi dir="auto">Mine</bdi></del> → <ins><bdi dir="auto">Both</bdi></ins>' in page
    line = re.search(r"reworded a clause.*?</li>", client.get(at(story, "history")).text, re.DOTALL)[0]
    assert at(story, "clause", clause.identity) in line and "1.1" in line
