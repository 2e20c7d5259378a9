"""The verifier for those without Sanad: a process of its own that knows nothing of the program."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

import sanad.ledger.standalone
from sanad.ledger import checkpoints, exporting, origin
from sanad.ledger.actions import forget
from sanad.ledger.sequencing import sequence
from tests.ledger.owner import LONG_AGO, Nobody, deed_at, give_leaf, insert_deed, owner_s_hand, recommit, run
from tests.ledger.test_verifying import deeds

pytestmark = pytest.mark.django_db

FILE = Path(sanad.ledger.standalone.__file__).with_name("sanad_verify.py")
WITHOUT_SANAD = """
import runpy, sys
sys.argv = sys.argv[1:]
try:
    runpy.run_path(sys.argv[0], run_name="__main__")
finally:
    assert not [name for name in sys.modules if name.split(".")[0] in ("sanad", "django", "psycopg")]
"""


@pytest.fixture
def cso(tmp_path):
    """What a CSO has: the one file, the key, and a checkpoint over twelve deeds; the ledger has gone on since."""
    (tmp_path / "cso").mkdir()
    home = tmp_path / "cso"
    (home / "sanad_verify.py").write_bytes(FILE.read_bytes())
    (home / "key").write_text(origin.origin_key().text())
    deeds(12)
    (home / "held").write_text(checkpoints.make(by=Nobody()).note)
    deeds(7)
    sequence()
    with owner_s_hand():
        yield home


def export(cso: Path, name: str = "export", *, content: bool = False) -> str:
    known = exporting.known_to(Nobody()) if content else None
    (cso / name).write_text("".join(line + "\n" for line in exporting.lines(known)))
    return name


def verified(cso: Path, *words: str) -> tuple[int, dict]:
    command = [sys.executable, "-I", "-c", WITHOUT_SANAD, "sanad_verify.py", *words, "--key", "key", "--json"]
    done = subprocess.run(command, cwd=cso, capture_output=True, text=True, timeout=60)
    return done.returncode, json.loads(done.stdout) if done.stdout else {"said": done.stderr}


def kinds(found: dict) -> set:
    return {(fault["kind"], fault["first"]) for fault in found["faults"]}


def test_it_needs_the_standard_library_and_cryptography_alone():
    named = [
        alias.name if isinstance(node, ast.Import) else node.module
        for node in ast.walk(ast.parse(FILE.read_text()))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    ]
    assert {name.split(".")[0] for name in named} <= sys.stdlib_module_names | {"cryptography"}


def test_a_sound_export_is_sound(cso):
    code, found = verified(cso, export(cso, content=True), "--checkpoint", "held")
    assert (code, found["faults"], found["leaves"]) == (0, [], 20)


def test_an_export_without_content_says_nothing_of_anybody(cso):
    text = (cso / export(cso)).read_text()
    assert "report" not in text
    assert "2026" not in text.split("\n", 1)[1]
    assert verified(cso, "export", "--checkpoint", "held")[0] == 0


def test_a_rewritten_ledger_is_told_by_the_checkpoint_and_named_by_an_older_export(cso):
    older = export(cso, "older")
    run("update ledger_deed set actor = 8 where id = %s", deed_at(4))
    recommit(deed_at(4), leaf=True)
    code, found = verified(cso, export(cso), "--checkpoint", "held")
    assert (code, kinds(found)) == (1, {("forked", 0)})
    assert verified(cso, "export")[0] == 0  # nothing was held: nothing is proven
    assert kinds(verified(cso, "export", "--against", older)[1]) == {("rewritten", 4)}


def test_an_edit_of_known_content_a_back_dating_and_a_cut_are_told(cso):
    run("update ledger_deed set actor = 8 where id = %s", deed_at(4))
    assert kinds(verified(cso, export(cso, content=True), "--checkpoint", "held")[1]) == {("edited", 4)}
    run("update ledger_deed set actor = 7 where id = %s", deed_at(4))
    give_leaf(insert_deed(LONG_AGO), 15)
    assert kinds(verified(cso, export(cso, content=True), "--checkpoint", "held")[1]) == {("back_dated", 15)}
    run("delete from ledger_leaf where position >= 10")
    assert kinds(verified(cso, export(cso), "--checkpoint", "held")[1]) == {("cut_off", 10)}


def test_what_was_forgotten_is_no_fault(cso):
    forget(deed_at(4), by=Nobody())
    sequence()
    code, found = verified(cso, export(cso, content=True), "--checkpoint", "held")
    assert (code, found["notes"]) == (0, [{"kind": "erased", "first": 4}])


def test_a_changed_or_foreign_checkpoint_is_told(cso):
    note = (cso / "held").read_text()
    (cso / "held").write_text(note.replace("\n13\n", "\n12\n").replace("\n12\n", "\n11\n"))
    assert kinds(verified(cso, export(cso), "--checkpoint", "held")[1]) == {("foreign", 0)}


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"sanad_ledger": 2}', "\x00\xff", '{"sanad_ledger": 1}\n{"position": 0}\n']
)
def test_what_is_no_export_ends_with_2_and_one_line(cso, content):
    (cso / "export").write_text(content)
    code, found = verified(cso, "export")
    assert code == 2
    assert found["said"].startswith("sanad_verify: ")
    assert "Traceback" not in found["said"]
