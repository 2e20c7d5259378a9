"""What a reader sees, counts, keeps and may do."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from sanad.accounts.models import Posting, SharingRule
from sanad.accounts.permissions import Permission, permits, require
from sanad.accounts.readers import (
    ReaderKind,
    operator,
    public_reader,
    reader_for,
    reader_from,
    reader_named,
)
from sanad.kit.refusals import NotPermitted, OutOfOrder

pytestmark = pytest.mark.django_db


def given(giver, receiver, gives, **period):
    period = {"since": date(2024, 1, 1), **period}
    return SharingRule.objects.create(giver=giver, receiver=receiver, gives=gives, why="Letter 12", **period)


def test_an_office_sees_its_own_records_and_those_below(offices, reader):
    who = reader("reviewer", offices.kp)
    assert who.office_id == offices.kp.pk
    assert who.sees == who.keeps == {offices.kp.pk, offices.peshawar.pk, offices.swat.pk}


def test_a_district_office_sees_only_its_own(offices, reader):
    assert reader("recorder", offices.swat).sees == {offices.swat.pk}


def test_the_ministry_sees_nothing_of_a_province_without_a_rule(offices, reader):
    who = reader("analyst", offices.ministry)
    assert who.sees == who.counts == {offices.ministry.pk}


def test_counts_that_are_shared_are_counted_and_not_seen(offices, reader):
    given(offices.kp, offices.ministry, "counts")
    who = reader("analyst", offices.ministry)
    assert who.sees == {offices.ministry.pk}
    assert who.counts == {offices.ministry.pk, offices.kp.pk, offices.peshawar.pk, offices.swat.pk}


def test_records_that_are_shared_are_seen_but_not_changed(offices, reader):
    given(offices.sindh, offices.ministry, "records")
    who = reader("reviewer", offices.ministry)
    assert who.sees == {offices.ministry.pk, offices.sindh.pk}
    assert permits(who, Permission.REPORT_READ, custodian=offices.sindh.pk)
    assert not permits(who, Permission.JUDGE_VERIFY, custodian=offices.sindh.pk)
    with pytest.raises(NotPermitted):
        require(who, Permission.JUDGE_VERIFY, custodian=offices.sindh.pk)


def test_a_sharing_rule_that_has_ended_gives_nothing(offices, reader):
    given(offices.sindh, offices.ministry, "records", until=timezone.localdate())
    assert offices.sindh.pk not in reader("analyst", offices.ministry).counts


def test_roles_at_one_office_add_up(offices, user):
    who = user("analyst", offices.swat)
    Posting.objects.create(user=who, office=offices.swat, role="recorder", since=date(2024, 1, 1))
    permissions = reader_for(who).permissions
    assert {Permission.FIGURE_SAVE, Permission.REPORT_RECORD} <= permissions


def test_roles_at_several_offices_do_not_add_up(offices, user):
    who = user("analyst", offices.kp)
    Posting.objects.create(user=who, office=offices.swat, role="reviewer", since=date(2024, 1, 1))
    assert Permission.JUDGE_VERIFY not in reader_for(who).permissions
    at_swat = reader_for(who, offices.swat.pk)
    assert Permission.JUDGE_VERIFY in at_swat.permissions
    assert at_swat.sees == {offices.swat.pk}


def test_an_office_where_the_user_is_not_posted_is_not_given(offices, user):
    who = user("analyst", offices.swat)
    assert reader_for(who, offices.sindh.pk).office_id == offices.swat.pk


@pytest.mark.parametrize("days", [{"since": 1}, {"since": -9, "until": 0}])
def test_without_a_posting_today_there_is_nothing(offices, user, days):
    who = user("reviewer", offices.kp)
    today = timezone.localdate()
    who.postings.update(**{name: today + timedelta(days=shift) for name, shift in days.items()})
    reader = reader_for(who)
    assert (reader.office_id, reader.sees, reader.permissions) == (None, frozenset(), frozenset())


def test_a_disabled_user_has_nothing(offices, user):
    who = user("reviewer", offices.kp)
    who.is_active = False
    assert reader_for(who).permissions == frozenset()


def test_the_operator_may_do_everything_and_writes_for_the_first_office(offices):
    who = operator()
    assert who.kind is ReaderKind.OPERATOR
    assert who.user_id is None
    assert who.office_id == offices.site.pk
    assert who.permissions == frozenset(Permission)
    assert len(who.sees) == 7


def test_the_operator_can_write_for_another_office(offices):
    assert operator(offices.kp.pk).office_id == offices.kp.pk
    with pytest.raises(OutOfOrder):
        operator(9999)


def test_the_public_sees_nothing():
    assert (public_reader().sees, public_reader().permissions) == (frozenset(), frozenset())


def test_a_job_runs_with_what_its_starter_may_do_now(offices, user):
    who = user("analyst", offices.ministry)
    ticket = reader_for(who).ticket()
    given(offices.kp, offices.ministry, "counts")
    assert offices.kp.pk in reader_from(ticket).counts
    assert reader_from(operator().ticket()) == operator()
    assert reader_from(public_reader().ticket()) == public_reader()


def test_a_job_does_not_run_after_its_posting_has_ended(offices, user):
    who = user("analyst", offices.kp)
    ticket = reader_for(who).ticket()
    Posting.objects.create(user=who, office=offices.swat, role="analyst", since=date(2024, 1, 1))
    who.postings.filter(office=offices.kp).update(until=timezone.localdate())
    with pytest.raises(NotPermitted):
        reader_from(ticket)


def test_a_command_runs_as_a_user_by_name(offices, user):
    user("analyst", offices.kp, username="a.khan")
    assert reader_named("A.Khan").office_id == offices.kp.pk
    assert reader_named("a.khan", "kp").office_id == offices.kp.pk
    for name, office in [("nobody", None), ("a.khan", "sindh"), ("a.khan", "nowhere")]:
        with pytest.raises(OutOfOrder):
            reader_named(name, office)
