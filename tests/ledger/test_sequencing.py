"""Deeds are numbered once they are committed, late ones too, and nobody waits for it."""

from contextlib import contextmanager
from uuid import UUID

import psycopg
import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from sanad.kit.ids import uuid7
from sanad.kit.refusals import OutOfOrder
from sanad.ledger import checkpoints, head, notes, tasks
from sanad.ledger.actions import number_deeds, record
from sanad.ledger.models import Deed, Leaf, Waiting
from sanad.ledger.queries import latest_root, number_waiting, position_of
from sanad.ledger.rules import Content, commitment
from sanad.ledger.sequencing import sequence
from sanad.ledger.tree import leaf_hash
from tests.database import as_owner
from tests.ledger.owner import TABLES, Nobody, owner_s_hand, run

COLUMNS = "id, at, actor, operator, action, object_kind, object_id, office, detail, salt, commitment"


@pytest.fixture(autouse=True)
def nothing_waits(django_db_setup, django_db_blocker):
    """Tests that commit leave deeds behind; here every number is that of a ledger that begins."""
    with django_db_blocker.unblock(), as_owner(settings.DATABASES["default"]["NAME"]) as owner:
        owner.execute(f"truncate {TABLES}")


def deed(number: int = 1, **detail):
    return record("report.recorded", by=Nobody(), object_kind="report", object_id=number, office=3, **detail)


@contextmanager
def another_connection():
    """Somebody else at the database, who waits for nobody longer than a second."""
    server = connection.settings_dict
    address = {"host": server["HOST"], "port": server["PORT"], "user": server["USER"], "password": server["PASSWORD"]}
    with psycopg.connect(dbname=server["NAME"], **{k: v for k, v in address.items() if v}) as other:
        other.execute("set lock_timeout = '1s'")
        yield other


def insert_through(other) -> UUID:
    """A deed as a release writes it that knows nothing of leaves."""
    said = Content(uuid7(), timezone.now(), 7, "", "report.recorded", "report", "9", 3, {})
    salt = b"s" * 16
    other.execute(
        f"insert into ledger_deed ({COLUMNS}) values (%s, %s, %s, %s, %s, %s, %s, %s, '{{}}', %s, %s)",
        [*list(vars(said).values())[:-1], salt, commitment(salt, said)],
    )
    return said.id


@pytest.mark.django_db
def test_deeds_get_positions_without_a_gap_in_the_order_in_which_they_were_done():
    made = [deed(n) for n in range(5)]
    assert number_waiting() == 5
    assert sequence() == 5
    assert [position_of(one) for one in made] == [0, 1, 2, 3, 4]
    assert (sequence(), number_waiting()) == (0, 0)
    assert latest_root()[0] == 5


@pytest.mark.django_db
def test_a_leaf_holds_the_commitment_of_its_deed_and_nothing_else():
    made = deed(n=1)
    sequence()
    assert bytes(Leaf.objects.get(deed=made).hash) == leaf_hash(bytes(Deed.objects.get(pk=made).commitment))


@pytest.mark.django_db(transaction=True)
def test_a_deed_that_commits_late_gets_in_and_holds_nobody_up():
    with another_connection() as slow:
        late = insert_through(slow)
        with another_connection() as quick:
            early = insert_through(quick)  # neither waits for the other
            quick.commit()
        assert sequence() == 1  # nor does the sequencer
        assert (position_of(early), position_of(late)) == (0, None)
        slow.commit()
    assert sequence() == 1
    assert position_of(late) == 1


@pytest.mark.django_db(transaction=True)
def test_whoever_writes_a_deed_does_not_wait_for_the_sequencer():
    deed()
    with another_connection() as numbering:
        numbering.execute("select ledger_number(true)")
        with another_connection() as writing:
            insert_through(writing)
            writing.commit()
        assert numbering.execute("select count(*) from ledger_leaf").fetchone() == (1,)
    assert sequence() == 1


@pytest.mark.django_db
def test_a_deed_that_does_not_even_wait_is_found_by_the_next_checkpoint():
    made = deed()
    with owner_s_hand():
        run("delete from ledger_waiting")
    assert sequence() == 0
    checkpoints.make(by=Nobody())
    assert position_of(made) == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "insert into ledger_leaf values (0, gen_random_uuid(), 'x')",
        "update ledger_leaf set position = 1",
        "delete from ledger_leaf",
        "insert into ledger_waiting values (gen_random_uuid())",
        "delete from ledger_waiting",
        "update ledger_checkpoint set size = 0",
        "delete from ledger_checkpoint",
        "alter table ledger_deed disable trigger ledger_wait",
        "drop function ledger_number(boolean)",
    ],
)
def test_the_application_numbers_nothing_itself(statement):
    deed()
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as sql:
        sql.execute(statement)
    assert Waiting.objects.count() == 1


@pytest.mark.django_db
def test_a_rolled_back_deed_is_not_numbered():
    with transaction.atomic():
        deed()
        transaction.set_rollback(True)
    assert (number_deeds(), number_waiting()) == (0, 0)


@pytest.mark.django_db
def test_the_jobs_number_and_sign():
    deed()
    assert tasks.sequence_later(0) == 1
    assert tasks.checkpoint_later(0) == 1
    assert tasks.checkpoint_later(0) == 2


@pytest.mark.django_db
def test_a_checkpoint_is_over_all_deeds_before_it_and_is_a_deed_itself():
    deed()
    first = checkpoints.make(by=Nobody())
    second = checkpoints.make(by=Nobody())
    assert (first.number, first.size, second.number, second.size) == (1, 1, 2, 2)
    assert Deed.objects.filter(action="ledger.checkpoint", object_kind="checkpoint").count() == 2


@pytest.mark.django_db
def test_a_head_that_somebody_wrote_is_not_grown():
    deed()
    sequence()
    said = head.head_file().read_text()
    head.head_file().write_text(said.replace('"peaks": [', '"peaks": ["00", '))
    with pytest.raises(notes.NotANote):
        head.kept_head()
    deed()
    assert sequence() == 1  # numbered all the same
    with pytest.raises(OutOfOrder, match="not as this site signed it"):
        checkpoints.make(by=Nobody())
