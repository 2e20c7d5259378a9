"""The same name in two scripts, and names that only look alike."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.names import compare, compiled, keys_of, rank
from sanad.names.fitting import fit, write
from sanad.names.likeness import edits, likeness
from sanad.names.skeleton import skeleton, sounds_of
from sanad.names.transducer import HOPELESS, Words, fitted, plain_one, read, spelling_scores
from sanad.names.words import words_of

SAME = [
    ("محمد عمر فاروق", "Mohd. Umer Farooq"),
    ("محمد", "Muhammad"),
    ("Mohd Ashraf", "Muhammad Ashraf"),
    ("M. Ashraf", "Muhammad Ashraf"),
    ("غلام مرتضیٰ", "Ghulam Murtaza"),
    ("عبد الرحمن", "Abdul Rehman"),
    ("عبدالرحمن", "Abdur Rahman"),
    ("ضیاء الحق", "Zia-ul-Haq"),
    ("سید علی رضا شاہ", "Ali Raza"),
    ("عائشہ", "Ayesha Bibi"),
    ("ذوالفقار علی", "Zulfiqar Ali"),
    ("نور جہاں", "Noorjehan"),
    ("Yousaf Khan", "Yusuf Khan"),
    ("Haji Umar Hayat", "عمر حیات"),
    ("Muhammad Aslam s/o Akbar", "محمد اسلم ولد اکبر"),
    ("عبدالكريم", "عبدالکریم"),
    ("ڪريم بخش", "Karim Bakhsh"),  # Sindhi
    ("ګل خان", "Gul Khan"),  # Pashto
]
OTHERS = [
    ("محمد عمر فاروق", "Muhammad Aamir Farooq"),
    ("غلام مرتضیٰ", "Ghulam Mustafa"),
    ("Umar", "Amir"),
    ("جمیل", "Jamal"),
    ("ارشد", "Rashid"),
    ("ساجدہ", "Sajid"),
    ("Asif Khan", "Arif Khan"),
    ("Saeed Ahmed", "Saad Ahmad"),
    ("Nazir", "Naseer"),
    ("نذیر", "نصیر"),
    ("Tahir", "Tariq"),
    ("Ashraf Khan", "گلاب خان"),
    ("", "Khan"),
    ("Khan", "ਖਾਨ"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_name_are_the_same(one, other):
    assert compare(one, other).same, compare(one, other)
    assert compare(other, one).score == pytest.approx(compare(one, other).score, abs=0.02)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_other_names_are_not(one, other):
    assert not compare(one, other).same, compare(one, other)


@pytest.mark.parametrize(("one", "other"), [pair for pair in SAME if "Ali Raza" not in pair[1]])
def test_spellings_of_one_name_share_a_key(one, other):
    assert keys_of(one) & keys_of(other)


def test_a_family_name_alone_says_little():
    assert compare("خان", "Gul Khan").score < compare("گل خان", "Gul Khan").score


def test_what_follows_the_fathers_name_is_another_name():
    assert [word.text for word in words_of("Dr. Syed Aslam Shah s/o Akbar Shah")] == ["syed", "aslam", "shah"]


def test_the_likeliest_name_comes_first_in_both_directions():
    assert rank("murtaza", ["مصطفیٰ", "مرتضیٰ", "مراد"])[0][0] == "مرتضیٰ"
    assert rank("مرتضیٰ", ["Mustafa", "Murad", "Murtaza"])[0][0] == "Murtaza"
    assert rank("Umer Farooq", ["عمر حیات", "عمر فاروق", "Amir Farooq"])[0][0] == "عمر فاروق"


def test_a_title_alone_is_still_a_name():
    assert compare("Sardar", "سردار").same


@pytest.mark.parametrize("name", ["ا", "A", "x" * 300, "محمد" * 100, "ਗੁਰਮੁਖੀ ਨਾਮ", "\u202eرمع\u202c", "...", "s/o", " "])
def test_odd_names_are_compared_without_harm(name):
    assert 0.0 <= compare(name, "Muhammad Umar").score <= 1.0
    assert 0.0 <= compare(name, name).score <= 1.0
    keys_of(name)


def test_bidi_controls_do_not_hide_a_name():
    assert compare("\u202bعمر\u202c فاروق", "Umar Farooq").same


LETTERS = st.text(alphabet="ابپتٹجچحخدڈرزسشصعغفقکگلمنوہیےabcdefghijklmnopqrstuvwxyz .'-", max_size=24)


@given(LETTERS, LETTERS)
def test_any_two_texts_have_a_score_that_hardly_depends_on_their_order(one, other):
    there, back = compare(one, other).score, compare(other, one).score
    assert 0.0 <= there <= 1.0
    assert there == pytest.approx(back, abs=0.1)


@given(st.text(alphabet="abcd", max_size=8), st.text(alphabet="abcd", max_size=8))
def test_edits_are_a_distance(one, other):
    assert edits(one, other) == edits(other, one)
    assert abs(len(one) - len(other)) <= edits(one, other) <= max(len(one), len(other))
    assert (edits(one, other) == 0) == (one == other)


def test_swapped_neighbours_are_one_edit():
    assert edits("umar", "uamr") == 1


def test_a_word_is_like_itself_and_unlike_nothing():
    assert likeness("umar", "umar") == 1.0
    assert likeness("umar", "") == 0.0


@pytest.mark.parametrize(
    ("urdu", "roman"), [("خدیجہ", "Khadija"), ("شکیل", "Shakil"), ("چوہدری", "Chaudhry"), ("ذاکر", "Zakir")]
)
def test_one_skeleton_in_two_scripts(urdu, roman):
    assert skeleton(urdu) == skeleton(roman) != ""


def test_scores_of_a_tree_of_words_are_those_of_pairs():
    words = ["عمر", "عامر", "عمران", "شہناز", "عمر"]
    assert Words(words).scores("umar").tolist() == pytest.approx(spelling_scores(words, ["umar"] * 5).tolist())
    assert Words(words).scores("umar")[0] == Words(words).scores("umar")[4]


def test_the_fitted_table_holds_probabilities():
    table = fitted().table[:, 1:-1]
    assert (fitted().table >= 0).all()
    assert (table.sum(axis=1) <= 1.1).all()


def test_a_letter_that_was_never_seen_is_read_all_the_same():
    assert spelling_scores(["ݨ"], ["n"])[0] > HOPELESS


def test_fitting_learns_how_a_letter_is_written(tmp_path):
    pairs = [("با", "ba", 1.0), ("بب", "bb", 1.0), ("شا", "sha", 2.0), ("شب", "shb", 1.0), ("بش", "bsh", 1.0)]
    pairs = [(word, spelling, 100 * number) for word, spelling, number in pairs]
    found = fit(pairs, passes=12)
    write(found, tmp_path / "table.tsv", ["made up"])
    by = read(tmp_path / "table.tsv")
    assert spelling_scores(["شا"], ["sha"], by)[0] > spelling_scores(["شا"], ["ba"], by)[0] + 3


def test_a_broken_table_names_its_line(tmp_path):
    (tmp_path / "table.tsv").write_text("# fine\nب\t\tb\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 2"):
        read(tmp_path / "table.tsv")


def test_the_vault_takes_in_neither_compiler_nor_numbers():
    """Keys are asked for by a process that holds a million names: what it does not need it does not carry."""
    asked = "import sys; from sanad.names.skeleton import sounds_of; print(*{'numba', 'numpy'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize(("word", "spelling"), [("قتل", "qatal"), ("محمد", "muhammad"), ("م", "m"), ("عبدالغفار", "x")])
def test_few_pairs_are_scored_without_a_compiler_and_alike(word, spelling):
    by = fitted()
    rows, columns = np.array(by.encoded(word), np.int32), by.cut(spelling).astype(np.int32)
    assert plain_one(rows, columns, by.table) == pytest.approx(compiled.one(rows, columns, by.table), rel=1e-5)


@pytest.mark.parametrize(
    ("one", "other"), [("akbar", "اکبر"), ("waqas", "وقاص"), ("yusuf", "یوسف"), ("ڄاموٽ", "jamot")]
)
def test_words_of_two_scripts_meet_by_their_sound(one, other):
    assert sounds_of(one) == sounds_of(other) != ()


@pytest.mark.parametrize("word", ["", "ਗੁਰਦੇਵ", "12", "\u202e"])
def test_what_has_no_letter_of_the_two_scripts_has_no_sound(word):
    assert sounds_of(word) == ()
