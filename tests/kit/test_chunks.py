import pytest

from sanad.kit.chunks import batched


def test_a_series_comes_in_pieces_and_nothing_is_lost():
    assert list(batched(range(5), 2)) == [[0, 1], [2, 3], [4]]


def test_a_piece_of_nothing_is_a_mistake():
    with pytest.raises(ValueError):
        list(batched([1], 0))
