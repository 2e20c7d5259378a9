"""Reports with words, and searches as somebody."""

from dataclasses import replace
from datetime import date

import pytest

from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.places.queries import place_by_code
from sanad.search import actions, queries
from sanad.search.queries import Narrowed
from sanad.violations import actions as violations
from sanad.violations.drafts import ActDraft, DocumentDraft, InvolvementDraft, MentionDraft, ReportDraft

DAY = date(2026, 3, 5)


def draft(summary="A labourer was shot dead at a tea stall.", *, place="PK513", act="killing", **said) -> ReportDraft:
    body = said.pop("accused", None)
    return replace(
        ReportDraft(
            source_kind=codes.code("source_kind", "newspaper").pk,
            received_on=DAY,
            summary=summary,
            document=DocumentDraft(title=said.pop("title", "")),
            mentions=(MentionDraft("v", described=said.pop("described", "")),),
            acts=(ActDraft("a", "v", codes.code("act", act).pk, place=place_by_code(place).id),),
            involvements=(InvolvementDraft("a", institution=body),) if body else (),
        ),
        **said,
    )


class Searcher:
    """Somebody who records and searches."""

    def __init__(self, reader):
        self.reader = reader

    def records(self, summary="A labourer was shot dead at a tea stall.", **said):
        with scoped(self.reader):
            return violations.record_report(draft(summary, **said), by=self.reader)

    def found(self, text, **narrowed):
        with scoped(self.reader):
            return queries.found_by(self.reader, queries.understood(text), Narrowed(**narrowed))

    def finds(self, text, **narrowed) -> set:
        return {report for report, _event, _day in self.found(text, **narrowed).rows}


@pytest.fixture
def searcher(reader, offices, reference_data):
    """`searcher(role, office)`: somebody posted there."""
    return lambda role, office: Searcher(reader(role, office))


@pytest.fixture
def recorder(searcher, offices):
    return searcher("recorder", offices.kp)


@pytest.fixture
def stranger(searcher, offices):
    return searcher("recorder", offices.sindh)


@pytest.fixture
def learnt():
    """Words of what was recorded so far have their sounds."""
    return actions.tend
