"""The pages: every one answers in both languages; a focal point reports by link; the import is walked through."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sanad.codes import queries as codes
from sanad.commitments import actions
from sanad.commitments.models import Progress, Recommendation
from sanad.commitments.presenting.pack import content_of
from sanad.institutions import queries as institutions

pytestmark = pytest.mark.django_db
ONE = ("recommendation", "recommendation_edit", "action", "action_edit", "action_drop", "action_progress")


@pytest.fixture
def scene(keeper, asked, doing):
    """One of each: a recommendation, an action that answers it, a report that waits, an indicator, a focal point."""
    row = asked(paragraph="122.5", letter="a", position="noted", themes=[codes.code("theme", "torture").pk])
    action = doing("Criminalise torture", themes=[codes.code("theme", "torture").pk], label="1.1")
    actions.answer(action, recommendation=row, by=keeper)
    actions.find_bottleneck(action, codes.code("bottleneck", "no_law"), said="No bill", by=keeper)
    actions.set_milestone(action, "Bill", timezone.localdate() - timedelta(days=3), by=keeper)
    said = actions.report_progress(action, {"stage": "under_way", "percent": 20, "said": "Drafted"}, by=keeper)
    first = {"name": "Bill", "kind": "structural", "definition": "Enacted", "unit": "1 or 0", "source": "Gazette"}
    indicator = actions.define_indicator(first, {}, by=keeper)
    focal = actions.name_focal_point(institutions.institution("ministry_of_human_rights"), "Officer", by=keeper)
    decision = actions.decide("Task force", "Table the bill", timezone.localdate(), by=keeper)
    return {"recommendation": row, "action": action, "progress": said, "indicator": indicator} | {
        "focal_point": focal,
        "decision": decision,
    }


def addresses(scene):
    lists = ("matrix", "due", "bottlenecks", "recommendations", "actions", "indicators", "decisions", "focal_points")
    found = [reverse(f"commitments:{name}") for name in (*lists, "recommendation_new", "action_new", "indicator_new")]
    found += [reverse("commitments:matrix") + f"?by={by}" for by in ("institution", "province")]
    found += [reverse(f"commitments:{name}", args=[scene[name.split("_")[0]].pk]) for name in ONE]
    found += [reverse(f"commitments:{name}", args=[scene[name].pk]) for name in ("progress", "focal_point", "decision")]
    found += [reverse(f"commitments:{name}", args=[scene["indicator"].pk]) for name in ("indicator", "indicator_edit")]
    return [*found, reverse("commitments:actions") + "?theme=torture&light=late", reverse("exchange:asked")]


@pytest.fixture
def head(client, user, offices):
    """A client that may do everything with commitments: analyst and reviewer of the directorate."""
    from sanad.accounts.models import Posting
    from sanad.accounts.roles import Role

    who = user("reviewer", offices.kp)
    Posting.objects.create(user=who, office=offices.kp, role=Role.ANALYST, since=timezone.localdate())
    client.force_login(who)
    return client


@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_page_answers(head, scene, language):
    head.cookies["django_language"] = language
    for address in addresses(scene):
        answer = head.get(address)
        assert answer.status_code == 200, address
        assert f'lang="{language}"' in answer.text and len(answer.content) < 90_000, (address, len(answer.content))


def test_a_matrix_line_leads_to_its_actions_and_a_light_says_why(head, scene):
    page = head.get(reverse("commitments:matrix")).text
    assert "Torture and ill-treatment" in page and "theme=torture&amp;light=late" in page
    page = head.get(reverse("commitments:actions") + "?theme=torture&light=late").text
    assert "Criminalise torture" in page and "Milestones past their day: 1." in page


def test_small_deeds_on_the_page_of_an_action(head, scene, asked):
    action = scene["action"]
    asked(paragraph="122.6")
    where = reverse("commitments:action_beside", args=[action.pk])
    for said in (
        {"do": "answer", "what": "upr-2012 122.6"},
        {"do": "milestone", "title": "Second reading", "due": "2027-01-01"},
        {"do": "evidence", "title": "Gazette", "found_at": "12/2026"},
        {"do": "bottleneck", "kind": str(codes.code("bottleneck", "no_staff").pk), "said": "Two posts vacant"},
        {"do": "reached", "which": str(action.milestones.first().pk)},
        {"do": "solved", "which": str(action.bottlenecks.first().pk), "how": "Bill tabled"},
    ):
        answer = head.post(where, said, follow=True)
        assert answer.status_code == 200 and "note-error" not in answer.text, said
    counts = (action.answers.count(), action.milestones.count(), action.evidence.count(), action.bottlenecks.count())
    assert counts == (2, 2, 1, 2)
    assert "note-error" in head.post(where, {"do": "answer", "what": "nothing"}, follow=True).text
    assert head.post(where, {"do": "destroy"}).status_code == 404


def test_a_focal_point_reports_by_link_and_a_second_browser_does_not(head, scene):
    where = reverse("commitments:focal_point", args=[scene["focal_point"].pk])
    until = (timezone.localdate() + timedelta(days=30)).isoformat()
    link = re.search(r'id="link">[^<]*(/report/[^<]+/)<', head.post(where, {"do": "give", "until": until}).text)[1]
    phone = Client()
    page = phone.post(link, {"take": "1"}, follow=True).text
    assert 'lang="ur"' in page and "Criminalise torture" in page
    report = f"{link}{scene['action'].pk}/"
    said = {"stage": "under_way", "percent": "۴۰", "said": "مسودہ کابینہ کے پاس ہے", "evidence": ""}
    assert phone.post(report, said, follow=True).status_code == 200
    arrived = Progress.objects.get(link__isnull=False)
    assert (arrived.percent, arrived.language, arrived.verdict) == (40, "ur", "")
    assert phone.post(report, said | {"said": "شناختی کارڈ 17301-1234567-1"}).status_code == 200  # refused in the form
    assert Progress.objects.filter(link__isnull=False).count() == 1
    assert Client().get(report).status_code == 404
    head.post(where, {"do": "revoke"})
    assert phone.get(report).status_code == 404 and phone.post(report, said).status_code == 404
    assert Progress.objects.filter(link__isnull=False).count() == 1


def test_a_list_is_imported_by_the_pages(head, keeper, tmp_path, vault_in_test):
    path = tmp_path / "list.csv"
    path.write_text("Para,Text,State\n1,Ratify,Spain\n1,Again,Spain\n,No number,Spain\n", encoding="utf-8")
    with path.open("rb") as file:
        answer = head.post(reverse("exchange:asked"), {"file": file}, follow=True)
    where = answer.redirect_chain[-1][0]
    assert "which-columns" not in where and "Recommendations that would be new" in answer.text
    assert "This part stands in row 2 already" in answer.text and "number of the paragraph is missing" in answer.text
    assert not Recommendation.objects.exists()
    answer = head.post(f"{where}store/", follow=True)
    assert "The recommendations are stored." in answer.text and Recommendation.objects.get().words == "Ratify"


def test_the_history_of_an_action_says_names_and_days_not_numbers(head, keeper, doing):
    women, lead = codes.code("theme", "women"), institutions.institution("ministry_of_human_rights")
    action = doing(themes=[], lead_id=None, ends=date(2027, 12, 31))
    said = {"themes": [women.pk], "lead_id": lead.pk, "kind_id": codes.code("action_kind", "training").pk}
    actions.record_action(said | {"ends": date(2028, 1, 15)}, by=keeper, changing=action, why="The cabinet said so")
    page = head.get(reverse("commitments:action", args=[action.pk])).text
    lines = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.split('class="history-values"')[1].split("</ul>")[0]))
    for words in (f"Themes: none → {women.name_en}", f"Lead institution: none → {lead.name_en}",
                  "Ends: 31 December 2027 → 15 January 2028", "→ Training"):  # fmt: skip
        assert words in lines.replace("\u2068", "").replace("\u2069", ""), lines
    assert "The cabinet said so" in page and "lead_id" not in lines


def test_lists_name_actions_in_the_language_of_the_page(head, keeper, scene):
    actions.record_action({"title_ur": "تشدد جرم ہو"}, by=keeper, changing=scene["action"])
    head.cookies["django_language"] = "ur"
    for name in ("due", "bottlenecks"):
        page = head.get(reverse(f"commitments:{name}")).text
        assert "تشدد جرم ہو" in page and "Criminalise torture" not in page, name


def test_recommendations_are_found_by_who_asked_whom_it_concerns_target_and_cluster(head, keeper, asked):
    women, target = codes.code("group_of_people", "women").pk, codes.code("sdg_target", "sdg_5_2").pk
    kind = codes.code("asker_kind", "cso").pk
    row = asked(paragraph="9", words="Open shelters", groups=[women], targets=[target], kind_id=kind)
    asked(paragraph="10", words="Ratify the protocol")
    cluster = actions.put_in_cluster(row, "Shelters", by=keeper)
    for query in ("kind=cso", "group=women", "target=sdg_5_2", f"cluster={cluster.pk}"):
        page = head.get(reverse("commitments:recommendations") + f"?{query}").text
        assert "Open shelters" in page and "Ratify the protocol" not in page, query


def test_the_pack_says_what_was_decided_and_what_is_overdue_by_institution(keeper, scene, doing, settings):
    settings.SITE_KIND = "demo"
    late = doing("Rules for jails", label="2.2", ends=timezone.localdate() - timedelta(days=60))
    content, _charts = content_of(keeper)
    assert [(row[1], row[4]) for row in content["decisions"]] == [("Table the bill", "open")]
    assert [(one["name"], [row[0] for row in one["rows"]]) for one in content["late"]] == [
        (f"{late.lead.name} · 2 actions", ["1.1 Criminalise torture", "2.2 Rules for jails"])
    ]
    assert content["stuck"] == [["Structural: No law", "1", "0"]] and "invented" in content["mark"]
    numbers = [row[-1] for row in content["lights"] if row[0] == codes.code("theme", "torture").name_en]
    assert numbers == ["1"]


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_pack_is_a_pdf(head, keeper, scene, language):
    actions.record_action(
        {"title": "A 🙂 in the title, 人 too"}, by=keeper, changing=scene["action"]
    )  # no font has them
    answer = head.get(reverse("commitments:pack") + f"?language={language}")
    assert answer.status_code == 200 and answer.content.startswith(b"%PDF") and len(answer.content) > 10_000
