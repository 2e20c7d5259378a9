"""The index of names: what is kept is found, what is forgotten is not, and people mistype."""

import itertools
from uuid import UUID

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanad.kit.ids import uuid7
from sanad.names.skeleton import sounds_of
from sanad.vault.names.distance import edits, letter_bit, letters_of, may_be_near, signature
from sanad.vault.names.index import Broken, NameIndex, unpacked
from sanad.vault.names.tokens import LONGEST_TOKEN, indexed, searched

ASLAM, ZARINA, GHAFFAR, USMAN = "Muhammad Aslam", "زرینہ خاتون", "Abdul Ghaffar", "عثمان شیر خان"


def kept(*named: tuple[list[str], list[str]]) -> tuple[NameIndex, list[UUID]]:
    index, ids = NameIndex(), [uuid7() for _ in named]
    index.add((row_id, *names) for row_id, names in zip(ids, named, strict=True))
    return index, ids


def found(text: str, *names: str) -> list[str]:
    """Which of these names a search finds, the best first."""
    index, ids = kept(*(([name], []) for name in names))
    name_of = dict(zip(ids, names, strict=True))
    return [name_of[hit.row_id] for hit in index.search(text, 50)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Muhammad Aslam", ASLAM),
        ("aslam", ASLAM),
        ("aslam muhammad", ASLAM),
        ("Mohammed Aslam", ASLAM),
        ("muhamad asalm", ASLAM),
        ("asl", ASLAM),
        ("محمد اسلم", ASLAM),
        ("Zarina Khatoon", ZARINA),
        ("زرینہ", ZARINA),
        ("زرینه", ZARINA),  # another he
        ("زرنہ خاتون", ZARINA),
        ("Abdulghaffar", GHAFFAR),
        ("عبد الغفار", "عبدالغفار"),
        ("عبدالغفار", "عبد الغفار"),
        ("Saif Ullah", "Saifullah"),
        ("Usman Khan", USMAN),
        ("  ASLAM!! ", ASLAM),
        ("اسلم ولد محمد", "محمد اسلم"),
    ],
)
def test_a_name_is_found_as_people_write_it(typed, meant):
    assert found(typed, meant, "Bashir Masih", "نسیم اختر") == [meant]


def test_who_is_written_alike_stands_first():
    assert found("Aslam", "Aslem", "اسلم", "Aslam Khan", "Aslam")[:2] == ["Aslam", "Aslam Khan"]


def test_a_common_word_alone_does_not_fit():
    others = [f"Muhammad {chr(a)}{chr(b)}z" for a, b in itertools.product(range(98, 108), repeat=2)]
    assert found("Muhammad Tariq", "Tariq Mehmood", *others) == ["Tariq Mehmood"]


def test_the_name_of_the_father_is_found_after_those_who_bear_it():
    index, (own, of_father) = kept((["Aslam"], []), (["Zia"], ["Aslam"]))
    assert [hit.row_id for hit in index.search("Aslam", 5)] == [own, of_father]


def test_of_equals_the_last_comes_first_and_the_limit_holds():
    index, ids = kept(*((["Aslam"], []) for _ in range(9)))
    assert [hit.row_id for hit in index.search("aslam", 3)] == sorted(ids, reverse=True)[:3]


@pytest.mark.parametrize("typed", ["", " ", "م", "a b", "!!", "\u202e", "ਕ"])
def test_what_is_too_short_finds_nothing(typed):
    assert searched(typed) == []
    assert found(typed, ASLAM) == []


@pytest.mark.parametrize(
    "typed", ["ਗੁਰਮੁਖੀ ਨਾਮ", "x" * 300, "\u202easlamX\u202c" * 60, "12345", "%_'\";--", "\U0001f600\U0001f600"]
)
def test_what_is_no_name_here_does_no_harm(typed):
    assert found(typed, "Bashir Masih", ZARINA) == []


def test_a_name_in_a_third_script_is_found_as_it_is_written():
    assert found("ਗੁਰਮੁਖੀ ਨਾਮ", "ਗੁਰਮੁਖੀ ਨਾਮ", ASLAM) == ["ਗੁਰਮੁਖੀ ਨਾਮ"]


# -- For any names ---------------------------------------------------------------------------------

LETTERS = st.sampled_from("abdghikmnrstuzابپتجحخدرسشعغفقکگلمنوہھیے  -'\u200c")
NAMES = st.lists(st.text(LETTERS, min_size=2, max_size=40), min_size=1, max_size=3)
PEOPLE = st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=12)


@settings(max_examples=60, deadline=None)
@given(PEOPLE, st.integers(1, 4))
def test_every_name_is_found_wherever_it_lies(people, parts):
    """Also over several segments, after packing and unpacking, and after merging."""
    ids = [uuid7() for _ in people]
    index = NameIndex()
    for part in range(parts):
        index.add((row_id, *names) for row_id, names in list(zip(ids, people, strict=True))[part::parts])
    for held in (index, unpacked(index.pack())):
        for row_id, (own, relations) in zip(ids, people, strict=True):
            assert held.holds(row_id, own, relations)
            for name in own + relations:
                if searched(name):
                    assert row_id in {hit.row_id for hit in held.search(name, 1_000)}


@settings(max_examples=40, deadline=None)
@given(PEOPLE, st.data())
def test_who_is_forgotten_is_not_found(people, data):
    index, ids = kept(*people)
    gone = data.draw(st.sets(st.sampled_from(ids)))
    assert index.forget([*gone, uuid7()]) == len(gone)
    assert index.forget(list(gone)) == 0
    for held in (index, unpacked(index.pack())):
        assert len(held) == len(ids) - len(gone)
        assert {row.ljust(16, b"\0") for row in held.ids().tolist()} == {row.bytes for row in set(ids) - gone}
        for own, relations in people:
            for name in own + relations:
                assert not gone & {hit.row_id for hit in held.search(name, 1_000)}


@settings(max_examples=150, deadline=None)
@given(st.text("abcd", min_size=1, max_size=8), st.lists(st.text("abcd", max_size=8), min_size=1, max_size=8))
def test_edits_are_counted_as_by_hand(word, others):
    letters = letters_of(np.array(others, f"U{LONGEST_TOKEN}"))
    sizes = np.array([len(other) for other in others], np.uint8)
    counted = edits(word, letters, sizes).tolist()
    assert counted == [by_hand(word, other) for other in others]
    mine = 0
    for letter in word:
        mine |= letter_bit(ord(letter))
    for most in (1, 2):
        possible = may_be_near(mine, signature(letters), most)
        assert all(may for may, apart in zip(possible, counted, strict=True) if apart <= most)


def by_hand(one: str, other: str) -> int:
    """Optimal string alignment, letter by letter."""
    rows = [[i + j if not i * j else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i, j in itertools.product(range(1, len(one) + 1), range(1, len(other) + 1)):
        differs = one[i - 1] != other[j - 1]
        rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + differs)
        if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
            rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


# -- The pieces ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("urdu", "latin"),
    [("محمد", "mohammed"), ("خاتون", "khatoon"), ("علی", "ali"), ("عثمان", "usman"), ("وقار", "waqar"),
     ("یوسف", "yousaf"), ("حسن", "hassan"), ("شازیہ", "shazia"), ("چوہدری", "chaudhry"), ("قریشی", "qureshi")],
)  # fmt: skip
def test_the_two_scripts_meet_in_a_key(urdu, latin):
    assert set(sounds_of(urdu)) & set(sounds_of(latin))


def test_a_third_script_and_digits_have_no_key():
    assert sounds_of("ਨਾਮ") == sounds_of("12") == ()


def test_words_between_names_are_not_kept_unless_alone():
    assert indexed("علی ولد حسن") == ["علی", "حسن"]
    assert indexed("ولد") == ["ولد"]


def test_many_small_additions_do_not_become_many_segments():
    index = NameIndex()
    ids = [uuid7() for _ in range(40)]
    for row_id in ids:
        index.add([(row_id, ["Aslam"], [])])
    assert len(index.segments) <= 6
    assert {hit.row_id for hit in index.search("aslam", 100)} == set(ids)


def test_an_empty_index_is_packed_too():
    assert len(unpacked(NameIndex().pack())) == 0
    index, ids = kept((["Aslam"], []))
    index.forget(ids)
    assert len(unpacked(index.pack())) == 0


def test_what_is_no_index_is_refused():
    index, _ids = kept((["Aslam"], ["Zia"]), (["Noor"], []))
    whole = index.pack()
    head, _line, rest = whole.partition(b"\n")
    broken = [b"", b"{}\n", b"[1]\n", whole[:-1], whole + b"\0", head.replace(b"names 1", b"names 0") + b"\n" + rest]
    broken.append(head.replace(b'"ids": 2', b'"ids": 1') + b"\n" + rest[16:])
    broken.append(whole[:-4] + b"\xff\xff\xff\x7f")  # a posting that points nowhere
    broken.append(head.replace(b"\\u", b"\\\\u") + b"\n" + rest)  # folded by another rule
    for content in broken:
        with pytest.raises(Broken):
            unpacked(content)
