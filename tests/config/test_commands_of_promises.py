"""`sanad commitments`, `strategies` and `projects` on a real site: answers, files, codes, refusals."""

import json
from pathlib import Path

import docx
import openpyxl
import pytest
from django.conf import settings
from lxml import etree

from tests.scratch import running, scratch_site

RECOMMENDATIONS = settings.DATA / "recommendations" / "pakistan.csv"
SCHEMA = settings.BASE / "tests/projects/iati-2.03/iati-activities-schema.xsd"
PROMISES = """
from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.projects.actions import enter_project
from tests.projects.conftest import content
from tests.strategies.conftest import begin
by = operator()
with scoped(by):
    enter_project(content(), [], by=by)
    begin(by)
"""


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    """A site of its own, on which these commands work."""
    with django_db_blocker.unblock(), scratch_site(f"{settings.TEST_DATABASE}_promises") as made:
        yield made


@pytest.fixture(scope="module")
def sanad(site):
    """Runs commands on it."""
    with running(site) as runner:
        yield runner


@pytest.fixture(scope="module")
def strategy(sanad, nothing_promised):
    """The reference of a circulated strategy; beside it is a project."""
    done = sanad.run("strategies", "list", "--json", before=PROMISES)
    assert done.returncode == 0, done.stderr
    (one,) = json.loads(done.stdout)["strategies"]
    return one["reference"]


@pytest.fixture(scope="module")
def nothing_promised(sanad, tmp_path_factory):
    """What the commands say while there is nothing yet."""
    out = tmp_path_factory.mktemp("none") / "out.xml"
    return sanad.run("projects", "iati", out), out


def refused(done, code=1):
    """It ended with this code, said one sentence and answered nothing."""
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    assert len(done.stderr.splitlines()) == 1
    return done.stderr


def test_both_countings_of_the_upr_come_out_of_the_command(sanad):
    tried = sanad.json("import", RECOMMENDATIONS, "--recommendations", "--dry-run")
    assert (tried["rows"], tried["new"], tried["refused"]) == (260, 216, 44)
    where = ("--where", "source=upr-2012")
    assert sanad.json("commitments", "count", "--by", "part", *where)["total"] == 0  # a dry run stores nothing
    stored = sanad.json("import", RECOMMENDATIONS, "--recommendations")
    assert stored == tried | {"import": stored["import"]}
    by_paragraph = sanad.json("commitments", "count", "--by", "paragraph", *where)
    assert by_paragraph == {
        "by": "paragraph",
        "where": ["source=upr-2012"],
        "positions": {"supported": 126, "noted": 39, "rejected": 1},
        "total": 166,
    }
    by_part = sanad.json("commitments", "count", "--by", "part", *where)
    assert (by_part["positions"], by_part["total"]) == ({"supported": 133, "noted": 65, "rejected": 1}, 199)
    lines = sanad.run("commitments", "count", "--by", "part", *where).stdout.splitlines()
    assert lines == ["noted\t65", "rejected\t1", "supported\t133", "total\t199"]


def test_a_filter_or_counting_that_does_not_exist_is_refused(sanad):
    assert "colour=red" in refused(sanad.run("commitments", "count", "--by", "part", "--where", "colour=red"))
    done = sanad.run("commitments", "count", "--by", "part", "--where", "province=XX", "--json")
    assert done.returncode == 1
    assert [one["code"] for one in json.loads(done.stdout)["refused"]] == ["commitments.value"]
    assert sanad.run("commitments", "count", "--by", "state").returncode == 2


def test_a_strategy_leaves_in_each_form(sanad, strategy, tmp_path):
    written = {}
    for form in ("docx", "pdf", "xlsx"):
        out = tmp_path / f"out.{form}"
        said = sanad.json("strategies", "export", strategy.lower(), "--format", form, "--out", out)
        assert said == {"file": str(out), "strategy": strategy, "draft": 1, "bytes": out.stat().st_size}
        written[form] = out
    words = [paragraph.text for paragraph in docx.Document(str(written["docx"])).paragraphs]
    assert any("The province adopts a law against torture." in line for line in words)
    assert written["pdf"].read_bytes().startswith(b"%PDF-")
    cells = list(openpyxl.load_workbook(written["xlsx"]).active.iter_rows(values_only=True))
    assert any("Draft a bill" in row for row in cells)
    told = sanad.ask("select count(*) from ledger_deed where action = 'strategy_draft.exported'")
    assert told == [(3,)]


def test_a_strategy_that_is_not_seen_is_refused_and_no_file_begun(sanad, strategy, tmp_path):
    out = tmp_path / "out.pdf"
    for words in (("KP-2026-NOSUCH",), (strategy, "--draft", "9")):
        done = sanad.run("strategies", "export", *words, "--format", "pdf", "--out", out)
        assert refused(done) == f"sanad: There is no such strategy or draft: {words[0]}.\n"
    assert sanad.run("strategies", "export", strategy, "--format", "odt").returncode == 2
    refused(sanad.run("strategies", "export", strategy, "--format", "pdf", "--out", out, "--as", "nobody"))
    assert not out.exists()
    assert "nowhere" in refused(
        sanad.run("strategies", "export", strategy, "--format", "xlsx", "--out", "/nowhere/x"), 3
    )


def test_projects_leave_as_a_valid_activity_file(sanad, strategy, tmp_path):
    out = tmp_path / "out.xml"
    assert sanad.json("projects", "iati", out) == {"file": str(out), "activities": 1}
    tree = etree.parse(out)
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(tree)
    assert tree.findtext("iati-activity/title/narrative") == "Support to a strategy"


def test_an_activity_file_without_a_project_is_refused(nothing_promised):
    done, out = nothing_promised
    assert "project" in refused(done)
    assert not Path(out).exists()
