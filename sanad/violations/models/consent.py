"""What the people concerned agreed to, and how they are kept safe: append-only, the latest row counts.

A person is meant as one report describes them: `mention` is the root of the mention. Without a row, what follows from
the kind of source holds (`rules.consent`), so that a large import writes none.
"""

from enum import StrEnum

from django.db import models
from django.db.models import F, Q

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OPEN
from sanad.violations.models.columns import code, custodian
from sanad.violations.models.received import Report
from sanad.violations.rules.consent import Answer, Basis, Giver, Risk, Use


def _one_of(field: str, choices: type[StrEnum]) -> Q:
    return Q(**{f"{field}__in": [str(one) for one in choices]})


class Consent(models.Model):
    """One answer of a person to one use."""

    sensitivity = {
        OPEN: "id report custodian mention use answer given_by language asked_on until made_at made_by",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    report = models.ForeignKey(Report, models.PROTECT, related_name="+", db_constraint=False)
    custodian = custodian()
    mention = models.UUIDField()
    use = models.CharField(max_length=12)
    answer = models.CharField(max_length=12)
    given_by = models.CharField(max_length=12, blank=True)
    language = code(db_index=False)
    asked_on = models.DateField(null=True)
    until = models.DateField(null=True)  # last day
    made_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["mention", "use", "-id"], name="consent_latest")]
        constraints = [
            models.CheckConstraint(condition=_one_of("use", Use), name="a_consent_is_to_a_use"),
            models.CheckConstraint(condition=_one_of("answer", Answer), name="a_consent_is_an_answer"),
            models.CheckConstraint(
                condition=Q(given_by="") | _one_of("given_by", Giver), name="a_consent_is_given_by_somebody"
            ),
            models.CheckConstraint(condition=Q(answer="not_asked") | ~Q(given_by=""), name="who_answers_is_said"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(asked_on=None) | Q(until__gte=F("asked_on")),
                name="a_consent_ends_after_it_begins",
            ),
        ]


class Safeguard(models.Model):
    """Lawful basis, risk, and how to reach a person safely (sealed, `of="safeguard"`)."""

    sensitivity = {
        OPEN: "id report custodian mention basis risk review_on contact made_at made_by",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    report = models.ForeignKey(Report, models.PROTECT, related_name="+", db_constraint=False)
    custodian = custodian()
    mention = models.UUIDField()
    basis = models.CharField(max_length=12, blank=True)  # empty: as follows from the kind of source
    risk = models.CharField(max_length=12, default="unknown")
    review_on = models.DateField(null=True)
    contact = models.BooleanField(default=False)  # whether a way to reach them is sealed with this row
    made_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["mention", "-id"], name="safeguard_latest")]
        constraints = [
            models.CheckConstraint(condition=Q(basis="") | _one_of("basis", Basis), name="a_basis_is_one_of_two"),
            models.CheckConstraint(condition=_one_of("risk", Risk), name="a_risk_is_one_of_four"),
        ]
