"""An office with a project."""

from datetime import date

import pytest

from sanad.accounts.readers import reader_for
from sanad.accounts.scope import scoped
from sanad.institutions.queries import institution
from sanad.places.queries import place_by_code
from sanad.projects import actions, queries
from sanad.projects.actions import ProjectContent, ResultContent


@pytest.fixture
def house(offices, reference_data):
    return offices


@pytest.fixture
def keeper(house, user, client):
    """Somebody who keeps the registry, signed in."""
    who = user("recorder", house.kp)
    client.force_login(who)
    return reader_for(who)


def content(**said) -> ProjectContent:
    fields = {
        "title_en": "Support to a strategy",
        "title_ur": "حکمتِ عملی کی معاونت",
        "status": "finished",
        "starts": date(2025, 7, 1),
        "ends": date(2025, 12, 31),
        "focus": "policy",
        "goals": (16, 5),
        "summary_en": "Two workshops & one draft.",
        "objectives_en": "Consult\nWrite",
    }
    return ProjectContent(**{**fields, **said})


@pytest.fixture
def project(keeper):
    """`project(**said)`: in the registry, with partners and a result."""

    def make(partners=True, **said):
        with scoped(keeper):
            made = actions.enter_project(content(**said), [place_by_code("PK-KP").id], by=keeper)
            if partners:
                ministry = institution("ministry_of_human_rights").pk
                actions.add_partner(made, ministry, "funding", by=keeper)
                actions.keep_result(made, ResultContent("output", "People consulted", "", None, 60, 0), by=keeper)
            return queries.project_visible_to(keeper, made.reference)

    return make
