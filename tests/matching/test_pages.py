"""The pages of matching: two records side by side, a decision, a person and its parts."""

import pytest

from sanad.kit.ids import uuid7
from sanad.matching.models import Pair
from sanad.violations import actions
from sanad.violations.models import Identity, Judgement
from tests.matching.conftest import victim

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(told, house, match):
    """Two reports of one office of one man, not so sure that the machine links them."""
    one = told(house.kp, "محمد عمران خٹک", father="عبدالکریم", day=5)
    other = told(house.kp, "Mohd. Imran Khattak", day=19, age=32)
    match()
    return one, other


@pytest.fixture
def reviewer(client, sign_in, house):
    return sign_in(client, "reviewer", house.kp)


def pair_of(within, operator):
    with within(operator):
        return Pair.objects.get(kind="person")


def test_a_pair_is_looked_at_with_names_and_decided(two, client, reviewer, within, operator):
    pair = pair_of(within, operator)
    assert "1 pair of records may be one" in client.get("/").content.decode()
    overview = client.get("/matching/")
    assert "1 pair that may be one person" in overview.content.decode()
    assert "Last compared" in overview.content.decode()
    sealed = client.get(f"/matching/pairs/{pair.pk}/").content.decode()
    assert "محمد عمران" not in sealed and "Names stay sealed" in sealed
    begun = client.post("/matching/begin/", {"reason": "Two lists of March"}, follow=True)
    page = begun.content.decode()
    assert begun.redirect_chain[-1][0] == f"/matching/pairs/{pair.pk}/"
    assert "محمد عمران خٹک" in page and "Mohd. Imran Khattak" in page
    assert "The names are the same." in page or "The names sound the same." in page
    assert begun["Cache-Control"] == "no-store"
    client.post(f"/matching/pairs/{pair.pk}/", {"verdict": "same"})
    with within(operator):
        judged = Judgement.objects.get(kind="same_person")
        assert judged.verdict == "same" and judged.made_by == reviewer.pk
        assert len(set(Identity.objects.filter(report__in=two).values_list("person", flat=True))) == 1
    assert "No pair waits" in client.get("/matching/").content.decode()
    assert "may be one" not in client.get("/").content.decode()


def test_what_the_machine_linked_says_so_and_is_taken_back_by_a_key(
    told, house, match, client, reviewer, within, operator
):
    cnic = "17301-1234567-1"
    one, other = (told(house.kp, name, cnic=cnic) for name in ("محمد عمران خٹک", "Mohd. Imran Khattak"))
    match()
    assert "1 link that the machine made and nobody has looked at" in client.get("/matching/").content.decode()
    with within(operator):
        pair, root = Pair.objects.get(kind="person"), victim(one)
    assert "Linked by the machine" in client.get(f"/persons/{root}/").content.decode()
    page = client.get(f"/matching/pairs/{pair.pk}/").content.decode()
    assert "The machine linked these two" in page and 'value="different" data-key="d"' in page
    client.post(f"/matching/pairs/{pair.pk}/", {"verdict": "different", "why": "Cousins"})
    with within(operator):
        assert Identity.objects.get(mention=victim(other)).person_id == victim(other)
    assert "the machine made" not in client.get("/matching/").content.decode()


def test_a_locked_vault_leaves_the_page_of_use(two, client, reviewer, within, operator, monkeypatch):
    from sanad.vault.process.keyring import Keyring, locked

    pair = pair_of(within, operator)
    client.post("/matching/begin/", {"reason": "Two lists of March"})

    def shut(self, custodian, version):
        raise locked()

    monkeypatch.setattr(Keyring, "require_open", shut)
    page = client.get(f"/matching/pairs/{pair.pk}/").content.decode()
    assert "The vault is locked" in page and "Imran" not in page and "Same person" in page
    client.post(f"/matching/pairs/{pair.pk}/", {"verdict": "unsure", "why": "Names could not be opened"})
    with within(operator):
        assert Judgement.objects.get(kind="same_person").why == "Names could not be opened"


def test_with_the_quota_used_up_no_name_is_opened_and_what_is_decided_is_kept_still(
    two, told, house, match, client, reviewer, within, operator, settings
):
    settings.MATCHES_A_DAY = 1
    pair = pair_of(within, operator)
    client.post("/matching/begin/", {"reason": "Two lists of March"})
    answer = client.get(f"/matching/pairs/{pair.pk}/")
    assert answer.status_code == 409 and "as one day allows (1)" in answer.content.decode()
    assert "Imran" not in answer.content.decode()
    client.post(f"/matching/pairs/{pair.pk}/", {"verdict": "unsure"})
    with within(operator):
        assert Judgement.objects.get(kind="same_person").verdict == "unsure"


def test_what_is_refused_is_said_on_the_page_and_nothing_is_kept(two, told, house, client, reviewer, within, operator):
    one, other = two
    pair = pair_of(within, operator)
    with within(operator):
        third = told(house.kp, "Imran", day=7)
        actions.judge_same_person(victim(one), victim(third), "same", why="Same house", by=_at(operator, house.kp))
        actions.judge_same_person(victim(third), victim(other), "different", why="Son", by=_at(operator, house.kp))
        before = Judgement.objects.count()
    page = client.post(f"/matching/pairs/{pair.pk}/", {"verdict": "same"}).content.decode()
    assert "were judged to be different, and this would make them one" in page
    with within(operator):
        assert Judgement.objects.count() == before


def test_an_old_address_of_a_person_leads_to_who_it_is_now_and_back_after_parting(
    two, house, client, reviewer, within, operator
):
    with within(operator):
        one, other = (victim(report) for report in two)
    with within(operator):
        actions.judge_same_person(one, other, "same", why="Same father", by=_at(operator, house.kp))
    assert client.get(f"/persons/{other}/").url == f"/persons/{one}/"
    page = client.get(f"/persons/{one}/").content.decode()
    assert all(report.reference in page for report in two) and "Same father" in page
    nobody = client.post(f"/persons/{one}/", {"part": [str(one), str(other)], "why": "All"}).content.decode()
    assert "Leave at least one record" in nobody
    client.post(f"/persons/{one}/", {"part": [str(other)], "why": "Cousins"})
    assert client.get(f"/persons/{other}/").status_code == 200
    with within(operator):
        assert Identity.objects.get(mention=other).person_id == other


def test_who_sees_one_side_only_finds_no_such_page(two, told, house, match, client, sign_in, within, operator):
    told(house.sindh, "Mohd. Imran Khattak", day=5)
    match()
    with within(operator):
        across = Pair.objects.filter(kind="person", custodians__contains=[house.sindh.pk]).first()
    sign_in(client, "reviewer", house.sindh)
    assert client.get(f"/matching/pairs/{across.pk}/").status_code == 404
    assert client.get(f"/persons/{victim_of(two[0], within, operator)}/").status_code == 404
    assert client.get(f"/persons/{uuid7()}/").status_code == 404


def victim_of(report, within, operator):
    with within(operator):
        return victim(report)


def _at(operator, office):
    from dataclasses import replace

    return replace(operator, office_id=office.pk)
