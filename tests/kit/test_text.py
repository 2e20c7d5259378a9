import csv
import io
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.kit.text import (
    ascii_digits,
    bidi_controls,
    bidi_marks,
    clean,
    fold,
    formula_safe,
    in_script,
    looks_like_cnic,
    looks_like_phone,
    slug,
    storable,
)

URDU = st.text(st.sampled_from("اآأإٱبپتہهھۂۃةیيىئےۓکكوؤنںءَُِّٰـ\u0654\u200c\u200f\u00a0۰۹٣ ،۔-aÉß'"))
ANY = st.text() | URDU


class TestStoring:
    def test_what_a_reader_sees_is_kept(self):
        assert clean("\ufeff  پی‌ڈی‌ایف\u00a0فائل \r\n") == "پی‌ڈی‌ایف فائل"

    def test_a_lone_carriage_return_of_an_old_worksheet_is_a_line_end(self):
        assert clean("1.CMH Quetta\r2.Civil Hospital\r\n3. Boland") == "1.CMH Quetta\n2.Civil Hospital\n3. Boland"

    def test_hamza_as_its_own_character_becomes_one_letter(self):
        assert clean("کو\u064a\u0654ٹہ") == "کو\u0626ٹہ"

    def test_what_the_database_cannot_take_does_not_reach_it(self):
        assert clean("a\0b") == "ab"
        assert clean("ب\ud800").encode() == "ب\ufffd".encode()

    @given(ANY)
    def test_cleaning_twice_changes_nothing(self, text):
        assert clean(clean(text)) == clean(text)
        assert unicodedata.is_normalized("NFC", clean(text))


class TestMatching:
    @pytest.mark.parametrize(
        "one, other",
        [
            ("كوئٹہ", "کوئٹہ"),  # Arabic kaf
            ("علي", "علی"),  # Arabic yeh
            ("ضِلع", "ضلع"),
            ("آزاد کشمیر", "ازاد کشمیر"),
            ("أحمد", "احمد"),
            ("مؤمن", "مومن"),
            ("صوبۂ سندھ", "صوبہ سنده"),
            ("زکوٰۃ", "زکوہ"),
            ("لاہـــور", "لاہور"),
            ("رحمٰن", "رحمن"),
            ("علماء", "علما"),
            ("کچے‌گڑھی", "کچےگڑھی"),  # ZWNJ
            ("ﻻﮨﻮﺭ", "لاہور"),  # presentation forms, as old PDF files give them
            ("ضلع ۱۲", "ضلع 12"),
            ("D.I. Khan", "d i khan"),
            ("  Kohistān\u00a0—  Upper ", "kohistan upper"),
            ("Café", "CAFE"),
        ],
    )
    def test_what_people_hold_for_the_same_is_the_same(self, one, other):
        assert fold(one) == fold(other)

    @pytest.mark.parametrize("one, other", [("بٹ", "بت"), ("سوات", "سبی"), ("Swat", "Swabi"), ("یے", "یں")])
    def test_different_words_stay_different(self, one, other):
        assert fold(one) != fold(other)

    @given(ANY)
    def test_folding_twice_changes_nothing(self, text):
        assert fold(fold(text)) == fold(text)

    @given(ANY)
    def test_a_key_has_single_spaces_and_no_punctuation(self, text):
        assert re.fullmatch(r"([^\W_]+( [^\W_]+)*)?", fold(text))

    @given(ANY)
    def test_how_it_is_stored_does_not_change_how_it_is_matched(self, text):
        assert fold(clean(text)) == fold(text.replace("\0", "").replace("\ufeff", "")) or not text.isprintable()

    def test_words_of_real_urdu_news_keep_their_letters(self, shared_data):
        words = (shared_data / "urdu" / "ner_jahangir.txt").read_text(encoding="utf-8").split()[:8_000:2]
        folded = [fold(word) for word in words]
        assert sum(1 for key in folded if key) > 3_500
        assert not any(re.search("[يكىهھأإآؤئۂ\u064b-\u065f]", key) for key in folded)


class TestDigits:
    def test_urdu_and_arabic_digits_are_read(self):
        assert ascii_digits("۲۰۲۳ ٢٠٢٣ ２０２３ 2023") == "2023 2023 2023 2023"

    @given(st.integers(0, 10**12))
    def test_a_number_written_in_urdu_is_the_same_number(self, number):
        assert ascii_digits(str(number).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))) == str(number)


class TestSlugs:
    @pytest.mark.parametrize(
        "text, expected",
        [
            ("Journalists' Notes", "journalists_notes"),
            ("Journalists’ Notes", "journalists_notes"),
            ("CCT-DRK Research", "cct_drk_research"),
            ("  No. of Suicide Blasts ", "no_of_suicide_blasts"),
            ("S#", "s"),
            ("Café", "cafe"),
            ("ضلع ۱۲", "12"),
            ("لاہور", ""),
        ],
    )
    def test_a_heading_becomes_a_permanent_name(self, text, expected):
        assert slug(text) == expected

    @given(ANY)
    def test_a_slug_is_ascii_and_stays_as_it_is(self, text):
        assert re.fullmatch("[a-z0-9]+(_[a-z0-9]+)*|", slug(text))
        assert slug(slug(text)) == slug(text)


class TestHiddenCharacters:
    def test_an_override_that_turns_a_text_round_is_named(self):
        assert bidi_controls("report\u202egpj.exe") == ("right-to-left override",)

    def test_marks_of_an_urdu_keyboard_are_harmless(self):
        assert bidi_controls("لاہور\u200f (Lahore)\u200e") == ()
        assert bidi_marks("لاہور\u200f (Lahore)\u200e") == ("left-to-right mark", "right-to-left mark")


class TestWorksheets:
    @pytest.mark.parametrize(
        "cell",
        [
            "=1+1",
            "+92 300",
            "-cmd|' /C calc'!A0",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "＝1+1",
            " =1",
            "\u200f=1",
            "-1+2",
            "\n=1",
        ],
    )
    def test_a_cell_that_a_sheet_would_calculate_is_made_text(self, cell):
        assert formula_safe(cell) == "'" + cell

    @pytest.mark.parametrize("cell", ["", "12", "-5", "-33.7", "Lahore", "a=b", "۱۲", "'=1"])
    def test_other_cells_stay(self, cell):
        assert formula_safe(cell) == cell

    @given(st.text())
    def test_no_cell_begins_with_a_sign_afterwards(self, cell):
        safe = formula_safe(cell)
        assert not safe.startswith(("=", "+", "@", "\t", "\r", "＝", "＋", "－", "＠"))
        assert not safe.startswith("-") or float(safe) <= 0


class TestScripts:
    def test_the_script_of_a_text_is_found(self):
        assert in_script("لاہور") == "arabic"
        assert in_script("Lahore") == "latin"
        assert in_script("لاہور Lahore") == "mixed"
        assert in_script("12/5 ۱۲") == "none"


class TestIdentityCards:
    @pytest.mark.parametrize(
        "text",
        [
            "35202-1234567-1",
            "3520212345671",
            "۳۵۲۰۲-۱۲۳۴۵۶۷-۱",
            "35202 1234567 1",
            "35202 - 1234567 - 1",
            "CNIC no. 35202–1234567–1.",
            "\u206635202-1234567-1\u2069",
            "شناختی کارڈ 3520212345671 ہے",
        ],
    )
    def test_the_number_of_an_identity_card_is_seen(self, text):
        assert looks_like_cnic(text)

    @pytest.mark.parametrize("text", ["352021234567", "35202123456712", "2014", "33.7180 73.0718", "0300-1234567", ""])
    def test_other_numbers_are_not(self, text):
        assert not looks_like_cnic(text)


class TestTelephones:
    @pytest.mark.parametrize(
        "text",
        [
            "0300-1234567",
            "0300 123 4567",
            "+92 300 1234567",
            "+92 (0)300 1234567",
            "0092-300-1234567",
            "923001234567",
            "(0300)1234567",
            "0300/1234567",
            "3001234567",
            "3001234567.0",
            "۰۳۰۰-۱۲۳۴۵۶۷",
            "call 0345 123 4567 now",
            "051-2345678",
            "(021) 34567890",
            "021 3456 7890",
            "0992-123456",
            "+92 51 2345678",
        ],
    )
    def test_a_pakistani_telephone_is_seen(self, text):
        assert looks_like_phone(text)

    @pytest.mark.parametrize(
        "text",
        [
            "2014",
            "33.7180",
            "73.07180000000",
            "0.3001234567",
            "12-15",
            "01-02-2014",
            "01/02/2014 10:30",
            "2014-05-01 10:30:00",
            "09-11-2014 1200",
            "Thursday-July 19-2007",
            "0330 12-5-2014",
            "1,234",
            "35202-1234567-1",
            "3520212345671",
            "1995-11-19/2017-10-05",
            "FIR 123/2014, PPC 302/34",
        ],
    )
    def test_dates_counts_and_coordinates_are_not_telephones(self, text):
        assert not looks_like_phone(text)

    @given(st.floats(23, 38), st.floats(60, 78))
    def test_no_point_in_pakistan_is_a_telephone(self, latitude, longitude):
        assert not looks_like_phone(f"{latitude}, {longitude}")
        assert not looks_like_cnic(f"{latitude:.6f} {longitude:.6f}")

    @given(st.datetimes())
    def test_no_moment_is_a_telephone(self, moment):
        for written in ("%Y-%m-%d %H:%M:%S", "%d-%m-%Y %H%M", "%d/%m/%Y", "%d.%m.%Y %H:%M", "%H%M %d-%m-%Y"):
            assert not looks_like_phone(moment.strftime(written))

    def test_no_cell_of_a_real_file_without_people_is_suspected(self, shared_data):
        file = (shared_data / "violations" / "PakistanSuicideAttacks.csv").read_bytes().decode("latin-1")
        cells = [cell for row in csv.reader(io.StringIO(file, newline="")) for cell in row]
        assert len(cells) > 12_000
        assert [cell for cell in cells if looks_like_phone(cell) or looks_like_cnic(cell)] == []


@pytest.mark.parametrize(
    ("said", "stored"), [("plain", "plain"), ("a\0b", "ab"), ("گل", "گل"), ("half \ud800", "half \ufffd"), ("", "")]
)
def test_what_no_database_takes_is_taken_out(said, stored):
    assert storable(said) == stored
