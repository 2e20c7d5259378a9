"""Columns that all parts of a gathering share."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

Word = TypeVar("Word", bound=StrEnum)


def choices(titles: Mapping[Word, str]) -> list[tuple[str, object]]:
    """An enumeration as Django's choices."""
    return [(str(key), _(title)) for key, title in titles.items()]


def custodian() -> models.ForeignKey:
    """The office that keeps the row; row security reads it. Part of the key to the gathering (migration 0002)."""
    return models.ForeignKey("accounts.Office", models.PROTECT, related_name="+", db_index=False, db_constraint=False)


def institution() -> models.ForeignKey:
    """A body of the list, where it is one."""
    return models.ForeignKey("institutions.Institution", models.PROTECT, null=True, blank=True, related_name="+")


def place() -> models.ForeignKey:
    """A place of the gazetteer."""
    return models.ForeignKey("places.Place", models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
