"""Pages of the registry: entered, changed, refused, and not there for others."""

from datetime import date

import pytest
from django.test import Client

from sanad.accounts.scope import scoped
from sanad.gatherings.actions import GatheringContent, plan_gathering
from sanad.kit.refusals import NotPermitted, Refused
from sanad.ledger.queries import history_of
from sanad.projects import actions, queries
from sanad.projects.models import Project
from sanad.projects.rules import Status, coverage_level, reasons_against
from tests.projects.conftest import content

pytestmark = pytest.mark.django_db
TYPED = {
    "title_en": "A new project",
    "status": "running",
    "starts": "01/02/2025",
    "focus": "women",
    "goals": ["5"],
    "places": ["kp", "kp_peshawar"],
}


def test_a_project_is_entered_and_changed_and_its_history_stays(keeper, client):
    answer = client.post("/projects/new/", TYPED)
    address = answer["Location"]
    assert answer.status_code == 302
    page = client.get(address).content.decode()
    assert "A new project" in page
    assert "Peshawar" in page
    assert client.post(f"{address}change/", {**TYPED, "title_en": "Renamed", "places": ["kp"]}).status_code == 302
    with scoped(keeper):
        made = queries.project_visible_to(keeper, address.strip("/").split("/")[-1])
        assert [one.place.key for one in made.coverage.all()] == ["kp"]
        (change,) = history_of("projects_project", made.pk)
        assert (change.before["title_en"], change.after["title_en"]) == ("A new project", "Renamed")
    page = client.get(address).text
    assert '<del><bdi dir="auto">A new project</bdi></del> → <ins><bdi dir="auto">Renamed</bdi></ins>' in page


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"title": ""}, "project_nameless"),
        ({"ends": date(2024, 1, 1)}, "ends_before_start"),
        ({"starts": date(2025, 9, 1), "ends": None}, "runs_before_start"),
        ({"status": Status.FINISHED, "ends": None}, "finished_before_end"),
        ({"status": Status.FINISHED, "ends": date(2025, 9, 1)}, "finished_before_end"),
    ],
)
def test_what_cannot_be_right_is_refused(said, why):
    project = {"title": "x", "status": Status.RUNNING, "starts": date(2025, 1, 1), "ends": date(2025, 12, 31)}
    found = reasons_against(**{**project, **said}, today=date(2025, 6, 1))
    assert [reason.code for reason in found] == [why]
    assert reasons_against(**project, today=date(2025, 6, 1)) == []


def test_how_widely_a_project_works():
    assert coverage_level([]) == ""
    assert coverage_level(["country", "province"]) == "national"
    assert coverage_level(["province", "district"]) == "province"
    assert coverage_level(["district", "district"]) == "districts"


def test_a_refusal_stands_at_its_field_and_nothing_is_kept(keeper, client):
    answer = client.post("/projects/new/", {**TYPED, "status": "finished"})
    assert "last day that is over" in answer.content.decode()
    with scoped(keeper):
        assert not Project.objects.exists()


def test_partners_and_results_are_added_once_and_taken_out(keeper, project, client):
    made = project()
    address = f"/projects/{made.reference}/"
    partner = {"institution": "Ministry of Human Rights", "part": "funding"}
    assert client.post(f"{address}partners/", partner).status_code == 302
    with scoped(keeper):
        (one,) = queries.project_visible_to(keeper, made.reference).partners.all()
    client.post(f"{address}partner/{one.pk}/remove/")
    with scoped(keeper):
        assert not queries.project_visible_to(keeper, made.reference).partners.exists()
    assert "Say what the result is" in client.post(f"{address}results/", {"kind": "output"}).content.decode()


def test_a_project_shows_what_points_to_it(keeper, project, client):
    made = project()
    with scoped(keeper):
        plan_gathering(GatheringContent("workshop", "Its workshop", "", made.starts, None, project=made.pk), by=keeper)
    assert "Its workshop" in client.get(f"/projects/{made.reference}/").content.decode()


def test_nobody_else_finds_or_changes_it(keeper, project, house, user, reader):
    made, other = project(), Client()
    other.force_login(user("recorder", house.sindh))
    for path in ("", "change/", f"results/{made.results.all()[0].pk}/"):
        assert other.get(f"/projects/{made.reference}/{path}").status_code == 404
    assert other.post(f"/projects/{made.reference}/partners/", {}).status_code == 404
    assert made.title not in other.get("/projects/").content.decode()
    stranger = reader("recorder", house.sindh)
    with scoped(keeper), pytest.raises(NotPermitted):
        actions.change_project(made, content(), [], by=stranger)
    with scoped(stranger):
        assert not Project.objects.filter(pk=made.pk).exists()  # the second wall


def test_who_only_reads_changes_nothing(project, house, user):
    made, analyst = project(), Client()
    analyst.force_login(user("analyst", house.kp))
    assert analyst.get(f"/projects/{made.reference}/").status_code == 200
    assert analyst.get(f"/projects/{made.reference}/change/").status_code == 404
    assert analyst.post("/projects/new/", TYPED).status_code == 404


def test_an_action_refuses_without_a_title(keeper, house):
    with scoped(keeper), pytest.raises(Refused):
        actions.enter_project(content(title_en="", title_ur=""), [], by=keeper)
