"""The seed list: both languages, no doubles, every place and parent there."""

from collections import Counter

from sanad.institutions import seed
from sanad.kit import text
from sanad.places import seed as places


def test_slugs_are_permanent_names_and_unique():
    slugs = [one.slug for one in seed.institutions()]
    assert [slug for slug, times in Counter(slugs).items() if times > 1] == []
    assert all(slug == text.slug(slug) for slug in slugs)


def test_places_and_parents_are_there():
    keys, slugs = {one.key for one in places.places()}, {one.slug for one in seed.institutions()}
    assert [one.slug for one in seed.institutions() if one.place and one.place not in keys] == []
    assert [one.slug for one in seed.institutions() if one.parent and one.parent not in slugs] == []


def test_the_bodies_that_a_complaint_is_sent_to_are_there():
    acronyms = {one.acronym for one in seed.institutions()}
    assert {"MoHR", "NCHR", "NCSW", "NCRC", "SHRC", "CoIoED", "ZARRA", "HRCP", "SPO", "NMRF"} <= acronyms
    assert sum(one.parent == "ministry_of_human_rights" and one.level == "regional" for one in seed.institutions()) == 5


def test_each_has_its_name_in_both_languages_and_a_source():
    for one in seed.institutions():
        assert text.in_script(one.name_ur) in ("arabic", "mixed"), one.slug
        assert one.name_en and one.source, one.slug
        assert not set(one.name_ur) & set("يكىةە"), one.slug
