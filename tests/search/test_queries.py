"""What is found by words, codes and places, in both scripts, and by whom."""

from dataclasses import replace
from datetime import date

import pytest

from sanad.accounts.models import SharingRule, User
from sanad.accounts.readers import reader_for
from sanad.accounts.rules import Gives
from sanad.accounts.scope import scoped
from sanad.codes import queries as codes
from sanad.institutions.actions import ensure_institution
from sanad.places.queries import place_by_code
from sanad.search import queries
from sanad.violations import actions as violations
from sanad.violations.actions.consent import Answered
from sanad.violations.queries import wishes_in
from sanad.violations.rules.consent import Answer, Giver, Use
from tests.search.conftest import draft

pytestmark = pytest.mark.django_db


def test_a_report_is_found_by_its_words_in_any_form(recorder):
    report = recorder.records("Two brothers were killed over a land dispute near the canal.")
    for text in ("canal", "land canal", "CANAL disputes", "killing brothers", "the canal"):
        assert recorder.finds(text) == {report.pk}, text
    assert recorder.finds("canal hospital") == set()


def test_a_code_or_a_place_is_a_word_in_either_script(recorder):
    report = recorder.records("زمین کے تنازع پر فائرنگ کی گئی۔", place="PK513")
    district = place_by_code("PK513")
    for text in ("killing", "قتل", "زمین", district.name_en, district.name_ur, "Khyber Pakhtunkhwa"):
        assert recorder.finds(text) == {report.pk}, text
    assert recorder.finds("Balochistan") == set()


def test_roman_urdu_finds_urdu_and_the_other_way_round(recorder, learnt):
    urdu = recorder.records("زمین کے تنازع پر کھیت میں جھگڑا ہوا۔", act="beating")
    roman = recorder.records("Zameen ke tanaze par jhagra hua.", act="beating")
    learnt()
    for text in ("zameen", "zamin", "زمین", "jhagra"):
        assert recorder.finds(text) == {urdu.pk, roman.pk}, text
    assert recorder.finds("khet") == {urdu.pk}


def test_two_words_have_to_fit_both(recorder, learnt):
    recorder.records("A student was beaten at a checkpost.", act="beating")
    both = recorder.records("A student was beaten at a college.", act="beating")
    learnt()
    assert recorder.finds("student collage") == {both.pk}


def test_facets_count_what_was_found(recorder):
    recorder.records("Canal dispute.", place="PK513")
    recorder.records("Canal dispute.", place="PK513", act="beating")
    found = recorder.found("canal")
    assert (found.total, found.events, found.more) == (2, 2, False)
    killing, beating = (str(codes.code("act", one).pk) for one in ("killing", "beating"))
    assert found.facets["act"] == {killing: 1, beating: 1}
    assert found.facets["state"] == {"new": 2}
    assert recorder.found("canal", acts=[int(killing)]).total == 1
    assert recorder.found("canal", year=1999).total == 0


def test_another_office_finds_nothing_and_counts_nothing(recorder, stranger, learnt):
    recorder.records("Zameen canal dispute.")
    learnt()
    for text in ("canal", "killing", "zamin"):
        found = stranger.found(text)
        assert (found.rows, found.total, found.events) == ([], 0, 0)
        assert not any(found.facets.values())


def test_who_may_only_count_finds_nothing(recorder, offices, searcher):
    recorder.records("Canal dispute.")
    counts, opens = searcher("analyst", offices.cso), searcher("analyst", offices.ministry)
    SharingRule.objects.create(
        giver=offices.kp, receiver=offices.cso, gives=Gives.COUNTS, since=date(2020, 1, 1), why="Agreed."
    )
    SharingRule.objects.create(
        giver=offices.kp, receiver=offices.ministry, gives=Gives.RECORDS, since=date(2020, 1, 1), why="Agreed."
    )
    for one, number in ((counts, 0), (opens, 1)):
        one.reader = again(one.reader)
        assert one.found("canal").total == number
    assert counts.reader.counts > counts.reader.sees


def again(reader):
    return reader_for(User.objects.get(pk=reader.user_id))


def test_a_conflict_closes_what_a_search_finds(recorder, searcher, offices):
    with scoped(recorder.reader):
        station = ensure_institution("gulbahar", "Gulbahar Thana", "police_station", by=recorder.reader)
    recorder.records("Canal custody.", accused=station.pk)
    assert recorder.found("canal").total == 1
    assert recorder.found("gulbahar thana").total == 1
    recorder.reader = replace(recorder.reader, conflicts=frozenset({station.pk}))
    found = recorder.found("canal")
    assert (found.total, found.rows, found.facets) == (0, [], {})


def test_an_emergency_lets_one_report_be_found(recorder, stranger):
    report = recorder.records("Canal dispute.")
    recorder.records("Canal fire.")
    stranger.reader = replace(stranger.reader, granted=frozenset({report.pk}))
    assert stranger.finds("canal") == {report.pk}


def test_what_somebody_withholds_is_found_by_its_keeper_alone(recorder, searcher, offices):
    report = recorder.records("Canal dispute.")
    SharingRule.objects.create(
        giver=offices.kp, receiver=offices.ministry, gives=Gives.RECORDS, since=date(2020, 1, 1), why="Agreed."
    )
    ministry = searcher("analyst", offices.ministry)
    assert ministry.finds("canal") == {report.pk}
    with scoped(recorder.reader):
        root = next(iter(wishes_in([report.pk])))
        no = [Answered(Use.RECORD, Answer.REFUSED, Giver.SELF)]
        violations.write_consents(report, root, no, by=recorder.reader)
    assert ministry.finds("canal") == set() and ministry.found("killing").total == 0
    assert recorder.finds("canal") == {report.pk}


def test_a_withdrawn_report_is_found_apart(recorder, searcher, offices):
    report = recorder.records("Canal dispute.")
    reviewer = searcher("reviewer", offices.kp)
    with scoped(reviewer.reader):
        violations.withdraw_report(report, by=reviewer.reader, why="Entered by mistake.")
    assert recorder.finds("canal") == set()
    assert recorder.finds("canal", withdrawn=True) == {report.pk}


def test_a_correction_is_found_by_what_it_says_now(recorder):
    report = recorder.records("Canal dispute.")
    with scoped(recorder.reader):
        violations.correct_report(report, draft("Orchard dispute."), by=recorder.reader, why="Misread.")
    assert recorder.finds("canal") == set()
    assert recorder.finds("orchard") == {report.pk}


def test_papers_are_found_by_their_title(recorder, stranger):
    recorder.records("Canal dispute.", title="Man held in Swabi bazaar")
    for who, titles in ((recorder, ["Man held in Swabi bazaar"]), (stranger, [])):
        with scoped(who.reader):
            assert [p.title for p in queries.papers_found(who.reader, queries.understood("swabi bazaar"))] == titles


@pytest.mark.parametrize(
    "text", ["", " ", "a", "\u202e", "the of", "ਗ", "😀", "'", '"; drop table', "%s", "\\", "x" * 5000]
)
def test_odd_texts_find_nothing_and_do_no_harm(recorder, text):
    recorder.records("Canal dispute.")
    assert recorder.found(text).total == 0


def test_gurmukhi_words_are_found_as_they_are_written(recorder):
    report = recorder.records("ਗੁਰਦੇਵ ਸਿੰਘ ਨੇ ਦੱਸਿਆ")
    assert recorder.finds("ਸਿੰਘ") == {report.pk}
