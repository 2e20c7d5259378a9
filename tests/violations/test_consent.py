"""Consents and safeguards in the tables: append-only, kept by one office, acting on readers and on counts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError
from django.utils import timezone

from sanad.accounts.models import SharingRule
from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.kit.refusals import Incomplete, NotPermitted, Refused
from sanad.ledger.models import Deed
from sanad.vault.models import Sealed
from sanad.violations import actions, queries
from sanad.violations.actions import Answered
from sanad.violations.models import Consent, Mention, Safeguard, Violation
from sanad.violations.rules.consent import Answer, Basis, Giver, Risk, Use

pytestmark = pytest.mark.django_db
SELF = Giver.SELF


@pytest.fixture
def told(recorder, killing, within):
    """`told(source)`: a report of the directorate, and the root of its victim."""

    def make(code_of="newspaper", **said):
        from sanad.codes import queries as codes

        with within(recorder):
            source = codes.code("source_kind", code_of).pk
            report = actions.record_report(replace(killing(), source_kind=source, **said), by=recorder)
            return report, Mention.objects.get(report=report, role="victim").root

    return make


@pytest.fixture
def ministry(house, reader):
    """A reviewer of the ministry, to whom the directorate gives everything."""
    SharingRule.objects.create(
        giver=house.kp, receiver=house.ministry, gives="sealed", why="Letter 12", since="2024-01-01"
    )
    return reader("reviewer", house.ministry)


@pytest.fixture
def cso(house, reader):
    SharingRule.objects.create(giver=house.kp, receiver=house.cso, gives="sealed", why="Letter 13", since="2024-01-01")
    return reader("cso", house.cso)


def answer(report, root, by, use, said, **more):
    with scoped(by):
        given = None if said == "not_asked" else SELF
        one = Answered(Use(use), Answer(said), **{"given_by": given, **more})
        return actions.write_consents(report, root, [one], by=by)


def closed(reader, report) -> set:
    with scoped(reader):
        return set(queries.withheld_from(reader, [(report.pk, report.custodian_id)]).sealed)


def test_the_latest_answer_counts_and_the_earlier_ones_stay(recorder, told, within):
    report, root = told()
    assert answer(report, root, recorder, "cso", "given") == 1
    assert answer(report, root, recorder, "cso", "given") == 0
    assert answer(report, root, recorder, "cso", "withdrawn") == 1
    with within(recorder):
        assert [row.answer for row in queries.consents_on(recorder, root)] == ["withdrawn", "given"]
        assert queries.wishes_in([report.pk])[root].answer(Use.CSO, timezone.localdate()) is Answer.WITHDRAWN
    said = Deed.objects.filter(action="consent.written").order_by("id").last()
    assert (said.object_id, said.detail) == (str(root), {"use": "cso", "answer": "withdrawn"})


def test_an_answer_needs_somebody_who_gave_it(recorder, told):
    report, root = told()
    with pytest.raises(Incomplete):
        answer(report, root, recorder, "cso", "given", given_by=None)
    with pytest.raises(Incomplete):
        answer(report, root, recorder, "cso", "given", asked_on=timezone.localdate() + timedelta(days=1))
    with pytest.raises(Incomplete):
        answer(report, root, recorder, "cso", "given", asked_on=date(2026, 1, 2), until=date(2026, 1, 1))


def test_nobody_is_asked_who_is_not_in_the_report(recorder, told, within):
    report, _root = told()
    other, elsewhere = told()
    with within(recorder):
        alleged = Mention.objects.get(report=report, role="perpetrator").root
    for root in (elsewhere, alleged):
        with pytest.raises(Refused):
            answer(report, root, recorder, "cso", "given")
    assert other.pk != report.pk


def test_only_who_keeps_the_report_writes(told, ministry):
    report, root = told()
    with pytest.raises(NotPermitted):
        answer(report, root, ministry, "cso", "given")


def test_a_published_report_is_shared_until_the_person_says_no(recorder, told, ministry, cso):
    report, root = told("newspaper")
    assert (closed(ministry, report), closed(cso, report)) == (set(), set())
    answer(report, root, recorder, "ministry", "refused")
    assert (closed(ministry, report), closed(cso, report)) == ({root}, set())


def test_what_was_confided_is_shared_once_the_person_says_yes(recorder, told, ministry, cso):
    report, root = told("complainant")
    assert (closed(ministry, report), closed(cso, report)) == ({root}, {root})
    answer(report, root, recorder, "cso", "given")
    assert (closed(ministry, report), closed(cso, report)) == ({root}, set())
    assert closed(recorder, report) == set()


def test_a_chosen_basis_counts(recorder, told, ministry, within):
    report, root = told("newspaper")
    with within(recorder):
        actions.write_safeguard(
            report, root, basis=Basis.CONSENT, risk=Risk.HIGH, review_on=None, contact="", by=recorder
        )
    assert closed(ministry, report) == {root}


def test_names_are_searched_only_where_they_may_be_opened(recorder, told, ministry, within):
    report, root = told("complainant")
    with scoped(ministry):
        assert queries.openable_mentions(ministry, [root]) == set()
    with within(recorder):
        assert queries.openable_mentions(recorder, [root]) == {root}
    answer(report, root, recorder, "ministry", "given")
    with scoped(ministry):
        assert queries.openable_mentions(ministry, [root]) == {root}


def test_a_way_to_reach_a_person_is_sealed_and_stays_when_the_risk_changes(recorder, told, within):
    report, root = told("complainant")
    said = {"basis": None, "review_on": date(2026, 6, 1), "by": recorder}
    with within(recorder):
        assert actions.write_safeguard(report, root, risk=Risk.RAISED, contact="only by her sister", **said)
        assert not actions.write_safeguard(report, root, risk=Risk.RAISED, contact="", **said)
        assert actions.write_safeguard(report, root, risk=Risk.HIGH, contact="", **said)
        first, last = Safeguard.objects.order_by("id")
        assert (first.contact, last.contact, last.risk) == (True, False, "high")
        assert queries.contact_of(recorder, root) == first.pk
        assert Sealed.objects.filter(of="safeguard", row_id=first.pk).exists()
        for row in (*Safeguard.objects.values(), *Deed.objects.values()):
            assert "sister" not in str(row)


def test_others_do_not_learn_of_safeguards(recorder, told, ministry, within):
    report, root = told("complainant")
    with within(recorder):
        actions.write_safeguard(report, root, basis=None, risk=Risk.HIGH, review_on=None, contact="x y", by=recorder)
    with scoped(ministry):
        assert queries.safeguards_on(ministry, root) == []
        assert queries.contact_of(ministry, root) is None


@pytest.mark.parametrize("use", ["statistics", "record"])
def test_whoever_says_no_is_left_out_of_new_counts(recorder, told, within, use):
    report, root = told()
    told()
    with scoped(operator()):
        assert queries.left_out_of_counts(using="default").persons == frozenset()
    answer(report, root, recorder, use, "withdrawn")
    with scoped(operator()):
        gone = queries.left_out_of_counts(using="default")
        theirs = Violation.objects.get(event__told_by__report=report)
    assert (gone.persons, gone.violations, gone.events) == ({theirs.person_id}, {theirs.pk}, {theirs.event_id})
    answer(report, root, recorder, use, "given")
    with scoped(operator()):
        assert queries.left_out_of_counts(using="default").persons == frozenset()


def test_the_tables_only_grow(recorder, told, within):
    report, root = told()
    answer(report, root, recorder, "cso", "given")
    for wrong in (lambda: Consent.objects.all().delete(), lambda: Consent.objects.update(answer="refused")):
        with within(recorder), pytest.raises(ProgrammingError), transaction.atomic():
            wrong()


def test_no_consent_hangs_on_a_person_of_another_report(recorder, told, within, house):
    report, _root = told()
    _other, elsewhere = told()
    with within(recorder), pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(
            report=report, custodian=house.kp, mention=elsewhere, use="cso", answer="given", given_by="self",
            made_at=timezone.now(),
        )  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute("set constraints all immediate")
