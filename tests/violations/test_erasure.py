"""Erasing a person: two persons, every report that the office keeps, tombstones; nothing brings it back."""

from dataclasses import replace

import pytest
from django.conf import settings

from sanad.accounts.actions import approve, ask_approval
from sanad.accounts.readers import operator
from sanad.accounts.rules import ApprovalKind
from sanad.accounts.scope import scoped
from sanad.kit.refusals import NotPermitted, OutOfOrder
from sanad.ledger.models import Deed
from sanad.vault import actions as vault
from sanad.vault.incoming import Incoming
from sanad.vault.models import Original, Sealed
from sanad.vault.opening import open_sealed
from sanad.vault.originals import path_of
from sanad.vault.queries import erased_since
from sanad.vault.rules import Purpose
from sanad.violations import actions, queries
from sanad.violations.models import Evidence, Mention, Person, Revision, Violation
from sanad.violations.rules.consent import Risk

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault_in_test")]
WHY = "She asks for it in her letter of 2 March."


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "ORIGINALS", tmp_path / "originals")


@pytest.fixture
def head(house, reader):
    return reader("head", house.kp)


@pytest.fixture
def report(recorder, killing, within):
    """A report of a woman with a file and a way to reach her."""
    with within(recorder):
        report = actions.record_report(killing(), by=recorder)
        incoming = Incoming()
        incoming.add(b"\xff\xd8\xff her picture")
        incoming.finish()
        said = {"kind": "photograph", "title": "", "name": "gul.jpg", "by": recorder, "mention": root_of(report)}
        actions.add_evidence(report, incoming, **said)
        actions.write_safeguard(
            report, root_of(report), basis=None, risk=Risk.HIGH, review_on=None, contact="by her sister", by=recorder
        )
    return report


def root_of(report):
    return Mention.objects.get(report=report, role="victim", until=None).root


def agree(root, one, other):
    with scoped(one):
        approval = ask_approval(ApprovalKind.ERASURE, root, why=WHY, by=one)
    with scoped(other):
        approve(approval, by=other)


def erase(report, by, other, **said):
    with scoped(by):
        root = root_of(report)
    agree(root, by, other)
    with scoped(other):
        return root, actions.erase_person(report, root, by=other, **{"facts": False, "wordings": True, **said})


def test_it_takes_two_persons(recorder, reviewer, head, report):
    with scoped(reviewer):
        root = root_of(report)
        with pytest.raises(OutOfOrder):
            actions.erase_person(report, root, facts=False, wordings=True, by=reviewer)
        ask_approval(ApprovalKind.ERASURE, root, why=WHY, by=reviewer)
        with pytest.raises(OutOfOrder):
            actions.erase_person(report, root, facts=False, wordings=True, by=reviewer)
    with scoped(recorder), pytest.raises(NotPermitted):
        actions.erase_person(report, root, facts=False, wordings=True, by=recorder)
    root, _gone = erase(report, reviewer, head)
    with scoped(reviewer), pytest.raises(OutOfOrder):  # what was agreed is used up
        actions.erase_person(report, root, facts=False, wordings=True, by=reviewer)


def test_whoever_had_no_part_in_it_does_not_do_it(house, reader, reviewer, head, report):
    with scoped(reviewer):
        root = root_of(report)
    agree(root, reviewer, head)
    third = reader("reviewer", house.kp)
    with scoped(third), pytest.raises(OutOfOrder):
        actions.erase_person(report, root, facts=False, wordings=True, by=third)


def test_names_files_contacts_and_texts_are_destroyed(reviewer, head, report):
    root, gone = erase(report, reviewer, head)
    assert (gone.mentions, gone.values, gone.files, gone.wordings) == (1, 2, 1, 1)
    with scoped(reviewer):
        rows = Mention.objects.filter(root=root).values_list("id", flat=True)
        assert not Sealed.objects.filter(row_id__in=rows).exists()
        assert set(Sealed.objects.values_list("of", flat=True)) == {"mention"}  # of the alleged perpetrator
        assert not Original.objects.exists()
        assert queries.destroyed_among(list(Evidence.objects.all())) == {Evidence.objects.get().pk}
        assert queries.erased_at(root) is not None
    deed = Deed.objects.get(action="person.erased")
    assert (deed.object_id, deed.actor, deed.detail["files"]) == (str(root), head.user_id, 1)


def test_other_people_of_the_report_stay(reviewer, head, report):
    erase(report, reviewer, head, wordings=False)
    with scoped(reviewer):
        told = queries.told_by(reviewer, queries.reports_visible_to(reviewer).filter(pk=report.pk))[0]
        opened = open_sealed(reviewer, queries.sealed_refs(told), reason=WHY, purpose=Purpose.READING)
    assert {"name": "Sher Khan"} in opened.values()
    assert {"name": "Gul Bibi"} not in opened.values()


def test_every_wording_goes_and_every_account_of_the_person(recorder, reviewer, head, killing, report, within):
    with within(recorder):
        event = queries.event_visible_to(recorder, report.reference)
        person = Person.objects.get(
            kind="individual", described_by__report=report, described_by__mention=root_of(report)
        )
        second = actions.add_account(event, killing(), same={"v1": person.pk}, by=recorder, why="same woman")
        actions.correct_report(report, replace(killing(), narrative="Gul Bibi was shot."), by=recorder, why="the paper")
    _root, gone = erase(report, reviewer, head)
    assert (gone.mentions, gone.wordings) == (3, 3)
    with scoped(reviewer):
        assert queries.erased_persons([root_of(second)]) == {root_of(second)}
        victims = Mention.objects.filter(role="victim").values_list("id", flat=True)
        assert not Sealed.objects.filter(row_id__in=victims).exists()


def test_what_is_said_in_clear_stays_or_is_blanked(reviewer, head, report):
    root, _gone = erase(report, reviewer, head)
    with scoped(reviewer):
        assert Mention.objects.get(root=root).age_min == 30
        assert Violation.objects.count() == 1


def test_facts_are_blanked_by_choice_and_the_person_is_derived_anew(reviewer, head, report):
    root, _gone = erase(report, reviewer, head, facts=True)
    with scoped(reviewer):
        mention = Mention.objects.get(root=root)
        assert (mention.sex_id, mention.age_min, mention.described, mention.characteristics) == (None, None, "", [])
        person = Person.objects.get(described_by__mention=root)
        assert (person.sex_id, person.age_min) == (None, None)
        assert Violation.objects.count() == 1


def test_texts_are_listed_until_each_is_redacted(recorder, reviewer, head, report):
    root, _gone = erase(report, reviewer, head, wordings=False)
    with scoped(reviewer):
        moment = queries.erased_at(root)
        assert queries.wordings_before(report.pk, moment)
        told = queries.told_by(reviewer, queries.reports_visible_to(reviewer).filter(pk=report.pk))[0]
        opened = open_sealed(reviewer, queries.sealed_refs(told), reason=WHY, purpose=Purpose.CORRECTING)
        redraft = queries.redraft(told, opened)
        actions.redact_report(report, redraft, "A woman was killed by her brother.", by=reviewer, why=WHY)
        assert not queries.wordings_before(report.pk, moment)
        texts = Revision.objects.filter(report=report).values_list("id", flat=True)
        assert Sealed.objects.filter(row_id__in=texts, of="revision").count() == 1
        assert queries.erased_persons([root]) == {root}


def test_she_is_found_by_no_name(reviewer, head, report):
    root, _gone = erase(report, reviewer, head)
    with scoped(reviewer):
        assert queries.openable_mentions(reviewer, [root]) == set()


def test_the_same_list_again_does_not_bring_her_back(house, reader, recorder, reviewer, head, killing):
    analyst = reader("analyst", house.kp)
    listed = replace(killing(), external_id="7", raw={"Name": "Gul Bibi"})
    with scoped(analyst):
        stored = actions.store_batch([listed], by=analyst, title="a list", origin="list")
    with scoped(reviewer):
        report = queries.reports_visible_to(reviewer).get(batch=stored.batch)
    root, _gone = erase(report, reviewer, head)
    changed = replace(listed, summary="A woman was killed at her home.", raw={"Name": "Gul Bibi", "No": "7"})
    with scoped(analyst):
        again = actions.store_batch([changed], by=analyst, title="a list", origin="list")
    assert (again.revised, again.unchanged) == (0, 1)
    with scoped(reviewer):
        victims = Mention.objects.filter(role="victim").values_list("id", flat=True)
        assert not Sealed.objects.filter(row_id__in=victims).exists()
        assert queries.erased_persons([root]) == {root}


def test_a_restored_backup_is_cleaned(recorder, reviewer, head, report):
    with scoped(recorder):
        before = list(Sealed.objects.defer("blob").values("row_id", "of", "custodian_id", "envelope_id", "mac"))
        blobs = dict(Sealed.objects.values_list("row_id", "blob"))
        mention = Mention.objects.filter(role="victim").values().get()
        kept = {path.name: path.read_bytes() for path in settings.ORIGINALS.iterdir()}
        original = Original.objects.values().get()
    root, _gone = erase(report, reviewer, head, facts=True)
    stones = erased_since()
    with scoped(operator()):  # the backup brings everything back
        for row in before:
            if not Sealed.objects.filter(row_id=row["row_id"], of=row["of"]).exists():
                Sealed.objects.create(blob=blobs[row["row_id"]], **row)
        Original.objects.create(**original)
    for name, content in kept.items():
        (settings.ORIGINALS / name).write_bytes(content)
    with scoped(operator()):
        assert vault.replay_erasures(stones) == 5
        assert actions.replay_erasures(operator()) == 1
        assert Mention.objects.get(root=root).sex_id is None
        assert mention["sex_id"] is not None
        victims = Mention.objects.filter(role="victim").values_list("id", flat=True)
        assert not Sealed.objects.filter(row_id__in=victims).exists()
        assert not Original.objects.exists()


def test_a_file_lies_on_disk_no_more(recorder, reviewer, head, report, django_capture_on_commit_callbacks):
    with scoped(recorder):
        path = path_of(Evidence.objects.get().sha256_sealed)
    assert path.exists()
    with django_capture_on_commit_callbacks(execute=True):
        erase(report, reviewer, head)
    assert not path.exists()
