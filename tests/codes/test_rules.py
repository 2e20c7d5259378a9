"""Branches, categories and presets, without a database."""

from datetime import date

import pytest
from django.conf import settings

from sanad.codes import files
from sanad.codes.rules import (
    AllOf,
    AnyOf,
    Facets,
    Has,
    Is,
    Not,
    ancestors,
    asked,
    categories_of,
    classification_from,
    covered,
    descendants,
    holds,
    presets_from,
    same_branch,
    with_ancestors,
)
from sanad.kit.refusals import Refused

TREE = {"integrity": None, "sexual": "integrity", "rape": "sexual", "gang_rape": "rape", "beating": "integrity"}

# facets | MOLJ 2012-13 | Human Rights Wing 2012-15 | MOHR women 2019-21 | MOHR women 2021-23
VIOLATIONS = {
    "a woman killed for honour by her brother": """
        act=killing reason=honour means=firearm by=sibling sex=female
        | honour_killing violence_against_women | honour_killing | honour_killing | murder""",
    "a man killed for honour": """
        act=killing reason=honour by=unidentified_assailant sex=male
        | honour_killing | honour_killing | |""",
    "a woman wounded with acid by her husband": """
        act=wounding means=acid by=husband sex=female
        | acid_burning domestic_violence violence_against_women | acid_burning domestic_violence
        | acid_throwing violence_torture | domestic_violence""",
    "a woman burned at a stove by her in-laws": """
        act=wounding means=stove place=in_laws_home by=in_laws sex=female
        | burning domestic_violence violence_against_women | domestic_violence
        | stove_burning violence_torture | domestic_violence""",
    "a house set on fire": """
        act=arson means=fire by=mob
        | miscellaneous | miscellaneous | |""",
    "a man tortured at a police station": """
        act=torture place=police_station by=police status=held sex=male
        | police_related | torture | |""",
    "a woman tortured at a police station": """
        act=torture place=police_station by=police sex=female
        | police_related violence_against_women | torture | custodial_violence violence_torture |""",
    "a man who died of torture in a lock-up": """
        act=killing place=police_station by=police status=died_in_custody sex=male
        | police_related | killing_in_police_custody | |""",
    "a man killed in a claimed encounter by counter-terrorism police": """
        act=killing reason=encounter by=counter_terrorism_police sex=male
        | police_related | extrajudicial_killing | |""",
    "a prisoner beaten by staff": """
        act=beating place=prison by=prison_staff sex=male
        | prison_related | miscellaneous | |""",
    "a girl of nine raped by two men": """
        act=gang_rape by=individual sex=female child
        | rape violence_against_children | rape | |""",
    "a woman raped by two men": """
        act=gang_rape by=individual sex=female
        | rape violence_against_women | rape | gang_rape | rape""",
    "a boy called a minor, abducted": """
        act=abduction by=unknown sex=male is=minor_as_said
        | kidnapping | kidnapping | |""",
    "a girl given in vani": """
        act=forced_marriage reason=swara by=jirga sex=female child
        | miscellaneous | miscellaneous | vani |""",
    "a man taken by an agency, not seen since": """
        act=enforced_disappearance by=intelligence status=missing sex=male
        | missing_persons | missing_persons | |""",
    "a Shia lawyer shot by unknown men": """
        act=targeted_killing reason=sect means=firearm by=unidentified_assailant sex=male is=lawyer
        | sectarian_violence | target_killing | |""",
    "a Christian killed by a mob over blasphemy": """
        act=killing reason=blasphemy by=mob sex=male is=christian
        | minority_issues | murder | |""",
    "a Hindu girl converted by force": """
        act=forced_conversion sex=female child is=hindu
        | minority_issues | miscellaneous | |""",
    "a woman harassed at work": """
        act=sexual_harassment place=workplace by=supervisor sex=female
        | sexual_assault violence_against_women | miscellaneous | harassment |""",
    "a woman killed in a robbery": """
        act=killing reason=robbery by=criminal_gang sex=female
        | violence_against_women | murder | murder | murder""",
    "a bombing of which nothing else is said": """
        act=killing means=suicide_bombing
        | miscellaneous | murder | |""",
    "a newspaper kept from printing": """
        act=publication_banned by=regulator
        | miscellaneous | miscellaneous | |""",
}
SHORT = {"reason": "stated_reason", "place": "kind_of_place", "by": "perpetrator_type", "status": "victim_status"}
SHORT |= {"is": "characteristic"}
LISTS = ("molj_2012_2013", "hrwing_2012_2015", "mohr_2019_2021", "mohr_2021_2023")


def facets_from(words, trees):
    codes = dict(word.split("=") for word in words if "=" in word)
    stated = {SHORT.get(name, name): [slug] for name, slug in codes.items()}
    return Facets.stated(trees, stated, is_child=True if "child" in words else None)


@pytest.mark.parametrize("violation", VIOLATIONS)
def test_a_violation_falls_into_its_categories_of_each_list(violation, trees):
    stated, *expected = (part.split() for part in VIOLATIONS[violation].split("|"))
    lists = {one.slug: one for one in files.classifications_in(settings.DATA)}
    facets = facets_from(stated, trees)
    found = {slug: sorted(categories_of(facets, lists[slug])) for slug in LISTS}
    assert found == {slug: sorted(categories) for slug, categories in zip(LISTS, expected, strict=True)}


def test_the_rest_is_what_no_other_category_takes(trees):
    for classification in files.classifications_in(settings.DATA):
        for act in trees["act"]:
            found = categories_of(Facets.stated(trees, {"act": [act]}), classification)
            assert ("miscellaneous" in found) == (len(found) == 1 and "miscellaneous" in found)


def test_above_and_below_a_code():
    assert ancestors(TREE, "gang_rape") == ("rape", "sexual", "integrity")
    assert ancestors(TREE, "integrity") == ()
    assert descendants(TREE, "sexual") == {"rape", "gang_rape"}
    assert with_ancestors(TREE, ["rape", "beating"]) == {"rape", "sexual", "integrity", "beating"}
    assert covered(TREE, ["rape", "beating"]) == {"rape", "gang_rape", "beating"}
    assert covered(TREE, []) == frozenset()


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("rape", "rape", True),
        ("rape", "gang_rape", True),
        ("gang_rape", "sexual", True),
        ("rape", "beating", False),
    ],
)
def test_one_branch_is_one_said_more_exactly(a, b, same):
    assert same_branch(TREE, a, b) is same
    assert same_branch(TREE, b, a) is same


def test_a_code_that_does_not_exist_is_a_mistake_of_the_programmer():
    for question in (ancestors, descendants):
        with pytest.raises(KeyError):
            question(TREE, "nothing")
    with pytest.raises(KeyError):
        covered(TREE, ["nothing"])
    with pytest.raises(ValueError):
        ancestors({"a": "b", "b": "a"}, "a")


@pytest.mark.parametrize(
    ("rule", "truth"),
    [
        (Has("act", frozenset({"killing"})), True),
        (Has("act", frozenset({"abduction", "life"})), True),
        (Has("means", frozenset({"acid"})), False),
        (Is("is_child"), False),
        (Not(Is("is_child")), True),
        (AllOf((Has("act", frozenset({"killing"})), Is("is_group"))), True),
        (AnyOf((Has("means", frozenset({"acid"})), Is("is_senior"))), False),
        (AllOf(()), True),
        (AnyOf(()), False),
    ],
)
def test_what_is_not_stated_holds_for_nothing(rule, truth):
    assert holds(rule, Facets(act=frozenset({"killing", "life"}), is_group=True)) is truth


def test_a_rule_says_what_it_looks_at():
    rule = AllOf((Has("act", frozenset({"killing"})), Not(AnyOf((Is("is_child"), Has("sex", frozenset({"male"})))))))
    assert asked(rule) == {"act", "is_child", "sex"}


def a_list(**changes):
    category = {"slug": "murder", "name_en": "Murder", "name_ur": "قتل", "rule": {"act": "rape"}}
    category |= {"sentence_en": "Killing.", "sentence_ur": "قتل۔"}
    category |= {key: value for key, value in changes.items() if key in ("rule", "name_ur")}
    texts = dict.fromkeys(("name_en", "name_ur", "published_by", "source"), "said")
    whole = {"slug": "l", "version": "1", "valid_from": date(2012, 1, 1), "categories": [category], **texts}
    return whole | {key: value for key, value in changes.items() if key not in ("rule", "name_ur")}


def faults(content):
    with pytest.raises(Refused) as refused:
        classification_from(content, "l.yaml", {"act": TREE})
    return [reason.code.removeprefix("codes.") for reason in refused.value.reasons]


def test_a_list_is_read_from_its_file():
    found = classification_from(a_list(), "l.yaml", {"act": TREE})
    assert found.valid_from == date(2012, 1, 1) and found.valid_to is None
    assert found.categories[0].rule == Has("act", frozenset({"rape"}))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, ["not_a_mapping", *["missing"] * 6, "not_a_list", "no_date"]),
        (a_list(rule={"act": "murder"}), ["no_such_code"]),
        (a_list(rule={"weapon": "gun"}), ["no_such_key"]),
        (a_list(rule={"is_child": "perhaps"}), ["no_such_key"]),
        (a_list(rule={"means": "acid"}), ["no_such_vocabulary"]),
        (a_list(rule={"act": "rape", "sex": "female"}), ["not_one_key"]),
        (a_list(rule={"all": {"act": "rape"}}), ["not_a_list"]),
        (a_list(rule="killing"), ["not_a_mapping", "not_one_key"]),
        (a_list(rule={"any": [{"not": {"act": "x"}}, {"act": "y"}]}), ["no_such_code"] * 2),
        (a_list(name_ur=""), ["missing"]),
        (a_list(valid_from="2012"), ["no_date"]),
        (a_list(categories=a_list()["categories"] * 2), ["twice"]),
        (
            a_list(categories=[c | {"rule": "rest", "slug": s} for s in "ab" for c in a_list()["categories"]]),
            ["two_rests"],
        ),
    ],
)
def test_every_fault_of_a_list_is_named(content, expected):
    assert faults(content) == expected


def test_every_fault_of_the_presets_is_named():
    with pytest.raises(Refused) as refused:
        presets_from([{"slug": "p", "name_en": "P", "fills": {"act": "x"}}], "presets.yaml", {"act": TREE})
    assert sorted(reason.params.get("name", "code") for reason in refused.value.reasons) == [
        "code",
        "explanation_en",
        "explanation_ur",
        "name_ur",
    ]
    assert "presets.yaml, p: act has no code x." in [reason.plain() for reason in refused.value.reasons]


def test_a_category_without_a_rule_holds_nothing_and_says_so(trees):
    iccs = next(one for one in files.classifications_in(settings.DATA) if one.slug == "iccs_level2")
    assert len(iccs.categories) == 63 and sum(not one.confirmed for one in iccs.categories) == 45
    bare = [one for one in iccs.categories if not one.has_rule]
    everything = Facets(act=frozenset(trees["act"]), means=frozenset(trees["means"]))
    assert len(bare) == 38 and not any(holds(one.rule, everything) for one in bare)


def test_each_act_falls_into_one_division_of_the_iccs_at_most(trees):
    iccs = next(one for one in files.classifications_in(settings.DATA) if one.slug == "iccs_level2")
    for act in trees["act"]:
        found = categories_of(Facets.stated(trees, {"act": [act]}), iccs)
        assert len(found) <= 1, (act, found)
