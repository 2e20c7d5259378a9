"""The pages, as those who use them meet them."""

import re

import pytest
from django.contrib.auth.hashers import make_password
from django.urls import reverse

from sanad.accounts import actions
from sanad.accounts.models import Office, SharingRule, User
from sanad.ledger.models import Deed
from tests.fixtures import telephone_of

pytestmark = pytest.mark.django_db
OWN = "correct horse battery"


@pytest.fixture
def amna(offices, user):
    made = user("recorder", offices.swat, username="amna")
    made.password = make_password(OWN)
    made.save()
    telephone_of(made)
    return made


@pytest.fixture
def admin(client, offices, sign_in):
    return sign_in(client, "administrator", offices.kp)


def enter(client, name, password, **more):
    """Name and password, and the code where it is asked for; the answer of the last step."""
    answer = client.post(reverse("accounts:sign_in"), {"username": name, "password": password, **more})
    if answer.status_code != 302:
        return answer
    return client.post(reverse("accounts:second_factor"), {"code": telephone_of(User.objects.get())()})


def test_whoever_is_not_signed_in_is_sent_to_the_sign_in_page(client, offices):
    answer = client.get(reverse("accounts:my_account"))
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/?next=/account/")


def test_signing_in_goes_on_to_where_one_wanted(client, amna):
    answer = enter(client, "AMNA ", OWN, next="/account/")
    assert (answer.status_code, answer["Location"]) == (302, "/account/")
    assert client.get("/account/").status_code == 200
    assert Deed.objects.get(action="user.signed_in").actor == amna.pk


def test_the_way_on_never_leaves_the_site(client, amna):
    assert enter(client, "amna", OWN, next="https://evil.example/")["Location"] == "/"


def test_unknown_and_known_names_get_the_same_answer(client, amna):
    def answer(name):
        page = enter(client, name, "wrong password 123").content.decode()
        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page).replace(name, "NAME")

    assert answer("amna") == answer("nobody")


def test_a_disabled_user_gets_the_same_answer(client, amna):
    User.objects.update(is_active=False)
    assert enter(client, "amna", OWN).status_code == 200
    assert "_auth_user_id" not in client.session


def test_a_user_without_a_posting_does_not_get_in(client, amna):
    amna.postings.update(until="2024-01-01")
    assert enter(client, "amna", OWN).status_code == 200


def test_a_one_time_password_leads_to_the_change_page_and_nowhere_else(client, amna, operator):
    enter(client, "amna", actions.reset_password(amna, by=operator))
    assert client.get("/account/")["Location"] == "/account/password/"
    assert client.get("/account/password/").status_code == 200


def test_a_one_time_password_expires(client, amna, operator, monkeypatch):
    password = actions.reset_password(amna, by=operator)
    User.objects.update(one_time_expires="2024-01-01T00:00:00Z")
    assert enter(client, "amna", password).status_code == 200
    assert "_auth_user_id" not in client.session


def change(client, old, new, again=None):
    return client.post("/account/password/", {"old": old, "new": new, "again": again or new})


def test_a_password_is_changed_and_one_stays_signed_in(client, amna):
    enter(client, "amna", OWN)
    assert change(client, OWN, "another long secret 7")["Location"] == "/account/"
    assert client.get("/account/").status_code == 200


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [
        (OWN, "short", "short"),
        (OWN, "1234567891011121314", "1234567891011121314"),
        (OWN, "another long secret 7", "another long secret 8"),
        (OWN, OWN, OWN),
        ("wrong", "another long secret 7", "another long secret 7"),
    ],
)
def test_a_bad_new_password_is_not_taken(client, amna, old, new, again):
    enter(client, "amna", OWN)
    assert change(client, old, new, again).status_code == 200
    amna.refresh_from_db()
    assert amna.check_password(OWN)


def test_a_disabled_user_is_out_at_the_next_request(client, offices, sign_in):
    who = sign_in(client, "recorder", offices.swat)
    assert client.get("/account/").status_code == 200
    User.objects.filter(pk=who.pk).update(is_active=False)
    assert client.get("/account/").status_code == 302


def test_an_ended_posting_is_out_at_the_next_request(client, offices, sign_in):
    who = sign_in(client, "recorder", offices.swat)
    who.postings.update(until="2024-01-01")
    assert client.get("/account/").status_code == 302


def test_signing_out_takes_a_post(client, offices, sign_in):
    sign_in(client, "recorder", offices.swat)
    assert client.get("/sign-out/").status_code == 405
    client.post("/sign-out/")
    assert client.get("/account/").status_code == 302


def test_the_language_is_kept_with_the_user(client, offices, sign_in):
    who = sign_in(client, "recorder", offices.swat)
    client.post("/account/language/", {"language": "ur"})
    who.refresh_from_db()
    assert who.language == "ur"
    assert 'dir="rtl"' in client.get("/account/").content.decode()[:400]


def test_the_user_s_language_is_spoken_without_a_cookie(client, offices, sign_in):
    who = sign_in(client, "recorder", offices.swat)
    User.objects.filter(pk=who.pk).update(language="ur")
    assert 'lang="ur"' in client.get("/account/").content.decode()[:400]


def test_whoever_has_two_offices_changes_over(client, offices, sign_in):
    who = sign_in(client, "recorder", offices.swat)
    who.postings.create(office=offices.sindh, role="analyst", since="2024-01-01")
    assert client.get("/account/").wsgi_request.reader.office_id == offices.swat.pk
    client.post("/account/office/", {"office": offices.sindh.pk})
    assert client.get("/account/").wsgi_request.reader.office_id == offices.sindh.pk


def test_one_does_not_change_over_to_an_office_without_a_posting(client, offices, sign_in):
    sign_in(client, "recorder", offices.swat)
    client.post("/account/office/", {"office": offices.sindh.pk})
    assert client.get("/account/").wsgi_request.reader.office_id == offices.swat.pk


PAGES = ["/offices/", "/offices/new/", "/offices/kp-swat/", "/sharing/", "/users/", "/users/new/", "/account/"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["en", "ur"])
def test_an_administrator_s_pages_open(client, admin, page, language):
    client.cookies["django_language"] = language
    assert client.get(page).status_code == 200


@pytest.mark.parametrize("page", PAGES[:-1])
@pytest.mark.parametrize("role", ["recorder", "reviewer", "analyst", "cso"])
def test_they_do_not_exist_for_other_roles(client, offices, sign_in, page, role):
    sign_in(client, role, offices.kp)
    assert client.get(page).status_code == 404


def test_another_province_s_office_and_users_do_not_exist(client, offices, admin, user):
    stranger = user("recorder", offices.sindh)
    for page in ["/offices/sindh/", f"/users/{stranger.pk}/", f"/users/{stranger.pk}/password/"]:
        assert client.get(page).status_code == 404
    for page in ["password", "disable", "enable", "post", f"postings/{stranger.postings.get().pk}/end"]:
        assert client.post(f"/users/{stranger.pk}/{page}/").status_code == 404
    stranger.refresh_from_db()
    assert stranger.is_active
    assert stranger.full_name not in client.get("/users/").content.decode()


def test_a_user_is_created_and_the_password_shown_once(client, offices, admin):
    said = {"full_name": "Aisha", "username": "aisha", "language": "ur", "office": offices.swat.pk, "role": "recorder"}
    page = client.post("/users/new/", said)
    made = User.objects.get(username="aisha")
    shown = page.context["password"]
    assert made.check_password(shown)
    assert shown in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert shown not in client.get(f"/users/{made.pk}/").content.decode()


def test_a_taken_name_is_said_at_its_field(client, offices, admin, amna):
    said = {"full_name": "Amna", "username": "amna", "language": "en", "office": offices.swat.pk, "role": "recorder"}
    page = client.post("/users/new/", said)
    assert page.context["form"].errors["username"] == ["This user name is taken."]


def test_an_office_of_another_province_cannot_be_chosen(client, offices, admin):
    said = {"full_name": "X", "username": "xyz", "language": "en", "office": offices.sindh.pk, "role": "recorder"}
    client.post("/users/new/", said)
    assert not User.objects.filter(username="xyz").exists()


def test_a_posting_is_given_and_ended(client, offices, admin, amna):
    said = {"office": offices.peshawar.pk, "role": "reviewer", "since": "2024-01-01"}
    assert client.post(f"/users/{amna.pk}/post/", said).status_code == 302
    posting = amna.postings.get(role="reviewer")
    assert client.post(f"/users/{amna.pk}/postings/{posting.pk}/end/").status_code == 302
    posting.refresh_from_db()
    assert posting.until is not None


def test_a_second_posting_of_the_same_role_is_refused_on_the_page(client, offices, admin, amna):
    said = {"office": offices.swat.pk, "role": "recorder", "since": "2024-01-01"}
    page = client.post(f"/users/{amna.pk}/post/", said)
    assert page.status_code == 200
    assert page.context["form"].non_field_errors()


def test_a_password_is_reset_after_a_question(client, offices, admin, amna):
    assert client.get(f"/users/{amna.pk}/password/").status_code == 200
    page = client.post(f"/users/{amna.pk}/password/")
    amna.refresh_from_db()
    assert amna.check_password(page.context["password"])


def test_a_reset_password_ends_open_sessions(client, offices, amna, operator):
    enter(client, "amna", OWN)
    actions.reset_password(amna, by=operator)
    assert client.get("/account/").status_code == 302


def test_a_user_is_disabled_and_let_in_again(client, offices, admin, amna):
    client.post(f"/users/{amna.pk}/disable/")
    amna.refresh_from_db()
    assert not amna.is_active
    client.post(f"/users/{amna.pk}/enable/")
    amna.refresh_from_db()
    assert amna.is_active


def test_disabling_oneself_is_refused(client, admin):
    assert client.post(f"/users/{admin.pk}/disable/").status_code == 404
    admin.refresh_from_db()
    assert admin.is_active


OFFICE = {"name_en": "Swabi", "kind": "district_office", "reference_prefix": "KP", "since": "2026-01-01"}


def test_an_office_is_opened_and_changed(client, offices, admin):
    client.post("/offices/new/", {**OFFICE, "slug": "kp-swabi", "parent": offices.kp.pk})
    office = Office.objects.get(slug="kp-swabi")
    assert office.parent == offices.kp
    client.post("/offices/kp-swabi/", {**OFFICE, "name_en": "Swabi town", "parent": offices.kp.pk})
    office.refresh_from_db()
    assert office.name_en == "Swabi town"


def test_the_own_office_keeps_its_parent(client, offices, admin):
    client.post("/offices/kp/", {**OFFICE, "name_en": "KP", "kind": "directorate", "parent": offices.swat.pk})
    offices.kp.refresh_from_db()
    assert (offices.kp.name_en, offices.kp.parent) == ("KP", offices.site)


def test_a_bad_office_is_said_at_its_fields(client, offices, admin):
    page = client.post(
        "/offices/new/", {**OFFICE, "slug": "Not a slug", "reference_prefix": "x", "parent": offices.kp.pk}
    )
    assert set(page.context["form"].errors) == {"slug", "reference_prefix"}


def test_sharing_is_decided_and_ended(client, offices, admin):
    said = {"giver": offices.kp.pk, "receiver": offices.ministry.pk, "gives": "counts", "why": "Letter 12"}
    assert client.post("/sharing/", said).status_code == 302
    rule = SharingRule.objects.get()
    assert "Letter 12" in client.get("/sharing/").content.decode()
    assert client.post(f"/sharing/{rule.pk}/end/").status_code == 302
    rule.refresh_from_db()
    assert rule.until is not None


def test_what_others_share_with_each_other_does_not_exist(client, offices, admin):
    rule = SharingRule.objects.create(
        giver=offices.sindh, receiver=offices.ministry, gives="counts", why="Secret", since="2024-01-01"
    )
    assert "Secret" not in client.get("/sharing/").content.decode()
    assert client.post(f"/sharing/{rule.pk}/end/").status_code == 404


def test_digits_and_dates_are_kept_with_the_user(client, offices, sign_in):
    who = sign_in(client, "administrator", offices.kp)
    said = {"language": "ur", "digits": "urdu", "dates": "numbers"}
    assert client.post("/account/language/", said).status_code == 302
    kept = User.objects.get(pk=who.pk) if who is not None else User.objects.get(digits="urdu")
    assert (kept.language, kept.digits, kept.dates) == ("ur", "urdu", "numbers")
    assert client.post("/account/language/", {"language": "en"}).status_code == 302  # the rest stays
    assert User.objects.get(pk=kept.pk).digits == "urdu"
    client.get("/account/")  # in English again, as the tests that follow expect
