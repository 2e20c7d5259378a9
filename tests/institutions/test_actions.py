"""Loading institutions, and naming those that an import brings."""

import pytest
from django.db import IntegrityError, transaction

from sanad.institutions import queries, seed
from sanad.institutions.actions import ensure_institution, load_institutions
from sanad.institutions.models import Institution, InstitutionName
from sanad.kit.refusals import Refused
from sanad.ledger.models import Deed

pytestmark = pytest.mark.django_db


class Recorder:
    """Somebody who imports."""

    user_id = 7
    name = "recorder"


def test_all_institutions_are_loaded(bare_site, loaded):
    assert loaded.added == Institution.objects.count() == len(seed.institutions())
    court = queries.institution("peshawar_high_court")
    assert (court.kind, court.place.key, court.name_ur) == ("court", "kp_peshawar", "پشاور ہائی کورٹ")
    directorate = queries.institution("directorate_of_human_rights_khyber_pakhtunkhwa")
    assert directorate.parent.name_en.startswith("Law, Parliamentary Affairs")


def test_the_same_files_twice_change_nothing(loaded):
    ids = dict(Institution.objects.values_list("id", "slug"))
    names = InstitutionName.objects.count()
    again = load_institutions()
    assert (again.added, again.changed) == (0, 0)
    assert dict(Institution.objects.values_list("id", "slug")) == ids
    assert InstitutionName.objects.count() == names


def test_an_import_names_an_institution_once(loaded):
    made = ensure_institution("abs_cbn", "ABS-CBN", "newspaper", by=Recorder())
    assert (made.name_en, made.created_by) == ("ABS-CBN", 7)
    assert ensure_institution("abs_cbn", "ABS CBN", "newspaper", by=Recorder()) == made
    assert queries.institution_named("ABS CBN").institution.slug == "abs_cbn"
    assert Deed.objects.filter(action="institution.named", object_id=str(made.pk)).count() == 1


def test_an_import_that_writes_a_known_name_otherwise_makes_nothing_new(loaded):
    assert ensure_institution("daily_dawn", "Daily Dawn", "newspaper").slug == "dawn"
    assert ensure_institution("roznama_jang", "روزنامہ جنگ", "newspaper").slug == "jang"


def test_an_urdu_name_stays_urdu(loaded):
    made = ensure_institution("thana_gulberg", "تھانہ گلبرگ", "police_station")
    assert (made.name_en, made.name_ur, made.name) == ("", "تھانہ گلبرگ", "تھانہ گلبرگ")


@pytest.mark.parametrize(("slug", "name"), [("", "Somebody"), ("somebody", "  ")])
def test_a_nameless_institution_is_refused(loaded, slug, name):
    with pytest.raises(Refused) as refused:
        ensure_institution(slug, name, "cso")
    assert refused.value.reasons[0].code == "institution_nameless"


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"slug": "Bad-Slug"}, "institution_slug_shape"),
        ({"kind": "planet"}, "institution_kind_known"),
        ({"level": "galactic"}, "institution_level_known"),
        ({"name_en": "", "name_ur": ""}, "institution_named"),
        ({"valid_from": "2020-01-01", "valid_to": "2019-01-01"}, "institution_ends_after_it_begins"),
    ],
)
def test_an_institution_that_must_not_exist_is_refused(loaded, change, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Institution.objects.filter(slug="dawn").update(**change)
