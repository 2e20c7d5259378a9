"""What administrators may do, and to whom."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from sanad.accounts import actions
from sanad.accounts.actions.offices import OfficeContent
from sanad.accounts.models import Office, Posting, SharingRule, User
from sanad.accounts.queries.managed import may_manage_wholly, offices_managed_by, users_managed_by
from sanad.accounts.readers import operator, reader_for
from sanad.accounts.roles import Role
from sanad.accounts.rules import Gives, OfficeKind
from sanad.kit.refusals import Incomplete, NotPermitted, OutOfOrder, Refused
from sanad.ledger.models import Deed
from sanad.vault.models import CustodianKey

pytestmark = pytest.mark.django_db


@pytest.fixture
def kp_admin(offices, reader):
    return reader("administrator", offices.kp)


def swabi(parent: Office | None, **said) -> OfficeContent:
    said = {
        "slug": "kp-swabi",
        "name_en": "District office Swabi",
        "kind": OfficeKind.DISTRICT_OFFICE,
        "parent_id": parent.pk if parent else None,
        "reference_prefix": "KP",
        "since": date(2026, 1, 1),
        **said,
    }
    return OfficeContent(**said)


def codes_of(refusal) -> set[str]:
    return {reason.code for reason in refusal.value.reasons}


def last_deed() -> Deed:
    return Deed.objects.order_by("-id")[0]


def test_a_new_site_has_one_office_and_an_administrator_who_must_change_the_password():
    password = actions.new_administrator("admin")
    user = User.objects.get()
    assert user.check_password(password)
    assert user.must_change_password
    assert reader_for(user).office_id == Office.objects.get().pk == operator().office_id
    assert CustodianKey.objects.filter(custodian_id=operator().office_id).exists()
    assert [deed.action for deed in Deed.objects.order_by("id")] == ["office.opened", "user.created", "user.posted"]


def test_the_first_office_is_made_once():
    assert actions.ensure_first_office() == actions.ensure_first_office()


def test_an_office_is_opened_with_keys_and_a_deed(offices, kp_admin):
    office = actions.new_office(swabi(offices.kp), by=kp_admin)
    assert CustodianKey.objects.filter(custodian_id=office.pk).exists()
    deed = last_deed()
    assert (deed.action, deed.object_id, deed.actor) == ("office.opened", str(office.pk), kp_admin.user_id)


@pytest.mark.parametrize("parent", ["sindh", "site", None])
def test_an_office_is_opened_below_the_own_only(offices, kp_admin, parent):
    with pytest.raises(NotPermitted):
        actions.new_office(swabi(getattr(offices, parent) if parent else None), by=kp_admin)


def test_only_the_operator_opens_an_office_with_none_above(offices, operator):
    assert actions.new_office(swabi(None), by=operator).parent is None


def test_a_short_name_is_given_once(offices, kp_admin):
    with pytest.raises(Refused) as refusal:
        actions.new_office(swabi(offices.kp, slug="sindh"), by=kp_admin)
    assert codes_of(refusal) == {"slug_taken"}


def test_a_recorder_opens_no_office(offices, reader):
    with pytest.raises(NotPermitted):
        actions.new_office(swabi(offices.kp), by=reader("recorder", offices.kp))


def test_an_office_is_changed_and_the_deed_says_which_fields(offices, kp_admin):
    content = swabi(offices.kp, slug="kp-swat", name_en="Swat", reference_prefix="SW", since=offices.swat.since)
    actions.change_office(offices.swat, content, by=kp_admin)
    offices.swat.refresh_from_db()
    assert offices.swat.name_en == "Swat"
    assert last_deed().detail == {"changed": ["name_en", "reference_prefix"]}


def test_a_short_name_is_permanent_and_circles_are_refused(offices, kp_admin):
    with pytest.raises(Refused) as refusal:
        actions.change_office(offices.kp, swabi(offices.swat, slug="other", kind=OfficeKind.DIRECTORATE), by=kp_admin)
    assert codes_of(refusal) == {"slug_permanent", "office_circle"}


def test_another_province_s_office_is_not_changed(offices, kp_admin):
    with pytest.raises(NotPermitted):
        actions.change_office(offices.sindh, swabi(offices.kp), by=kp_admin)


def test_a_user_is_created_posted_and_must_change_the_password(offices, kp_admin):
    user, password = actions.new_user("A.Khan", "  Aisha   Khan ", offices.swat, Role.RECORDER, by=kp_admin)
    assert (user.username, user.full_name, user.created_by_id) == ("a.khan", "Aisha Khan", kp_admin.user_id)
    assert user.check_password(password)
    assert len(password) >= 15
    assert user.one_time_expires - timezone.now() > timedelta(hours=47)
    assert reader_for(user).office_id == offices.swat.pk


def test_no_name_and_no_password_reaches_the_ledger(offices, kp_admin):
    _user, password = actions.new_user("a.khan", "Aisha Khan", offices.swat, Role.RECORDER, by=kp_admin)
    written = " ".join(f"{deed.object_id} {deed.operator} {deed.detail}" for deed in Deed.objects.all())
    assert not any(secret in written for secret in ("khan", "Aisha", password))


def test_a_user_name_is_taken_whatever_the_case(offices, kp_admin):
    actions.new_user("a.khan", "Aisha Khan", offices.swat, Role.RECORDER, by=kp_admin)
    with pytest.raises(Refused) as refusal:
        actions.new_user("A.KHAN", "", offices.swat, Role.RECORDER, by=kp_admin)
    assert codes_of(refusal) == {"username_taken", "no_full_name"}


def test_nobody_is_created_at_an_office_that_is_not_managed(offices, kp_admin):
    with pytest.raises(NotPermitted):
        actions.new_user("a.khan", "Aisha Khan", offices.sindh, Role.RECORDER, by=kp_admin)


def test_nobody_posts_themselves(offices, kp_admin):
    own = User.objects.get(pk=kp_admin.user_id)
    with pytest.raises(NotPermitted):
        actions.post_user(own, offices.kp, Role.REVIEWER, by=kp_admin)
    with pytest.raises(NotPermitted):
        actions.end_posting(own.postings.get(), by=kp_admin)


def test_the_same_role_is_held_once_at_a_time(offices, kp_admin, user):
    who = user("recorder", offices.swat)
    with pytest.raises(OutOfOrder):
        actions.post_user(who, offices.swat, Role.RECORDER, by=kp_admin)
    actions.post_user(who, offices.swat, Role.REVIEWER, by=kp_admin)
    actions.end_posting(who.postings.get(role="recorder"), by=kp_admin)
    actions.post_user(who, offices.swat, Role.RECORDER, by=kp_admin)
    assert who.postings.count() == 3


def test_a_posting_ends_from_now_on_and_once(offices, kp_admin, user):
    who = user("recorder", offices.swat)
    posting = who.postings.get()
    actions.end_posting(posting, by=kp_admin)
    assert reader_for(who).office_id is None
    with pytest.raises(OutOfOrder):
        actions.end_posting(posting, by=kp_admin)


def test_a_posting_elsewhere_is_not_ended(offices, kp_admin, user):
    with pytest.raises(NotPermitted):
        actions.end_posting(user("recorder", offices.sindh).postings.get(), by=kp_admin)


def test_a_password_is_reset_for_whoever_works_only_below(offices, kp_admin, user):
    who = user("recorder", offices.swat)
    password = actions.reset_password(who, by=kp_admin)
    who.refresh_from_db()
    assert who.check_password(password)
    assert who.must_change_password


def test_who_also_works_above_or_elsewhere_is_not_taken_over(offices, kp_admin, user):
    who = user("recorder", offices.swat)
    Posting.objects.create(user=who, office=offices.ministry, role="reviewer", since=date(2024, 1, 1))
    assert who in users_managed_by(kp_admin)
    assert not may_manage_wholly(kp_admin, who)
    for action in (actions.reset_password, actions.disable_user, actions.enable_user):
        with pytest.raises(NotPermitted):
            action(who, by=kp_admin)


def test_a_posting_that_has_ended_elsewhere_does_not_matter(offices, kp_admin, user):
    who = user("recorder", offices.swat)
    Posting.objects.create(
        user=who, office=offices.sindh, role="reviewer", since=date(2024, 1, 1), until=timezone.localdate()
    )
    assert may_manage_wholly(kp_admin, who)


def test_nobody_disables_or_resets_themselves(offices, kp_admin):
    own = User.objects.get(pk=kp_admin.user_id)
    for action in (actions.reset_password, actions.disable_user):
        with pytest.raises(NotPermitted):
            action(own, by=kp_admin)


def test_a_disabled_user_can_be_let_in_again(offices, kp_admin, user):
    who = user("recorder", offices.swat)
    actions.disable_user(who, by=kp_admin)
    assert reader_for(who).office_id is None
    actions.enable_user(who, by=kp_admin)
    assert reader_for(who).office_id == offices.swat.pk


def test_only_oneself_changes_the_own_password_and_language(offices, kp_admin, user):
    who = user("recorder", offices.swat)
    with pytest.raises(NotPermitted):
        actions.change_own_password(who, "correct horse battery", by=kp_admin)
    with pytest.raises(NotPermitted):
        actions.choose_language(who, "ur", by=kp_admin)


def test_a_new_password_ends_the_one_time_password(offices, user):
    who = user("recorder", offices.swat)
    actions.reset_password(who, by=operator())
    actions.change_own_password(who, "correct horse battery", by=reader_for(who))
    who.refresh_from_db()
    assert (who.must_change_password, who.one_time_expires) == (False, None)


def test_a_new_sharing_rule_takes_the_place_of_the_old(offices, kp_admin):
    actions.share(offices.kp, offices.ministry, Gives.COUNTS, by=kp_admin, why="Letter 12")
    actions.share(offices.kp, offices.ministry, Gives.RECORDS, by=kp_admin, why="Letter 13")
    assert SharingRule.objects.get(until=None).gives == "records"
    actions.end_sharing(SharingRule.objects.get(until=None), by=kp_admin)
    assert not SharingRule.objects.filter(until=None).exists()
    assert last_deed().action == "sharing.ended"


def test_only_the_giver_decides_and_ends(offices, kp_admin, reader):
    with pytest.raises(NotPermitted):
        actions.share(offices.sindh, offices.kp, Gives.RECORDS, by=kp_admin, why="We want it")
    rule = actions.share(offices.kp, offices.sindh, Gives.COUNTS, by=kp_admin, why="Letter 12")
    with pytest.raises(NotPermitted):
        actions.end_sharing(rule, by=reader("administrator", offices.sindh))


def test_sharing_says_why_and_with_another(offices, kp_admin):
    with pytest.raises(Incomplete) as refusal:
        actions.share(offices.kp, offices.kp, Gives.COUNTS, by=kp_admin, why=" ")
    assert codes_of(refusal) == {"share_with_oneself", "say_why"}


def test_an_administrator_manages_offices_at_and_below(offices, kp_admin, reader):
    assert set(offices_managed_by(kp_admin)) == {offices.kp, offices.peshawar, offices.swat}
    assert not offices_managed_by(reader("reviewer", offices.kp)).exists()


def test_the_database_refuses_overlapping_postings(offices, user):
    who = user("recorder", offices.swat)
    with pytest.raises(IntegrityError, match="posting_held_once"), transaction.atomic():
        Posting.objects.create(user=who, office=offices.swat, role="recorder", since=date(2026, 1, 1))
    for role in Role:
        if role is not Role.RECORDER:
            Posting.objects.create(user=who, office=offices.swat, role=role, since=date(2026, 1, 1))
    Posting.objects.create(user=who, office=offices.kp, role="recorder", since=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("user_username_shape", {"username": "A.Khan"}),
        ("user_one_time_is_changed", {"username": "a.khan", "one_time_expires": timezone.now()}),
    ],
)
def test_the_database_refuses_users_that_must_not_be(constraint, fields):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        User.objects.create(full_name="x", password="!", **fields)


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("office_slug_shape", {"slug": "A b"}),
        ("office_prefix_shape", {"reference_prefix": "k"}),
        ("office_kind_known", {"kind": "kiosk"}),
        ("office_period", {"until": date(2019, 1, 1)}),
    ],
)
def test_the_database_refuses_offices_that_must_not_be(constraint, fields):
    plain = {"slug": "x", "name_en": "x", "kind": "cso", "reference_prefix": "XX", "since": date(2020, 1, 1)}
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Office.objects.create(**{**plain, **fields})


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("sharing_gives_known", {"gives": "all"}),
        ("sharing_says_why", {"why": ""}),
        ("sharing_period", {"until": date(2019, 1, 1)}),
    ],
)
def test_the_database_refuses_sharing_that_must_not_be(offices, constraint, fields):
    plain = {"gives": "counts", "why": "x", "since": date(2020, 1, 1)}
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        SharingRule.objects.create(giver=offices.kp, receiver=offices.ministry, **{**plain, **fields})
    with pytest.raises(IntegrityError, match="sharing_with_another"), transaction.atomic():
        SharingRule.objects.create(giver=offices.kp, receiver=offices.kp, **plain)
