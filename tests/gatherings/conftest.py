"""A directorate that holds a workshop, and people who come to it."""

from datetime import timedelta
from itertools import count

import pytest
from django.test import Client
from django.utils import timezone

from sanad.accounts.readers import reader_for
from sanad.accounts.scope import scoped
from sanad.codes.queries import ids_by_slug
from sanad.gatherings import actions, queries
from sanad.gatherings.actions import GatheringContent, InvitationContent, ParticipantContent
from sanad.institutions.queries import institution
from sanad.kit.ids import uuid7
from sanad.places.queries import place_by_code

TODAY = timezone.localdate()
_numbers = count(1)


class Organiser:
    """Somebody who is signed in: a client, its reader, and what the database shows them."""

    def __init__(self, user) -> None:
        self.user, self.client, self.reader = user, Client(), reader_for(user)
        self.client.force_login(user)

    def sees(self):
        return scoped(self.reader)

    def get(self, address, **data):
        return self.client.get(address, data)

    def post(self, address, **data):
        return self.client.post(address, data)


@pytest.fixture
def house(offices, reference_data):
    return offices


@pytest.fixture
def organiser(house, user):
    return Organiser(user("recorder", house.kp))


@pytest.fixture
def stranger(house, user):
    """The same role in another province."""
    return Organiser(user("recorder", house.sindh))


@pytest.fixture
def counter(house, user):
    """Somebody of the office who reads gatherings but holds none."""
    return Organiser(user("analyst", house.kp))


def plan(**said) -> GatheringContent:
    content = {
        "kind": "workshop",
        "title_en": "Workshop on the draft strategy",
        "title_ur": "مسودۂ حکمتِ عملی پر ورکشاپ",
        "first_day": TODAY,
        "last_day": TODAY,
        "place": place_by_code("PK-KP").id,
        "venue": "Hall of the test",
    }
    return GatheringContent(**{**content, **said})


@pytest.fixture
def workshop(organiser):
    """`workshop(**said)`: planned by the organiser, today."""

    def make(**said):
        with organiser.sees():
            made = actions.plan_gathering(plan(**said), by=organiser.reader)
            return queries.gathering_visible_to(organiser.reader, made.reference)

    return make


@pytest.fixture
def come(organiser):
    """`come(gathering, name, **said)`: the desk adds somebody."""

    def add(gathering, name, **said):
        content = ParticipantContent(name, **said)
        with organiser.sees():
            return actions.add_participant(gathering, content, form=uuid7(), by=organiser.reader)

    return add


@pytest.fixture
def invited(organiser):
    """`invited(gathering, slug, seat, seats)`."""

    def add(gathering, slug, seat="department", seats=2):
        with organiser.sees():
            return actions.invite(gathering, InvitationContent(institution(slug).pk, seat, seats), by=organiser.reader)

    return add


@pytest.fixture
def door(organiser):
    """`door(gathering)`: the address at which people sign in."""

    def open_it(gathering) -> str:
        with organiser.sees():
            return f"/door/{actions.open_door(gathering, by=organiser.reader)}/"

    return open_it


def typed(**said) -> dict:
    """What somebody types at the door."""
    fields = {
        "name": "Gul Rukh",
        "seat": "department",
        "affiliation": "Home and Tribal Affairs Department, Khyber Pakhtunkhwa",
        "designation": "Deputy Secretary",
        "sex": "female",
        "named": "yes",
        "photographed": "no",
        "form": str(uuid7()),
    }
    return {**fields, **said}


def sex(slug: str) -> int:
    return ids_by_slug("sex")[slug]


def tomorrow():
    return TODAY + timedelta(days=1)
