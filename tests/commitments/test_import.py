"""Recommendations come in through the import of exchange: dry run, storing, the same file again, taking back."""

import json
from pathlib import Path

import pytest
from django.conf import settings

from sanad.commitments import actions
from sanad.commitments.models import Recommendation
from sanad.commitments.queries.counting import count_by, narrowed
from sanad.commitments.rules.asked import By
from sanad.exchange import actions as imports
from sanad.exchange.asked import TARGET
from sanad.exchange.models import ImportFinding
from sanad.kit.refusals import OutOfOrder, Refused

pytestmark = pytest.mark.django_db
HEAD = "mechanism,cycle,document,paragraph,part,recommending,date,position,recommendation\n"
LINE = "UPR,2nd cycle (2012),A/HRC/22/12,{},{},Spain,2012-10-30,{},{}\n"


@pytest.fixture
def file(tmp_path):
    def make(*rows: tuple[str, str, str, str]) -> Path:
        path = tmp_path / "list.csv"
        path.write_text(HEAD + "".join(LINE.format(*row) for row in rows), encoding="utf-8")
        return path

    return make


def begun(path, by):
    imported = imports.start_import(name=path.name, size=path.stat().st_size, by=by)
    return imports.aim_at_recommendations(imported, by=by)


@pytest.fixture
def analyst(everything):
    return everything


def positions(by, how):
    return count_by(narrowed(by, ["source=upr-2012"]), how)


def test_both_countings_of_the_upr_of_2012_come_out(analyst):
    path = settings.DATA / "recommendations" / "pakistan.csv"
    imported = begun(path, analyst)
    imports.check_recommendations(imported, path, by=analyst)
    assert (imported.state, imported.rows, imported.reports, imported.refused) == ("checked", 260, 216, 44)
    assert not Recommendation.objects.exists()  # a dry run stores nothing
    imports.run_recommendations(imported, path, by=analyst)
    assert positions(analyst, By.PARAGRAPH) == {"supported": 126, "noted": 39, "rejected": 1}
    assert positions(analyst, By.PART) == {"supported": 133, "noted": 65, "rejected": 1}
    found = ImportFinding.objects.filter(imported=imported)
    assert set(found.values_list("code", "column")) == {("asked.no_number", "paragraph")} and found.count() == 44


def test_a_part_twice_and_a_missing_number_are_refused_row_by_row(analyst, file):
    path = file(
        ("1", "a", "noted", "One"), ("1", "(a)", "noted", "Again"), ("", "", "noted", "No number"), ("2", "", "x", "Y")
    )
    imported = begun(path, analyst)
    imports.run_recommendations(imported, path, by=analyst)
    assert (imported.reports, imported.refused) == (1, 3)
    found = ImportFinding.objects.filter(imported=imported).order_by("row").values_list("row", "code", "column")
    assert list(found) == [
        (3, "asked.twice", "paragraph"),
        (4, "asked.no_number", "paragraph"),
        (5, "asked.position", "position"),
    ]


def test_the_same_file_again_changes_nothing_and_a_corrected_one_changes_its_parts(analyst, file):
    first = begun(path := file(("1", "", "noted", "One"), ("2", "", "", "Two")), analyst)
    imports.run_recommendations(first, path, by=analyst)
    again = begun(path, analyst)
    imports.run_recommendations(again, path, by=analyst)
    assert (again.reports, again.revised, again.unchanged) == (0, 0, 2)
    better = begun(path := file(("1", "", "supported", "One"), ("2", "", "", "Two")), analyst)
    imports.check_recommendations(better, path, by=analyst)
    assert (better.reports, better.revised, better.unchanged) == (0, 1, 1)
    imports.run_recommendations(better, path, by=analyst)
    assert positions(analyst, By.PART) == {"supported": 1, "unstated": 1}


def test_an_import_is_taken_back_unless_an_action_answers_it(analyst, file, doing):
    imported = begun(path := file(("1", "", "noted", "One")), analyst)
    imports.run_recommendations(imported, path, by=analyst)
    given = actions.answer(doing(), recommendation=Recommendation.objects.get(), by=analyst)
    with pytest.raises(OutOfOrder):
        imports.undo_recommendation_import(imported, by=analyst, why="Wrong list")
    actions.take_answer_back(given, by=analyst)
    assert imports.undo_recommendation_import(imported, by=analyst, why="Wrong list") == 1
    assert not Recommendation.objects.exists()


def test_a_file_without_the_needed_columns_says_which(analyst, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        imports.check_recommendations(begun(path, analyst), path, by=analyst)
    assert refused.value.reasons[0].code == "asked.no_column"


def test_filters_that_do_not_exist_are_refused(analyst):
    for where in ("colour=red", "position=maybe", "source=", "province=XX"):
        with pytest.raises(Refused):
            narrowed(analyst, [where])
    assert json.dumps(count_by(narrowed(analyst, ["theme=women", "answered=no"]), By.PART)) == "{}"
    assert TARGET == "recommendations"
