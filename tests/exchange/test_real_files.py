"""The real files that nobody here wrote, from the bytes to the stored records."""

import csv
import io
import re
from collections import Counter

import pytest

from sanad.accounts.scope import scoped
from sanad.exchange import actions
from sanad.exchange.models import Import
from sanad.violations.models import Act, Mention, Report
from tests.exchange.conftest import CALOOCAN, MANILA, SUICIDE_ATTACKS


@pytest.fixture
def run(analyst):
    """`run(path, mapping)`: the file is stored in the scope of the analyst."""

    def run_file(path, mapping: str) -> Import:
        with path.open("rb") as file:
            imported = actions.receive_file(file, name=path.name, size=path.stat().st_size, media_type="", by=analyst)
        actions.map_import(imported, mapping, by=analyst)
        return actions.run_import(imported, path, by=analyst)

    with scoped(analyst):
        yield run_file


def rows_by_hand(path) -> list[dict[str, str]]:
    """The file read by nothing but the csv module."""
    text = path.read_bytes().decode("latin-1")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def year_by_hand(row) -> int:
    return int(re.search(r"(\d{4})$", row["Date"].strip())[1])


def test_the_suicide_attacks_give_492_reports_whose_sums_equal_an_independent_count(shared, shipped_text, run):
    path = shared(SUICIDE_ATTACKS)
    imported = run(path, shipped_text("suicide_attacks"))
    by_hand = rows_by_hand(path)
    assert (imported.rows, imported.reports, imported.refused) == (492, 492, 0)
    killings = Act.objects.filter(report__batch=imported.batch, type__slug="killing", until=None)
    killed = set(killings.values_list("victim", flat=True))
    mentions = Mention.objects.filter(report__batch=imported.batch, until=None)
    groups = {
        root: (least, most)
        for root, least, most in mentions.values_list("root", "min_size", "max_size")
        if root in killed
    }
    assert len(groups) == 492
    for place, column in ((0, "Killed Min"), (1, "Killed Max")):
        stated = [int(row[column]) for row in by_hand if row[column].strip()]
        ours = [bounds[place] for bounds in groups.values()]
        assert sum(bound for bound in ours if bound is not None) == sum(stated)
        assert ours.count(None) == 492 - len(stated)
    years = Counter(killings.values_list("happened_first__year", flat=True))
    assert years == Counter(year_by_hand(row) for row in by_hand)


def test_the_same_file_again_changes_nothing_and_names_the_batch_that_is_there(shared, shipped_text, run):
    path, mapping = shared(SUICIDE_ATTACKS), shipped_text("suicide_attacks")
    first, second = run(path, mapping), run(path, mapping)
    assert (second.reports, second.revised, second.unchanged) == (0, 0, 492)
    assert second.batch == first.batch
    assert second.original == first.original
    assert Report.objects.filter(batch=first.batch).count() == 492


def test_what_is_doubtful_in_the_suicide_attacks_is_said_and_not_repaired(shared, shipped_text, run):
    imported = run(shared(SUICIDE_ATTACKS), shipped_text("suicide_attacks"))
    assert imported.found["size.contradictory"] == 2
    assert imported.found["date.weekday"] == 1
    assert imported.found["place.elsewhere"] == 3
    assert imported.found["place.point_outside"] > 0


@pytest.mark.parametrize(
    ("file", "persons", "patterns", "left_out"),
    [
        (CALOOCAN, {"police killings": 289, "unidentified assailant killings": 604},
         {"police killings": ("caloocan_police_11lists", 286),
          "unidentified assailant killings": ("caloocan_unidentified_11lists", 599)},
         {"balay_rehabilitation_center"}),
        (MANILA, {"police killings": 488, "unidentified assailant killings": 245},
         {"police killings": ("manila_police_8lists", 488),
          "unidentified assailant killings": ("manila_unidentified_7lists", 245)},
         {"police_reports_submitted_to_the_house_of_representatives"}),
    ],
)  # fmt: skip
def test_the_workbooks_give_the_overlaps_that_were_published(
    shared, shipped_text, run, file, persons, patterns, left_out
):
    imported = run(shared(file), shipped_text("ph_workbook"))
    assert imported.rows == sum(persons.values())
    told = Report.objects.filter(batch=imported.batch).values_list("external_id", "source_institution__slug")
    who: dict[tuple[str, str], set[str]] = {}
    for external_id, source in told:
        _location, sheet, number, _suffix = external_id.split("/")
        who.setdefault((sheet, number), set()).add(source)
    assert Counter(sheet for sheet, _ in who) == persons
    for sheet, (table, total) in patterns.items():
        with shared(f"mse/ph_drug_killings_{table}.csv").open() as lines:
            published = list(csv.DictReader(lines))
        lists = [name for name in published[0] if name != "count"]
        ours = Counter(
            tuple(int(name in sources) for name in lists) for (own, _), sources in who.items() if own == sheet
        )
        ours.pop((0,) * len(lists), None)  # seen by none but a list that the published table leaves out
        assert ours == {tuple(int(row[name]) for name in lists): int(row["count"]) for row in published}
        assert sum(ours.values()) == total
        assert not left_out & set(lists)


def test_both_workbooks_share_a_mapping_and_never_collide(shared, shipped_text, run):
    text = shipped_text("ph_workbook")
    first, second = run(shared(CALOOCAN), text), run(shared(MANILA), text)
    assert (first.revised, second.revised, second.unchanged) == (0, 0, 0)
    assert Report.objects.filter(origin="ph_killings").count() == first.reports + second.reports
