"""`sanad checkpoint`, `verify` and `ledger export` on a real site."""

import subprocess
import sys

from django.conf import settings


def test_a_checkpoint_is_made_held_and_verified(real_site, tmp_path):
    held, key, export = (str(tmp_path / name) for name in ("held", "key", "export"))
    made = real_site.json("checkpoint", "--out", held, "--key", key)
    assert made["number"] >= 1
    assert made["size"] > 0
    assert real_site.run("admin", "new", "verified.one").returncode == 0
    found = real_site.json("verify", "--checkpoint", held)
    assert (found["sound"], found["faults"]) == (True, [])
    written = real_site.json("ledger", "export", export)
    assert written["leaves"] > made["size"]
    assert real_site.json("verify", "--against", export)["sound"]
    script = settings.BASE / "sanad/ledger/standalone/sanad_verify.py"
    command = [sys.executable, "-I", str(script), export, "--key", key, "--checkpoint", held]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(": sound\n")


def test_a_file_that_is_not_there_is_refused(real_site):
    for words in (("--checkpoint", "/nowhere"), ("--against", "/nowhere")):
        done = real_site.run("verify", *words)
        assert (done.returncode, done.stdout) == (1, "")
        assert "There is no file /nowhere." in done.stderr


def test_somebody_else_s_file_is_no_checkpoint_of_this_site(real_site, tmp_path):
    (tmp_path / "note").write_text("sanad/0123456789abcdef\n1\nx\n")
    done = real_site.run("verify", "--checkpoint", str(tmp_path / "note"))
    assert done.returncode == 1
    assert "was not signed by this site" in done.stdout
