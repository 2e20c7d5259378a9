"""One fixture, `count`, on every engine."""

import pytest

from tests.spec.engines import ENGINES, Count


@pytest.fixture(params=sorted(ENGINES))
def count(request):
    return Count(ENGINES[request.param])
