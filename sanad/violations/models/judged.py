"""Judgements: append-only, each with who, when and why; undone by a further judgement, never by an edit."""

from django.db import models
from django.db.models import F, Q

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN
from sanad.violations.models.columns import code, custodian, custodians
from sanad.violations.models.received import Batch, Report

LINKS = ("same_event", "same_entry", "same_person")
KEYS = (
    "report", "other_report", "mention", "other_mention", "act", "act_type", "involvement", "link", "undoes",
    "confirms",
)  # fmt: skip
VERDICTS = ("new", "under_review", "verified", "inconclusive", "rejected", "withdrawn")
JUDGED_IN_STEPS = ("verification", "attribution")


def _names(kind: str, *keys: str) -> Q:
    """A judgement of this kind names these rows and no others."""
    return Q(kind=kind, **{f"{key}__isnull": key not in keys for key in KEYS})


class Judgement(models.Model):
    """What somebody decided about said rows, which are named by their roots, one nullable key per kind."""

    class Kind(models.TextChoices):
        SAME_EVENT = "same_event"  # two reports: another account of the event, or not
        SAME_ENTRY = "same_entry"  # two reports: the same entry twice; `other_report` is withdrawn
        SAME_PERSON = "same_person"  # two mentions
        VERIFICATION = "verification"  # an act, and with it its violation
        ATTRIBUTION = "attribution"  # an involvement
        CHOSEN = "chosen"  # which value counts where accounts differ
        WITHDRAWN = "withdrawn"  # a report entered in error
        CHAIN = "chain"  # how the event of one report follows from that of another; the events stay two
        CONFIRMED = "confirmed"  # a second person agrees with a judgement that waited for one
        UNDONE = "undone"  # an earlier judgement no longer holds

    class Verdict(models.TextChoices):
        SAME = "same"
        DIFFERENT = "different"
        UNSURE = "unsure"
        NEW = "new"
        UNDER_REVIEW = "under_review"
        VERIFIED = "verified"
        INCONCLUSIVE = "inconclusive"
        REJECTED = "rejected"
        WITHDRAWN = "withdrawn"  # this act, or this attribution, was entered in error
        HOLDS = "holds"

    sensitivity = {
        OPEN: "id custodian custodians batch together made_at made_by kind verdict standard settled_on checked"
        " needs_second report other_report mention other_mention act act_type involvement link field value undoes"
        " confirms",
        OFFICE: "why",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = custodian(checked=True)  # of the office that judged
    custodians = custodians()  # who keeps the rows that were judged, and who judged
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, related_name="+", db_constraint=False)
    together = models.UUIDField(null=True)  # judgements of one deed share it, and are taken back together
    made_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)
    kind = models.CharField(max_length=14, choices=Kind.choices)
    verdict = models.CharField(max_length=14, choices=Verdict.choices)
    why = models.CharField(max_length=500)
    standard = code(db_index=False)
    settled_on = models.DateField(null=True)  # the day on which it was established, where that was earlier
    checked = models.JSONField(null=True)  # answers to the checklist: point -> yes, no, not_applicable
    needs_second = models.BooleanField(
        default=False, db_default=False
    )  # holds only once somebody else has confirmed it
    report = models.ForeignKey(Report, models.PROTECT, null=True, related_name="judgements", db_constraint=False)
    other_report = models.ForeignKey(Report, models.PROTECT, null=True, related_name="+", db_constraint=False)
    mention = models.UUIDField(null=True, db_index=True)
    other_mention = models.UUIDField(null=True, db_index=True)
    act = models.UUIDField(null=True, db_index=True)
    act_type = code(db_index=False)  # what a verification was about: it does not hold for what is on another branch
    involvement = models.UUIDField(null=True, db_index=True)
    link = code(db_index=False)  # of a chain: `report` came first, `other_report` followed from it
    field = models.CharField(max_length=20, blank=True)
    value = models.JSONField(null=True)
    undoes = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", db_constraint=False)
    confirms = models.ForeignKey("self", models.PROTECT, null=True, related_name="+", db_constraint=False)

    waits = False  # for a second person; said by `queries.judgements_on`

    class Meta:
        indexes = [
            models.Index(fields=["together"], condition=Q(together__isnull=False), name="judgement_together"),
            models.Index(fields=["id"], condition=Q(needs_second=True), name="judgement_needs_second"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=_names("same_event", "report", "other_report")
                | _names("same_entry", "report", "other_report")
                | _names("same_person", "mention", "other_mention")
                | _names("verification", "act", "act_type")
                | _names("attribution", "involvement")
                | _names("chosen", "mention")
                | _names("chosen", "act")
                | _names("withdrawn", "report")
                | _names("chain", "report", "other_report", "link")
                | _names("confirmed", "confirms")
                | _names("undone", "undoes"),
                name="a_judgement_names_what_it_judges",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=LINKS, verdict__in=["same", "different", "unsure"])
                | Q(kind__in=JUDGED_IN_STEPS, verdict__in=VERDICTS)
                | Q(kind__in=["chosen", "withdrawn", "chain", "confirmed", "undone"], verdict="holds"),
                name="a_verdict_fits_its_kind",
            ),
            models.CheckConstraint(
                condition=Q(kind="chosen", value__isnull=False) & ~Q(field="")
                | ~Q(kind="chosen") & Q(field="", value__isnull=True),
                name="only_a_choice_has_a_value",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=JUDGED_IN_STEPS) | Q(standard__isnull=True),
                name="only_a_verification_has_a_standard",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=JUDGED_IN_STEPS) | Q(needs_second=False, checked__isnull=True),
                name="only_verdicts_wait_for_a_second",
            ),
            models.CheckConstraint(
                condition=Q(settled_on__isnull=True) | Q(kind__in=JUDGED_IN_STEPS, verdict="verified"),
                name="only_what_is_verified_was_settled",
            ),
            models.CheckConstraint(
                condition=~Q(report=F("other_report")) & ~Q(mention=F("other_mention")), name="two_are_two"
            ),
            models.CheckConstraint(condition=~Q(why=""), name="a_judgement_has_a_reason"),
            models.UniqueConstraint(
                fields=["undoes"], condition=Q(undoes__isnull=False), name="a_judgement_is_undone_once"
            ),
        ]
