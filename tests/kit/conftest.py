"""Where the real files of the field lie that these tests read; they are never part of the product."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Other work shares the machine: a slow example is no finding.
settings.register_profile("kit", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kit")

SHARED_DATA = Path(os.environ.get("SANAD_SHARED_DATA", Path(__file__).parents[3] / "shared" / "data"))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    if not SHARED_DATA.is_dir():
        pytest.skip(f"the real files are not here: {SHARED_DATA} (SANAD_SHARED_DATA names another folder)")
    return SHARED_DATA
