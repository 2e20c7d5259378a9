"""The baseline is what the migrations make of an empty database: neither more nor less."""

import os

import pytest
from django.core.management import call_command
from django.db import connection

from sanad.config import baseline
from sanad.config.backup.moment import server_here
from tests import database

WRITE = "SANAD_WRITE_BASELINE"


@pytest.mark.django_db(transaction=True)
def test_the_baseline_is_what_the_migrations_make():
    name = f"{connection.settings_dict['NAME']}_migrated"
    with database.passing(name):
        assert baseline.is_empty()
        call_command("migrate", verbosity=0)
        connection.close()
        made = baseline.written(server_here())
    if os.environ.get(WRITE):
        baseline.FILE.write_text(made, encoding="utf-8")
    kept = baseline.FILE.read_text(encoding="utf-8")
    lacking = baseline.migrations_in(made) ^ baseline.migrations_in(kept)
    assert not lacking, f"run `make baseline`: {sorted(lacking)}"
    assert made == kept, "a migration was changed after it was written: run `make baseline`"


def test_the_tables_of_a_baseline_belong_to_the_owner_and_to_those_who_search():
    text = baseline.FILE.read_text(encoding="utf-8")
    assert "FORCE ROW LEVEL SECURITY" in text and "GRANT SELECT" in text
    assert "SECURITY DEFINER" in text and "restrict" not in text.splitlines()[1]
