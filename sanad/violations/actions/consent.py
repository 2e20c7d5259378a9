"""Writing down what a person agreed to, on which basis the office keeps the report, and how to keep them safe."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.kit.ids import uuid7s
from sanad.kit.refusals import N_, Incomplete, Reason, Refused
from sanad.kit.text import clean
from sanad.ledger import actions as ledger
from sanad.vault.sealing import sealer_for
from sanad.violations import queries
from sanad.violations.actions.locking import deed, hold
from sanad.violations.models import Consent, Report, Safeguard
from sanad.violations.rules.consent import Answer, Basis, Giver, Risk, Use

LONGEST_CONTACT = 1000


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer to one use."""

    use: Use
    answer: Answer
    given_by: Giver | None = None
    language: int | None = None
    asked_on: date | None = None
    until: date | None = None


@deed
def write_consents(report: Report, mention: UUID, answers: Iterable[Answered], *, by: Reader) -> int:
    """Write down answers of a person; the last one to each use counts. Says how many were new."""
    require(by, Permission.REPORT_CORRECT, custodian=report.custodian_id)
    answers = list(answers)
    _check(report, mention, answers)
    hold([report.pk])
    stands = {row.use: row for row in queries.latest_consents_of(report.pk, mention)}
    new = [one for one in answers if _differs(one, stands.get(one.use))]
    now = timezone.now()
    Consent.objects.bulk_create(
        Consent(
            id=pk, report_id=report.pk, custodian_id=report.custodian_id, mention=mention, use=one.use,
            answer=one.answer, given_by=one.given_by or "", language_id=one.language, asked_on=one.asked_on,
            until=one.until, made_at=now, made_by=by.user_id,
        )
        for pk, one in zip(uuid7s(len(new)), new, strict=True)
    )  # fmt: skip
    for one in new:
        ledger.record(
            "consent.written", by=by, object_kind="mention", object_id=mention, office=report.custodian_id,
            use=one.use, answer=one.answer,
        )  # fmt: skip
    return len(new)


def _differs(one: Answered, row: Consent | None) -> bool:
    said = (one.answer, one.given_by or "", one.language, one.asked_on, one.until)
    if row is None:
        return one.answer is not Answer.NOT_ASKED
    return said != (row.answer, row.given_by, row.language_id, row.asked_on, row.until)


def _check(report: Report, mention: UUID, answers: Iterable[Answered]) -> None:
    if mention not in queries.wishes_in([report.pk]):
        raise Refused.one("no_such_person", N_("This person is not in the report."))
    today, reasons = timezone.localdate(), []
    for one in answers:
        if one.answer is not Answer.NOT_ASKED and one.given_by is None:
            sentence = N_("Say who answered: the person, a guardian, a relative.")
            reasons.append(Reason("who_answered", sentence, {}, "given_by"))
        if one.asked_on is not None and one.asked_on > today:
            reasons.append(Reason("asked_to_come", N_("This day lies in the future."), {}, "asked_on"))
        if one.asked_on is not None and one.until is not None and one.until < one.asked_on:
            reasons.append(Reason("ends_before", N_("The answer ends before it was given."), {}, "until"))
    if reasons:
        raise Incomplete(dict.fromkeys(reasons))


@deed
def write_safeguard(
    report: Report, mention: UUID, *, basis: Basis | None, risk: Risk, review_on: date | None, contact: str, by: Reader
) -> bool:
    """Write down basis, risk and a safe way to reach a person (sealed); whether anything was new.

    An empty `contact` leaves the way that is known as it is: nobody has to open it to raise a risk.
    """
    require(by, Permission.REPORT_CORRECT, custodian=report.custodian_id)
    _check(report, mention, ())
    contact = clean(contact)[:LONGEST_CONTACT]
    held = queries.latest_safeguards([report.pk]).get(mention)
    said = (basis or "", risk, review_on)
    if not contact and said == ((held.basis, held.risk, held.review_on) if held else ("", Risk.UNKNOWN, None)):
        return False
    row = Safeguard.objects.create(
        report_id=report.pk, custodian_id=report.custodian_id, mention=mention, basis=basis or "", risk=risk,
        review_on=review_on, contact=bool(contact), made_at=timezone.now(), made_by=by.user_id,
    )  # fmt: skip
    if contact:
        sealer_for(report.custodian_id).keep([(row.pk, "safeguard", {"contact": contact})])
    ledger.record(
        "safeguard.written", by=by, object_kind="mention", object_id=mention, office=report.custodian_id,
        basis=basis or None, risk=risk,
    )  # fmt: skip
    return True
