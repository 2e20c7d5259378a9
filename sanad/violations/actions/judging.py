"""Judgements: verified, rejected, withdrawn, chosen; each with its reason, each undone by a further one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, Incomplete, OutOfOrder
from sanad.ledger import actions as ledger
from sanad.violations import queries
from sanad.violations.actions.asking import wants_second
from sanad.violations.actions.bonds import Held
from sanad.violations.actions.locking import changed_since, deed, hold, hold_judged
from sanad.violations.actions.reasons import reason
from sanad.violations.actions.rederive import rederive, rederive_judged
from sanad.violations.models import Account, Event, Involvement, Judgement, Report, Violation
from sanad.violations.rules.bound import SAID, sum_of

VERDICTS = frozenset({"new", "under_review", "verified", "inconclusive", "rejected", "withdrawn"})
NEEDED = {
    Judgement.Kind.WITHDRAWN: Permission.JUDGE_WITHDRAW,
    Judgement.Kind.SAME_ENTRY: Permission.JUDGE_WITHDRAW,
    Judgement.Kind.SAME_EVENT: Permission.JUDGE_LINK,
    Judgement.Kind.SAME_PERSON: Permission.JUDGE_LINK,
    Judgement.Kind.CHAIN: Permission.JUDGE_LINK,
}


@dataclass(frozen=True)
class Terms:
    """What goes with a verdict: the standard of proof that is met, the day, the checklist, and which deed it is of."""

    standard: int | None = None
    settled_on: date | None = None  # established on this earlier day
    checked: Mapping[int, Mapping[str, str]] = field(default_factory=dict)  # act type -> point -> answer
    together: UUID = field(default_factory=uuid7)


@deed
def judge_violations(
    violations: Iterable[Violation],
    verdict: str,
    *,
    why: str,
    by: Reader,
    standard: int | None = None,
    terms: Terms | None = None,
) -> list[Judgement]:
    """Say whether these violations are established, by which standard of proof, and why.

    Where an office that keeps one of them wants a second person, the verdict holds once that person has confirmed it.
    """
    terms = terms or Terms(standard)
    _check_verdict(verdict, terms)
    made = []
    for violation in violations:
        needed = Permission.JUDGE_WITHDRAW if verdict == "withdrawn" else Permission.JUDGE_VERIFY
        require_kept(by, needed, violation.custodians)
        _check_day(terms, violation)
        acts = queries.kept_grounds_of(by, violation) if verdict == "withdrawn" else [violation.id]
        second = wants_second(violation.custodians, verdict, by)
        for act in acts:
            made.append(
                judge(
                    by, why, Judgement.Kind.VERIFICATION, verdict, violation.custodians, act=act,
                    act_type_id=violation.type_id, standard_id=terms.standard, settled_on=terms.settled_on,
                    checked=dict(terms.checked.get(violation.type_id, {})) or None, needs_second=second,
                    together=terms.together,
                )
            )  # fmt: skip
    rederive_judged(made)
    for judgement in made:
        ledger.record(
            _deed("violation", judgement), by=by, object_kind="violation", object_id=judgement.act,
            office=judgement.custodian_id, **bound(judgement),
        )  # fmt: skip
    return made


def judge_event(event: Event, verdict: str, *, why: str, by: Reader, standard: int | None = None) -> list[Judgement]:
    """A batch: the same verdict on every violation of the event of which the own office keeps an account."""
    violations = list(queries.violations_visible_to(by).filter(event=event).order_by("id"))
    if not violations:
        raise OutOfOrder.one("nothing_to_judge", N_("This event has no violation that could be judged."))
    kept = [v for v in violations if by.keeps.intersection(v.custodians)]
    return judge_violations(kept or violations, verdict, why=why, by=by, standard=standard)


@deed
def judge_attributions(
    involvements: Iterable[Involvement], verdict: str, *, why: str, by: Reader, terms: Terms | None = None
) -> list[Judgement]:
    """Say whether attributions to alleged perpetrators are established; apart from the violations themselves."""
    terms = terms or Terms()
    _check_verdict(verdict, terms)
    made, reports = [], []
    for involvement in involvements:
        needed = Permission.JUDGE_WITHDRAW if verdict == "withdrawn" else Permission.JUDGE_VERIFY
        require(by, needed, custodian=involvement.custodian_id)
        made.append(
            judge(
                by, why, Judgement.Kind.ATTRIBUTION, verdict, [involvement.custodian_id],
                involvement=involvement.root, standard_id=terms.standard, settled_on=terms.settled_on,
                needs_second=wants_second([involvement.custodian_id], verdict, by), together=terms.together,
            )
        )  # fmt: skip
        reports.append(involvement.report_id)
    rederive(reports)
    for judgement in made:
        ledger.record(
            _deed("attribution", judgement), by=by, object_kind="involvement", object_id=judgement.involvement,
            office=judgement.custodian_id, **bound(judgement),
        )  # fmt: skip
    return made


def judge_attribution(
    involvement: Involvement, verdict: str, *, why: str, by: Reader, terms: Terms | None = None
) -> Judgement:
    """The same for one of them."""
    return judge_attributions([involvement], verdict, why=why, by=by, terms=terms)[0]


def _deed(of: str, judgement: Judgement) -> str:
    """What the ledger calls it; what waits for a second person is no verdict yet."""
    return f"{of}.proposed" if judgement.needs_second else f"{of}.{judgement.verdict}"


@deed
def withdraw_report(report: Report, *, why: str, by: Reader) -> Judgement:
    """Entered in error: the report stays readable and counts nowhere."""
    require(by, Permission.JUDGE_WITHDRAW, custodian=report.custodian_id)
    hold([report.pk])
    account = Account.objects.filter(report=report).first()
    if account is None:
        raise changed_since()
    if account.withdrawn:
        raise OutOfOrder.one("already_withdrawn", N_("This report has been withdrawn already."))
    judgement = judge(by, why, Judgement.Kind.WITHDRAWN, "holds", [report.custodian_id], report=report)
    rederive([report.id])
    ledger.record(
        "report.withdrawn", by=by, object_kind="report", object_id=report.id, office=report.custodian_id,
        **bound(judgement),
    )  # fmt: skip
    return judgement


@deed
def undo_judgement(judgement: Judgement, *, why: str, by: Reader) -> Judgement:
    """The judgement holds no longer; both stay on record. What undoes another is not undone itself: judge anew."""
    if judgement.kind == Judgement.Kind.UNDONE:
        raise OutOfOrder.one(
            "undoing_stays", N_("This took a judgement back. It cannot be taken back itself; judge anew.")
        )
    require_kept(by, NEEDED.get(Judgement.Kind(judgement.kind), Permission.JUDGE_VERIFY), judgement.custodians)
    held = Held.of(hold_judged([judgement]))
    if Judgement.objects.filter(undoes=judgement).exists():
        raise OutOfOrder.one("already_undone", N_("This judgement has been undone already."))
    undone = judge(by, why, Judgement.Kind.UNDONE, "holds", judgement.custodians, undoes=judgement)
    held.require_no_contradiction()
    rederive_judged([judgement])
    ledger.record(
        "judgement.undone", by=by, object_kind="judgement", object_id=judgement.id, office=judgement.custodian_id,
        **bound(undone),
    )  # fmt: skip
    return undone


def bound(judgement: Judgement) -> dict[str, str]:
    """For the deed of a judgement: which it is, and a hash of all that it says."""
    return {"judgement": str(judgement.pk), "sum": sum_of({name: getattr(judgement, name) for name in SAID})}


def judge(by: Reader, why: str, kind: str, verdict: str, custodians: Iterable[int], **of: object) -> Judgement:
    """One judgement, in sight of whoever keeps what it is about."""
    assert by.office_id is not None
    return Judgement.objects.create(
        custodian_id=by.office_id, custodians=sorted({*custodians, by.office_id}), made_at=timezone.now(),
        made_by=by.user_id, kind=kind, verdict=verdict, why=reason(why), **of,
    )  # fmt: skip


def require_kept(by: Reader, permission: Permission, custodians: Iterable[int]) -> None:
    """Whoever keeps one of the accounts may judge what follows from all of them."""
    require(by, permission, custodian=next((office for office in custodians if office in by.keeps), -1))


def _check_verdict(verdict: str, terms: Terms) -> None:
    if verdict not in VERDICTS:
        raise ValueError(f"no verdict {verdict!r}")
    if terms.settled_on is None:
        return
    if verdict != "verified":
        raise OutOfOrder.one(
            "only_verified_is_dated", N_("Only what is verified has a day on which it was."), field="settled_on"
        )
    if terms.settled_on > timezone.localdate():
        raise Incomplete.one("settled_in_future", N_("This day has not come yet."), field="settled_on")


def _check_day(terms: Terms, violation: Violation) -> None:
    began = violation.happened_first
    if terms.settled_on is not None and began is not None and terms.settled_on < began:
        raise Incomplete.one(
            "settled_before_it_happened", N_("It was verified before it happened? Check the day."), field="settled_on"
        )
