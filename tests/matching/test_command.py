"""`sanad match` as an operator starts it: the names are compared in a process of its own, which asks the vault."""

from tests.scratch import ScratchSite

RECORD = """
import django; django.setup()
from datetime import date
from dataclasses import replace
from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.codes.queries import ids_by_slug
from sanad.kit.dates import PartialDate
from sanad.vault import asking
from sanad.violations import actions
from sanad.violations.drafts import ActDraft, MentionDraft, ReportDraft
asking.may_start_one()
by = operator()
for name in ("محمد عمران خٹک", "Mohd. Imran Khattak"):
    sealed = {"name": name, "cnic": "17301-7654321-1"}
    act = ActDraft("a", "v", ids_by_slug("act")["killing"], happened=PartialDate(2026, 1, 5))
    with scoped(by):
        actions.record_report(ReportDraft(source_kind=ids_by_slug("source_kind")["newspaper"],
            received_on=date(2026, 1, 6), mentions=(MentionDraft("v", sealed=sealed),), acts=(act,)), by=by)
"""


def test_the_command_links_what_is_sure_and_again_changes_nothing(scratch: ScratchSite):
    scratch.python(RECORD)
    first = scratch.json("match", "--whole")
    assert (first["engine"], first["linked"], first["locked"]) == ("duckdb", 1, 0)
    assert first["records"] >= 2 and first["pairs"] >= 1
    kept = scratch.ask("select count(*) from matching_pair")[0][0]
    again = scratch.json("match")
    assert (again["linked"], again["whole"]) == (0, False)
    assert scratch.ask("select count(*) from matching_pair")[0][0] == kept
    assert scratch.ask("select count(*) from violations_judgement where kind = 'same_person'")[0][0] == 1
