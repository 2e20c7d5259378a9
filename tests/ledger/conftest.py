"""The files of the ledger in a folder of the test's own."""

import pytest


@pytest.fixture(autouse=True)
def ledger_files(settings, tmp_path):
    """Head and key of a site of its own."""
    settings.LEDGER = tmp_path / "ledger"
    settings.KEYS = tmp_path / "keys"
