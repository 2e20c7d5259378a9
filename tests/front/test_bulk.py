"""One field for many reports: shown before, one batch, undone by one click; no sealed value is opened for it."""

import pytest

from sanad.vault.models import Look
from sanad.violations.models import Act, Batch, Edited, Report, Revision, Violation
from tests.front.test_editing import begun, undo_on
from tests.front.test_reports import begin, send

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault_in_test")]
WHY = "The clippings were put under the wrong district."


@pytest.fixture
def three(recorded):
    return [recorded(summary=f"A woman was shot, number {n}.", narrative=f"Told by {n}.") for n in range(3)]


def refs(reports):
    return [one.reference for one in reports]


def preview(who, reports, **said):
    address = "/reports/change/"
    base = begun(who, address, report=refs(reports))
    return {"report": refs(reports), "base": base, "why": WHY} | said


def test_a_place_is_changed_for_all_and_changed_back_by_one_click(recorder, three):
    listed = recorder.get("/reports/").content.decode()
    assert listed.count('name="report"') == 3 and "Change a field of the chosen ones" in listed
    said = preview(recorder, three[:2], field="place", place="Mingora, Swat")
    shown = recorder.client.post("/reports/change/", said | {"do": "look"}).content.decode()
    assert shown.count("Peshawar") >= 2 and shown.count("Mingora") >= 2
    with recorder.sees():
        looks, before = Look.objects.count(), list(Violation.objects.order_by("id").values())
        assert Revision.objects.count() == 3  # nothing is done by looking
    answer = recorder.client.post("/reports/change/", said | {"do": "change"}, follow=True)
    assert "2 reports are changed." in answer.content.decode()
    with recorder.sees():
        assert Look.objects.count() == looks
        now = Act.objects.filter(until=None).order_by("report_id")
        assert [act.place_said for act in now] == ["Mingora, Swat", "Mingora, Swat", "Peshawar"]
        assert Batch.objects.get(kind="edit").title == WHY
        assert Violation.objects.filter(district__name_en="Swat").count() == 2
    page = recorder.get(f"/reports/{three[0].reference}/").content.decode()
    assert WHY in page
    # The sealed wording and names are those of before.
    opened = recorder.post(f"/reports/{three[0].reference}/names/", why="to read it").content.decode()
    assert "Told by 0." in opened and "Gul Bibi" in opened
    where, fields = undo_on(answer.content.decode())
    assert "3" not in recorder.client.post(where, fields, follow=True).context["lines"][0].undone[:1]
    with recorder.sees():
        assert list(Violation.objects.order_by("id").values()) == before
        assert Revision.objects.count() == 3 and not Act.objects.exclude(until=None).exists()
    assert "Undone by" in recorder.get("/reports/changes/").content.decode()
    assert recorder.client.post(where).status_code == 409 or recorder.client.post(where).status_code == 400


def test_paper_and_kind_of_source_are_changed_and_put_back(recorder, three):
    for said, column in (({"field": "paper", "paper": "The News International"}, "source_institution__slug"),
                         ({"field": "source_kind", "source_kind": "online_media"}, "source_kind__slug")):  # fmt: skip
        with recorder.sees():
            before = list(Report.objects.order_by("id").values_list(column, "document__institution__slug"))
        form = preview(recorder, three, **said)
        recorder.client.post("/reports/change/", form | {"do": "change"})
        with recorder.sees():
            assert len(set(Report.objects.values_list(column, flat=True))) == 1
            batch = Edited.objects.order_by("-id").first().batch_id
            assert list(Report.objects.order_by("id").values_list(column, "document__institution__slug")) != before
        recorder.post(f"/reports/changes/{batch}/undo/")
        with recorder.sees():
            assert list(Report.objects.order_by("id").values_list(column, "document__institution__slug")) == before


def test_what_somebody_corrected_since_the_preview_is_left_and_nothing_is_lost(recorder, person, house, three):
    colleague = person("recorder", house.kp)
    said = preview(recorder, three[:2], field="place", place="Mingora, Swat")
    send(colleague, three[0], begin(colleague, three[0]) | {"summary": "A woman was wounded."})
    answer = recorder.client.post("/reports/change/", said | {"do": "change"}, follow=True)
    assert "1 report is changed." in answer.content.decode()
    with recorder.sees():
        assert Revision.objects.get(report=three[0], until=None).summary == "A woman was wounded."
    # After a further correction the change can no longer be taken back, and says which report it is.
    where, _fields = undo_on(answer.content.decode())
    send(colleague, three[1], begin(colleague, three[1]) | {"summary": "A woman was shot at noon."})
    assert three[1].reference in recorder.client.post(where).content.decode()
    with recorder.sees():
        assert Revision.objects.get(report=three[1], until=None).summary == "A woman was shot at noon."


@pytest.mark.parametrize(
    "said",
    [
        {"field": "place", "place": ""},
        {"field": "place", "place": "Nowhereabad"},
        {"field": "paper", "paper": "No such paper"},
        {"field": "colour"},
        {"field": "place", "place": "Swat", "why": ""},
    ],
)
def test_what_is_not_said_rightly_changes_nothing(recorder, three, said):
    form = {"report": refs(three), "why": WHY, "do": "change"} | said
    answer = recorder.client.post("/reports/change/", form)
    assert answer.status_code == 200 and 'class="errors"' in answer.content.decode()
    with recorder.sees():
        assert not Batch.objects.filter(kind="edit").exists()


def test_reports_of_others_are_not_there(recorder, stranger, person, house, three):
    assert stranger.get("/reports/change/", report=refs(three)).status_code == 404
    form = {"report": refs(three), "why": WHY, "do": "change", "field": "place", "place": "Swat"}
    assert stranger.client.post("/reports/change/", form).status_code == 404
    said = preview(recorder, three, field="place", place="Swat")
    recorder.client.post("/reports/change/", said | {"do": "change"})
    with recorder.sees():
        batch = Batch.objects.get(kind="edit").pk
    assert stranger.post(f"/reports/changes/{batch}/undo/").status_code == 404
    assert person("analyst", house.kp).get("/reports/changes/").status_code == 404
