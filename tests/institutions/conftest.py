"""The seed list in its tables."""

import pytest

from sanad.institutions import queries
from sanad.institutions.actions import load_institutions
from sanad.places import queries as place_queries
from sanad.places.actions import load_places


@pytest.fixture
def loaded(db):
    """Places and institutions as the product ships them."""
    load_places()
    yield load_institutions()
    queries.forget()
    place_queries.forget()
