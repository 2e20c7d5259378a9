"""The shipped files, and a database that holds them."""

import csv

import pytest
from django.conf import settings

from sanad.codes import files

REFERENCE = settings.BASE.parent / "shared" / "data" / "reference"


@pytest.fixture(scope="session")
def vocabularies():
    return files.vocabularies_in(settings.DATA)


@pytest.fixture(scope="session")
def trees():
    return files.trees_in(settings.DATA)


@pytest.fixture
def loaded(reference_data):
    """The codes of every site."""


@pytest.fixture
def reference():
    """A file of reference codes that is not part of the product; skips where it is not at hand."""

    def open_file(name):
        if not (REFERENCE / name).exists():
            pytest.skip(f"{name} is not at hand")
        with (REFERENCE / name).open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))

    return open_file
