"""Files that show what was done: sealed, typed by their bytes, with a custody; by users and by a focal point's link."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sanad.commitments import actions
from sanad.commitments.models import Evidence
from sanad.commitments.queries import actions_visible_to
from sanad.commitments.queries.files import evidence_that_counts
from sanad.commitments.queries.lit import lit_actions
from sanad.commitments.rules.lights import Light
from sanad.commitments.rules.reported import MOST_FILES, Verdict, WhyDestroyed
from sanad.institutions import queries as institutions
from sanad.kit.refusals import OutOfOrder
from sanad.ledger.models import Deed
from sanad.vault.models import Original

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n" + b"notified " * 40
UNDER_WAY = {"stage": "under_way", "percent": 90, "said": "Notified"}


def sent(content=PDF, name="Gazette of Ali Khan.jpg"):
    return SimpleUploadedFile(name, content, content_type="image/jpeg")


@pytest.fixture
def action(doing):
    return doing("Criminalise torture", starts=date(2026, 1, 1), ends=date(2030, 1, 1))


@pytest.fixture
def desk(client, user, offices):
    """A reviewer of the directorate, who keeps and validates."""
    client.force_login(user("reviewer", offices.kp))
    return client


@pytest.fixture
def phone(keeper):
    """`phone()`: a telephone with the link of a focal point, and the address of the link."""
    who = actions.name_focal_point(institutions.institution("ministry_of_human_rights"), "Officer", by=keeper)

    def take():
        _link, token = actions.give_link(who, timezone.now() + timedelta(days=9), by=keeper)
        taken, where = Client(), reverse("commitments:report", args=[token])
        taken.post(where, {"take": "1"})
        return taken, where

    return take


def test_a_file_is_kept_sealed_and_leaves_as_a_download_with_a_custody(desk, action, vault_in_test):
    where = reverse("commitments:file_new", args=[action.pk])
    assert desk.post(where, {"title": "Gazette", "file": sent()}).status_code == 302
    kept = Evidence.objects.get()
    assert (kept.title, kept.media_type, kept.size) == ("Gazette", "application/pdf", len(PDF))
    assert Original.objects.get(pk=kept.pk).custodian_id == kept.custodian_id
    page = reverse("commitments:file", args=[kept.pk])
    assert page in desk.get(reverse("commitments:action", args=[action.pk])).text
    assert "Ali Khan" not in desk.get(page).text and "application/pdf" in desk.get(page).text
    opened = desk.post(f"{page}download/", {"custody": "copied", "why": "For the task force"})
    assert b"".join(opened.streaming_content) == PDF
    assert opened["Content-Type"] == "application/octet-stream" and "attachment" in opened["Content-Disposition"]
    assert opened["Content-Disposition"].endswith('.pdf"') and opened["X-Content-Type-Options"] == "nosniff"
    assert "copied within the office" in desk.get(page).text
    deeds = Deed.objects.filter(object_id=str(kept.pk), object_kind="action_evidence").order_by("id")
    assert [deed.action for deed in deeds] == ["evidence.received", "evidence.copied"]
    assert desk.post(f"{page}download/", {"custody": "viewed", "why": ""}).status_code == 200  # asked why, no file


def test_another_office_finds_no_file(desk, action, user, offices):
    desk.post(reverse("commitments:file_new", args=[action.pk]), {"title": "Gazette", "file": sent()})
    kept, stranger = Evidence.objects.get(), Client()
    stranger.force_login(user("reviewer", offices.sindh))
    for name in ("file", "file_download"):
        assert stranger.post(reverse(f"commitments:{name}", args=[kept.pk])).status_code in (404, 405)
    assert stranger.get(reverse("commitments:file", args=[kept.pk])).status_code == 404
    before = Evidence.objects.count()
    refused = stranger.post(reverse("commitments:file_new", args=[action.pk]), {"title": "x", "file": sent()})
    assert refused.status_code == 404 and Evidence.objects.count() == before


def test_only_named_evidence_has_no_file_to_open(desk, action, keeper):
    named = actions.name_evidence(action, "Gazette", found_at="12/2026", by=keeper)
    assert desk.get(reverse("commitments:file", args=[named.pk])).status_code == 404


def test_a_focal_point_adds_a_file_that_counts_once_the_report_is_validated(phone, desk, action, keeper, second):
    def light():
        return lit_actions(keeper, actions_visible_to(keeper).filter(pk=action.pk))[0].light

    actions.validate_progress(actions.report_progress(action, UNDER_WAY, by=keeper), Verdict.VALIDATED, by=second)
    telephone, where = phone()
    file = f"{where}{action.pk}/file/"
    assert telephone.get(file).status_code == 404  # nothing was reported by the link yet
    telephone.post(f"{where}{action.pk}/", UNDER_WAY | {"evidence": ""})
    assert file in telephone.get(where).text
    answer = telephone.post(file, {"title": "اعلامیہ", "file": sent()}, follow=True)
    assert answer.status_code == 200 and "اعلامیہ" in answer.text
    assert "commitments/files/" not in answer.text  # a telephone gets nothing back
    kept = Evidence.objects.get()
    assert (kept.focal_point.name, kept.link_id is not None) == ("Officer", True)
    assert kept.title in desk.get(reverse("commitments:progress", args=[kept.progress_id])).text
    assert light() is Light.NO_EVIDENCE
    actions.validate_progress(kept.progress, Verdict.VALIDATED, by=second)
    assert light() is Light.ON_TRACK
    assert telephone.post(file, {"title": "Late", "file": sent()}).status_code == 404  # somebody has looked
    assert Evidence.objects.count() == 1


def test_a_link_that_is_revoked_belongs_to_another_or_sends_too_much_keeps_nothing(phone, action, keeper, settings):
    telephone, where = phone()
    telephone.post(f"{where}{action.pk}/", UNDER_WAY | {"evidence": ""})
    file, before = f"{where}{action.pk}/file/", Original.objects.count()
    assert Client().post(file, {"title": "x", "file": sent()}).status_code == 404
    strict = Client(enforce_csrf_checks=True)
    strict.cookies.update(telephone.cookies)
    assert strict.post(file, {"title": "x", "file": sent()}).status_code == 403
    assert telephone.post(file, {"title": "17301-1234567-1", "file": sent()}).status_code == 200
    assert telephone.post(file, {"title": "x"}).status_code == 200
    phone()  # a new link ends the old one
    assert telephone.post(file, {"title": "x", "file": sent()}).status_code == 404
    assert (Evidence.objects.count(), Original.objects.count()) == (0, before)


def test_a_report_has_no_more_files_than_it_may(desk, action, keeper):
    said = actions.report_progress(action, UNDER_WAY, by=keeper)
    where = reverse("commitments:file_new", args=[action.pk])
    one = {"custodian_id": action.custodian_id, "action": action, "progress": said, "made_at": timezone.now()}
    for number in range(MOST_FILES):
        Evidence.objects.create(title=f"{number}", size=1, sha256_sealed="x", media_type="text/plain", **one)
    answer = desk.post(where, {"title": "More", "progress": str(said.pk), "file": sent()})
    assert f"This report has {MOST_FILES} files already" in answer.text
    assert desk.post(where, {"title": "More", "file": sent()}).status_code == 302  # of the action as a whole
    assert Evidence.objects.filter(progress=None).count() == 1


def test_a_wrong_file_is_destroyed_by_somebody_else_and_counts_no_more(desk, action, keeper, second, user, offices):
    desk.post(reverse("commitments:file_new", args=[action.pk]), {"title": "Gazette", "file": sent()})
    kept, sure = Evidence.objects.get(), {"why": "names", "sure": "on"}
    where = reverse("commitments:file_destroy", args=[kept.pk])
    assert evidence_that_counts(keeper).count() == 1
    assert "Another person destroys" in desk.post(where, sure).text
    other, stranger = Client(), Client()
    other.force_login(user("head", offices.kp))
    stranger.force_login(user("head", offices.sindh))
    assert stranger.post(where, sure).status_code == 404
    assert other.post(where, {"why": "names"}).status_code == 200  # not said that it is meant
    assert Original.objects.filter(pk=kept.pk).exists()
    assert other.post(where, sure).status_code == 302
    assert not Original.objects.filter(pk=kept.pk).exists() and not evidence_that_counts(keeper).exists()
    page = other.get(reverse("commitments:file", args=[kept.pk])).text
    assert "This file was destroyed." in page and "download/" not in page and "Gazette" in page
    with pytest.raises(OutOfOrder):
        actions.destroy_file(kept, WhyDestroyed.WRONG, by=second)


def test_half_a_file_cannot_stand_in_the_table(action):
    one = {"custodian_id": action.custodian_id, "action": action, "title": "x", "made_at": timezone.now()}
    for wrong in ({"size": 3}, {"sha256_sealed": "x"}, {"size": -1, "sha256_sealed": "x", "media_type": "x"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Evidence.objects.create(**one, **wrong)
    with connection.cursor() as cursor:
        cursor.execute("select set_config('sanad.scope', '{}', true)")
        cursor.execute("select count(*) from commitments_evidence")
        assert cursor.fetchone() == (0,)
