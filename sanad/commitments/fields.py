"""Form fields of commitments: several codes, several institutions, an amount of rupees."""

import re
from decimal import Decimal, InvalidOperation

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sanad.codes import queries as codes
from sanad.commitments.queries.named import institutions_by_number
from sanad.institutions import queries as institutions
from sanad.kit.text import ascii_digits, visible
from sanad.places import queries as places
from sanad.web.fields import Option

BETWEEN = re.compile(r"[;؛\n]+")


def code_options(vocabulary: str) -> list[Option]:
    """What may be picked of a vocabulary, by number; children stand below their parent."""
    return [
        Option(str(one.pk), f"{'— ' if one.parent_id else ''}{codes.label(one)}")
        for one in codes.codes_offered(vocabulary)
    ]


def grouped_options(vocabulary: str) -> list[Option]:
    """The same under the headings of the vocabulary."""
    heads = {one.pk: codes.label(one) for one in codes.codes_of(vocabulary)}
    return [
        Option(str(one.pk), codes.label(one), group=heads.get(one.parent_id, ""))
        for one in codes.codes_offered(vocabulary)
    ]


def institution_options() -> list[Option]:
    """Bodies that can lead: not newspapers, hospitals or communities."""
    left_out = {"newspaper", "broadcaster", "news_agency", "community", "hospital", "school", "police_station"}
    found = [one for one in institutions.institutions_of() if one.kind not in left_out and one.valid_to is None]
    return [
        Option(str(one.pk), one.name, other=one.name_en, aliases=(one.acronym, one.name_ur, one.slug)) for one in found
    ]


class ManyCodes(forms.TypedMultipleChoiceField):
    """Several codes of a short vocabulary, all shown."""

    def __init__(self, vocabulary: str, **rest: object) -> None:
        def choices() -> list[tuple[str, str]]:
            return [(option.key, str(option.label)) for option in code_options(vocabulary)]

        widget = forms.CheckboxSelectMultiple
        super().__init__(choices=choices, coerce=int, widget=widget, required=False, empty_value=[], **rest)


class ManyProvinces(forms.TypedMultipleChoiceField):
    """Several provinces and territories."""

    def __init__(self, **rest: object) -> None:
        def choices() -> list[tuple[str, str]]:
            return [(str(one.id), places.place_label(one)) for one in places.provinces()]

        widget = forms.CheckboxSelectMultiple
        super().__init__(choices=choices, coerce=int, widget=widget, required=False, empty_value=[], **rest)


class NamedCodes(forms.CharField):
    """Codes of a long vocabulary, typed one after another: “ICCPR 6; CAT 2”. Cleans to their numbers."""

    def __init__(self, vocabulary: str, **rest: object) -> None:
        self.vocabulary = vocabulary
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}), **rest)

    def clean(self, value: object) -> list[int]:
        found = []
        for said in _parts(super().clean(value)):
            code = codes.code_named(self.vocabulary, said).code
            if code is None:
                raise ValidationError(
                    _("“%(said)s” is not known. Write for example: ICCPR 6; CAT 2."), params={"said": said}
                )
            found.append(code.pk)
        return list(dict.fromkeys(found))

    def prepare_value(self, value: object) -> object:
        if not isinstance(value, list):
            return value
        known = {one.pk: one for one in codes.codes_of(self.vocabulary)}
        return "; ".join(codes.label(known[pk]) for pk in value if pk in known)


class NamedInstitutions(forms.CharField):
    """Institutions by name, typed one after another; cleans to their numbers."""

    def __init__(self, **rest: object) -> None:
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}), **rest)

    def clean(self, value: object) -> list[int]:
        found = []
        for said in _parts(super().clean(value)):
            one = institutions.institution_named(said).institution
            if one is None:
                raise ValidationError(_("“%(said)s” is no institution of the list."), params={"said": said[:60]})
            found.append(one.id)
        return list(dict.fromkeys(found))

    def prepare_value(self, value: object) -> object:
        if not isinstance(value, list):
            return value
        return "; ".join(institution_names(value).values())


class Amount(forms.CharField):
    """An amount, with thousands marks and Urdu digits; empty is not stated."""

    def __init__(self, *, places: int = 2, **rest: object) -> None:
        self.places = places
        attrs = {"inputmode": "decimal", "class": "input-short", "dir": "ltr", "autocomplete": "off"}
        super().__init__(required=rest.pop("required", False), widget=forms.TextInput(attrs=attrs), **rest)

    def clean(self, value: object) -> Decimal | None:
        text = ascii_digits(visible(str(super().clean(value) or ""))).replace(",", "").replace("٬", "").strip()
        text = text.replace("٫", ".").removesuffix("%").strip()
        if not text:
            return None
        try:
            amount = Decimal(text)
        except InvalidOperation as error:
            raise ValidationError(_("Write a number, like 1,500,000 or 12.5.")) from error
        if not amount.is_finite() or abs(amount) >= 10**11:
            raise ValidationError(_("Write a number, like 1,500,000 or 12.5."))
        return amount.quantize(Decimal(1).scaleb(-self.places))

    def prepare_value(self, value: object) -> object:
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value


def institution_names(numbers: list[int]) -> dict[int, str]:
    """Names of institutions by number, in the order given."""
    known = institutions_by_number(numbers)
    return {pk: known[pk].name for pk in numbers if pk in known}


def _parts(text: str) -> list[str]:
    return [part.strip() for part in BETWEEN.split(text or "") if part.strip()]
