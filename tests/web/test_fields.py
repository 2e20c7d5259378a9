"""What people type into dates, counts and codes."""

import pytest
from django import forms
from django.utils import translation

from sanad.kit.dates import PartialDate
from sanad.kit.refusals import Incomplete, Reason
from sanad.web.fields import CountField, Option, PartialDateField, PickerField, SelectField
from sanad.web.forms import add_refusal

CITIES = [
    Option("karachi", "Karachi", "کراچی", ("Kolachi",)),
    Option("hyderabad_sd", "Hyderabad", "حیدرآباد"),
    Option("hyderabad_in", "Hyderabad", "حیدر آباد دکن"),
]


def cleaned(field, value):
    """What the field makes of a text, or the code and words of its refusal."""
    try:
        return field.clean(value)
    except forms.ValidationError as error:
        return error.messages[0]


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2023", "2023"),
        ("2023-04", "2023-04"),
        ("2023-04-17", "2023-04-17"),
        ("17/04/2023", "2023-04-17"),
        ("۱۷/۰۴/۲۰۲۳", "2023-04-17"),
        ("17 اپریل 2023", "2023-04-17"),
        ("April 2023", "2023-04"),
        ("2014~", "2014~"),
        ("2014-05/..", "2014-05/.."),
    ],
)
def test_a_date_is_read_as_people_write_it(typed, edtf):
    assert cleaned(PartialDateField(), typed) == PartialDate.parse(edtf)


def test_an_empty_date_is_unknown():
    assert PartialDateField(required=False).clean("") is None


def test_a_day_that_does_not_exist_is_explained():
    assert "There is no such day" in cleaned(PartialDateField(), "31/02/2014")
    assert "Write the date like 17/04/2023" in cleaned(PartialDateField(), "last week")
    assert "write all four" in cleaned(PartialDateField(), "17/04/23")


def test_a_date_is_shown_again_as_it_is_stored():
    class Form(forms.Form):
        when = PartialDateField()

    assert 'value="2014-05/.."' in str(Form(initial={"when": PartialDate.parse("2014-05/..")})["when"])


@pytest.mark.parametrize(("typed", "count"), [("", None), ("0", 0), (" 12 ", 12), ("1,200", 1200), ("۱٬۲۰۰", 1200)])
def test_an_empty_count_is_unknown_and_zero_is_none(typed, count):
    assert CountField().clean(typed) == count


@pytest.mark.parametrize("typed", ["-3", "12-15", "about 30", "1.5", "²"])
def test_what_is_no_count_is_explained(typed):
    assert "Write a whole number" in cleaned(CountField(), typed)


def test_a_count_beyond_reason_is_doubted():
    assert "more than 1,000,000" in cleaned(CountField(), "9" * 400)


@pytest.mark.parametrize("typed", ["Karachi", "karachi", " KARACHI ", "کراچی", "کراچي", "kolachi"])
def test_a_place_is_picked_by_any_of_its_names(typed):
    assert PickerField(options=CITIES).clean(typed) == "karachi"


def test_a_name_of_two_things_is_not_guessed():
    assert "can mean Hyderabad or Hyderabad" in cleaned(PickerField(options=CITIES), "Hyderabad")
    assert PickerField(options=CITIES).clean("حیدرآباد") == "hyderabad_sd"


def test_a_part_of_a_name_is_not_enough():
    assert "is not in the list" in cleaned(PickerField(options=CITIES), "Kara")


def test_a_picker_shows_the_name_of_its_key_and_suggests_without_script():
    class Form(forms.Form):
        city = PickerField(options=lambda: CITIES)

    shown = str(Form(initial={"city": "karachi"})["city"])
    assert 'value="Karachi"' in shown
    assert '<datalist id="id_city_options"><option value="Karachi">کراچی</option>' in shown


def test_not_choosing_is_not_stated():
    field = SelectField(options=[Option("woman", "woman"), Option("man", "man", group="Others")], required=False)
    assert field.clean("") is None
    assert field.clean("man") == "man"
    assert "one of the available" in cleaned(field, "bird")


class Report(forms.Form):
    happened = PartialDateField(label="When")
    sure = forms.BooleanField(label="Sure", required=False)


def test_a_wrong_field_is_tied_to_its_error():
    page = str(Report({"happened": "31/02/2014"}))
    assert 'aria-invalid="true" aria-describedby="id_happened_helptext id_happened_error"' in page
    assert '<p class="field-error" id="id_happened_error">There is no such day.' in page
    assert '<a href="#id_happened">When</a>' in page
    assert '<label for="id_happened">When' in page


def test_a_refusal_of_an_action_stands_at_its_field():
    form = Report({"happened": "2014"})
    reasons = (Reason("a", "Too early: %(day)s.", {"day": "2014"}, "happened"), Reason("b", "No source.", {}, "source"))
    add_refusal(form, Incomplete(reasons))
    assert form.errors == {"happened": ["Too early: 2014."], "__all__": ["No source."]}


def test_sentences_of_the_fields_are_in_urdu():
    with translation.override("ur"):
        assert "ایسا کوئی دن نہیں" in cleaned(PartialDateField(), "31/02/2014")
        assert cleaned(CountField(required=True), None) == "یہ خانہ بھرنا ضروری ہے۔"
