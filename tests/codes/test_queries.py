"""Finding codes: by slug, by id, and by what people write."""

from datetime import date

import pytest
from django.utils import translation

from sanad.codes import queries
from sanad.codes.models import Code
from sanad.kit.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("vocabulary", "written", "slug"),
    [
        ("act", "killing", "killing"),
        ("act", "Murder", "killing"),
        ("act", "  MURDER ", "killing"),
        ("act", "قتل", "killing"),
        ("act", "Abduction / Kidnapping", "abduction"),
        ("act", "Enforced Disappearance", "enforced_disappearance"),
        ("act", "جبرى گمشدگي", "enforced_disappearance"),  # typed on an Arabic keyboard
        ("act", "جبری تبدیلیِ مذہب", "forced_conversion"),
        ("act", "جبری تبدیلی مذہب", "forced_conversion"),
        ("means", "Suicide attack", "suicide_bombing"),
        ("means", "خودکش دھماکہ", "suicide_bombing"),
        ("means", "تيزاب", "acid"),
        ("kind_of_place", "Religious", "place_of_worship"),
        ("kind_of_place", "Park/Ground", "park"),
        ("perpetrator_type", "unidentified gunmen", "unidentified_assailant"),
        ("perpetrator_type", "نامعلوم افراد", "unidentified_assailant"),
        ("characteristic", "human rights defender", "human_rights_defender"),
        ("characteristic", "Shiite", "shia"),
        ("sex", "F", "female"),
        ("sex", "خواجہ سرا", "transgender"),
        ("source_kind", "Journalists' Notes", "journalist"),
        ("source_kind", "Commission on Human Rights", "commission"),
        ("source_kind", "Funeral Parlor", "funeral_parlor"),
    ],
)
def test_a_written_value_is_one_code(loaded, vocabulary, written, slug):
    assert queries.code_named(vocabulary, written).code.slug == slug


def test_a_value_that_is_near_is_offered_and_not_taken(loaded):
    found = queries.code_named("act", "abducton")
    assert found.code is None
    assert found.alternatives[0].slug == "abduction"


@pytest.mark.parametrize("written", ["", "   ", "qwxz", "life", "زندگی"])
def test_what_means_nothing_is_nothing(loaded, written):
    assert queries.code_named("act", written).code is None


def test_a_code_is_found_by_its_slug(loaded):
    acid = queries.code("means", "acid")
    assert queries.slugs_by_id()[acid.pk] == "acid" and queries.ids_by_slug("means")["acid"] == acid.pk
    assert queries.ids_by_slug("act").keys().isdisjoint({"acid"})


def test_what_does_not_exist_is_refused(loaded):
    for question in (
        lambda: queries.code("act", "acid"),
        lambda: queries.codes_of("colours"),
        lambda: queries.ids_under("act", ["acid"]),
        lambda: queries.classification("iccs"),
    ):
        with pytest.raises(Refused):
            question()


def test_counting_by_killing_includes_what_stands_below_it(loaded):
    ids = queries.ids_by_slug("act")
    assert queries.ids_under("act", ["killing"]) == {ids[s] for s in ("killing", "targeted_killing", "infanticide")}
    assert queries.tree_of("act")["gang_rape"] == "rape"
    assert queries.tree_of_ids("act")[ids["gang_rape"]] == ids["rape"]


def test_headings_and_ended_codes_are_not_offered(loaded):
    offered = {code.slug for code in queries.codes_offered("act")}
    assert "killing" in offered and "life" not in offered
    Code.objects.filter(vocabulary__slug="act", slug="sodomy").update(since="2000-01-01", until="2021-12-01")
    queries.forget()
    for day, expected in (("1999-12-31", False), ("2021-11-30", True), ("2021-12-01", False)):
        slugs = {code.slug for code in queries.codes_offered("act", date.fromisoformat(day))}
        assert ("sodomy" in slugs) is expected


def test_a_label_is_in_the_language_of_the_page(loaded):
    killing = queries.code("act", "killing")
    assert queries.label(killing) == queries.label(killing, "en") == "Killing"
    with translation.override("ur"):
        assert queries.label(killing) == "قتل"


def test_lists_and_presets_are_at_hand(loaded):
    assert queries.classification("molj_2012_2013").name_en.startswith("Ministry of Law")
    assert [one.slug for one in queries.classifications()][-1] == "mohr_2021_2023"
    assert queries.presets()[0].slug == "honour_killing"
    assert [one.slug for one in queries.vocabularies()][:3] == ["act", "means", "stated_reason"]


def test_codes_are_read_once(loaded, django_assert_num_queries):
    queries.forget()
    with django_assert_num_queries(3):
        for _ in range(3):
            queries.code("act", "killing")
            queries.code_named("means", "تیزاب")
            queries.vocabularies_version()


def test_an_empty_database_is_asked_again(bare_site):
    queries.forget()
    assert queries.vocabularies() == () and queries.vocabularies_version() == "" and queries.slugs_by_id() == {}
