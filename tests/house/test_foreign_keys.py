"""Foreign keys go downwards only: asked of Django's registry, not of the text."""

from django.apps import apps
from django.db import models

from tests.house.the_map import ROWS, may_know


def upward(edges):
    """Those of (from package, to package, field) that the map forbids."""
    return [edge for edge in edges if edge[0] in ROWS and edge[1] in ROWS and not may_know(edge[0], edge[1])]


def edges():
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            if field.is_relation and not field.auto_created and field.related_model:
                yield model._meta.app_label, field.related_model._meta.app_label, f"{model.__name__}.{field.name}"


def generic_keys():
    return [
        f"{m.__name__}.{f.name}"
        for m in apps.get_models()
        for f in m._meta.private_fields
        if m._meta.app_label in ROWS and not isinstance(f, models.Field)
    ]


def test_foreign_keys_point_downwards():
    assert upward(edges()) == []


def test_there_are_no_generic_keys():
    assert generic_keys() == []


def test_a_key_upwards_is_seen():
    assert upward([("places", "violations", "Place.event"), ("violations", "places", "Event.place")]) == [
        ("places", "violations", "Place.event")
    ]
