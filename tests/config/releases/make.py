"""Write the data set of a release: run once by the program of that release, in its own folder.

    python -m tests.config.releases.make 0.1

A demo site with imports, one of them undone, a look at a sealed value, a saved table; its database and its sealed
originals go to `tests/config/releases/<release>/`, with the number of rows and a hash of every column beside them.
"""

import json
import lzma
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg

from benchmarks.make_records import write_csv
from tests.config.releases.content import content_of

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
ROWS = 40


def main(release: str) -> None:
    """Make the site, dump it, and end its database."""
    with tempfile.TemporaryDirectory(prefix="sanad-release-", ignore_cleanup_errors=True) as home:
        os.environ |= {"SANAD_HOME": home, "DJANGO_SETTINGS_MODULE": "sanad.config.settings"}
        sanad("demo")
        fill(Path(home))
        from sanad.config.engine import EmbeddedPostgres, folders

        engine = EmbeddedPostgres(Path(home)).start()
        folder = HERE / release
        folder.mkdir(exist_ok=True)
        dump = [folders.binaries() / "pg_dump", "-Fc", "-Z0", engine.address("sanad_backup", "sanad")]
        packed = lzma.compress(subprocess.run(dump, capture_output=True, check=True).stdout, preset=9)
        (folder / "database.dump.xz").write_bytes(packed)
        shutil.copytree(Path(home) / "originals", folder / "originals")
        with psycopg.connect(engine.address("sanad_backup", "sanad")) as database:
            text = json.dumps(content_of(database), indent=0, sort_keys=True)
        (folder / "content.json").write_text(text + "\n", encoding="utf-8")
        engine.stop()


def sanad(*words: str) -> dict:
    """What a command answers."""
    done = subprocess.run([sys.executable, "-m", "sanad", *words, "--json"], cwd=ROOT, check=True, capture_output=True)
    return json.loads(done.stdout)


def fill(home: Path) -> None:
    """What the demo does not have."""
    records = ["--mapping", str(ROOT / "benchmarks" / "records.yaml")]
    batches = []
    for seed in (1, 2):
        file = home / f"list_{seed}.csv"
        write_csv(file, ROWS, seed)
        batches.append(sanad("import", str(file), *records)["batch"])
    sanad("undo", batches[0])
    import django

    django.setup()
    look_and_save()


def look_and_save() -> None:
    """A sealed value is looked at; a table is saved twice."""
    from sanad.accounts.readers import operator
    from sanad.accounts.scope import scoped
    from sanad.figures.actions import make_snapshot
    from sanad.figures.actions.tables import save_table
    from sanad.figures.rules.requests import read_request
    from sanad.vault.models import Sealed
    from sanad.vault.opening import open_sealed
    from sanad.vault.rules import Purpose

    by = operator()
    with scoped(by):
        one = Sealed.objects.filter(of="mention").defer("blob").first()
    open_sealed(by, [(one.row_id, one.of)], reason="data set of the release", purpose=Purpose.READING)
    with scoped(by):
        snapshot = make_snapshot(by=by)
        request = read_request("victims", ["year"], ["province"], [], frame="today", snapshot=snapshot.pk, lists=())
        saved = save_table(request, "Victims by year", by=by)
        save_table(request, "Victims by year", note="second version", by=by, replaces=saved)


if __name__ == "__main__":
    main(sys.argv[1])
