"""Journeys: whole paths of the people who work with Sanad, in Chromium."""

from pathlib import Path

import pytest

from tests.journeys.live import at_work, chromium, site, visitor
from tests.web.browser import needs_chromium

__all__ = ["at_work", "chromium", "site", "visitor"]


def pytest_collection_modifyitems(items):
    """Every test of this folder is a journey, and is left out by name where there is no Chromium."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)
            item.add_marker(needs_chromium)
