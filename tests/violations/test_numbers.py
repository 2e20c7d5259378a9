"""CNIC and phone numbers get their keyed hash wherever a mention is sealed, and lose it with the mention."""

from dataclasses import replace

import pytest

from sanad.vault.models import Number
from sanad.vault.names import find_people
from sanad.violations import actions

pytestmark = pytest.mark.django_db
FIRST, SECOND = "17301-1234567-1", "42101-7654321-9"


@pytest.fixture
def with_cnic(killing):
    """A draft whose victim has this CNIC, and a phone."""

    def make(cnic: str, **said):
        draft = killing(**said)
        victim = replace(draft.mentions[0], sealed={"name": "Gul Bibi", "cnic": cnic, "phone": "0300-1234567"})
        return replace(draft, mentions=(victim, *draft.mentions[1:]))

    return make


def kinds() -> list[str]:
    return sorted(Number.objects.values_list("kind", flat=True))


def test_hand_entry_and_import_keep_hashes_and_undoing_removes_them(within, with_cnic, recorder, analyst):
    with within(recorder):
        typed = actions.record_report(with_cnic(FIRST), by=recorder)
        stored = actions.store_batch(
            [with_cnic(FIRST, external_id="1"), with_cnic(SECOND, external_id="2")],
            by=analyst, title="list.csv", origin="list",
        )  # fmt: skip
        assert kinds() == ["cnic"] * 3 + ["phone"] * 3
        assert len(find_people(recorder, FIRST).rows) == 2
        assert len(find_people(recorder, "+92 300 1234567").rows) == 3
        actions.undo_batch(stored.batch, by=analyst, why="Wrong file")
        assert kinds() == ["cnic", "phone"]
        (row,) = find_people(recorder, FIRST).rows
        assert typed.mentions.filter(pk=row).exists()


def test_a_correction_keeps_the_number_of_each_wording(within, with_cnic, recorder):
    with within(recorder):
        report = actions.record_report(with_cnic(FIRST), by=recorder)
        actions.correct_report(report, with_cnic(SECOND), by=recorder, why="A digit was wrong.")
        old, new = find_people(recorder, FIRST).rows, find_people(recorder, SECOND).rows
        assert len(old) == len(new) == 1
        assert report.mentions.get(pk=new[0]).until is None and report.mentions.get(pk=old[0]).until == 2


def test_a_report_without_numbers_keeps_none(within, killing, recorder):
    with within(recorder):
        actions.record_report(killing(), by=recorder)
        assert kinds() == []
