"""The files that ship: whole, unambiguous, in both languages."""

import re
from collections import defaultdict

from django.conf import settings

from sanad.codes import files
from sanad.codes.rules import FACETS, Has, Node, Not
from sanad.kit.text import fold

MISSION_ACTS = {
    "killing",
    "enforced_disappearance",
    "abduction",
    "torture",
    "beating",
    "wounding",
    "sexual_violence",
    "rape",
    "arbitrary_detention",
    "threats",
    "forced_labour",
    "bonded_labour",
    "forced_marriage",
    "forced_conversion",
    "blasphemy_accusation",
    "eviction",
    "property_destruction",
    "denial_of_justice",
    "denial_of_schooling",
    "denial_of_health_care",
    "jirga_decision",
    "censorship",
    "shutdown",
    "information_refused",
    "assembly_banned",
    "assembly_dispersed",
    "association_refused",
    "worship_prevented",
    "worship_desecrated",
    "harassment",
    "trafficking",
    "death_sentence",
    "execution",
}
ARABIC_FORMS = re.compile("[\u064a\u0643\u0649\u0629\u0647]")  # yeh, kaf, alef maksura, teh marbuta, heh
DERIVED = {"woman", "child", "senior_citizen"}


def every_code(vocabularies):
    return [(vocabulary, code) for vocabulary in vocabularies for code in vocabulary.codes]


def test_the_acts_that_the_mission_names_are_codes_to_pick(vocabularies):
    acts = {code.slug for code in vocabularies[0].codes if not code.heading}
    assert vocabularies[0].slug == "act"
    assert acts.issuperset(MISSION_ACTS)


def test_every_slug_is_ascii_and_stands_once(vocabularies):
    for vocabulary in vocabularies:
        slugs = [code.slug for code in vocabulary.codes]
        assert len(slugs) == len(set(slugs)), vocabulary.slug
        assert [slug for slug in slugs if not re.fullmatch("[a-z][a-z0-9_]{0,59}", slug)] == []


def test_every_code_has_a_name_in_both_languages(vocabularies):
    for vocabulary, code in every_code(vocabularies):
        assert code.name_en.isascii() and code.name_en, (vocabulary.slug, code.slug)
        assert re.search("[\u0600-\u06ff]", code.name_ur), (vocabulary.slug, code.slug)
        assert not re.search("[A-Za-z]", code.name_ur), (vocabulary.slug, code.slug)


def test_urdu_is_written_with_urdu_letters(vocabularies):
    for vocabulary, code in every_code(vocabularies):
        for text in (code.name_ur, *code.also):
            assert not ARABIC_FORMS.search(text), (vocabulary.slug, code.slug, text)


def test_urdu_of_lists_and_presets_is_written_with_urdu_letters():
    for file in [settings.DATA / "presets.yaml", *(settings.DATA / "classifications").glob("*.yaml")]:
        assert ARABIC_FORMS.findall(file.read_text("utf-8")) == [], file.name


def test_two_codes_of_a_vocabulary_are_never_written_alike(vocabularies):
    for vocabulary in vocabularies:
        written = defaultdict(set)
        for code in vocabulary.codes:
            if not code.heading:
                for text in (code.slug, code.name_en, code.name_ur, *code.also):
                    written[fold(text)].add(code.slug)
        assert {text: slugs for text, slugs in written.items() if len(slugs) > 1} == {}, vocabulary.slug


def test_a_heading_groups_something_and_says_nothing_itself(vocabularies):
    for vocabulary in vocabularies:
        parents = {code.parent for code in vocabulary.codes}
        for code in vocabulary.codes:
            if code.heading:
                assert code.slug in parents and code.parent is None and not code.also, code.slug


def test_child_woman_and_senior_citizen_are_derived_not_coded(vocabularies):
    characteristics = next(one for one in vocabularies if one.slug == "characteristic")
    assert DERIVED.isdisjoint(characteristics.tree)


def test_an_attempt_or_a_sentence_is_no_killing(trees):
    killings = {slug for slug, parent in trees["act"].items() if parent == "killing"}
    assert killings == {"targeted_killing", "infanticide"}


def test_huridocs_codes_exist(vocabularies, reference):
    known = {f"{row['list_no']}/{row['code']}" for row in reference("huridocs_codes.csv")}
    used = {code.huridocs for _, code in every_code(vocabularies) if code.huridocs}
    assert len(used) > 200 and used - known == set()


def test_iccs_codes_exist(vocabularies, reference):
    known = {code for row in reference("iccs_level2.csv") for code in (row["level1"], row["level2"])}
    used = {code.iccs for _, code in every_code(vocabularies) if code.iccs}
    assert len(used) > 20 and used - known == set()


def test_every_list_has_the_categories_as_published(reference):
    lists = {"MOLJHR-2013": "molj_2012_2013", "HRWING-2015": "hrwing_2012_2015"}
    lists |= {"NA-2022": "mohr_2019_2021", "MOHR-2024": "mohr_2021_2023"}
    ours = {one.slug: one for one in files.classifications_in(settings.DATA)}
    published = defaultdict(list)
    for row in reference("violation_categories_mohr.csv"):
        published[row["list_id"]].append(row["category_as_published"])
    for list_id, slug in lists.items():
        assert [category.name_en for category in ours[slug].categories] == published[list_id]


def test_presets_fill_facets_with_codes_that_can_be_picked(vocabularies):
    offered = {one.slug: {code.slug for code in one.codes if not code.heading} for one in vocabularies}
    presets = files.presets_in(settings.DATA)
    assert {"honour_killing", "acid_attack", "torture_in_custody", "child_marriage"} <= {one.slug for one in presets}
    for preset in presets:
        assert len(preset.fills["act"]) == 1, preset.slug
        for facet, slugs in preset.fills.items():
            assert offered[facet].issuperset(slugs), (preset.slug, facet)


def test_lists_use_existing_codes_only(trees):
    for classification in files.classifications_in(settings.DATA):
        for category in classification.categories:
            for node in nodes_of(category.rule):
                if isinstance(node, Has):
                    assert node.facet in FACETS and node.slugs <= trees[node.facet].keys(), category.slug


def nodes_of(rule: Node) -> list[Node]:
    parts = getattr(rule, "parts", ()) or ((rule.part,) if isinstance(rule, Not) else ())
    return [rule, *(node for part in parts for node in nodes_of(part))]
