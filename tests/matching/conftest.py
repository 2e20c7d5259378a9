"""Mentions of a few people in two offices, and a matching that runs in the test's own process."""

from dataclasses import replace
from datetime import date

import pytest

from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.kit.dates import PartialDate
from sanad.matching.actions import match_records
from sanad.matching.process.running import carry_out
from sanad.places.queries import place_by_code
from sanad.violations import actions
from sanad.violations.drafts import ActDraft, MentionDraft, ReportDraft


@pytest.fixture
def house(offices, reference_data):
    """Offices, codes and places."""
    return offices


@pytest.fixture
def told(house, operator):
    """`told(office, name, father=…, day=…, cnic=…)`: a report of one victim; gives the report."""

    def make(office, name, *, father="Abdul Karim", day=5, cnic="", age=30, place="PK-KP", **said):
        sealed = {"name": name, "father_name": father, "cnic": cnic}
        victim = MentionDraft(
            "v",
            sex=codes.code("sex", "male").pk,
            age_min=age,
            age_max=age,
            sealed={k: v for k, v in sealed.items() if v},
        )
        draft = ReportDraft(
            source_kind=codes.code("source_kind", "newspaper").pk,
            received_on=date(2026, 1, 20),
            summary="A man was killed.",
            mentions=(victim,),
            acts=(
                ActDraft(
                    "a", "v", codes.code("act", "killing").pk, happened=PartialDate(2026, 1, day),
                    place=place_by_code(place).id,
                ),
            ),
        )  # fmt: skip
        by = replace(operator, office_id=office.pk)
        with scoped(by):
            return actions.record_report(replace(draft, **said), by=by)

    return make


@pytest.fixture
def match(operator, vault_in_test):
    """`match()`: as `sanad match` does, but in this process, so that the test's own rows are seen."""
    return lambda by=None, **how: match_records(by=by or operator, carry=carry_out, **how)


def victim(report):
    """The root of its only victim."""
    return report.mentions.get(role="victim", until=None).root


@pytest.fixture
def within():
    """`with within(reader):` the database shows what this reader sees."""
    return scoped
