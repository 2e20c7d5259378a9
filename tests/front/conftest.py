"""A site with codes, places and institutions, and people who work on it in a browser without script."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from sanad.accounts.readers import reader_for
from sanad.accounts.scope import scoped
from sanad.violations.models import Event, Report

DAY = timezone.localdate() - timedelta(days=30)


@pytest.fixture
def house(offices, reference_data):
    """Offices, codes, places, institutions."""
    return offices


class Person:
    """Somebody who is signed in: a client, its user, and what the database shows them."""

    def __init__(self, user):
        self.user = user
        self.client = Client()
        self.client.force_login(user)
        self.reader = reader_for(user)

    def get(self, address, **data):
        return self.client.get(address, data)

    def post(self, address, **data):
        return self.client.post(address, data)

    def sees(self):
        return scoped(self.reader)


@pytest.fixture
def person(house, user):
    """`person(role, office)`: somebody posted there, at the keyboard."""
    return lambda role, office: Person(user(role, office))


@pytest.fixture
def recorder(person, house):
    return person("recorder", house.kp)


@pytest.fixture
def reviewer(person, house):
    return person("reviewer", house.kp)


@pytest.fixture
def stranger(person, house):
    """A recorder of another province."""
    return person("recorder", house.sindh)


def typed(**said) -> dict:
    """The entry form as somebody fills it in; `None` takes a field out."""
    fields = {
        "do": "save",
        "source": "Dawn",
        "dated": DAY.isoformat(),
        "received_on": DAY.isoformat(),
        "summary": "A woman was shot dead at her home.",
        "happened": DAY.isoformat(),
        "place": "Peshawar",
        "means": "firearm",
        "victims-count": "1",
        "victims-0-kind": "individual",
        "victims-0-acts": ["killing"],
        "victims-0-sex": "female",
        "victims-0-age": "30",
        "victims-0-name": "Gul Bibi",
        "perpetrators-count": "1",
        "perpetrators-0-type": "husband",
        "perpetrators-0-degree": "carried_out",
    }
    fields |= {name.replace("__", "-"): value for name, value in said.items()}
    return {name: value for name, value in fields.items() if value is not None}


@pytest.fixture
def form():
    return typed


@pytest.fixture
def recorded(recorder):
    """`recorded(**said)`: a report that the recorder typed in."""

    def make(by=recorder, **said) -> Report:
        answer = by.client.post("/reports/new/", typed(**said))
        assert answer.status_code == 302, faults(answer)
        reference = answer["Location"].strip("/").split("/")[-1]
        with by.sees():
            return Report.objects.select_related("account__event").get(reference=reference)

    return make


@pytest.fixture
def ticks():
    """`ticks(**said)`: the form for a further account, with everything ticked that the first one says."""

    def make(**said) -> dict:
        fields = {
            "do": "save",
            "source": "The News International",
            "dated": DAY.isoformat(),
            "received_on": DAY.isoformat(),
            "summary": "A woman was killed by her husband.",
            "same": ["happened", "place", "means"],
            "known-0-same_acts": ["killing"],
            "alleged": ["0"],
            "why": "Same day, same place, same victim.",
            "victims-count": "0",
            "perpetrators-count": "0",
        }
        return fields | {name.replace("__", "-"): value for name, value in said.items()}

    return make


def event_of(who, report) -> Event:
    with who.sees():
        return Event.objects.get(told_by__report=report)


def faults(answer) -> list[str]:
    """What a page says is wrong."""
    box = re.search(r'<div class="errors".*?</div>', answer.content.decode(), re.DOTALL)
    return re.findall(r"<li>(.*?)</li>", box[0], re.DOTALL) if box else []
