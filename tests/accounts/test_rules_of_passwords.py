"""What a password may be: long, and not what others would try first."""

import gzip
from pathlib import Path

import pytest
from django.contrib.auth import password_validation

from sanad.accounts.rules_of_passwords import normalised, reasons_against_password

LIST = Path(password_validation.__file__).parent / "common-passwords.txt.gz"
COMMON = frozenset(gzip.decompress(LIST.read_bytes()).decode().split())
ABOUT = ("Directorate of Human Rights, Khyber Pakhtunkhwa", "kp-swat", "amna", "Amna Bibi")


def codes(password, about=ABOUT):
    return [reason.code for reason in reasons_against_password(password, common=COMMON, about=about)]


@pytest.mark.parametrize(
    "password",
    [
        "passwordpassword1",
        "pakistanzindabad123",
        "Pakistan@1947!!!!",
        "P@k1st@nZ1nd@b@d",
        "پاکستان زندہ باد ۱۲۳",
        "bismillah786786786",
        "karachilahoreislamabad",
        "Insani Huqooq 2024!",
        "khyberpakhtunkhwa1",
        "amnabibi19901212",
        "sunshinemonkey99",
        "qwertyuiopasdfgh",
        "zyxwvutsrqponmlkj",
        "AbcAbcAbcAbcAbc",
        "aaaaaaaaaaaaaaaa",
        "35202-1234567-1!!",
        "03001234567 03001234567",
    ],
)
def test_what_others_would_try_first_is_refused(password):
    assert codes(password) == ["password_common"]


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery staple",
        "kettle orbit seven maize",
        "مرغی نیلا کھڑکی ستائیس",
        "gh7Kp2mQx9vLr4Tz",
        "meri gaari ka rang neela hai",
        "all small letters and no digit at all",
        "x" * 7 + "kettle orbit" + "." * 150,
    ],
)
def test_no_kind_of_sign_is_asked_for(password):
    assert codes(password) == []


def test_fifteen_characters_are_enough_and_fourteen_are_not():
    assert codes("kettle orbit 77") == []
    assert codes("kettle orbit 7") == ["password_short"]


def test_a_password_may_have_two_hundred_characters():
    assert codes("kettle orbit maize " * 2 + "w7" * 81) == []
    assert codes("kettle orbit maize " * 2 + "w7" * 82) == ["password_long"]


def test_names_of_the_offices_are_refused_only_where_they_are_known():
    assert codes("Watchers Gulbahar 77!", about=("Gulbahar Watchers",)) == ["password_common"]
    assert codes("Watchers Gulbahar 77!", about=()) == []


def test_the_same_letters_from_another_keyboard_are_the_same_password():
    assert normalised("ﬁve kettles — ２０２４") == "five kettles — 2024"
    assert normalised(normalised("پاکستان")) == normalised("پاکستان")
