"""Roles and what they may do: the page to show to a lawyer. `docs/roles.md` is printed from it.

A role says what somebody may do; the office of the posting says with whose records. Nobody has a role without a
posting, and no role reaches a record that the office of the posting does not see.
"""

from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple

from sanad.accounts.permissions import Permission
from sanad.accounts.rules import GIVES_TITLES, NEEDS_TWO, Gives
from sanad.kit.refusals import N_


class Role(StrEnum):
    """What a user is posted as."""

    RECORDER = "recorder"
    REVIEWER = "reviewer"
    HEAD = "head"
    ANALYST = "analyst"
    CSO = "cso"
    ADMINISTRATOR = "administrator"


TITLES = {
    Role.RECORDER: N_("Recorder"),
    Role.REVIEWER: N_("Reviewer"),
    Role.HEAD: N_("Head of office (province head)"),
    Role.ANALYST: N_("Analyst"),
    Role.CSO: N_("CSO member"),
    Role.ADMINISTRATOR: N_("Administrator"),
}

DUTIES = {
    Role.RECORDER: N_("Writes down what newspapers, complainants and institutions report, and corrects it."),
    Role.REVIEWER: N_("Judges what was reported: verifies, rejects, links accounts of one event, withdraws errors."),
    Role.HEAD: N_(
        "Answers for the records of the office: decides what others get of them, is the second person where one is "
        "needed, is told of what stands out, and looks at emergencies afterwards."
    ),
    Role.ANALYST: N_("Imports files and counts what was judged; opens no sealed name."),
    Role.CSO: N_("Works at a civil-society organisation with its own reports and with the figures shared with it."),
    Role.ADMINISTRATOR: N_("Manages offices, users and sharing rules; reads no report."),
}

SENTENCES = {
    Permission.REPORT_READ: N_("Read the reports and events that the office sees, without sealed values."),
    Permission.REPORT_RECORD: N_("Record a report for the office."),
    Permission.REPORT_CORRECT: N_(
        "Correct a report that the office keeps, and write down what was done about its event; the earlier wording "
        "stays."
    ),
    Permission.SEALED_OPEN: N_(
        "Open sealed values (names, CNIC, phone, address, narrative), stating why; each opening is recorded."
    ),
    Permission.JUDGE_VERIFY: N_(
        "Judge a violation or an attribution: verified, inconclusive or rejected; confirm what a colleague judged."
    ),
    Permission.JUDGE_LINK: N_("Judge whether two accounts concern the same event, person or act."),
    Permission.JUDGE_WITHDRAW: N_("Withdraw a record that was entered in error; it then counts nowhere."),
    Permission.REVIEW_RULE: N_(
        "Decide whether verdicts of the office hold only once a second person has confirmed them."
    ),
    Permission.PERSON_ERASE: N_(
        "Ask for the erasure of a person, or agree to it as the second person; it cannot be taken back."
    ),
    Permission.FIGURE_COUNT: N_("Count what the office may count."),
    Permission.FIGURE_SAVE: N_("Save a figure or a monthly return under a name."),
    Permission.FIGURE_EXPORT: N_("Take tables out as files."),
    Permission.FIGURE_FREEZE: N_("Freeze a snapshot that figures can cite."),
    Permission.IMPORT_RUN: N_("Import a file of reports for the office."),
    Permission.IMPORT_UNDO: N_("Undo an import of the office."),
    Permission.INSTITUTION_MANAGE: N_("Add and correct institutions such as police stations and newspapers."),
    Permission.COMMITMENT_READ: N_("Read recommendations, actions, indicators and their progress."),
    Permission.COMMITMENT_KEEP: N_("Write down recommendations, actions and indicators; give out links to report."),
    Permission.PROGRESS_VALIDATE: N_("Validate, as the second person, what was reported of the progress of an action."),
    Permission.OFFICE_MANAGE: N_("Open and change offices at or below the own one."),
    Permission.USER_MANAGE: N_("Create, post, disable users at or below the own office, and reset their passwords."),
    Permission.SHARING_DECIDE: N_("Decide what other offices get of the own office's records."),
    Permission.CUSTODY_TRANSFER: N_(
        "Hand the custody of a record to another office, or take it over; each side agrees."
    ),
    Permission.GLASS_ASK: N_(
        "Ask to open a single record of another office in an emergency, stating why; a second person decides, the head "
        "of the office that keeps it is told."
    ),
    Permission.GLASS_APPROVE: N_(
        "Decide on such a request as the second person, and look afterwards at emergencies that concerned the own "
        "records."
    ),
    Permission.NOTICE_READ: N_("Get notices of what stands out at the office, such as emergencies and spent budgets."),
    Permission.LEDGER_READ: N_("Read which deeds were done, by whom and when."),
    Permission.GATHERING_READ: N_("Read projects and gatherings: what was planned, how many came, what came out."),
    Permission.GATHERING_HOLD: N_("Keep projects, plan gatherings, open the door for signing in, and read who came."),
    Permission.STRATEGY_READ: N_("Read strategies, their drafts and what was asked of them."),
    Permission.STRATEGY_WRITE: N_("Write drafts of strategies, circulate them, hold workshops on them, note points."),
    Permission.STRATEGY_DECIDE: N_(
        "Decide what becomes of each point, make a draft final, and say which stage a strategy has reached."
    ),
    Permission.VAULT_SEE: N_("See whether the vault of the own office is locked, and how its keys are kept."),
    Permission.VAULT_UNLOCK: N_("Unlock the vault of the own office with a passphrase, and lock it."),
    Permission.VAULT_MANAGE: N_(
        "Change the keys of the vault, hand parts of them to the escrow, end the passphrase of who left; opens nothing."
    ),
}

ALLOWED: dict[Role, frozenset[Permission]] = {
    Role.RECORDER: frozenset(
        {
            Permission.REPORT_READ,
            Permission.REPORT_RECORD,
            Permission.REPORT_CORRECT,
            Permission.SEALED_OPEN,
            Permission.COMMITMENT_READ,
            Permission.FIGURE_COUNT,
            Permission.IMPORT_RUN,
            Permission.INSTITUTION_MANAGE,
            Permission.GATHERING_READ,
            Permission.GATHERING_HOLD,
            Permission.STRATEGY_READ,
            Permission.STRATEGY_WRITE,
        }
    ),
    Role.REVIEWER: frozenset(
        {
            Permission.REPORT_READ,
            Permission.REPORT_CORRECT,
            Permission.SEALED_OPEN,
            Permission.JUDGE_VERIFY,
            Permission.JUDGE_LINK,
            Permission.JUDGE_WITHDRAW,
            Permission.PERSON_ERASE,
            Permission.COMMITMENT_READ,
            Permission.COMMITMENT_KEEP,
            Permission.PROGRESS_VALIDATE,
            Permission.FIGURE_COUNT,
            Permission.FIGURE_EXPORT,
            Permission.IMPORT_UNDO,
            Permission.INSTITUTION_MANAGE,
            Permission.CUSTODY_TRANSFER,
            Permission.GLASS_ASK,
            Permission.LEDGER_READ,
            Permission.VAULT_SEE,
            Permission.VAULT_UNLOCK,
            Permission.GATHERING_READ,
            Permission.GATHERING_HOLD,
            Permission.STRATEGY_READ,
            Permission.STRATEGY_WRITE,
            Permission.STRATEGY_DECIDE,
        }
    ),
    Role.HEAD: frozenset(
        {
            Permission.REPORT_READ,
            Permission.SEALED_OPEN,
            Permission.REVIEW_RULE,
            Permission.PERSON_ERASE,
            Permission.COMMITMENT_READ,
            Permission.PROGRESS_VALIDATE,
            Permission.FIGURE_COUNT,
            Permission.FIGURE_EXPORT,
            Permission.SHARING_DECIDE,
            Permission.CUSTODY_TRANSFER,
            Permission.GLASS_ASK,
            Permission.GLASS_APPROVE,
            Permission.NOTICE_READ,
            Permission.LEDGER_READ,
            Permission.VAULT_SEE,
            Permission.VAULT_UNLOCK,
            Permission.GATHERING_READ,
            Permission.GATHERING_HOLD,
            Permission.STRATEGY_READ,
            Permission.STRATEGY_WRITE,
            Permission.STRATEGY_DECIDE,
        }
    ),
    Role.ANALYST: frozenset(
        {
            Permission.REPORT_READ,
            Permission.COMMITMENT_READ,
            Permission.COMMITMENT_KEEP,
            Permission.FIGURE_COUNT,
            Permission.FIGURE_SAVE,
            Permission.FIGURE_EXPORT,
            Permission.FIGURE_FREEZE,
            Permission.IMPORT_RUN,
            Permission.IMPORT_UNDO,
            Permission.GATHERING_READ,
            Permission.STRATEGY_READ,
        }
    ),
    Role.CSO: frozenset(
        {
            Permission.REPORT_READ,
            Permission.REPORT_RECORD,
            Permission.REPORT_CORRECT,
            Permission.SEALED_OPEN,
            Permission.JUDGE_WITHDRAW,
            Permission.PERSON_ERASE,
            Permission.COMMITMENT_READ,
            Permission.FIGURE_COUNT,
            Permission.FIGURE_EXPORT,
            Permission.IMPORT_RUN,
            Permission.IMPORT_UNDO,
            Permission.GATHERING_READ,
            Permission.GATHERING_HOLD,
            Permission.STRATEGY_READ,
            Permission.STRATEGY_WRITE,
            Permission.STRATEGY_DECIDE,
        }
    ),
    Role.ADMINISTRATOR: frozenset(
        {
            Permission.OFFICE_MANAGE,
            Permission.USER_MANAGE,
            Permission.SHARING_DECIDE,
            Permission.LEDGER_READ,
            Permission.VAULT_SEE,
            Permission.VAULT_MANAGE,
        }
    ),
}


class OpenDoor(NamedTuple):
    """An address that needs no sign-in."""

    address: str
    readers: str
    purpose: str


def _said(length: timedelta) -> str:
    """A length of time as people say it."""
    number = int(length.total_seconds() // 3600)
    return f"{number} h" if number < 72 else f"{number // 24} days"


def _beside_roles(doors: Sequence[OpenDoor]) -> list[str]:
    """What holds beside the roles: sharing, conflicts, two persons, doors without sign-in."""
    return [
        "## What others get",
        "",
        "Without a rule, nothing. With a sharing rule, by its level:",
        "",
        *(f"- {GIVES_TITLES[gives]}." for gives in Gives),
        "",
        "Counts only means one fixed table: district by quarter by type of act, fewer than five as “<5”, no filter.",
        "",
        "## What goes before every role",
        "",
        "Whoever is tied to an institution (by name, or because an office of theirs is part of it) sees no record in",
        "which that institution, or one above or below it, is an alleged perpetrator, and counts the fixed table",
        "alone.",
        "No role, posting, sharing rule or emergency opens such a record to them.",
        "",
        "## What takes two persons",
        "",
        "| deed | who decides | the request waits | once agreed it holds |",
        "|---|---|---|---|",
        *(
            f"| {two.title} | `{two.permission}` | {_said(two.waits)} | {_said(two.holds)} |"
            for two in NEEDS_TWO.values()
        ),
        "",
        "## Doors without sign-in",
        "",
        "| address | for | what it is |",
        "|---|---|---|",
        *(f"| `{door.address}` | {door.readers} | {door.purpose} |" for door in doors),
    ]


def printed(doors: Sequence[OpenDoor] = ()) -> str:
    """The page `docs/roles.md`, with the doors that the views declare; a test keeps the file equal to it."""
    lines = [
        "# Roles",
        "",
        "Printed from `sanad/accounts/roles.py`; do not edit it here. Its test says how it is printed anew.",
        "",
        "A role says what somebody may do; the office of the posting says with whose records. An office sees its own",
        "records and those of the district offices below it. Ministry, directorates, CSOs and commissions keep theirs",
        "to themselves: others see or count them by a sharing rule only, and nobody changes what another office keeps.",
        "Whoever has postings at several offices works for one of them at a time.",
        "",
    ]
    for role in Role:
        lines += [f"## {TITLES[role]} (`{role}`)", "", DUTIES[role], ""]
        lines += [
            f"- `{permission}`: {SENTENCES[permission]}" for permission in Permission if permission in ALLOWED[role]
        ]
        lines.append("")
    lines += ["## All permissions", "", "| | " + " | ".join(TITLES[role] for role in Role) + " |"]
    lines.append("|---" * (len(Role) + 1) + "|")
    for permission in Permission:
        marks = " | ".join("yes" if permission in ALLOWED[role] else "" for role in Role)
        lines.append(f"| `{permission}` | {marks} |")
    lines += [
        "",
        "## Without a role",
        "",
        "- The *operator* works on the server's command line and may do all of this at every office; the deeds bear",
        "  the name of the system user.",
        "- Whoever holds a *signed link* has none of them: the link opens one page about one object, for one person",
        "  (then in one browser) or for many, until its last day or until its office revokes it.",
        "- *The public* and *machines* have none of these permissions; each page says which readers it serves.",
        "",
        *_beside_roles(doors),
        "",
    ]
    return "\n".join(lines)
