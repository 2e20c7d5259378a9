"""The page on backups: red until one was made and restored, and red again when that is long ago."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from sanad.accounts.readers import operator
from sanad.accounts.roles import Role
from sanad.config.backup.queries import DRILLED, MADE
from sanad.config.backup.rules import State, state_of, state_of_drill
from sanad.config.backup.standing import standing
from sanad.kit.ids import uuid7
from sanad.ledger.actions import record

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "state"),
    [
        (None, State.NEVER),
        (NOW - timedelta(days=2), State.GOOD),
        (NOW - timedelta(days=2, seconds=1), State.OLD),
        (NOW + timedelta(hours=20), State.GOOD),
        (NOW + timedelta(hours=30), State.CLOCK),
    ],
)
def test_a_state_follows_from_its_age(at, state):
    assert state_of(at, NOW, 2) == state


def test_a_failed_drill_outweighs_an_earlier_good_one():
    earlier, later = NOW - timedelta(days=3), NOW - timedelta(days=1)
    assert state_of_drill(earlier, later, NOW, 90) == State.BAD
    assert state_of_drill(later, earlier, NOW, 90) == State.GOOD
    assert state_of_drill(None, later, NOW, 90) == State.BAD
    assert state_of_drill(None, None, NOW, 90) == State.NEVER


def made(**more):
    detail = {"sha256": "ab" * 32, "size": 10**7, "rows": 5, "originals": 2, "missing": 0, **more}
    record(MADE, by=operator(), object_kind="backup", object_id=uuid7(), **detail)


def drilled(at, good=1):
    record(DRILLED, by=operator(), object_kind="backup", object_id=uuid7(), good=good, at=int(at.timestamp()))


@pytest.mark.django_db
def test_the_standing_is_read_from_the_deeds(offices):
    assert (standing().backup, standing().drill) == (State.NEVER, State.NEVER)
    made(missing=1)
    drilled(datetime.now(UTC) - timedelta(days=200))
    assert (standing().backup, standing().drill, standing().missing) == (State.GOOD, State.OLD, 1)
    made()
    drilled(datetime.now(UTC) - timedelta(days=2))
    drilled(datetime.now(UTC) - timedelta(days=100), good=0)
    assert (standing().backup, standing().drill, standing().missing) == (State.GOOD, State.GOOD, 0)
    assert standing().plain()["good"] is False  # nobody is named who could open them


@pytest.mark.django_db
def test_administrators_see_it_in_red_and_then_not(client, offices, sign_in):
    sign_in(client, Role.ADMINISTRATOR, offices.site)
    page = client.get(reverse("config:backups")).content.decode()
    assert "No backup was ever made" in page
    assert "nobody knows whether it can be done" in page
    made()
    drilled(datetime.now(UTC))
    page = client.get(reverse("config:backups")).content.decode()
    assert "can be restored" in page
    assert 'role="alert"' not in page
    assert reverse("config:backups") in client.get(reverse("accounts:offices")).content.decode()


@pytest.mark.django_db
def test_nobody_else_does(client, offices, sign_in):
    sign_in(client, Role.RECORDER, offices.kp)
    assert client.get(reverse("config:backups")).status_code == 404
