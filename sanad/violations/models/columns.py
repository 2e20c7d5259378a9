"""Columns and constraints that several tables share."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


def code(related: str = "+", **options: object) -> models.ForeignKey:
    """A coded value; null means that the source does not state it."""
    return models.ForeignKey("codes.Code", models.PROTECT, null=True, blank=True, related_name=related, **options)


def custodian(*, checked: bool = False) -> models.ForeignKey:
    """The office that keeps the row; row security reads it, only a transfer deed may change it.

    Rows that hang on a report need no check of their own: their key to it holds the custodian (`row_rights`).
    """
    return models.ForeignKey("accounts.Office", models.PROTECT, related_name="+", db_index=False, db_constraint=checked)


def place() -> models.ForeignKey:
    return models.ForeignKey("places.Place", models.PROTECT, null=True, blank=True, related_name="+", db_index=False)


def institution() -> models.ForeignKey:
    return models.ForeignKey("institutions.Institution", models.PROTECT, null=True, blank=True, related_name="+")


def custodians() -> ArrayField:
    """Every office that keeps a report that the row rests on; row security asks for one in common."""
    return ArrayField(models.IntegerField())


def days_in_order(name: str, first: str = "happened_first", last: str = "happened_last") -> models.CheckConstraint:
    """No time ends before it begins; an open or unknown side is null."""
    ordered = Q(**{first: None}) | Q(**{last: None}) | Q(**{f"{last}__gte": F(first)})
    return models.CheckConstraint(condition=ordered, name=f"{name}_ends_after_it_begins")


def current_rows(name: str) -> list[models.BaseConstraint]:
    """Constraints shared by said rows that corrections follow: one open row per root, an end after the start."""
    return [
        models.UniqueConstraint(fields=["root"], condition=Q(until=None), name=f"one_current_{name}"),
        models.CheckConstraint(condition=Q(until=None) | Q(until__gt=F("since")), name=f"{name}_ends_later"),
    ]
