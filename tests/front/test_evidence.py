"""Files of a report on its pages: added without script, listed, opened as a download, with their custody."""

from io import BytesIO

import pytest
from django.conf import settings
from django.test import Client

from sanad.accounts.models import SharingRule
from sanad.ledger.models import Deed
from sanad.vault.models import Original
from sanad.violations.models import Evidence
from tests.front.conftest import faults

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault_in_test")]
PICTURE = b"\xff\xd8\xff\xe0" + b"Gul Bibi " * 20_000
WHY = "to see what it shows"


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "ORIGINALS", tmp_path / "originals")


def send(who, report, content=PICTURE, name="gul_bibi.jpg", **said):
    file = BytesIO(content)
    file.name = name
    wanted = {"kind": "photograph", "title": "The room", "mention": "", **said, "file": file}
    return who.client.post(f"/reports/{report.reference}/files/new/", wanted)


@pytest.fixture
def kept(recorder, recorded):
    """A report with a file."""
    report = recorded()
    assert send(recorder, report).status_code == 302
    with recorder.sees():
        return Evidence.objects.select_related("report").get()


def body(answer) -> bytes:
    return b"".join(answer.streaming_content)


def test_a_file_is_added_and_listed_on_both_pages(recorder, recorded):
    report = recorded()
    assert "No files." in recorder.get(f"/reports/{report.reference}/").content.decode()
    assert send(recorder, report)["Location"] == f"/reports/{report.reference}/"
    for address in (f"/reports/{report.reference}/", f"/events/{report.account.event.reference}/"):
        page = recorder.get(address).content.decode()
        assert "The room" in page and "image/jpeg" in page and "gul_bibi" not in page


def test_only_the_sealed_bytes_lie_on_disk(kept):
    files = [path for path in settings.ORIGINALS.iterdir() if not path.name.startswith(".part-")]
    assert [path.name for path in files] == [kept.sha256_sealed]
    assert b"Gul Bibi" not in files[0].read_bytes()


def test_a_download_needs_a_reason_and_is_inert(recorder, kept):
    address = f"/files/{kept.pk}/download/"
    assert faults(recorder.post(address, custody="viewed", why=""))
    answer = recorder.post(address, custody="copied", why=WHY)
    assert body(answer) == PICTURE
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    assert "gul" not in answer["Content-Disposition"]
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Cache-Control"] == "no-store"
    assert recorder.client.get(address).status_code == 405


def test_custody_is_shown_on_the_page_of_the_file(recorder, kept):
    body(recorder.post(f"/files/{kept.pk}/download/", custody="disclosed", why=WHY))
    page = recorder.get(f"/files/{kept.pk}/").content.decode()
    assert "received" in page and "handed to a court or another body" in page and kept.sha256_sealed in page


def test_what_is_wrong_is_said_and_nothing_is_kept(recorder, recorded):
    report = recorded()
    for said in ({"kind": "spaceship"}, {"title": "17301-1234567-1"}, {"mention": "x"}):
        assert faults(send(recorder, report, **said))
    with recorder.sees():
        assert not Evidence.objects.exists() and not Original.objects.exists()
    assert list(settings.ORIGINALS.iterdir()) == []


def test_a_file_that_is_too_large_is_refused_by_counted_bytes(recorder, recorded, monkeypatch):
    report = recorded()
    monkeypatch.setattr(settings, "LARGEST_UPLOAD", 100_000)
    assert "larger than" in faults(send(recorder, report))[0]
    assert list(settings.ORIGINALS.iterdir()) == []
    monkeypatch.setattr(settings, "LARGEST_UPLOAD", len(PICTURE))
    assert send(recorder, report).status_code == 302


def test_a_declared_length_beyond_the_limit_is_refused_at_once(recorder, recorded):
    report = recorded()
    answer = recorder.client.post(
        f"/reports/{report.reference}/files/new/", b"", content_type="multipart/form-data; boundary=x",
        headers={"content-length": str(2**50)},
    )  # fmt: skip
    assert answer.status_code == 409 and b"larger than" in answer.content


def test_a_cut_upload_leaves_nothing(recorder, recorded):
    report = recorded()
    head = (
        b'--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\nphotograph\r\n'
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
    )
    answer = recorder.client.post(
        f"/reports/{report.reference}/files/new/", head + PICTURE, content_type="multipart/form-data; boundary=x"
    )
    assert "the line broke" in faults(answer)[0]
    with recorder.sees():
        assert not Evidence.objects.exists()
    assert list(settings.ORIGINALS.iterdir()) == []


def test_a_full_disk_is_a_refusal(recorder, recorded, monkeypatch):
    def full(self, sealed):
        raise OSError(28, "No space left on device")

    report = recorded()
    monkeypatch.setattr("sanad.vault.incoming.Incoming._write", full)
    assert "disk is full" in faults(send(recorder, report))[0]


def test_a_form_without_its_token_is_not_taken(recorder, recorded):
    report = recorded()
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(recorder.user)
    file = BytesIO(PICTURE)
    answer = strict.post(f"/reports/{report.reference}/files/new/", {"kind": "photograph", "file": file})
    assert answer.status_code == 403
    assert not settings.ORIGINALS.exists() or list(settings.ORIGINALS.iterdir()) == []


def test_a_file_sent_to_a_door_that_takes_none_is_kept_nowhere(recorder, recorded):
    report = recorded()
    answer = recorder.client.post(f"/reports/{report.reference}/names/", {"why": WHY, "file": BytesIO(PICTURE)})
    assert answer.status_code == 200
    assert not settings.ORIGINALS.exists()


@pytest.mark.parametrize(("role", "office"), [("reviewer", "sindh"), ("cso", "cso"), ("administrator", "kp")])
def test_it_is_not_there_for_others(person, house, kept, role, office):
    other = person(role, getattr(house, office))
    assert other.get(f"/files/{kept.pk}/").status_code == 404
    assert other.post(f"/files/{kept.pk}/download/", custody="viewed", why=WHY).status_code == 404
    assert send(other, kept.report).status_code == 404
    assert not Deed.objects.filter(action="evidence.viewed").exists()


def test_an_office_that_sees_the_record_adds_nothing(person, house, kept):
    SharingRule.objects.create(giver=house.kp, receiver=house.ministry, gives="sealed", why="L", since="2024-01-01")
    other = person("reviewer", house.ministry)
    page = other.get(f"/reports/{kept.report.reference}/").content.decode()
    assert "The room" in page and "Add a file" not in page
    assert send(other, kept.report).status_code == 404
    assert body(other.post(f"/files/{kept.pk}/download/", custody="viewed", why=WHY)) == PICTURE
