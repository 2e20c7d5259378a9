"""The activity file is what version 2.03 of the standard takes: asked of its own schema."""

from pathlib import Path

import pytest
from django.utils import timezone
from lxml import etree

from sanad.accounts.scope import scoped
from sanad.gatherings.actions import GatheringContent, plan_gathering
from sanad.kit.refusals import Incomplete
from sanad.projects import iati
from sanad.projects.rules import FOCUS_TITLES, PART_TITLES, RESULT_TITLES, STATUS_TITLES

pytestmark = pytest.mark.django_db
SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "iati-2.03" / "iati-activities-schema.xsd"))


def activities(reader, **options):
    """The file, found valid, as elements."""
    with scoped(reader):
        written = iati.written(reader, now=timezone.now(), **options)
    root = etree.fromstring(written)
    SCHEMA.assertValid(root)
    assert root.get("version") == "2.03"
    return root.findall("iati-activity")


def said(activity, path) -> list[str]:
    return [found.text for found in activity.findall(f"{path}/narrative")]


def test_a_project_with_all_its_parts_is_valid(keeper, project):
    made = project()
    with scoped(keeper):
        day = GatheringContent("workshop", "Workshop <in> Peshawar", "", made.starts, None, project=made.pk)
        plan_gathering(day, by=keeper)
    (one,) = activities(keeper)
    assert one.findtext("iati-identifier") == f"PK-UNREGISTERED-KP-{made.reference}"
    assert said(one, "title") == ["Support to a strategy", "حکمتِ عملی کی معاونت"]
    assert one.find("activity-status").get("code") == "4"
    assert [(d.get("type"), d.get("iso-date")) for d in one.findall("activity-date")] == [
        ("2", "2025-07-01"),
        ("4", "2025-12-31"),
    ]
    assert [(o.get("role"), o.get("type")) for o in one.findall("participating-org")] == [("1", "10")]
    assert one.find("activity-scope").get("code") == "6"
    assert [tag.get("code") for tag in one.findall("tag")] == ["5", "16"]
    assert "Workshop <in> Peshawar" in said(one, "result/indicator/period/actual/comment")[0]


def test_what_is_unknown_is_left_out_and_zero_is_said(keeper, project):
    project()
    (one,) = activities(keeper)
    assert one.find("result/indicator/baseline") is None
    assert one.find("result/indicator/period/actual").get("value") == "0"


def test_the_barest_project_is_valid_too(keeper, project):
    project(
        partners=False, status="planned", starts=None, ends=None, title_en="", summary_en="", objectives_en="", goals=()
    )
    (one,) = activities(keeper, organisation="PK-SEC-123")
    assert one.find("reporting-org").get("ref") == "PK-SEC-123"
    assert one.findtext("iati-identifier").startswith("PK-SEC-123-KP-")
    assert said(one, "participating-org") == said(one, "reporting-org")


def test_every_word_of_the_registry_has_its_code():
    assert set(iati.STATUS) == set(STATUS_TITLES)
    assert set(iati.ROLE) == set(PART_TITLES)
    assert set(iati.RESULT) == set(RESULT_TITLES)
    assert set(iati.SECTOR) <= set(FOCUS_TITLES)


def test_a_file_without_a_project_is_refused(keeper):
    with scoped(keeper), pytest.raises(Incomplete):
        iati.written(keeper, now=timezone.now())


def test_the_file_holds_what_the_office_keeps_and_nothing_else(keeper, project, reader, house):
    project()
    stranger = reader("recorder", house.sindh)
    with scoped(stranger), pytest.raises(Incomplete):
        iati.written(stranger, now=timezone.now())


def test_the_page_gives_the_same_file(keeper, project, client):
    made = project()
    answer = client.get("/projects/iati.xml")
    SCHEMA.assertValid(etree.fromstring(answer.content))
    assert made.reference in answer.content.decode()
