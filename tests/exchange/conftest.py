"""Files of the field, and readers that may import them."""

import os
from pathlib import Path

import pytest
from django.conf import settings

from sanad.exchange.mapping.reading import read_mapping
from sanad.exchange.registers import Registers

SHARED = Path(os.environ.get("SANAD_SHARED_DATA", settings.BASE.parent / "shared" / "data"))
SUICIDE_ATTACKS = "violations/PakistanSuicideAttacks.csv"
CALOOCAN = "violations/ph_Caloocan_Complete_Sources_clean.xlsx"
MANILA = "violations/ph_Manila_Complete_Sources_clean.xlsx"


@pytest.fixture(scope="session")
def shared():
    """`shared(path)`: a real file that is not part of the product; skips where it is not at hand."""

    def find(path: str) -> Path:
        if not (SHARED / path).exists():
            pytest.skip(f"the real file {path} is not at hand (set SANAD_SHARED_DATA)")
        return SHARED / path

    return find


@pytest.fixture
def shipped_text():
    """`shipped_text(name)`: a mapping of the product as it is written."""
    return lambda name: (settings.DATA / "mappings" / f"{name}.yaml").read_text(encoding="utf-8")


@pytest.fixture
def shipped_mapping(shipped_text):
    """`shipped_mapping(name)`: a mapping of the product."""
    return lambda name: read_mapping(shipped_text(name))


@pytest.fixture
def analyst(offices, reference_data, reader):
    """Somebody who may import for the directorate in Peshawar."""
    return reader("analyst", offices.kp)


@pytest.fixture
def registers(analyst):
    return Registers(analyst, writing=False)
