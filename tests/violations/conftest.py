"""Small drafts in the words of the field."""

from dataclasses import replace
from datetime import date

import pytest

from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.kit.dates import PartialDate
from sanad.violations.drafts import ActDraft, InvolvementDraft, MentionDraft, ReportDraft


@pytest.fixture
def house(offices, reference_data):
    """Offices, and the codes and places of every site."""
    return offices


@pytest.fixture
def recorder(house, reader):
    return reader("recorder", house.kp)


@pytest.fixture
def reviewer(house, reader):
    return reader("reviewer", house.kp)


@pytest.fixture
def analyst(house, reader):
    return reader("analyst", house.kp)


@pytest.fixture
def within():
    """`with within(reader):` the database shows what this reader sees."""
    return scoped


@pytest.fixture
def code(house):
    return lambda vocabulary, slug: codes.code(vocabulary, slug).pk


@pytest.fixture
def killing(code):
    """A draft: one woman killed at home, by family, on 5 January 2026."""

    def make(**said) -> ReportDraft:
        draft = ReportDraft(
            source_kind=code("source_kind", "newspaper"),
            received_on=date(2026, 1, 6),
            summary="A woman was killed at home.",
            narrative="Gul Bibi was killed by her brother Sher Khan.",
            mentions=(
                MentionDraft("v1", sex=code("sex", "female"), age_min=30, age_max=30, sealed={"name": "Gul Bibi"}),
                MentionDraft("p1", role="perpetrator", sealed={"name": "Sher Khan"}),
            ),
            acts=(ActDraft("a1", "v1", code("act", "killing"), happened=PartialDate(2026, 1, 5)),),
            involvements=(InvolvementDraft("a1", "p1", type=code("perpetrator_type", "family")),),
        )
        return replace(draft, **said)

    return make
