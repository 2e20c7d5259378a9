import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.kit.refusals import N_, Incomplete, NotPermitted, OutOfOrder, Reason, Refused, fill


def test_a_refusal_says_why_and_about_which_field():
    refused = Incomplete.one("report.no_source", N_("Say who told us of %(place)s."), field="source", place="Swat")
    (reason,) = refused.reasons
    assert (reason.code, reason.field) == ("report.no_source", "source")
    assert reason.plain() == str(refused) == "Say who told us of Swat."


def test_every_kind_of_refusal_is_caught_as_one():
    for kind in (NotPermitted, OutOfOrder, Incomplete):
        with pytest.raises(Refused):
            raise kind.one("no", "No.")


def test_a_refusal_without_a_reason_is_a_programmers_mistake():
    with pytest.raises(ValueError, match="reason"):
        Refused([])


def test_a_refusal_keeps_the_order_of_its_reasons():
    refused = Refused([Reason("a", "First."), Reason("b", "Second.")])
    assert str(refused) == "First. Second."


def test_a_place_without_a_value_stays_as_written():
    assert fill("%(least)s of 100%% and %(most)s", {"least": 3}) == "3 of 100% and %(most)s"


def test_reasons_can_be_put_into_a_set_and_refusals_sent_to_another_process():
    assert len({Reason("a", "A %(n)s", {"n": 1}), Reason("a", "A %(n)s", {"n": 1})}) == 1
    sent = pickle.loads(pickle.dumps(NotPermitted.one("a", "%(n)s", n=1)))
    assert isinstance(sent, NotPermitted) and str(sent) == "1"


@given(st.text(), st.dictionaries(st.text(), st.text()))
def test_no_sentence_of_a_translator_breaks_a_refusal(sentence, params):
    assert isinstance(fill(sentence, params), str)
