import pytest

from sanad.kit.sensitivity import OFFICE, OPEN, SEALED, fields_of


def test_every_field_gets_its_level():
    declared = fields_of({OPEN: "id district", OFFICE: "summary", SEALED: "blob"})
    assert declared == {"id": "open", "district": "open", "summary": "office", "blob": "sealed"}


def test_a_field_cannot_be_open_and_sealed():
    with pytest.raises(ValueError, match="name is declared twice"):
        fields_of({OPEN: "name", SEALED: "name"})


def test_a_field_named_twice_on_one_level_is_refused_too():
    with pytest.raises(ValueError, match="twice"):
        fields_of({OPEN: "id id"})


def test_there_are_three_levels():
    with pytest.raises(ValueError, match="secret"):
        fields_of({"secret": "name"})
