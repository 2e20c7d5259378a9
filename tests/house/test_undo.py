"""Every deed of people on records is undone from where it was done; which are not, and why, stands here."""

import ast

import pytest
from django.urls import get_resolver

from tests.house.the_map import package_of, python_files

PACKAGES = ("accounts", "institutions", "figures", "violations", "exchange", "front")
RECORDERS = ("record", "_record")
# A deed, and the view that undoes it: offered beside the message after it, and on the page of the record.
UNDONE_BY = {
    "batch.stored": "exchange:undo",
    "chain.linked": "front:undo",
    "coverage.marked": "front:coverage",
    "figure.published_entered": "figures:published_away",
    "figure.published_taken_away": "figures:published_use",
    "figure.published_used_again": "figures:published_use",
    "figure.table_put_away": "figures:saved_use",
    "figure.table_saved": "figures:saved_use",
    "figure.table_used_again": "figures:saved_use",
    "import.run": "exchange:undo",
    "institution.changed": "front:institution_change",
    "link.issued": "strategies:revoke",
    "office.changed": "accounts:office",
    "posting.ended": "accounts:user_post",
    "report.added_to_event": "front:undo",
    "report.withdrawn": "front:undo",
    "reports.edited": "front:bulk_undo",
    "sharing.decided": "accounts:sharing",
    "sharing.ended": "accounts:sharing",
    "tie.ended": "accounts:ties",
    "user.disabled": "accounts:user_enable",
    "user.enabled": "accounts:user_disable",
    "user.posted": "accounts:posting_end",
    "user.tied": "accounts:tie_end",
    "value.chosen": "front:undo",
}
APPENDS = "what is said next takes its place, and what was said stays"
IS_THE_WAY_BACK = "it is itself the way back"
SECURITY = "a deed on keys, sessions and ways in; taking it back would open what was shut"
DESTROYS = "destroys for good, which is its purpose, and takes two persons"
LEAVES = "it is known outside by now: told, taken out, opened or signed"
WITHOUT = {
    "approval.asked": "it expires by itself, and a second person decides on it",
    "batch.undone": IS_THE_WAY_BACK,
    "batch.withdrawn": "each report's withdrawal is a judgement with its own undo",
    "consent.written": APPENDS,
    "danger.ended": "the danger is told again",
    "danger.told": "it is ended, with what was done; whoever was told knows it",
    "evidence.destroyed": DESTROYS,
    "evidence.moved": "custody is handed back by a further transfer",
    "evidence.received": "the chain of custody begins with it; it is destroyed by two persons",
    "figure.snapshot_cited": "what cites a snapshot needs it",
    "figure.snapshot_expired": "nobody cited it; the same records give the same snapshot",
    "figure.snapshot_made": "changes no record",
    "glass.broken": LEAVES,
    "glass.reviewed": LEAVES,
    "import.begun": "it is cancelled before it is run",
    "import.cancelled": "the file is sent again",
    "import.file_destroyed": DESTROYS,
    "institution.named": "it is changed, or gets an end; reports may point to it by now",
    "institutions.loaded": "set-up, not a deed of people",
    "intervention.corrected": APPENDS,
    "intervention.recorded": "it is withdrawn on its page",
    "intervention.restored": IS_THE_WAY_BACK,
    "intervention.withdrawn": "it is restored on its page",
    "judgement.undone": "what undoes another is not undone itself: judge anew",
    "link.holder_forgotten": "destroys for good: the person is erased, and asked for it",
    "link.revoked": SECURITY,
    "link.taken": SECURITY,
    "notice.seen": "says that somebody has read it",
    "office.opened": "it is closed by a day on its page; keys and records may hang on it by now",
    "person.erased": DESTROYS,
    "report.corrected": "the earlier wording stands on the page and is written again; names would have to be opened",
    "report.moved": "custody is handed back by a further transfer, which the other office accepts",
    "report.recorded": "it is corrected by its office, or withdrawn by a reviewer with a reason",
    "report.redacted": DESTROYS,
    "reports.edit_undone": IS_THE_WAY_BACK,
    "safeguard.written": APPENDS,
    "user.created": "the user is disabled; deeds may bear the name by now",
}
SECURITY_DEEDS = (
    "factor.added", "factor.codes_renewed", "factor.removed", "factor.replaced", "factor.reset", "sessions.ended",
    "user.password_changed", "user.password_reset", "user.signed_in",
)  # fmt: skip
KNOWN = {*UNDONE_BY, *WITHOUT, *SECURITY_DEEDS}


def deeds_in(code: str) -> set[str]:
    """Names of the deeds that a module writes into the ledger."""
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call) and node.args]
    firsts = {
        (getattr(call.func, "attr", getattr(call.func, "id", "")), getattr(call.args[0], "value", "")) for call in calls
    }
    return {name for by, name in firsts if by in RECORDERS and isinstance(name, str) and "." in name}


def all_deeds() -> dict[str, str]:
    return {
        deed: str(file)
        for file in python_files()
        if package_of(file) in PACKAGES
        for deed in deeds_in(file.read_text(encoding="utf-8"))
    }


def test_every_deed_has_its_undo_or_a_reason_why_not():
    assert {deed: file for deed, file in all_deeds().items() if deed not in KNOWN} == {}


def test_no_deed_is_listed_twice():
    assert set(UNDONE_BY) & set(WITHOUT) == set() and not set(SECURITY_DEEDS) & (set(UNDONE_BY) | set(WITHOUT))


@pytest.mark.parametrize("view", sorted(set(UNDONE_BY.values())))
def test_what_undoes_is_a_page_of_this_site(view):
    space, name = view.split(":")
    spaces = get_resolver().namespace_dict
    assert space in spaces and name in {key for key in spaces[space][1].reverse_dict if isinstance(key, str)}


def test_a_deed_that_nobody_listed_is_seen():
    assert deeds_in('record("report.sung", by=by)') == {"report.sung"}
    assert deeds_in('self.record("x")\nrecord(name, by=by)') == set()
