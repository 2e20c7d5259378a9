"""The commands of the import: one JSON object each, whole numbers, and nothing said twice."""

import argparse
import json

import pytest
from django.conf import settings

from sanad.accounts.scope import scoped
from sanad.config.commands import import_file, imports, undo
from sanad.config.options import add_common
from sanad.kit.refusals import OutOfOrder, Refused
from sanad.violations.models import Report
from tests.exchange.conftest import SUICIDE_ATTACKS

pytestmark = pytest.mark.usefixtures("operator", "reference_data")
COUNTS = ["rows", "reports", "revised", "unchanged", "refused", "warnings"]
MAPPING = settings.DATA / "mappings" / "suicide_attacks.yaml"


@pytest.fixture
def sanad(capsys):
    """`sanad(command, "a", "b")`: what the command prints with --json."""

    def run(command, *words):
        parser = argparse.ArgumentParser()
        add_common(parser)
        command.add_arguments(parser)
        assert command.run(parser.parse_args([*map(str, words), "--json"])) == 0
        return json.loads(capsys.readouterr().out)

    return run


def test_import_dry_run_repeat_list_and_undo_answer_as_documented(sanad, shared, operator, tmp_path):
    path, errors = shared(SUICIDE_ATTACKS), tmp_path / "errors.csv"
    tried = sanad(import_file, path, "--mapping", MAPPING, "--dry-run", "--errors", errors)
    assert list(tried) == ["batch", *COUNTS]
    assert (tried["batch"], tried["rows"], tried["reports"]) == (None, 492, 492)
    assert len(errors.read_text(encoding="utf-8-sig").splitlines()) == tried["warnings"] + tried["refused"] + 1
    with scoped(operator):
        assert Report.objects.count() == 0
    stored = sanad(import_file, path, "--mapping", MAPPING)
    assert {name: stored[name] for name in COUNTS} == {name: tried[name] for name in COUNTS}
    again = sanad(import_file, path, "--mapping", MAPPING)
    assert again == {**stored, "reports": 0, "unchanged": 492}
    assert [one["batch"] for one in sanad(imports)["imports"]] == [stored["batch"]] * 2
    assert sanad(undo, stored["batch"]) == {"batch": stored["batch"], "reports": 492}
    with scoped(operator):
        assert Report.objects.count() == 0


def test_a_broken_mapping_is_refused_before_anything_is_kept(sanad, shared, tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_text("list: x\ncolour: red\n")
    with pytest.raises(Refused):
        sanad(import_file, shared(SUICIDE_ATTACKS), "--mapping", broken)
    assert sanad(imports) == {"imports": []}


def test_a_file_or_batch_that_is_not_there_is_refused(sanad):
    with pytest.raises(Refused):
        sanad(import_file, "nowhere.csv", "--mapping", MAPPING)
    with pytest.raises(OutOfOrder):
        sanad(undo, "PK-2026-AAAAAAAAAA")
