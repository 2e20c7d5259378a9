"""Judgement about offices and users, without a database."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sanad.accounts.rules import (
    Gives,
    OfficeKind,
    OfficeNode,
    Tree,
    holds_on,
    one_time_password_expired,
    reasons_against_office,
    reasons_against_parent,
    reasons_against_period,
    reasons_against_username,
    seen_from,
)

SITE, MINISTRY, KP, SWAT, MATTA, CSO = range(1, 7)
TREE = Tree.of(
    [
        OfficeNode(SITE, None, OfficeKind.SITE),
        OfficeNode(MINISTRY, SITE, OfficeKind.MINISTRY),
        OfficeNode(KP, SITE, OfficeKind.DIRECTORATE),
        OfficeNode(SWAT, KP, OfficeKind.DISTRICT_OFFICE),
        OfficeNode(MATTA, SWAT, OfficeKind.DISTRICT_OFFICE),
        OfficeNode(CSO, KP, OfficeKind.CSO),
    ]
)


def test_an_office_keeps_what_the_district_offices_below_write():
    assert TREE.kept_from(KP) == {KP, SWAT, MATTA}
    assert TREE.kept_from(MATTA) == {MATTA}


def test_a_cso_keeps_its_records_from_the_office_that_manages_its_users():
    assert CSO not in TREE.kept_from(KP)
    assert CSO in TREE.managed_from(KP)


def test_the_site_manages_all_and_sees_none():
    assert TREE.managed_from(SITE) == {SITE, MINISTRY, KP, SWAT, MATTA, CSO}
    assert TREE.kept_from(SITE) == {SITE}


def test_counts_that_are_given_do_not_open_records():
    sight = seen_from(TREE, MINISTRY, [(KP, Gives.COUNTS)])
    assert sight.opens == sight.sees == {MINISTRY}
    assert sight.counts == {MINISTRY, KP, SWAT, MATTA}


def test_records_that_are_given_can_be_counted_too():
    sight = seen_from(TREE, MINISTRY, [(SWAT, Gives.RECORDS)])
    assert sight.sees == sight.counts == {MINISTRY, SWAT, MATTA}
    assert sight.opens == {MINISTRY}


def test_sealed_values_that_are_given_come_with_their_records():
    sight = seen_from(TREE, MINISTRY, [(SWAT, Gives.SEALED), (CSO, Gives.RECORDS)])
    assert sight.opens == {MINISTRY, SWAT, MATTA}
    assert sight.sees == sight.counts == {MINISTRY, SWAT, MATTA, CSO}


def test_a_circle_of_offices_ends():
    circle = Tree.of([OfficeNode(1, 2, OfficeKind.DISTRICT_OFFICE), OfficeNode(2, 1, OfficeKind.DISTRICT_OFFICE)])
    assert circle.kept_from(1) == {1, 2}


def test_an_office_cannot_stand_below_one_that_stands_below_it():
    assert [reason.code for reason in reasons_against_parent(TREE, KP, MATTA)] == ["office_circle"]
    assert not reasons_against_parent(TREE, KP, MINISTRY)
    assert not reasons_against_parent(TREE, KP, None)


@pytest.mark.parametrize(
    ("day", "holds"), [(date(2025, 12, 31), False), (date(2026, 1, 1), True), (date(2026, 3, 1), False)]
)
def test_until_is_the_first_day_on_which_a_posting_no_longer_holds(day, holds):
    assert holds_on(day, date(2026, 1, 1), date(2026, 3, 1)) is holds


def test_a_one_time_password_lasts_until_its_hour():
    now = datetime(2026, 5, 1, tzinfo=UTC)
    assert one_time_password_expired(now, now)
    assert not one_time_password_expired(now + timedelta(seconds=1), now)
    assert not one_time_password_expired(None, now)


@pytest.mark.parametrize("name", ["a.khan", "swat-01", "x_y"])
def test_user_names_that_can_be(name):
    assert not reasons_against_username(name)


@pytest.mark.parametrize("name", ["", "ab", "A.Khan", "خان", "a khan", ".khan", "a.khan\n", "x" * 33, "a/b"])
def test_user_names_that_cannot_be(name):
    assert [reason.field for reason in reasons_against_username(name)] == ["username"]


def test_an_office_needs_a_plain_short_name_and_prefix():
    reasons = reasons_against_office(slug="KP Swat", prefix="kp", since=date(2026, 1, 1), until=date(2025, 1, 1))
    assert [reason.code for reason in reasons] == ["slug_shape", "prefix_shape", "ends_before_it_begins"]


def test_a_period_may_end_on_the_day_it_begins():
    assert not reasons_against_period(date(2026, 1, 1), date(2026, 1, 1))
