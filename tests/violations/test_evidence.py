"""Files of reports: received, opened for a purpose, each a deed; closed where somebody has not agreed."""

import pytest
from django.conf import settings
from django.db import transaction
from django.db.utils import ProgrammingError

from sanad.accounts.models import SharingRule
from sanad.accounts.scope import scoped
from sanad.kit.refusals import Incomplete, NotPermitted, OutOfOrder, Refused
from sanad.ledger.models import Deed
from sanad.vault.incoming import Incoming
from sanad.vault.models import Original, Sealed
from sanad.vault.originals import path_of
from sanad.violations import actions, queries
from sanad.violations.actions import Answered, Custody
from sanad.violations.models import Evidence, Mention
from sanad.violations.rules.consent import Answer, Giver, Use

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault_in_test")]
PICTURE = b"\xff\xd8\xff\xe0" + b"Gul Bibi, Peshawar. " * 5_000
WHY = "to check what it shows"


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "ORIGINALS", tmp_path / "originals")


@pytest.fixture
def report(recorder, killing, within):
    with within(recorder):
        return actions.record_report(killing(), by=recorder)


@pytest.fixture
def ministry(house, reader):
    SharingRule.objects.create(
        giver=house.kp, receiver=house.ministry, gives="sealed", why="Letter 12", since="2024-01-01"
    )
    return reader("reviewer", house.ministry)


def came_in(content=PICTURE) -> Incoming:
    incoming = Incoming()
    incoming.add(content)
    incoming.finish()
    return incoming


def keep(report, by, **said) -> Evidence:
    with scoped(by):
        wanted = {"kind": "photograph", "title": "The room, from the door", "name": "gul_bibi.jpg", **said}
        return actions.add_evidence(report, came_in(), by=by, **wanted)


def opened(evidence, by, custody=Custody.VIEWED) -> bytes:
    with scoped(by):
        return b"".join(actions.open_evidence(evidence, custody, why=WHY, by=by))


def answered(report, root, by, use, said):
    with scoped(by):
        actions.write_consents(report, root, [Answered(Use(use), Answer(said), Giver.SELF)], by=by)


def test_a_file_is_kept_sealed_and_comes_back_byte_for_byte(recorder, report):
    evidence = keep(report, recorder)
    assert (evidence.media_type, evidence.size) == ("image/jpeg", len(PICTURE))
    assert b"Gul Bibi" not in path_of(evidence.sha256_sealed).read_bytes()
    assert opened(evidence, recorder) == PICTURE


def test_its_name_is_sealed_and_stands_nowhere_in_clear(recorder, report, within):
    evidence = keep(report, recorder)
    with within(recorder):
        assert Sealed.objects.filter(of="evidence", row_id=evidence.pk).exists()
        for row in (*Evidence.objects.values(), *Original.objects.values("id", "media_type"), *Deed.objects.values()):
            assert "gul" not in str(row).lower()


def test_custody_is_a_chain_of_deeds(recorder, reviewer, report, within):
    evidence = keep(report, recorder)
    opened(evidence, recorder)
    opened(evidence, reviewer, Custody.COPIED)
    opened(evidence, reviewer, Custody.EXPORTED)
    opened(evidence, reviewer, Custody.DISCLOSED)
    with within(reviewer):
        chain = queries.custody_of(reviewer, evidence)
    assert [deed.action.partition(".")[2] for deed in chain] == [
        "received",
        "viewed",
        "copied",
        "exported",
        "disclosed",
    ]
    assert [deed.actor for deed in chain] == [recorder.user_id] * 2 + [reviewer.user_id] * 3


def test_nothing_is_opened_without_a_reason(recorder, report):
    evidence = keep(report, recorder)
    with scoped(recorder), pytest.raises(Incomplete):
        actions.open_evidence(evidence, Custody.VIEWED, why=" ", by=recorder)


def test_only_who_keeps_the_report_adds_a_file(report, ministry, reader, house):
    for stranger in (ministry, reader("recorder", house.sindh)):
        with pytest.raises(NotPermitted):
            keep(report, stranger)


@pytest.mark.parametrize("title", ["her card 17301-1234567-1", "call 0301 2345678"])
def test_a_title_holds_no_numbers_of_people(recorder, report, title):
    with pytest.raises(Refused):
        keep(report, recorder, title=title)


def test_a_file_of_one_person_follows_what_this_person_agreed_to(recorder, report, ministry, within):
    with within(recorder):
        root = Mention.objects.get(role="victim").root
    evidence = keep(report, recorder, mention=root)
    assert opened(evidence, ministry) == PICTURE
    answered(report, root, recorder, "ministry", "refused")
    with pytest.raises(OutOfOrder):
        opened(evidence, ministry)
    assert opened(evidence, recorder) == PICTURE


def test_a_file_of_a_report_is_closed_when_anybody_in_it_says_no(recorder, report, ministry, within):
    with within(recorder):
        root = Mention.objects.get(role="victim").root
    evidence = keep(report, recorder)
    answered(report, root, recorder, "record", "withdrawn")
    with pytest.raises(OutOfOrder):
        opened(evidence, ministry)


def test_nothing_is_disclosed_against_a_no(recorder, report, within):
    with within(recorder):
        root = Mention.objects.get(role="victim").root
    evidence = keep(report, recorder)
    answered(report, root, recorder, "court", "refused")
    with pytest.raises(OutOfOrder):
        opened(evidence, recorder, Custody.DISCLOSED)
    assert opened(evidence, recorder, Custody.COPIED) == PICTURE


def test_others_do_not_find_it(recorder, report, reader, house):
    evidence = keep(report, recorder)
    stranger = reader("reviewer", house.sindh)
    with scoped(stranger):
        assert queries.evidence_visible_to(stranger, evidence.pk) is None
        assert queries.evidence_of(stranger, [report.pk]) == []
        assert not Evidence.objects.exists()


def test_a_row_of_a_file_is_never_changed(recorder, report, within):
    keep(report, recorder)
    for wrong in (lambda: Evidence.objects.all().delete(), lambda: Evidence.objects.update(title="x")):
        with within(recorder), pytest.raises(ProgrammingError), transaction.atomic():
            wrong()
