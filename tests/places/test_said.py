"""What `sanad places` answers."""

import argparse
import json

import pytest

from sanad.config.commands import places as command
from sanad.kit.refusals import Refused
from sanad.places import queries
from sanad.places.said import as_answer

pytestmark = pytest.mark.django_db


def ask(capsys, *words):
    """The command as `sanad` runs it; gives what stands on standard output."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--as", dest="as_user")
    command.add_arguments(parser)
    options = parser.parse_args(words)
    assert command.run(options) == 0
    return capsys.readouterr().out


def test_the_answer_is_one_object(loaded, capsys):
    found = json.loads(ask(capsys, "Mingora, Swat", "--json"))
    assert found == {
        "said": "Mingora, Swat",
        "place": "kp_mingora",
        "name": "Mingora",
        "kind": "town",
        "precision": "city",
        "codes": {},
        "province": "PK-KP",
        "district": "PK532",
        "certain": True,
        "why": "parts",
        "unread": "",
        "alternatives": [],
    }


def test_alternatives_are_listed_with_their_place(loaded, capsys):
    found = json.loads(ask(capsys, "Peshwar", "--json"))
    assert (found["place"], found["certain"]) == (None, False)
    assert found["alternatives"][0] == {
        "key": "kp_peshawar",
        "code": "PK528",
        "name": "Peshawar, Khyber Pakhtunkhwa",
        "score": 0.88,
        "why": "similar",
    }


def test_a_day_and_a_province_are_taken_into_account(loaded, capsys):
    found = json.loads(ask(capsys, "Khyber", "--on", "2010-05-01", "--json"))
    assert (found["place"], found["district"], found["province"]) == ("fata_khyber", "PK513", "PK-KP")
    found = json.loads(ask(capsys, "Khanpur", "--within", "PK-SD", "--json"))
    assert found["place"] == "sd_khanpur_shikarpur"


def test_without_json_the_answer_is_for_human_beings(loaded, capsys):
    assert ask(capsys, "Swat") == "Swat [kp_swat]: district · PK532 · PK-KP\n"
    assert ask(capsys, "Peshwar").splitlines()[:2] == [
        "No place.",
        "  perhaps Peshawar, Khyber Pakhtunkhwa [PK528]: is spelled like it",
    ]


@pytest.mark.parametrize(("words", "code"), [((), "place_missing"), (("Swat", "--within", "XX"), "place_code_unknown")])
def test_wrong_questions_are_refused(loaded, capsys, words, code):
    with pytest.raises(Refused) as refused:
        ask(capsys, *words)
    assert refused.value.reasons[0].code == code


def test_names_come_in_the_language_of_the_reader(loaded):
    mingora = queries.place_by_key("kp_mingora")
    assert queries.place_line(mingora) == "Mingora, Swat, Khyber Pakhtunkhwa"
    assert queries.place_line(mingora, "ur") == "مینگورہ، سوات، خیبر پختونخوا"
    assert as_answer(queries.gazetteer().resolve(""))["place"] is None


def test_lists_for_a_choice(loaded):
    assert {one.key for one in queries.provinces()} == {"ba", "kp", "pb", "sd", "is", "jk", "gb"}
    kp = queries.place_by_code("PK-KP")
    names = [one.name_en for one in queries.districts(kp)]
    assert names == sorted(names)
    assert "Upper South Waziristan" in names and "South Waziristan" not in names
    assert "South Waziristan" in [one.name_en for one in queries.districts(kp, ended_too=True)]
    assert {one.key for one in queries.districts()} == {
        one.key for one in queries.gazetteer() if one.kind == "district" and one.valid_to is None
    }
