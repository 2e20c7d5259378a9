"""Who opens sealed values, by role and office."""

import pytest

from sanad.accounts.models import SharingRule
from sanad.accounts.scope import scoped
from sanad.kit.ids import uuid7
from sanad.kit.refusals import NotPermitted
from sanad.vault.opening import open_sealed
from sanad.vault.rules import Purpose
from sanad.vault.sealing import sealer_for

NAME = {"name": "زینب بی بی"}


@pytest.fixture
def sealed(offices, operator):
    """A value that the district office Swat keeps."""
    row = uuid7()
    with scoped(operator):
        sealer_for(offices.swat.pk).keep([(row, "mention", NAME)])
    return row, "mention"


def opened(reader, ref):
    with scoped(reader):
        return open_sealed(reader, [ref], reason="to verify the report", purpose=Purpose.JUDGING)


@pytest.mark.parametrize(("role", "office"), [("recorder", "swat"), ("reviewer", "kp")])
def test_who_works_with_the_record_opens_it(offices, reader, sealed, vault_in_test, role, office):
    assert opened(reader(role, getattr(offices, office)), sealed) == {sealed: NAME}


@pytest.mark.parametrize(("role", "office"), [("recorder", "peshawar"), ("reviewer", "sindh"), ("cso", "cso")])
def test_for_other_offices_it_is_not_there(offices, reader, sealed, vault_in_test, role, office):
    assert opened(reader(role, getattr(offices, office)), sealed) == {}


@pytest.mark.parametrize("role", ["analyst", "administrator"])
def test_some_roles_open_nothing(offices, reader, sealed, vault_in_test, role):
    with pytest.raises(NotPermitted):
        opened(reader(role, offices.swat), sealed)


def test_who_gets_counts_opens_nothing(offices, reader, sealed, vault_in_test):
    SharingRule.objects.create(
        giver=offices.kp, receiver=offices.ministry, gives="counts", why="Letter 12", since="2024-01-01"
    )
    assert opened(reader("reviewer", offices.ministry), sealed) == {}
