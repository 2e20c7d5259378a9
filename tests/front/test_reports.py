"""The page of a report: corrected, opened."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from sanad.accounts.models import KeptEdit
from sanad.accounts.queries.approvals import notices_for
from sanad.accounts.readers import reader_for
from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.ledger.models import Deed
from sanad.places import queries as places
from sanad.vault.models import Look, Sealed
from sanad.violations import actions
from sanad.violations.drafts import ActDraft, InvolvementDraft, MentionDraft, ReportDraft
from sanad.violations.models import Act, Event, Mention, Report, Revision, VictimStatus
from tests.front.conftest import DAY, faults, typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault_in_test")]

WHY = "The paper printed a correction."
FIELD = re.compile(r'<(?:input|textarea)[^>]*name="([^"]+)"[^>]*>([^<]*)')
VALUE = re.compile(r' value="([^"]*)"')
SELECT = re.compile(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', re.DOTALL)


def fields_of(page: str) -> dict:
    """What a form holds, as a browser without script would send it."""
    said = {}
    form = page.split('<form class="entry"')[1].split("</form>")[0]
    for tag in re.finditer(r'<input[^>]*name="([^"]+)"[^>]*>', form):
        value = VALUE.search(tag[0])
        if "checkbox" in tag[0] and " checked" in tag[0]:
            said.setdefault(tag[1], []).append(value[1] if value else "on")
        elif "checkbox" not in tag[0] and "radio" not in tag[0]:
            said[tag[1]] = unescape(value[1]) if value else ""
    for name, text in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\s?([^<]*)</textarea>', form):
        said[name] = unescape(text)
    for name, options in SELECT.findall(form):
        chosen = re.findall(r'value="([^"]*)" selected', options)
        said.setdefault(name, []).extend(filter(None, chosen))
    return said | {"do": "save"}


def begin(who, report) -> dict:
    return fields_of(who.post(f"/reports/{report.reference}/correct/", why=WHY).content.decode())


def send(who, report, said):
    return who.client.post(f"/reports/{report.reference}/correct/", said)


def test_a_correction_asks_why_before_it_opens_names(recorder, recorded):
    report = recorded()
    page = recorder.get(f"/reports/{report.reference}/correct/").content.decode()
    assert "Gul Bibi" not in page
    answer = recorder.post(f"/reports/{report.reference}/correct/", why=WHY)
    assert "Gul Bibi" in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    with recorder.sees():
        assert Look.objects.filter(purpose="correcting").exists()


def test_a_correction_without_a_reason_opens_nothing(recorder, recorded):
    report = recorded()
    for why in ("", "x"):
        answer = recorder.post(f"/reports/{report.reference}/correct/", why=why)
        assert "Gul Bibi" not in answer.content.decode()
        assert faults(answer)


def test_a_correction_is_a_second_revision_and_the_first_stays(recorder, recorded):
    report = recorded()
    said = begin(recorder, report) | {"summary": "A woman was strangled at her home.", "means": "strangulation"}
    assert send(recorder, report, said).status_code == 302
    with recorder.sees():
        assert list(Revision.objects.order_by("number").values_list("number", "until")) == [(1, 2), (2, None)]
        assert Act.objects.get(until=None).means.slug == "strangulation"
        assert Act.objects.filter(until=2).get().means.slug == "firearm"
        assert Event.objects.get().title == "A woman was strangled at her home."
    page = recorder.get(f"/reports/{report.reference}/").content.decode()
    assert "A woman was shot dead" in page and WHY in page


def test_since_when_somebody_is_missing_is_corrected_like_any_field(recorder, recorded):
    report = recorded(victims__0__status="missing", victims__0__status_on="2026-01")
    said = begin(recorder, report)
    assert said["victims-0-status_on"] == "2026-01"
    assert send(recorder, report, said | {"victims-0-status_on": "2026-01-17"}).status_code == 302
    with recorder.sees():
        assert [one.happened for one in VictimStatus.objects.filter(until=None)] == ["2026-01-17"]
    assert "17 January 2026" in recorder.get(f"/reports/{report.reference}/").content.decode()


def test_a_form_sent_back_as_it_was_changes_nothing_that_is_said(recorder, recorded):
    report = recorded(
        victims__count="2",
        victims__1__kind="group",
        victims__1__acts=["wounding", "threats"],
        victims__1__min_size="3",
        victims__1__characteristics=["teacher", "student"],
        victims__1__status="injured",
        narrative="Gul Bibi was shot by Sher Khan.",
        fir_number="77/26",
        informant_name="Haji Karim",
        perpetrators__count="2",
        perpetrators__1__type="mob",
        perpetrators__1__line="2",
        perpetrators__1__name="Sher Khan",
    )
    with recorder.sees():
        before = state_of(report)
    assert send(recorder, report, begin(recorder, report)).status_code == 302
    with recorder.sees():
        assert state_of(report) == before
        roots = set(Mention.objects.filter(since=1).values_list("root", flat=True))
        assert set(Mention.objects.filter(until=None).values_list("root", flat=True)) == roots
    opened = recorder.post(f"/reports/{report.reference}/names/", why="To compare.").content.decode()
    for name in ("Gul Bibi", "Sher Khan", "Haji Karim"):
        assert name in opened


def state_of(report) -> list:
    """All that a report says now, without ids of rows."""
    left_out = {"id", "since", "until", "made_at", "number", "why", "content_hash"}
    rows = []
    for related in ("mentions", "acts", "involvements", "statuses", "revisions"):
        for row in getattr(report, related).filter(until=None).values():
            kept = {k: str(v) for k, v in row.items() if k not in left_out and (k != "root" or "act" in related)}
            rows.append((related, sorted(kept.items())))
    involved = [r for r in rows if r[0] in ("involvements", "statuses")]
    return sorted(r for r in rows if r not in involved) + sorted(
        (name, [pair for pair in pairs if pair[0] != "root"]) for name, pairs in involved
    )


def test_a_line_taken_away_does_not_hand_its_judgement_to_the_next(recorder, reviewer, recorded):
    report = recorded(victims__count="2", victims__1__kind="individual", victims__1__acts=["wounding"])
    with recorder.sees():
        killing = Act.objects.get(type__slug="killing")
    reviewer.client.post(
        f"/events/{report.reference}/judge/",
        {"verdict": "verified", "standard": "clear_and_convincing", "why": WHY, "violations": [str(killing.root)]},
    )
    said = begin(recorder, report) | {"do": "drop victims 0"}
    said = fields_of(send(recorder, report, said).content.decode())
    assert (said["victims-count"], said["done-0-type"], said["victims-0-done"]) == ("1", ["wounding"], ["1"])
    assert send(recorder, report, said).status_code == 302
    with recorder.sees():
        event = Event.objects.get()
        assert (event.violations, event.state) == (1, "new")


def test_two_who_correct_at_once_do_not_overwrite_each_other(recorder, person, house, recorded):
    report = recorded()
    colleague = person("recorder", house.kp)
    mine, theirs = begin(recorder, report), begin(colleague, report)
    assert send(colleague, report, theirs | {"summary": "A woman was shot."}).status_code == 302
    mine |= {"summary": "A woman was wounded.", "victims-0-name": "Gul Bano"}
    page = send(recorder, report, mine).content.decode()
    conflict = page.split('<section class="conflict"')[1].split("</section>")[0]
    assert colleague.user.full_name in conflict and "both changed it" in conflict
    for wording in ("A woman was shot dead at her home.", "A woman was wounded.", "A woman was shot."):
        assert wording in conflict
    assert "Gul Bano" not in conflict  # nobody else touched the name
    with recorder.sees():
        kept = KeptEdit.objects.get()
        assert kept.sealed and kept.typed is None and Revision.objects.filter(until=None).get().number == 2
    # The day after: the draft is opened with the reason of a correction, beside what the report says by then.
    send(colleague, report, begin(colleague, report) | {"summary": "A woman was shot at noon."})
    again = fields_of(send(recorder, report, {"why": WHY, "do": "draft"}).content.decode())
    assert (again["summary"], again["victims-0-name"]) == ("A woman was wounded.", "Gul Bano")
    assert send(recorder, report, again).status_code == 302
    with recorder.sees():
        assert Revision.objects.get(until=None).summary == "A woman was wounded."
        assert not KeptEdit.objects.exists() and not Sealed.objects.filter(of="kept_edit").exists()


def test_what_only_the_other_corrected_stays_corrected(recorder, person, house, recorded):
    report = recorded()
    colleague = person("recorder", house.kp)
    mine, theirs = begin(recorder, report), begin(colleague, report)
    send(colleague, report, theirs | {"means": "sharp", "victims-0-age": "40"})
    page = send(recorder, report, mine | {"summary": "A woman was wounded."}).content.decode()
    assert "both changed it" not in page
    again = fields_of(page)
    assert (again["means"], again["victims-0-age"], again["summary"]) == (["sharp"], "40", "A woman was wounded.")


def test_a_correction_that_names_somebody_is_refused_and_keeps_what_was_typed(recorder, recorded):
    report = recorded()
    answer = send(recorder, report, begin(recorder, report) | {"summary": "Gul Bibi was killed."})
    assert any("names somebody" in fault for fault in faults(answer))
    assert "Gul Bibi was killed." in answer.content.decode()
    with recorder.sees():
        assert Revision.objects.count() == 1


def test_a_neighbour_who_only_reads_corrects_nothing(person, house, recorded, stranger):
    report = recorded()
    assert stranger.get(f"/reports/{report.reference}/correct/").status_code == 404
    assert person("analyst", house.kp).get(f"/reports/{report.reference}/correct/").status_code == 404


def test_names_are_opened_for_a_reason_and_it_is_written_down(recorder, reviewer, recorded):
    report = recorded(narrative="Gul Bibi was shot.")
    address = f"/reports/{report.reference}/names/"
    assert "Gul Bibi" not in reviewer.get(address).content.decode()
    answer = reviewer.post(address, why="To call the family back.")
    page = answer.content.decode()
    assert "Gul Bibi" in page and "Gul Bibi was shot." in page
    assert answer["Cache-Control"] == "no-store"
    with reviewer.sees():
        assert Look.objects.filter(reason="To call the family back.", user_id=reviewer.user.pk).exists()
    assert Deed.objects.filter(action="sealed.opened", actor=reviewer.user.pk).exists()
    assert "Gul Bibi" not in reviewer.get(address).content.decode()


def test_who_typed_a_report_reads_its_names_that_day_without_asking(recorder, recorded):
    report = recorded()
    page = recorder.get(f"/reports/{report.reference}/names/").content.decode()
    assert "Gul Bibi" in page
    with recorder.sees():
        assert Look.objects.get().purpose == "entry"


def test_a_day_later_she_is_asked(recorder, recorded, monkeypatch):
    report = recorded()
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr("sanad.violations.queries.told.timezone.localdate", lambda *moment: _day(tomorrow, *moment))
    assert "Gul Bibi" not in recorder.get(f"/reports/{report.reference}/names/").content.decode()


def _day(today, *moment):
    return timezone.localtime(*moment).date() if moment else today


def test_another_recorder_of_the_office_is_asked(person, house, recorded):
    report = recorded()
    assert "Gul Bibi" not in person("recorder", house.kp).get(f"/reports/{report.reference}/names/").content.decode()


def test_over_budget_nothing_opens_and_the_head_is_told_once(reviewer, person, house, recorded, settings):
    settings.LOOKS_A_DAY = 1
    first, second = recorded(), recorded()
    assert "Gul Bibi" in reviewer.post(f"/reports/{first.reference}/names/", why="To compare.").content.decode()
    for _ in range(2):
        answer = reviewer.post(f"/reports/{second.reference}/names/", why="To compare.")
        assert answer.status_code == 409
        assert "Gul Bibi" not in answer.content.decode()
        assert "as many people as one day allows (1)" in answer.content.decode()
    head = reader_for(person("head", house.kp).user)
    with scoped(head):
        (notice,) = notices_for(head)
    assert (notice.kind, notice.about) == ("over_budget", str(reviewer.user.pk))


def test_without_a_reason_no_name_is_opened(reviewer, recorded):
    report = recorded()
    answer = reviewer.post(f"/reports/{report.reference}/names/", why="x")
    assert "Say in a few words why" in faults(answer)[0]
    with reviewer.sees():
        assert Look.objects.count() == 0


@pytest.mark.parametrize("role", ["recorder", "reviewer", "cso"])
def test_another_province_opens_no_name(person, house, recorded, role):
    report = recorded()
    other = person(role, house.sindh)
    for address in ("", "names/", "correct/", "withdraw/"):
        assert other.get(f"/reports/{report.reference}/{address}").status_code == 404
    assert other.post(f"/reports/{report.reference}/names/", why="Curious about it.").status_code == 404


def test_an_analyst_opens_no_name(person, house, recorded):
    report = recorded()
    assert person("analyst", house.kp).get(f"/reports/{report.reference}/names/").status_code == 404


def test_the_page_of_a_report_says_what_it_says(recorder, recorded):
    report = recorded(fir_number="77/26", victims__0__status="dead")
    page = recorder.get(f"/reports/{report.reference}/").content.decode()
    for words in (typed()["summary"], "Dawn", "Newspaper", "77/26", "Female, 30 years", "Dead", "Peshawar", "Firearm"):
        assert words in page
    with recorder.sees():
        assert Report.objects.count() == 1


@pytest.fixture
def imported(recorder):
    """A report with more to it than the form shows: acts that differ, coordinates, the row as it came."""

    def code(vocabulary, slug):
        return codes.code(vocabulary, slug).pk

    place = {key: places.place_by_key(key).id for key in ("kp_peshawar", "kp_mardan")}
    draft = ReportDraft(
        source_kind=code("source_kind", "compiled_list"),
        received_on=DAY,
        summary="Two were killed.",
        raw={"Column A": "as it came"},
        mentions=(
            MentionDraft("one", sealed={"name": "Gul Bibi", "other_names": "Gulo"}),
            MentionDraft("two", kind="group", min_size=2),
            MentionDraft("scribe", role="other", sealed={"name": "Karim"}),
            MentionDraft("accused", role="perpetrator", sealed={"name": "Sher Khan"}),
        ),
        acts=(
            ActDraft(
                "a", "one", code("act", "killing"), code("means", "firearm"), place=place["kp_peshawar"],
                place_precision="district", sealed={"latitude": 34.01, "longitude": 71.5},
            ),
            ActDraft("c", "one", code("act", "torture"), place=place["kp_peshawar"]),
            ActDraft("b", "two", code("act", "killing"), code("means", "fire"), place=place["kp_mardan"]),
        ),
        involvements=(InvolvementDraft("a", type=code("perpetrator_type", "mob")),),
    )  # fmt: skip
    with recorder.sees():
        return actions.record_report(draft, by=recorder.reader)


def test_what_the_form_cannot_show_outlives_a_correction(recorder, imported):
    page = recorder.post(f"/reports/{imported.reference}/correct/", why=WHY).content.decode()
    assert "Differs between the acts" in page
    said = fields_of(page) | {"summary": "Two were killed on one day."}
    assert send(recorder, imported, said).status_code == 302
    with recorder.sees():
        now = Act.objects.filter(until=None).order_by("position")
        said = [(act.type.slug, act.means and act.means.slug, act.place.key) for act in now]
        assert said == [
            ("killing", "firearm", "kp_peshawar"),
            ("torture", None, "kp_peshawar"),
            ("killing", "fire", "kp_mardan"),
        ]
        involved = imported.involvements.get(until=None)  # the mob is blamed for one act, not for its victim's other
        assert Act.objects.get(root=involved.act, until=None).means.slug == "firearm"
    opened = recorder.post(f"/reports/{imported.reference}/names/", why="To compare.").content.decode()
    for words in ("Gulo", "Karim", "Sher Khan", "as it came", "34.01"):
        assert words in opened, words


def test_what_is_filled_in_a_correction_holds_for_the_acts_that_do_not_say_it_themselves(recorder, imported):
    said = begin(recorder, imported)
    assert [said[f"done-{n}-means"] for n in range(3)] == [["firearm"], [], ["fire"]] and said["means"] == []
    said |= {"means": "strangulation", "done-2-means": [], "done-2-stated_reason": ["honour"]}
    with recorder.sees():
        before = set(Act.objects.values_list("root", flat=True))
    assert send(recorder, imported, said).status_code == 302
    with recorder.sees():
        now = Act.objects.filter(until=None).order_by("position")
        assert [(act.means.slug, act.stated_reason and act.stated_reason.slug) for act in now] == [
            ("firearm", None),
            ("strangulation", None),
            ("strangulation", "honour"),
        ]
        assert {act.root for act in now} == before  # judgements of the acts outlive it
    page = recorder.get(f"/events/{imported.reference}/").content.decode()
    assert [one for one in ("Honour", "Strangling or smothering", "Firearm") if one not in page] == []
