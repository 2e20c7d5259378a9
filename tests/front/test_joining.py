"""A person is put together with another whom nobody proposed, chosen without a name in sight; and parted again."""

import re
from datetime import date

import pytest

from sanad.accounts.models import SharingRule, Tie
from sanad.institutions.models import Institution
from sanad.kit.ids import uuid7
from sanad.ledger.models import Deed
from sanad.vault.process import name_search
from sanad.vault.process.name_shelves import NameShelves
from sanad.violations import actions
from sanad.violations.models import Identity, Judgement, Mention, Person, Violation
from tests.front.conftest import event_of, faults
from tests.vault_here import VAULT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault_in_test")]

WHY = "Same father, same village."
SECOND = {"kind": "individual", "acts": ["killing"], "sex": "female"}


@pytest.fixture(autouse=True)
def no_names_of_other_tests(monkeypatch, tmp_path, settings):
    """Names are read within the test's own transaction, so without a thread."""
    settings.SANAD_HOME = tmp_path
    monkeypatch.setattr("sanad.vault.process.name_shelves.EVERY", 0.0)
    monkeypatch.setattr(NameShelves, "_begin", NameShelves._make)
    name_search.shelves_of(VAULT).close()
    yield
    name_search.shelves_of(VAULT).close()


@pytest.fixture
def victim(recorder):
    """`victim(report)`: the root of the first individual in it."""

    def of(report):
        with recorder.sees():
            rows = Mention.objects.filter(report=report, role="victim", until=None).order_by("position")
            return rows.first().root

    return of


def persons(who) -> list:
    """Whom the records describe, and who is put together with whom."""
    with who.sees():
        return [list(model.objects.order_by("pk").values()) for model in (Person, Identity, Violation)]


def offered(answer) -> set[str]:
    return set(re.findall(r'name="other"[^>]*value="([^"]+)"', answer.content.decode()))


def test_a_person_of_another_event_is_chosen_by_its_reference_and_parted_again(reviewer, recorder, recorded, victim):
    one, other = recorded(), recorded(summary="A woman was killed, says the police.", victims__0__age="31")
    roots = [victim(one), victim(other)]
    page = f"/persons/{roots[1]}/"
    assert f"{page}same/" in reviewer.get(page).content.decode()
    assert f"{page}same/" not in recorder.get(page).content.decode()
    assert "Nobody else is in this event" in reviewer.get(f"{page}same/").content.decode()
    asked = reviewer.get(f"{page}same/", event=one.reference.lower())
    assert offered(asked) == {str(roots[0])} and asked["Cache-Control"] == "no-store"
    assert "Gul Bibi" not in asked.content.decode()
    before = persons(reviewer)
    answer = reviewer.post(f"{page}same/?event={one.reference}", do="same", other=str(roots[0]), why=WHY)
    assert answer["Location"] == f"/persons/{roots[0]}/"
    with reviewer.sees():
        made = Judgement.objects.get(kind="same_person")
        assert {made.mention, made.other_mention} == set(roots) and (made.verdict, made.why) == ("same", WHY)
        assert set(Identity.objects.filter(mention__in=roots).values_list("person", flat=True)) == {roots[0]}
    assert Deed.objects.filter(action="same_person.same", actor=reviewer.user.pk).count() == 1
    now = reviewer.get(answer["Location"]).content.decode()
    assert WHY in now and f"/judgements/{made.pk}/undo/" in now
    assert reviewer.post(f"/judgements/{made.pk}/undo/", why=WHY).status_code == 302
    assert persons(reviewer) == before


def test_who_is_found_by_a_name_is_offered_without_one_and_the_search_is_recorded(reviewer, recorded, victim, settings):
    one, other = recorded(), recorded(victims__0__name="گل بی بی", victims__0__age="31")
    page = f"/persons/{victim(one)}/same/"
    found = reviewer.post(page, do="find", said="Gul Bibi")
    assert offered(found) == {str(victim(other))}
    assert "بی بی" not in found.content.decode()
    assert Deed.objects.filter(action="names.searched", actor=reviewer.user.pk).count() == 1
    settings.SEARCHES_A_DAY = 1
    over = reviewer.post(page, do="find", said="Gul Bibi")
    assert any("as one day allows" in fault for fault in faults(over)) and not offered(over)
    found = reviewer.post("/people/", said="Gul Bibi").content.decode()  # refused there as well
    assert "as one day allows" in found


def test_what_does_not_fit_is_refused_and_nothing_is_kept(reviewer, recorder, recorded, victim, person, house):
    more = {f"victims__{n}__{key}": value for n in (1, 2) for key, value in SECOND.items()}
    one, other = (
        recorded(victims__count="3", **more),
        recorded(victims__0__kind="group", victims__0__best="5", victims__0__name=None),
    )
    hidden = person("recorder", house.sindh)
    abroad = recorded(by=hidden, place="Karachi")
    with hidden.sees():
        foreign = Mention.objects.get(report=abroad, role="victim", until=None).root
    with recorder.sees():
        first, second, third = Mention.objects.filter(report=one, role="victim", until=None).order_by("position")
    page = f"/persons/{first.root}/same/"
    assert offered(reviewer.get(page)) == {str(second.root), str(third.root)}

    def said(root, why=WHY):
        return " ".join(faults(reviewer.post(page, do="same", other=str(root), why=why)))

    assert "one and the same record" in said(first.root)
    assert "not there any more" in said(foreign) and said(foreign) == said(uuid7())
    assert "two groups of the same event" in said(victim(other))
    assert "Choose who it is" in said("") and "Choose who it is" in said("x") and said(second.root, why="")
    assert any("that you may see" in f for f in faults(reviewer.get(page, event=abroad.reference)))
    with reviewer.sees():
        assert not Judgement.objects.filter(kind="same_person").exists()
        different = actions.judge_same_person(first.root, second.root, "different", why="Sisters", by=reviewer.reader)
    assert "judged to be different" in said(second.root)
    assert str(second.root) in offered(reviewer.post(page, do="same", other=str(second.root), why=WHY))
    for one_of in (first.root, second.root):  # the page of either takes it back
        shown = reviewer.get(f"/persons/{one_of}/").content.decode()
        assert "Judged to be two persons" in shown and f"/judgements/{different.pk}/undo/" in shown
    assert reviewer.post(f"/judgements/{different.pk}/undo/", why=WHY).status_code == 302
    assert said(second.root) == ""
    assert "one person already" in said(second.root)
    with reviewer.sees():
        actions.judge_same_person(second.root, third.root, "different", why="Sisters", by=reviewer.reader)
        kept = Judgement.objects.count()
    assert "this would make them one" in said(third.root)
    with reviewer.sees():
        assert Judgement.objects.count() == kept


def test_who_may_not_say_so_has_no_such_page(reviewer, recorder, recorded, victim, person, house):
    report = recorded()
    page = f"/persons/{victim(report)}/same/"
    said = {"do": "same", "other": str(uuid7()), "why": WHY}
    assert reviewer.get(page).status_code == 200
    station = Institution.objects.create(slug="station_x", kind="police_station", name_en="Station X")
    accused = recorded(perpetrators__0__institution="Station X", perpetrators__0__type="police")
    tied = person("reviewer", house.kp)
    Tie.objects.create(user=tied.user, institution=station, why="Served there", since=date(2020, 1, 1))
    for who, address in (
        (person("reviewer", house.sindh), page),  # sees nothing of it
        (tied, f"/persons/{victim(accused)}/same/"),
        (reviewer, f"/persons/{uuid7()}/same/"),
    ):
        assert who.get(address).status_code == who.post(address, **said).status_code == 404
    SharingRule.objects.create(giver=house.kp, receiver=house.ministry, gives="sealed", why="L", since="2024-01-01")
    ministry = person("reviewer", house.ministry)  # reads it and keeps no record of the person
    recorder.post(
        f"/reports/{report.reference}/people/{victim(report)}/", do="answers", record="refused", given_by="self"
    )
    read = ministry.get(f"/persons/{victim(report)}/").content.decode()
    assert page not in read and "Withheld at the person" in read and "Female" not in read
    event = ministry.get(f"/events/{event_of(recorder, report).reference}/").content.decode()
    assert f'"/persons/{victim(report)}/"' in event and f"/people/{victim(report)}/" not in event
    assert ministry.get(page).status_code == ministry.post(page, **said).status_code == 404
    assert recorder.get(page).status_code in (403, 404) and recorder.post(page, **said).status_code in (403, 404)
    with reviewer.sees():
        assert event_of(reviewer, report) and not Judgement.objects.filter(kind="same_person").exists()
