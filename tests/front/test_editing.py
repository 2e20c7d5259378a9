"""Two people at one record: nothing that anybody typed is lost, and every save is one click from being undone."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from sanad.accounts.models import KeptEdit, Office, SharingRule
from sanad.figures.models import SavedTable
from sanad.institutions import queries as institutions
from sanad.institutions.models import Institution
from sanad.ledger.models import Change
from sanad.violations.models import Consent, CoverageDay, Mention

pytestmark = pytest.mark.django_db
BASE = re.compile(r'name="base" value="([^"]*)"')


def begun(who, address, **query) -> str:
    """The beginning that a page carries."""
    return unescape(BASE.search(who.get(address, **query).content.decode())[1])


def bases(page: str) -> list[str]:
    return [unescape(found) for found in BASE.findall(page)]


def undo_on(page: str) -> tuple[str, dict[str, list[str]]]:
    """Where the button of the message posts, and what."""
    form = re.search(r'<form class="undo" method="post" action="([^"]+)">(.*?)</form>', page, re.DOTALL)
    fields: dict[str, list[str]] = {}
    for name, value in re.findall(r'name="([^"]+)" value="([^"]*)"', form[2]):
        if name != "csrfmiddlewaretoken":
            fields.setdefault(name, []).append(unescape(value))
    return unescape(form[1]), fields


OFFICE = {"name_en": "District office Swat", "kind": "district_office", "reference_prefix": "KP", "since": "2020-01-01"}


def office_form(house, **said):
    return OFFICE | {"parent": house.kp.pk} | said


def test_two_administrators_at_one_office(person, house):
    one, other = person("administrator", house.kp), person("administrator", house.kp)
    address = f"/offices/{house.swat.slug}/"
    first, second = begun(one, address), begun(other, address)
    assert one.post(address, **office_form(house, name_en="Swat and Dir"), base=first).status_code == 302
    answer = other.post(address, **office_form(house, name_en="Swat Office", until="2030-01-01"), base=second)
    page = answer.content.decode()
    assert answer.status_code == 200 and "Swat and Dir" in page and "both changed it" in page
    assert one.user.full_name in page  # who was there
    assert 'value="Swat Office"' in page and 'value="2030-01-01"' in page  # mine stays in the form
    assert Office.objects.get(pk=house.swat.pk).name_en == "Swat and Dir"
    with other.sees():
        assert KeptEdit.objects.get().typed["name_en"] == ["Swat Office"]
    # Looked at, saved again: now it is decided, and the draft is gone.
    again = other.post(address, **office_form(house, name_en="Swat Office", until="2030-01-01"), base=bases(page)[-1])
    assert again.status_code == 302
    with other.sees():
        assert not KeptEdit.objects.exists()
    assert Office.objects.get(pk=house.swat.pk).name_en == "Swat Office"


def test_what_only_the_other_changed_is_taken_over_before_i_save(person, house):
    one, other = person("administrator", house.kp), person("administrator", house.kp)
    address = f"/offices/{house.swat.slug}/"
    second = begun(other, address)
    one.post(address, **office_form(house, reference_prefix="SW"), base=begun(one, address))
    page = other.post(address, **office_form(house, name_en="Mine"), base=second).content.decode()
    assert "both changed it" not in page and 'value="SW"' in page and 'value="Mine"' in page


def test_a_draft_of_yesterday_s_version_is_compared_with_today_s_record(person, house):
    mine, other = person("administrator", house.kp), person("administrator", house.kp)
    address = f"/offices/{house.swat.slug}/"
    base = begun(mine, address)
    other.post(address, **office_form(house, name_en="Theirs"), base=begun(other, address))
    mine.post(address, **office_form(house, name_en="Mine"), base=base)  # refused, kept
    with mine.sees():
        KeptEdit.objects.update(at=timezone.now() - timedelta(days=1))
    other.post(address, **office_form(house, name_en="Theirs, later"), base=begun(other, address))
    account = mine.get("/account/").content.decode()
    draft = unescape(re.search(r'href="([^"]+draft=[^"]+)"', account)[1])
    page = mine.client.get(draft).content.decode()
    assert "Theirs, later" in page and 'value="Mine"' in page and "District office Swat" in page
    assert "You wrote here on" in mine.get(address).content.decode()
    # A colleague has none of it, and cannot throw it away.
    with mine.sees():
        kept = KeptEdit.objects.get()
    throw = reverse("accounts:draft_throw_away", args=[kept.pk])
    assert other.post(throw).status_code == 404 and "You wrote here on" not in other.get(address).content.decode()
    assert mine.post(throw).status_code == 302
    with mine.sees():
        assert not KeptEdit.objects.exists()


def test_undo_stands_beside_what_was_done_and_is_checked_like_any_save(person, house):
    one, other = person("administrator", house.kp), person("administrator", house.kp)
    address = f"/offices/{house.swat.slug}/"
    one.post(address, **office_form(house, name_en="Swat and Dir"), base=begun(one, address))
    where, fields = undo_on(one.get("/offices/").content.decode())
    assert one.client.post(where, fields).status_code == 302
    assert Office.objects.get(pk=house.swat.pk).name_en == "District office Swat"
    # Undoing after somebody else was there shows what they did.
    one.post(address, **office_form(house, name_en="Swat and Dir"), base=begun(one, address))
    where, fields = undo_on(one.get("/offices/").content.decode().split("</header>")[1])
    other.post(address, **office_form(house, name_en="Theirs"), base=begun(other, address))
    assert "Theirs" in one.client.post(where, fields).content.decode()
    assert Office.objects.get(pk=house.swat.pk).name_en == "Theirs"


def test_a_sharing_rule_that_was_decided_meanwhile_is_shown(person, house):
    one, other = person("head", house.kp), person("administrator", house.kp)
    said = {"giver": house.kp.pk, "receiver": house.ministry.pk, "why": "By letter 7"}
    second = begun(other, "/sharing/")
    assert one.post("/sharing/", **said, gives="counts", base=begun(one, "/sharing/")).status_code == 302
    page = other.post("/sharing/", **said, gives="records", base=second).content.decode()
    assert "Somebody else saved this record" in page and SharingRule.objects.get(until=None).gives == "counts"
    assert other.post("/sharing/", **said, gives="records", base=bases(page)[-1]).status_code == 302
    assert SharingRule.objects.get(until=None).gives == "records"


def test_two_officers_tick_one_week_and_neither_unticks_the_other(recorder, person, house):
    other = person("recorder", house.kp)
    paper = Institution.objects.get(slug="dawn").pk
    today = timezone.localdate()
    boxes = [f"{paper}:{(today - timedelta(days=n)).isoformat()}" for n in range(3)]
    address = "/coverage/?paper=Dawn"
    first, second = begun(recorder, "/coverage/", paper="Dawn"), begun(other, "/coverage/", paper="Dawn")
    recorder.client.post(address, {"read": boxes[:2], "base": first})
    other.client.post(address, {"read": boxes[2:], "base": second})
    with recorder.sees():
        assert CoverageDay.objects.count() == 3
    where, fields = undo_on(other.get("/coverage/").content.decode())
    other.client.post(where, fields)
    with recorder.sees():
        assert CoverageDay.objects.count() == 2


@pytest.mark.usefixtures("vault_in_test")
def test_two_answers_of_one_person_at_once(recorder, person, house, recorded):
    report, other = recorded(), person("recorder", house.kp)
    with recorder.sees():
        root = Mention.objects.get(report=report, role="victim").root
    address = f"/reports/{report.reference}/people/{root}/"
    first, second = begun(recorder, address), begun(other, address)
    said = {"do": "answers", "given_by": "self"}
    assert recorder.post(address, **said, cso="refused", base=first).status_code == 302
    page = other.post(address, **said, cso="given", base=second).content.decode()
    assert "both changed it" in page and "refused" in page
    with recorder.sees():
        assert [one.answer for one in Consent.objects.all()] == ["refused"]
    # A way to reach somebody is sealed, and so is its draft.
    risk, contact = {"do": "safeguard", "risk": "high"}, "Through her sister, 0300 1234567"
    base = bases(other.get(address).content.decode())[-1]
    recorder.post(address, do="safeguard", risk="low", base=bases(recorder.get(address).content.decode())[-1])
    assert contact in unescape(other.post(address, **risk, contact=contact, base=base).content.decode())
    with recorder.sees():
        kept = KeptEdit.objects.get(kind="safeguard")
    assert kept.sealed and kept.typed is None and kept.base is None


def test_a_saved_table_that_got_a_version_meanwhile(person, house, settings, tmp_path, monkeypatch):
    from sanad.accounts.scope import scoped
    from sanad.figures.actions import copying, make_snapshot
    from sanad.figures.engine import connection

    settings.SNAPSHOTS = tmp_path / "snapshots"
    monkeypatch.setattr(copying, "DATABASE", "default")
    connection.forget()
    one, other = person("analyst", house.kp), person("analyst", house.kp)
    with scoped(one.reader):
        snapshot = make_snapshot(by=one.reader).pk
    address = f"/figures/saved/new/?unit=violations&rows=province&snapshot={snapshot}"
    assert one.client.post(address, {"name": "By province"}).status_code == 302
    with scoped(one.reader):
        key = str(SavedTable.objects.get().key)
    second = unescape(BASE.search(other.client.get(address).content.decode())[1])
    first = unescape(BASE.search(one.client.get(address).content.decode())[1])
    assert one.client.post(address, {"name": "Theirs", "replaces": key, "base": first}).status_code == 302
    page = other.client.post(address, {"name": "Mine", "replaces": key, "base": second}).content.decode()
    assert "Theirs" in page and 'value="Mine"' in page
    assert other.client.post(address, {"name": "Mine", "replaces": key, "base": bases(page)[-1]}).status_code == 302
    with scoped(one.reader):
        assert list(SavedTable.objects.order_by("version").values_list("name", flat=True)) == [
            "By province",
            "Theirs",
            "Mine",
        ]


DAWN = {"name_en": "Dawn", "name_ur": "ڈان", "kind": "newspaper", "role": "English daily."}


def test_an_institution_is_corrected_and_its_page_says_what_it_was(recorder, person, house):
    other = person("reviewer", house.sindh)
    address = "/institutions/dawn/change/"
    base, theirs = begun(recorder, address), begun(other, address)
    shown = {name: recorder.get(address).context["form"][name].value() for name in ("also", "place", "source")}
    said = DAWN | {"also": shown["also"] + "\nKarachi Dawn Paper", "place": shown["place"], "source": shown["source"]}
    answer = recorder.post(address, **said, acronym="DWN", valid_from="1941-10-26", base=base)
    assert answer.status_code == 302
    page = recorder.get("/institutions/dawn/").content.decode()
    where, fields = undo_on(page)
    assert "changed the institution" in page and "26 October 1941" in page and "Karachi Dawn Paper" in page
    assert institutions.institution_named("the karachi dawn paper").institution.slug == "dawn"
    # A colleague of another province had the page open.
    page = other.post(address, **said, acronym="DN", base=theirs).content.decode()
    assert "DWN" in page and 'value="DN"' in page
    assert recorder.client.post(where, fields).status_code == 302
    dawn = Institution.objects.get(slug="dawn")
    assert (dawn.acronym, dawn.valid_from) == ("", None)
    changes = Change.objects.filter(kind="institutions_institution", row=str(dawn.pk), who=recorder.user.pk)
    assert changes.count() == 2


def test_what_somebody_corrected_survives_the_next_setup(recorder):
    from sanad.institutions.actions import load_institutions

    address = "/institutions/dawn/change/"
    form = recorder.get(address).context["form"]
    said = DAWN | {name: form[name].value() for name in ("also", "place", "source")}
    recorder.post(address, **said | {"name_en": "Dawn, Karachi"}, base=begun(recorder, address))
    load_institutions()
    assert Institution.objects.get(slug="dawn").name_en == "Dawn, Karachi"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"name_en": "", "name_ur": ""}, "a name in English or in Urdu"),
        ({"parent": "Regional Office of the Ministry of Human Rights, Lahore"}, "what belongs to it"),
        ({"valid_from": "2020-01-01", "valid_to": "2019-01-01"}, "on or before the day"),
        ({"place": "Nowhereabad"}, "No place is called so"),
    ],
)
def test_an_institution_that_cannot_be_so_is_refused_and_the_form_keeps_all(recorder, said, why):
    ministry = {"name_en": "Ministry of Human Rights", "kind": "ministry", "level": "federal"}
    page = recorder.post("/institutions/ministry_of_human_rights/change/", **ministry | said).content.decode()
    assert why in page and 'name="kind"' in page


def test_whoever_may_not_change_institutions_reads_them(person, house):
    analyst = person("analyst", house.kp)
    assert analyst.get("/institutions/", name="daily dawn").context["lines"][0][0].slug == "dawn"
    assert analyst.get("/institutions/dawn/").status_code == 200
    assert analyst.get("/institutions/dawn/change/").status_code == 404
    assert analyst.get("/institutions/no_such/").status_code == 404
