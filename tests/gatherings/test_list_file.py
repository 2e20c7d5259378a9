"""The list of who came leaves as a workbook, for a reason, without what people need, for its organiser alone."""

import io

import openpyxl
import pytest
from django.db import ProgrammingError, connection, transaction

from sanad.gatherings import actions
from sanad.gatherings.actions import WhoAsked
from sanad.gatherings.models import ListTaken
from sanad.kit.refusals import NotPermitted
from tests.gatherings.conftest import typed

pytestmark = pytest.mark.django_db


def test_the_list_leaves_for_a_reason_that_stands_in_it(organiser, workshop, come, door):
    gathering = workshop()
    organiser.client.post(door(gathering), typed(needs="Wheelchair ramp"))
    come(gathering, "=1+1 Formula Khan")
    off, gone = come(gathering, "Taken Off"), come(gathering, "Erased Name")
    with organiser.sees():
        actions.withdraw_participant(off, why="Entered twice", by=organiser.reader)
        actions.erase_participant(gone, why=WhoAsked.THEMSELVES, by=organiser.reader)
    address = f"/gatherings/{gathering.reference}/participants/file/"
    assert organiser.post(address, why=" ")["Content-Type"].startswith("text/html")
    with organiser.sees():
        assert not ListTaken.objects.exists()
    answer = organiser.post(address, why="Travel costs, for accounts")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    text = "\n".join(cells)
    assert "Travel costs, for accounts" in text and organiser.reader.name in text
    assert "Gul Rukh" in text and "Formula Khan" in text
    assert [word for word in ("ramp", "Taken Off", "Erased Name") if word in text] == []
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    assert "Travel costs" in organiser.get(address).text
    with organiser.sees():
        assert ListTaken.objects.get().lines == 2
        for statement in ("delete from gatherings_listtaken", "update gatherings_listtaken set why = 'x'"):
            with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)


def test_nobody_but_the_organiser_takes_it(organiser, stranger, counter, workshop, come):
    gathering = workshop()
    come(gathering, "Gul Rukh")
    for other in (stranger, counter):
        assert other.post(f"/gatherings/{gathering.reference}/participants/file/", why="To see").status_code == 404
        with other.sees(), pytest.raises(NotPermitted):
            actions.take_list_out(gathering, why="To see", by=other.reader)
    with organiser.sees():
        assert not ListTaken.objects.exists()
