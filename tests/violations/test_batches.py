"""Many reports at once: stored, sent again, corrected, undone; and always the same as one by one."""

from dataclasses import replace

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from sanad.kit.ids import uuid7
from sanad.kit.refusals import Incomplete, NotPermitted, OutOfOrder
from sanad.ledger.models import Deed
from sanad.vault.models import Sealed
from sanad.violations import actions, queries
from sanad.violations.models import Act, Batch, Event, Judgement, Mention, Person, Report, Revision, Violation
from tests.violations.test_bound import unfit

pytestmark = pytest.mark.django_db

ALL = (Report, Revision, Mention, Act, Event, Person, Violation, Judgement)


@pytest.fixture
def store(analyst, within):
    def run(drafts, *, origin="list", title="list.csv", progress=None):
        with within(analyst):
            return actions.store_batch(drafts, by=analyst, title=title, origin=origin, progress=progress)

    return run


@pytest.fixture
def three(killing):
    return [killing(external_id=str(n), summary=f"Killing number {n}.") for n in range(3)]


def counted(analyst, within) -> dict[str, int]:
    with within(analyst):
        return {model.__name__: model.objects.count() for model in ALL}


def test_a_list_is_stored_with_its_events_and_violations(store, three, analyst, within):
    stored = store(three)
    assert (stored.reports, stored.revised, stored.unchanged) == (3, 0, 0)
    held = counted(analyst, within)
    assert (held["Report"], held["Event"], held["Violation"], held["Person"]) == (3, 3, 3, 6)
    assert Deed.objects.get(action="batch.stored").detail["reports"] == 3


def test_the_same_list_again_changes_nothing(store, three, analyst, within):
    store(three)
    before = counted(analyst, within)
    stored = store(three)
    assert (stored.batch, stored.reports, stored.unchanged) == (None, 0, 3)
    assert counted(analyst, within) == before


def test_rows_without_a_number_are_known_by_their_content(store, killing, analyst, within):
    twice = [killing(), killing(), killing(summary="Another one.")]
    assert store(twice).reports == 3
    assert store(twice).unchanged == 3
    assert counted(analyst, within)["Report"] == 3


def test_a_corrected_list_makes_revisions_and_says_which(store, three, analyst, within):
    store(three)
    with within(analyst):
        second = Report.objects.get(external_id="1")
    corrected = [three[0], replace(three[1], summary="Corrected."), three[2]]
    stored = store(corrected)
    assert (stored.reports, stored.revised, stored.unchanged, stored.changed) == (0, 1, 2, [second.reference])
    with within(analyst):
        assert Event.objects.get(reference=second.reference).title == "Corrected."


def test_undoing_a_list_leaves_nothing_of_it(store, three, analyst, within):
    stored = store(three)
    with within(analyst):
        assert actions.undo_batch(stored.batch, by=analyst, why="Wrong file") == 3
        assert Sealed.objects.filter(of__in=["mention", "revision", "act"]).count() == 0
        assert Batch.objects.get().undone_why == "Wrong file"
    assert set(counted(analyst, within).values()) == {0}


def test_after_undoing_the_list_may_come_in_again(store, three, analyst, within):
    stored = store(three)
    with within(analyst):
        actions.undo_batch(stored.batch, by=analyst, why="Wrong file")
    assert store(three).reports == 3


def test_undoing_a_correction_brings_the_earlier_wording_back(store, three, analyst, within):
    store(three)
    before = counted(analyst, within)
    stored = store([replace(three[1], summary="Corrected.", narrative="New.")])
    with within(analyst):
        actions.undo_batch(stored.batch, by=analyst, why="Wrong file")
        revision = Revision.objects.get(report__external_id="1")
        assert (revision.until, revision.summary) == (None, "Killing number 1.")
        assert Event.objects.get(pk=revision.report_id).title == "Killing number 1."
    assert counted(analyst, within) == before


def test_a_correction_that_others_rest_on_is_not_undone(store, three, analyst, within):
    store(three)
    first = store([replace(three[1], summary="Corrected.")])
    store([replace(three[1], summary="Corrected again.")])
    with within(analyst), pytest.raises(OutOfOrder):
        actions.undo_batch(first.batch, by=analyst, why="Wrong file")


def test_a_list_is_undone_once_and_with_a_reason(store, three, analyst, within):
    stored = store(three)
    with within(analyst):
        with pytest.raises(Incomplete):
            actions.undo_batch(stored.batch, by=analyst, why="")
        actions.undo_batch(stored.batch, by=analyst, why="Wrong file")
        with pytest.raises(OutOfOrder):
            actions.undo_batch(stored.batch, by=analyst, why="Again")


def test_another_office_does_not_undo_it(store, three, reader, house, within):
    stored = store(three)
    stranger = reader("analyst", house.sindh)
    with within(stranger), pytest.raises(NotPermitted):
        actions.undo_batch(stored.batch, by=stranger, why="Rival")


def three_sources(killing):
    """One person of a list with three sources: three reports of one event."""
    return [
        killing(external_id=f"7:{source}", event_key="7", summary=source) for source in ("police", "news", "church")
    ]


def test_three_sources_of_one_row_are_accounts_of_one_event(store, killing, analyst, within):
    stored = store(three_sources(killing))
    assert stored.reports == 3
    with within(analyst):
        assert Event.objects.get().accounts == 3
        assert Violation.objects.count() == 1
        assert Person.objects.count() == 2
        assert Judgement.objects.filter(kind="same_person").count() == 4


def test_what_the_list_derives_is_what_deriving_again_gives(store, killing, three, analyst, within):
    store(three_sources(killing) + three)

    def state():
        with within(analyst):
            return [list(model.objects.order_by("id").values()) for model in (Event, Person, Violation)]

    before = state()
    with within(analyst):
        actions.rederive(Report.objects.values_list("id", flat=True))
    assert state() == before


def test_a_further_source_in_a_later_list_joins_the_event(store, killing, analyst, within):
    police, news, church = three_sources(killing)
    store([police, news])
    stored = store([police, news, church])
    assert (stored.reports, stored.unchanged) == (1, 2)
    with within(analyst):
        assert (Event.objects.get().accounts, Violation.objects.count(), Person.objects.count()) == (3, 1, 2)


def test_undoing_the_list_of_the_further_source_leaves_the_others(store, killing, analyst, within):
    police, news, church = three_sources(killing)
    store([police, news])
    before = counted(analyst, within)
    stored = store([police, news, church])
    with within(analyst):
        actions.undo_batch(stored.batch, by=analyst, why="Wrong file")
    assert counted(analyst, within) == before


def test_a_batch_that_is_broken_off_leaves_nothing(store, three, analyst, within):
    class Cancelled(Exception):
        pass

    def progress(done):
        raise Cancelled

    with pytest.raises(Cancelled):
        store(three, progress=progress)
    assert set(counted(analyst, within).values()) == {0}


def test_the_same_number_twice_in_one_list_is_refused(store, three, analyst, within):
    with pytest.raises(OutOfOrder):
        store([*three, three[0]])
    assert counted(analyst, within)["Report"] == 0


def test_one_document_serves_a_whole_list(store, three, analyst, within):
    store(three)
    with within(analyst):
        assert Report.objects.values("document").distinct().count() == 1


def test_a_withdrawn_list_counts_nowhere_but_stays(store, three, reviewer, within, analyst):
    stored = store(three)
    with within(reviewer):
        assert actions.withdraw_batch(stored.batch, by=reviewer, why="Cited in a report") == 3
        assert (Report.objects.count(), Violation.objects.count()) == (3, 0)
        assert queries.events_visible_to(reviewer).filter(withdrawn=True).count() == 3
    assert unfit() == []  # three judgements under one deed


def test_the_same_list_does_not_take_back_what_was_corrected_by_hand(store, three, operator, house, analyst, within):
    store(three)
    corrector = replace(operator, office_id=house.kp.pk)
    with within(corrector):
        report = Report.objects.get(external_id="1")
        by_hand = replace(three[1], summary="Read in the register.")
        actions.correct_report(report, by_hand, by=corrector, why="Register")
    assert (store(three).unchanged, store(three).revised) == (3, 0)
    with within(analyst):
        assert Revision.objects.get(report=report, until=None).summary == "Read in the register."
    assert store([replace(three[1], summary="The list says something new.")]).revised == 1


def test_a_row_without_an_event_key_is_no_account_of_its_neighbour(store, killing, analyst, within):
    store([killing(external_id=str(n), event_key=key) for n, key in enumerate(("", "1", "", "3"))])
    with within(analyst):
        assert Event.objects.count() == 4


def test_a_further_source_finds_its_people_after_a_correction_by_hand(store, killing, operator, house, analyst, within):
    police, news, church = three_sources(killing)
    store([police, news])
    corrector = replace(operator, office_id=house.kp.pk)
    with within(corrector):
        report = Report.objects.get(external_id="7:police")
        turned = replace(police, mentions=police.mentions[::-1], summary="Turned round.")
        actions.correct_report(report, turned, by=corrector, why="Order of the form")
    store([police, news, church])
    with within(analyst):
        assert (Event.objects.get().accounts, Violation.objects.count(), Person.objects.count()) == (3, 1, 2)


def test_the_database_undoes_no_batch_of_an_office_out_of_scope(store, three, reader, house, within, analyst):
    stored = store(three)
    stranger = reader("analyst", house.sindh)
    refused = pytest.raises(ProgrammingError, match="no batch")
    with within(stranger), refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select sanad_undo_batch(%s)", [stored.batch.pk])
    assert counted(analyst, within)["Report"] == 3


def test_nobody_puts_another_table_in_the_place_of_ours(store, three, within, analyst):
    """Temporary tables come first in every path that does not say otherwise."""
    store(three)
    fake = uuid7()
    with within(analyst), connection.cursor() as cursor:
        cursor.execute(
            "create temporary table violations_batch on commit drop as"
            " select %s::uuid as id, %s as custodian_id, null::timestamptz as undone_at",
            [fake, analyst.office_id],
        )
        with pytest.raises(ProgrammingError, match="no batch"), transaction.atomic():
            cursor.execute("select sanad_undo_batch(%s)", [fake])


def test_undoing_takes_judgements_along_and_leaves_those_on_others(store, three, killing, operator, house, within):
    """What was said by hand of the same event stays; what was judged of the list's rows goes."""
    by = replace(operator, office_id=house.kp.pk)
    with within(by):
        kept = actions.record_report(killing(), by=by)
        actions.judge_event(Event.objects.get(pk=kept.pk), "verified", why="FIR", by=by)
        stored = store(three)
        listed = Report.objects.filter(batch=stored.batch).first()
        actions.judge_same_event(kept, listed, "same", why="Same house", by=by)
        actions.judge_event(Event.objects.get(pk=kept.pk), "inconclusive", why="No FIR", by=by)
        actions.undo_batch(stored.batch, by=by, why="Wrong file")
        assert sorted(Judgement.objects.values_list("kind", "verdict")) == [
            ("verification", "inconclusive"), ("verification", "verified"),
        ]  # fmt: skip
        assert (Event.objects.get().accounts, Violation.objects.get().state) == (1, "inconclusive")
    assert unfit() == []  # the deed of the undoing names the judgements that left
