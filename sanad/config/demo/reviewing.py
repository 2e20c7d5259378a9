"""Invented reviewing: a chain of events, an intervention, and an attribution that was judged."""

from sanad.accounts.readers import reader_named
from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.kit.dates import PartialDate
from sanad.violations import actions, queries

WHY = "Invented judgement of the demo"


def make() -> None:
    """Something to see on the pages of the first events of the demo's directorate."""
    reviewer, recorder = reader_named("reviewer"), reader_named("recorder")
    with scoped(reviewer):
        kept = queries.events_visible_to(reviewer).filter(custodians__overlap=sorted(reviewer.keeps))
        first, second = list(kept.order_by("id")[:2])
        actions.link_events(first, second, codes.code("event_link", "revenge"), why=WHY, by=reviewer)
        involved = [one for told in queries.accounts_of(reviewer, first) for one in told.involvements]
        for one in involved[:1]:
            actions.judge_attribution(one, "inconclusive", why=WHY, by=reviewer)
    with scoped(recorder):
        letter = actions.InterventionDraft(
            type_id=codes.code("intervention", "letter").pk,
            happened=PartialDate(2024, 3, 4),
            response_id=codes.code("response", "promised").pk,
            text="Report called for from the district police officer (invented).",
        )
        actions.record_intervention(first, letter, by=recorder)
