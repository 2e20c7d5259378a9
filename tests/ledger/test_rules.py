"""What a deed commits to."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.ledger.rules import Content, canonical, commitment, plain_detail

AT = datetime(2026, 5, 1, 12, tzinfo=UTC)
FIELDS = {
    "id": UUID(int=1),
    "at": AT,
    "actor": 7,
    "operator": "",
    "action": "report.recorded",
    "object_kind": "report",
    "object_id": "12",
    "office": 3,
    "detail": {"revision": 1},
}


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("id", UUID(int=2)),
        ("at", AT + timedelta(microseconds=1)),
        ("actor", None),
        ("operator", "root"),
        ("action", "report.withdrawn"),
        ("object_kind", "event"),
        ("object_id", "13"),
        ("office", 4),
        ("detail", {"revision": 2}),
    ],
)
def test_every_part_of_a_deed_is_bound(field, other):
    salt = b"s" * 16
    assert commitment(salt, Content(**FIELDS)) != commitment(salt, Content(**{**FIELDS, field: other}))


def test_the_same_moment_in_another_time_zone_is_the_same_deed():
    karachi = AT.astimezone(timezone(timedelta(hours=5)))
    assert canonical(Content(**FIELDS)) == canonical(Content(**{**FIELDS, "at": karachi}))


def test_without_its_salt_a_commitment_says_nothing():
    assert commitment(b"a" * 16, Content(**FIELDS)) != commitment(b"b" * 16, Content(**FIELDS))


@given(st.text(min_size=1).filter(lambda text: any(letter.isspace() for letter in text)))
def test_text_is_no_detail_of_a_deed(text):
    with pytest.raises(ValueError, match="no text"):
        plain_detail({"why": text})
    with pytest.raises(ValueError, match="no text"):
        plain_detail({"why": [{"inner": text}]})


def test_ids_codes_and_numbers_are_details():
    said = {"number": 3, "done": True, "none": None, "row": UUID(int=1), "codes": {"b", "a"}, "share": 0.5}
    assert plain_detail(said) == {
        "number": 3,
        "done": True,
        "none": None,
        "row": str(UUID(int=1)),
        "codes": ["a", "b"],
        "share": "0.5",
    }
