"""Reading institutions from their tables."""

import pytest

from sanad.institutions import queries
from sanad.institutions.actions import ensure_institution

pytestmark = pytest.mark.django_db


def test_names_are_read_once_until_one_is_added(loaded, django_assert_num_queries):
    assert queries.institution_named("Dawn").institution.slug == "dawn"
    with django_assert_num_queries(1):
        assert queries.institution_named("Jang", "newspaper").institution.slug == "jang"
    ensure_institution("radio_mashaal", "Radio Mashaal", "broadcaster")
    assert queries.institution_named("radio mashaal").institution.slug == "radio_mashaal"


def test_institutions_of_a_kind_come_by_name(loaded, django_assert_num_queries):
    with django_assert_num_queries(1):
        courts = queries.institutions_of("court")
        assert {court.place.key for court in courts} >= {"kp_peshawar", "pb_lahore"}
    assert [court.name_en for court in courts] == sorted(court.name_en for court in courts)


def test_an_unknown_slug_is_none(loaded):
    assert queries.institution("nobody") is None
