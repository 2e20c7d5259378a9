"""Erasing a person: the keys of what names them are destroyed, wherever the office keeps it, and tombstones stay.

It takes two persons, and nothing brings it back: no page, no search, no list imported again, no restored backup. What
remains is anonymous. Wordings that may name the person (of their own reports, and of other accounts of the event) are
destroyed at once or listed, so that somebody reads and redacts them one by one.
"""

from dataclasses import dataclass, replace
from uuid import UUID

from django.db import connection

from sanad.accounts.actions import use_up
from sanad.accounts.models import Approval
from sanad.accounts.permissions import Permission, require
from sanad.accounts.queries.approvals import approval_in_force
from sanad.accounts.readers import Reader
from sanad.accounts.rules import ApprovalKind
from sanad.accounts.scope import scoped
from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger import actions as ledger
from sanad.vault.actions import add_tombstones, destroy
from sanad.vault.originals import destroy_original
from sanad.vault.queries import originals_kept
from sanad.vault.rules import WhyErased
from sanad.violations import queries
from sanad.violations.actions.entry import correct_report
from sanad.violations.actions.locking import deed, hold
from sanad.violations.actions.rederive import rederive
from sanad.violations.models import Evidence, Report
from sanad.violations.queries.erasing import FACTS, PERSON, REPORT, Traces
from sanad.violations.queries.evidence import KIND
from sanad.violations.queries.redrafting import Redraft

BLANK = "select sanad_blank_mentions(%s)"


@dataclass(frozen=True, slots=True)
class Gone:
    """What was destroyed."""

    mentions: int
    values: int
    files: int
    wordings: int


@deed
def erase_person(report: Report, root: UUID, *, facts: bool, wordings: bool, by: Reader) -> Gone:
    """Destroy what names a person.

    `facts`: blank sex, age and what else is said of them in clear, too. `wordings`: destroy the full texts of their
    reports now; else they are listed, to be read and redacted one by one.
    """
    require(by, Permission.PERSON_ERASE, custodian=report.custodian_id)
    approval = _agreed(root, by)
    traces = queries.traces_of(by, root)
    hold(traces.reports)
    gone = _destroy(traces, wordings=wordings, by=by)
    _entomb(report, traces, facts=facts)
    if facts:
        _blank(traces.roots)
        rederive(traces.reports)
    use_up(approval, by=by)
    ledger.record(
        "person.erased", by=by, object_kind="mention", object_id=root, office=report.custodian_id,
        mentions=len(traces.mentions), values=gone.values, files=gone.files, wordings=gone.wordings, facts=facts,
        approval=str(approval.pk),
    )  # fmt: skip
    return gone


def _agreed(root: UUID, by: Reader) -> Approval:
    approval = approval_in_force(ApprovalKind.ERASURE, root)
    if approval is None or by.user_id not in (approval.asked_by_id, approval.approved_by_id):
        raise OutOfOrder.one(
            "needs_second_person", N_("Erasing a person takes two: one asks, another agrees. Nobody has agreed yet.")
        )
    return approval


def _destroy(traces: Traces, *, wordings: bool, by: Reader) -> Gone:
    why = WhyErased.ERASURE
    values = destroy(traces.mentions, by=by, of="mention", why=why)
    values += destroy(traces.acts, by=by, of="act", why=why)
    values += destroy(traces.safeguards, by=by, of="safeguard", why=why)
    files = sum(destroy_evidence(one, by=by, why=why) for one in traces.evidence)
    texts = [pk for report in traces.reports for pk in queries.wordings_of(report)] if wordings else []
    return Gone(len(traces.mentions), values, files, destroy(texts, by=by, of="revision", why=why))


def destroy_evidence(evidence: Evidence, *, by: Reader, why: str = WhyErased.ERASURE) -> bool:
    """Destroy the bytes and the name of a file; that it was there stays known. Whether there was something."""
    destroy([evidence.pk], by=by, of=KIND, why=why)
    original = originals_kept().filter(id=evidence.pk).first()
    if original is None or not destroy_original(original, by=by, why=why):
        return False
    ledger.record(
        "evidence.destroyed", by=by, object_kind=KIND, object_id=evidence.pk, office=evidence.custodian_id,
        report=str(evidence.report_id),
    )  # fmt: skip
    return True


def _entomb(report: Report, traces: Traces, *, facts: bool) -> None:
    places = [(root, PERSON) for root in traces.roots] + [(one, REPORT) for one in traces.reports]
    places += [(root, FACTS) for root in traces.roots] if facts else []
    add_tombstones(report.custodian_id, places, WhyErased.ERASURE)


def _blank(roots: frozenset[UUID]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(BLANK, [list(roots)])


@deed
def redact_report(report: Report, redraft: Redraft, narrative: str, *, by: Reader, why: str) -> int:
    """Write a wording without a person who was erased, and destroy the full text of every earlier one.

    The row as it was received goes as well: nobody can tell whom it names.
    """
    draft = replace(redraft.draft, narrative=narrative, raw={})
    number = correct_report(report, draft, by=by, why=why, same=redraft.roots)
    texts = queries.wordings_of(report.pk, but=number)
    destroyed = destroy(texts, by=by, of="revision", why=WhyErased.REDACTION)
    ledger.record(
        "report.redacted", by=by, object_kind="report", object_id=report.pk, office=report.custodian_id,
        revision=number, wordings=destroyed,
    )  # fmt: skip
    return number


@deed
def replay_erasures(by: Reader) -> int:
    """Blank again, in a restored database, what was said in clear of erased persons; `by` sees every office.

    The vault's own replay comes before (`vault.actions.replay_erasures`): it destroys values and writes tombstones.
    """
    roots = queries.blanked_roots()
    with scoped(by):
        reports = queries.reports_with_mentions(roots)
        _blank(roots)
        rederive(reports)
    return len(reports)
