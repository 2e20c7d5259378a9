"""Offices, readers and signed-in clients for the tests of every package."""

import shutil
import time
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from itertools import count

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from sanad.accounts import one_time_codes as codes
from sanad.accounts.actions.factors import enrol, keep_codes, new_secret
from sanad.accounts.entering import mark
from sanad.accounts.models import Office, Posting, User
from sanad.accounts.queries.factors import factors_of
from sanad.accounts.readers import Reader, ReaderKind, reader_for
from sanad.accounts.readers import operator as make_operator
from sanad.accounts.roles import Role
from sanad.accounts.rules import OfficeKind
from sanad.codes import queries as vocabularies
from sanad.codes.models import Code
from sanad.institutions import queries as institutions
from sanad.places import queries as places
from sanad.vault.keys import ensure_keys
from tests.database import load_reference_data

SINCE = date(2020, 1, 1)
_numbers = count(1)


@dataclass(frozen=True)
class Offices:
    """A small country: the site, the ministry, two directorates, two districts below one, a CSO."""

    site: Office
    ministry: Office
    kp: Office
    peshawar: Office
    swat: Office
    sindh: Office
    cso: Office


def _office(slug: str, name: str, kind: OfficeKind, prefix: str, parent: Office | None = None) -> Office:
    office = Office.objects.create(
        slug=slug, name_en=name, kind=kind, reference_prefix=prefix, parent=parent, since=SINCE
    )
    ensure_keys(office.pk)
    return office


@pytest.fixture
def reference_data(db) -> None:
    """Codes, places and institutions. The test database is made with them; a test that commits empties it."""
    if not Code.objects.exists():
        places.forget()  # what is in memory has the ids of before
        institutions.forget()
        vocabularies.forget()
        load_reference_data()


@pytest.fixture
def bare_site(db) -> None:
    """A site before any code, place or institution was loaded; for the length of one test."""
    with connection.cursor() as cursor:
        cursor.execute(
            "truncate codes_vocabulary, codes_loaded, places_place, places_edition, institutions_institution cascade"
        )
    vocabularies.forget()
    places.forget()
    yield
    vocabularies.forget()
    places.forget()


@pytest.fixture
def offices(db) -> Offices:
    """The site is the parent of all but the districts, which stand below the directorate of their province."""
    site = _office("site", "This site", OfficeKind.SITE, "PK")
    kp = _office("kp", "Directorate of Human Rights, Khyber Pakhtunkhwa", OfficeKind.DIRECTORATE, "KP", site)
    return Offices(
        site=site,
        ministry=_office("mohr", "Ministry of Human Rights", OfficeKind.MINISTRY, "PK", site),
        kp=kp,
        peshawar=_office("kp-peshawar", "District office Peshawar", OfficeKind.DISTRICT_OFFICE, "KP", kp),
        swat=_office("kp-swat", "District office Swat", OfficeKind.DISTRICT_OFFICE, "KP", kp),
        sindh=_office("sindh", "Directorate of Human Rights, Sindh", OfficeKind.DIRECTORATE, "SD", site),
        cso=_office("watch", "Rights Watch Peshawar", OfficeKind.CSO, "CS", site),
    )


@pytest.fixture
def operator(offices) -> Reader:
    """Whoever works on the command line: sees every office, writes for the site."""
    return make_operator()


@pytest.fixture
def user(offices):
    """`user(role, office)`: somebody posted there."""

    def make(role: Role | str, office: Office, *, username: str | None = None) -> User:
        username = username or f"{Role(role)}.{next(_numbers)}"
        made = User.objects.create(username=username, full_name=username.replace(".", " ").title(), password="!")
        Posting.objects.create(user=made, office=office, role=Role(role), since=SINCE)
        return made

    return make


@pytest.fixture
def reader(user):
    """`reader(role, office)`: the reader of somebody who is posted there."""

    def make(role: Role | str, office: Office) -> Reader:
        return reader_for(user(role, office))

    return make


@pytest.fixture(autouse=True, scope="session")
def signed_in_wholly():
    """`client.force_login(user)` signs in as the pages do at their end: the second factor was shown."""
    login = Client.force_login

    def force_login(client, user, backend=None, factor="passkey"):
        login(client, user, backend)
        session = client.session
        mark(session, user, factor)
        session.save()

    Client.force_login = force_login
    yield
    Client.force_login = login


@pytest.fixture(autouse=True)
def no_tries_yet():
    """Tries of passwords and codes are counted in files: each test begins with none."""
    shutil.rmtree(settings.TRIES, ignore_errors=True)
    yield
    shutil.rmtree(settings.TRIES, ignore_errors=True)


@pytest.fixture
def enrolled():
    """`enrolled(user)`: with an app on a telephone and kept recovery codes, as after the first sign-in.

    Gives the telephone: `telephone()` is the code of the moment, as if none had been used in this half minute.
    """
    return telephone_of


def telephone_of(user: User):
    """Enrol somebody; a further call gives the same telephone."""
    by = Reader(ReaderKind.USER, user.pk, "", None)
    if factors_of(user).totp is None:
        secret = new_secret()
        enrol(user, secret, codes.code_at(secret, codes.step_now(time.time()) - 1), by=by)
        keep_codes(user, by=by)

    def telephone() -> str:
        row = factors_of(user).totp
        row.data["last_step"] = 0
        row.save(update_fields=["data"])
        return codes.code_at(codes.secret_in(user, row), codes.step_now(time.time()))

    return telephone


@pytest.fixture
def sign_in(user):
    """`sign_in(client, role, office)`: the client is signed in as somebody posted there; gives the user."""

    def enter(client, role: Role | str, office: Office) -> User:
        who = user(role, office)
        client.force_login(who)
        return who

    return enter


@pytest.fixture
def vault_in_test(db, monkeypatch):
    """Lets `open_sealed` read what an uncommitted test has written.

    The site reads sealed columns on a connection of its own under the role sanad_vault, which cannot see into the
    transaction of a test. Here the application's role gets the right for the length of one test.
    """
    from django.conf import settings

    from tests.database import as_owner
    from tests.vault_here import VAULT

    name = settings.DATABASES["default"]["NAME"]
    read = "vault_sealed, vault_envelope, vault_original, vault_keywrap, vault_unlocker"
    written = "vault_keywrap, vault_unlocker, vault_escrowparty, vault_custodiankey, vault_envelope"
    with as_owner(name) as owner:
        owner.execute(f"grant select on {read} to sanad_app; grant insert, update, delete on {written} to sanad_app")
    monkeypatch.setattr(VAULT, "using", "default")
    yield
    rights, wraps = (import_module(f"sanad.vault.migrations.{one}") for one in ("0002_rights", "0023_wraps"))
    with as_owner(name) as owner:
        owner.execute(rights.SEALED + wraps.SEALED + wraps.WRITTEN_BY_THE_VAULT)
        owner.execute("grant truncate on all tables in schema public to sanad_app")  # as `database.make` leaves it
