"""The gazetteer of the seed files, once without a database and once in its tables; files of the workplace."""

import csv
import io
import os
from pathlib import Path

import pytest
from django.conf import settings

from sanad.places import queries, seed
from sanad.places.actions import load_places
from sanad.places.rules import Gazetteer, PlaceRow, SuccessionRow


@pytest.fixture(scope="session")
def gazetteer():
    """The gazetteer as the files have it."""
    rows = [
        PlaceRow(
            id=number,
            key=one.key,
            kind=one.kind,
            parent=one.parent or None,
            name_en=one.name_en,
            name_ur=one.name_ur,
            valid_from=one.valid_from and one.valid_from[0],
            valid_to=one.valid_to and one.valid_to[0],
            former_parent=one.former_parent or None,
            parts=one.parts,
            codes=one.codes,
            aliases=tuple(name.name for name in one.names),
        )
        for number, one in enumerate(seed.places(), 1)
    ]
    successions = [SuccessionRow(one.predecessor, one.successor, one.happened, one.kind) for one in seed.successions()]
    return Gazetteer(rows, successions, "files")


@pytest.fixture
def loaded(db):
    """The gazetteer in its tables."""
    loading = load_places()
    yield loading
    queries.forget()


@pytest.fixture(scope="session")
def shared_data():
    """Public files that may not be shipped; tests that need them are left out where they are absent."""
    folder = Path(os.environ.get("SANAD_SHARED_DATA", settings.BASE.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"no reference files in {folder}; set SANAD_SHARED_DATA")
    return folder


@pytest.fixture(scope="session")
def attacks(shared_data):
    """The list of suicide attacks, whose places are written by many hands."""
    raw = (shared_data / "violations" / "PakistanSuicideAttacks.csv").read_bytes().decode("latin-1")
    return list(csv.DictReader(io.StringIO(raw, newline="")))
