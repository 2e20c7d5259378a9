"""What can be permitted, and the one way to ask whether it is."""

from collections.abc import Collection
from enum import StrEnum
from typing import Protocol

from sanad.kit.refusals import N_, NotPermitted


class Permission(StrEnum):
    """Something that a reader may do. Which role has which stands in `roles.py`."""

    REPORT_READ = "report.read"
    REPORT_RECORD = "report.record"
    REPORT_CORRECT = "report.correct"
    SEALED_OPEN = "sealed.open"
    JUDGE_VERIFY = "judge.verify"
    JUDGE_LINK = "judge.link"
    JUDGE_WITHDRAW = "judge.withdraw"
    REVIEW_RULE = "review.rule"
    PERSON_ERASE = "person.erase"
    FIGURE_COUNT = "figure.count"
    FIGURE_SAVE = "figure.save"
    FIGURE_EXPORT = "figure.export"
    FIGURE_FREEZE = "figure.freeze"
    IMPORT_RUN = "import.run"
    IMPORT_UNDO = "import.undo"
    INSTITUTION_MANAGE = "institution.manage"
    COMMITMENT_READ = "commitment.read"
    COMMITMENT_KEEP = "commitment.keep"
    PROGRESS_VALIDATE = "progress.validate"
    OFFICE_MANAGE = "office.manage"
    USER_MANAGE = "user.manage"
    SHARING_DECIDE = "sharing.decide"
    CUSTODY_TRANSFER = "custody.transfer"
    GLASS_ASK = "glass.ask"
    GLASS_APPROVE = "glass.approve"
    NOTICE_READ = "notice.read"
    LEDGER_READ = "ledger.read"
    GATHERING_READ = "gathering.read"
    GATHERING_HOLD = "gathering.hold"
    STRATEGY_READ = "strategy.read"
    STRATEGY_WRITE = "strategy.write"
    STRATEGY_DECIDE = "strategy.decide"
    VAULT_SEE = "vault.see"
    VAULT_UNLOCK = "vault.unlock"
    VAULT_MANAGE = "vault.manage"


# With these a shared record may be looked at; all others change something, and nobody changes what another keeps.
READING = frozenset(
    {
        Permission.REPORT_READ,
        Permission.SEALED_OPEN,
        Permission.FIGURE_COUNT,
        Permission.FIGURE_EXPORT,
        Permission.COMMITMENT_READ,
        Permission.LEDGER_READ,
        Permission.STRATEGY_READ,
        Permission.GATHERING_READ,
    }
)


class Holder(Protocol):
    """Whatever holds permissions: a Reader."""

    @property
    def permissions(self) -> frozenset[Permission]: ...

    @property
    def sees(self) -> Collection[int]: ...

    @property
    def keeps(self) -> Collection[int]: ...


def permits(by: Holder, permission: Permission, *, custodian: int | None = None) -> bool:
    """May this reader do this; with `custodian`, to a record that this office keeps?"""
    if permission not in by.permissions:
        return False
    if custodian is None:
        return True
    return custodian in (by.sees if permission in READING else by.keeps)


def require(by: Holder, permission: Permission, *, custodian: int | None = None) -> None:
    """Refuse, unless this reader may do this."""
    if not permits(by, permission, custodian=custodian):
        raise NotPermitted.one(
            "not_permitted",
            N_("Your role does not allow this. An administrator of your office can tell who may do it."),
            permission=str(permission),
        )
