"""Base, mine, theirs: what is compared, what is merged, and that a beginning cannot be forged."""

import pytest
from django import forms
from django.http import QueryDict

from sanad.web import conflicts


class Shape(forms.Form):
    name = forms.CharField(label="Name")
    kind = forms.ChoiceField(label="Kind", choices=[("a", "Directorate"), ("b", "Wing")])
    tags = forms.MultipleChoiceField(label="Tags", required=False, choices=[("x", "X"), ("y", "Y")])
    since = forms.DateField(label="Since", required=False)
    open = forms.BooleanField(label="Open", required=False)


BEGUN = {"name": "Swat", "kind": "a", "tags": ["x"], "since": None, "open": False}


def met(theirs, **typed):
    base = conflicts.state_of(Shape(initial=BEGUN))
    data = QueryDict(mutable=True)
    for name, value in (BEGUN | typed).items():
        if value not in (None, False):
            data.setlist(name, value if isinstance(value, list) else [str(value)])
    form = Shape(data)
    now = conflicts.state_of(Shape(initial=BEGUN | theirs))
    return conflicts.compared(form, base, conflicts.typed_in(form), now), conflicts.merged(data, form, base, now)


def test_nobody_else_was_there():
    conflict, _data = met({}, name="Swat Office")
    assert conflict is None


def test_both_made_the_same_change():
    conflict, _data = met({"name": "Dir"}, name="Dir")
    assert conflict is None


def test_both_changed_one_field_and_mine_stays_in_the_form():
    conflict, data = met({"name": "Theirs"}, name="Mine")
    assert [(one.base, one.mine, one.theirs, one.both) for one in conflict.differences] == [
        ("Swat", "Mine", "Theirs", True)
    ]
    assert conflict.clashes and data["name"] == "Mine"


def test_what_only_they_changed_is_taken_over_and_said():
    conflict, data = met({"kind": "b", "tags": ["x", "y"], "open": True}, name="Mine")
    assert not conflict.clashes and data["name"] == "Mine"
    assert (data["kind"], data.getlist("tags"), data["open"]) == ("b", ["x", "y"], "on")
    assert {(one.label, one.theirs) for one in conflict.differences} == {
        ("Kind", "Wing"),
        ("Tags", "X, Y"),
        ("Open", "yes"),
    }


def test_the_second_save_begins_with_what_they_made():
    _conflict, data = met({"name": "Theirs"}, name="Mine")
    base = conflicts.base_of(data["base"])
    form = Shape(data)
    now = conflicts.state_of(Shape(initial=BEGUN | {"name": "Theirs"}))
    assert conflicts.compared(form, base, conflicts.typed_in(form), now) is None


@pytest.mark.parametrize("forged", ["", "abc", "eyJuYW1lIjpbXX0:1a:xx"])
def test_a_beginning_that_we_did_not_sign_is_none(forged):
    assert conflicts.base_of(forged) is None


def test_a_form_whose_empty_fields_keep_compares_what_stands():
    class Answers(forms.Form):
        publish = forms.ChoiceField(required=False, choices=[("", "as it is"), ("given", "agreed"), ("no", "refused")])
        stands = "given"

        def record_state(self):
            return {"publish": [self.stands]}

    base = conflicts.state_of(Answers())
    kept = Answers(QueryDict(""))
    changed = Answers()
    changed.stands = "no"
    conflict = conflicts.compared(kept, base, conflicts.typed_in(kept), conflicts.state_of(changed))
    assert not conflict.clashes  # I said nothing of it
    mine = Answers(QueryDict("publish=given"))
    assert conflicts.compared(mine, {"publish": ["asked"]}, conflicts.typed_in(mine), {"publish": ["no"]}).clashes
