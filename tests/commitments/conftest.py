"""What the tests of commitments share: an office that keeps, an action, a recommendation, a saved table."""

from dataclasses import replace
from datetime import date

import pytest

from sanad.accounts.readers import reader_for
from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.commitments import actions
from sanad.institutions import queries as institutions


@pytest.fixture
def keeper(reference_data, user, offices):
    """A reviewer of the directorate, who keeps commitments; the scope is set for the length of the test."""
    by = reader_for(user("reviewer", offices.kp))
    with scoped(by):
        yield by


@pytest.fixture
def second(keeper, user, offices):
    """The head of the same office, who validates."""
    return reader_for(user("head", offices.kp))


@pytest.fixture
def asked(keeper):
    """`asked(paragraph="1", **values)`: a recommendation of the keeper's office."""

    def make(**values):
        first = {
            "kind_id": codes.code("asker_kind", "upr").pk,
            "asked_by": "Spain",
            "words": "Do it",
            "source": "upr-2012",
        }
        return actions.record_recommendation(first | values, by=keeper)

    return make


@pytest.fixture
def doing(keeper):
    """`doing(title, **values)`: an action of the keeper's office, led by the Ministry of Human Rights."""

    def make(title="Draft a bill", **values):
        lead = institutions.institution("ministry_of_human_rights")
        first = {"title": title, "kind_id": codes.code("action_kind", "law").pk, "lead_id": lead.pk}
        first |= {"starts": date(2026, 1, 1), "ends": date(2027, 12, 31)}
        return actions.record_action(first | values, by=keeper)

    return make


@pytest.fixture
def everything(keeper):
    """The keeper with every permission, for setting a scene."""
    from sanad.accounts.permissions import Permission

    return replace(keeper, permissions=frozenset(Permission))
