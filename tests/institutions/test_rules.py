"""Finding an institution by what a text calls it."""

import pytest

from sanad.institutions import seed
from sanad.institutions.rules import InstitutionKind, InstitutionNames, NamedInstitution


@pytest.fixture(scope="module")
def names():
    return InstitutionNames(
        NamedInstitution(number, one.slug, one.kind, one.names) for number, one in enumerate(seed.institutions())
    )


@pytest.mark.parametrize(
    ("said", "kind", "slug"),
    [
        ("Dawn", None, "dawn"),
        ("DAWN ", None, "dawn"),
        ("Daily Dawn", "newspaper", "dawn"),
        ("The News", None, "the_news_international"),
        ("روزنامہ جنگ", None, "jang"),
        ("جنگ", "newspaper", "jang"),
        ("LRH", "hospital", "lady_reading_hospital"),
        ("Lady Reading Hospital Peshawar", None, "lady_reading_hospital"),
        ("HRCP", None, "human_rights_commission_of_pakistan"),
        ("Sindh High Court", "court", "high_court_of_sindh"),
        ("Ahmadis", "community", "ahmadiyya_community"),
        ("وزارتِ انسانی حقوق", None, "ministry_of_human_rights"),
    ],
)
def test_an_institution_is_found_by_its_names(names, said, kind, slug):
    assert names.named(said, kind and InstitutionKind(kind)).institution.slug == slug


def test_an_acronym_of_several_is_never_guessed(names):
    found = names.named("PBC")
    assert found.institution is None
    assert {one.slug for one in found.alternatives} == {
        "pakistan_broadcasting_corporation",
        "pakistan_body_count",
        "pakistan_bar_council",
    }
    assert names.named("PBC", InstitutionKind.BROADCASTER).institution.slug == "pakistan_broadcasting_corporation"


def test_a_slip_of_the_pen_gives_alternatives_only(names):
    found = names.named("Lady Reeding Hospital")
    assert found.institution is None
    assert found.alternatives[0].slug == "lady_reading_hospital"


@pytest.mark.parametrize("said", ["", "  ", "Qwertyuiop Gazette of Nowhere", "؟؟"])
def test_what_names_nothing_gives_nothing(names, said):
    found = names.named(said)
    assert (found.institution, found.alternatives) == (None, ())


@pytest.mark.parametrize("word", ["The", "Daily", "روزنامہ"])
def test_a_word_before_the_name_of_any_paper_names_none(names, word):
    assert names.named(word).institution is None
