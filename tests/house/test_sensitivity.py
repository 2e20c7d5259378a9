"""Every column of ours says once how sensitive it is."""

import pytest
from django.apps import apps

from sanad.kit import sensitivity
from tests.house.the_map import ROWS

LEVELS = sensitivity.LEVELS


def offences(fields: set[str], declared: object) -> list[str]:
    """Columns declared twice, not at all, or that do not exist."""
    if not isinstance(declared, dict):
        return ["no sensitivity declared"]
    words = [word for names in declared.values() for word in names.split()]
    return (
        [f"{level!r} is no level" for level in declared if level not in LEVELS]
        + [f"{name}: declared twice" for name in sorted(set(words)) if words.count(name) > 1]
        + [f"{name}: not declared" for name in sorted(fields - set(words))]
        + [f"{name}: no such column" for name in sorted(set(words) - fields)]
    )


def our_models():
    """Models that we wrote; history tables made by a library follow the table that they keep."""
    models = [model for model in apps.get_models() if model._meta.app_label in ROWS]
    return [model for model in models if not hasattr(model, "pgh_tracked_model")]


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_every_column_has_one_sensitivity(model):
    fields = {field.name for field in model._meta.concrete_fields}
    assert offences(fields, model.__dict__.get("sensitivity")) == []


@pytest.mark.parametrize(
    "declared",
    [
        None,
        {sensitivity.OPEN: "id"},
        {sensitivity.OPEN: "id name", sensitivity.SEALED: "name"},
        {sensitivity.OPEN: "id name age"},
        {"secret": "id name"},
    ],
)
def test_a_wrong_declaration_is_seen(declared):
    assert offences({"id", "name"}, declared)
    assert offences({"id", "name"}, {sensitivity.OPEN: "id", sensitivity.SEALED: "name"}) == []
