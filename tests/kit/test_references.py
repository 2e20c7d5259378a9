import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.kit.references import ALPHABET, WEIGHTS, new_reference, new_references, read_reference
from sanad.kit.refusals import Refused

PREFIXES = st.text(st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), min_size=2, max_size=8)
REFERENCES = st.builds(new_reference, PREFIXES, st.integers(1947, 2100))


def mistyped(text):
    with pytest.raises(Refused) as refused:
        read_reference(text)
    return refused.value.reasons[0].code == "mistyped"


def test_a_reference_names_office_and_year_and_no_running_number():
    prefix, year, body = new_reference("KP", 2026).split("-")
    assert (prefix, year, len(body)) == ("KP", "2026", 10)
    assert set(body) <= set(ALPHABET)


@given(REFERENCES)
def test_what_was_given_out_is_read_again(reference):
    assert read_reference(reference) == reference
    assert read_reference(reference.lower().replace("-", " ")) == reference
    assert read_reference(f"  {reference.replace('-', '')}\n") == reference


@given(REFERENCES)
def test_letters_misread_for_digits_are_put_right(reference):
    head, body = reference[:-10], reference[-10:]
    assert read_reference(head + body.replace("0", "O").replace("1", "I")) == reference
    assert read_reference(head + body.replace("0", "o").replace("1", "l")) == reference


@given(REFERENCES)
def test_it_can_be_typed_on_an_urdu_keyboard_and_pasted_from_a_right_to_left_page(reference):
    urdu = reference.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert read_reference(f"\u2066{urdu}\u2069") == reference


@given(REFERENCES, st.data())
def test_one_wrong_character_is_always_found(reference, data):
    place = data.draw(st.sampled_from([i for i, character in enumerate(reference) if character != "-"]))
    right = reference[place]
    body_starts = len(reference) - 10
    if place >= body_starts:
        others = ALPHABET
    else:
        others = "0123456789" if right.isdigit() else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    wrong = data.draw(st.sampled_from([other for other in others if other != right]))
    assert mistyped(reference[:place] + wrong + reference[place + 1 :])


@given(REFERENCES, st.data())
def test_two_neighbours_changed_about_are_always_found(reference, data):
    pairs = [i for i in range(len(reference) - 1) if "-" not in reference[i : i + 2]]
    place = data.draw(st.sampled_from(pairs))
    left, right = reference[place], reference[place + 1]
    if left != right:
        assert mistyped(reference[:place] + right + left + reference[place + 2 :])


@given(st.text())
def test_nothing_else_is_taken_for_a_reference(text):
    try:
        assert read_reference(text).count("-") == 2
    except Refused as refused:
        assert refused.reasons[0].code == "mistyped"


@pytest.mark.parametrize("text", ["", "KP-2026", "KP-2026-7F3K9Q", "-2026-7F3K9QX2BM", "KP-2026-7F3K9QX2BMM", "U" * 16])
def test_a_piece_of_a_reference_is_refused(text):
    assert mistyped(text)


def test_all_weights_differ():
    assert len({tuple(table) for table in WEIGHTS}) == len(WEIGHTS) == 21
    assert all(len(set(table)) == 32 for table in WEIGHTS)


def test_an_import_gets_as_many_different_references_as_it_needs():
    made = new_references("SD", 2026, 20_000)
    assert len(set(made)) == 20_000
    assert read_reference(made[-1]) == made[-1]


@pytest.mark.parametrize("prefix, year", [("kp", 2026), ("K", 2026), ("KP1", 2026), ("KP", 26), ("", 2026)])
def test_a_prefix_that_could_not_be_read_back_is_a_programmers_mistake(prefix, year):
    with pytest.raises(ValueError, match="begin"):
        new_reference(prefix, year)
