"""Loading places: twice changes nothing, ids stay, an operator's pack stands beside the product's files."""

import pytest
from django.db import IntegrityError, transaction

from sanad.kit.refusals import Refused
from sanad.ledger.models import Deed
from sanad.places import queries, seed
from sanad.places.actions import load_pack, load_places
from sanad.places.models import Edition, Place, PlaceCode, PlaceName, Population, Succession

pytestmark = pytest.mark.django_db

PACK = """local_code,level,name_en,unit_type,district_census,district_pcode,pop_2023,male,female,transgender
T0001,3,Awaran,Sub-Division,Awaran,PK201,45774,23188.0,22582.0,4.0
T0002,3,Gishkore,Tehsil,Awaran,PK201,31462,16104.0,15355.0,3.0
T0003,3,Baldia,Tehsil,Keamari,X-001,100,,40,
T0004,3,Rest of a name,Tehsil,Keamari,X-001,,,,
"""


class Operator:
    """Whoever works on the server."""

    user_id = None
    name = "operator"


@pytest.fixture
def pack_file(tmp_path):
    file = tmp_path / "tehsils.csv"
    file.write_text(PACK, encoding="utf-8")
    return file


def test_all_places_are_loaded(bare_site, loaded):
    assert loaded.added == loaded.places == Place.objects.count() == len(seed.places())
    assert Place.objects.get(key="kp_swat").parent.key == "kp"
    assert Place.objects.get(key="kp_darra_adam_khel").former_parent.key == "fata_fr_kohat"
    assert PlaceCode.objects.get(system="ocha_2022", code="PK513").place.key == "kp_khyber"
    assert PlaceName.objects.filter(place__key="kp", name="NWFP", kind="former").exists()
    assert Succession.objects.get(predecessor__key="fata").happened.isoformat() == "2018-05-31"


def test_the_same_files_twice_change_nothing(loaded):
    ids = dict(Place.objects.values_list("id", "key"))
    again = load_places()
    assert (again.added, again.version) == (0, loaded.version)
    assert dict(Place.objects.values_list("id", "key")) == ids
    assert Edition.objects.count() == 1


def test_a_changed_name_keeps_its_id_and_makes_an_edition(loaded):
    swat = Place.objects.get(key="kp_swat")
    Place.objects.filter(pk=swat.pk).update(name_en="Sawat")
    again = load_places()
    assert Place.objects.get(pk=swat.pk).name_en == "Swat"
    assert again.version == loaded.version


def test_precision_of_dates_is_kept(loaded):
    merged, split = Place.objects.get(key="fata"), Place.objects.get(key="sd_korangi")
    assert (merged.valid_to.isoformat(), merged.valid_to_precision) == ("2018-05-31", "day")
    assert (split.valid_from.isoformat(), split.valid_from_precision) == ("2013-01-01", "year")


def test_the_gazetteer_is_read_once_per_version(loaded, django_assert_num_queries):
    queries.gazetteer()
    with django_assert_num_queries(1):
        queries.gazetteer()


def test_a_pack_brings_tehsils_and_people(loaded, pack_file):
    before = queries.gazetteer()
    loading = load_pack(pack_file, by=Operator())
    assert loading.added == 3
    assert loading.version != loaded.version
    tehsil = Place.objects.get(key="ba_awaran_t0002")
    assert (tehsil.parent.key, tehsil.pack, tehsil.kind) == ("ba_awaran", "tehsils", "tehsil")
    assert queries.gazetteer() is not before
    assert queries.gazetteer().resolve("Gishkore").precision == "tehsil"
    assert queries.gazetteer().resolve("Awaran").place.key == "ba_awaran"
    deed = Deed.objects.get(action="places.pack_loaded")
    assert deed.object_id == loading.version


def test_people_are_summed_and_a_missing_figure_stays_unknown(loaded, pack_file):
    load_pack(pack_file, by=Operator())
    awaran = queries.population(queries.place_by_code("PK201"), 2023)
    assert awaran == {"total": 77236, "male": 39292, "female": 37937, "transgender": 7}
    keamari = Population.objects.get(place__key="sd_keamari")
    assert (keamari.total, keamari.male, keamari.female, keamari.transgender) == (100, None, 40, None)
    assert queries.population(queries.place_by_code("PK-PB"), 2023) is None


def test_a_pack_twice_changes_nothing(loaded, pack_file):
    first = load_pack(pack_file, by=Operator())
    ids = set(Place.objects.values_list("id", flat=True))
    again = load_pack(pack_file, by=Operator())
    assert (again.added, again.version) == (0, first.version)
    assert set(Place.objects.values_list("id", flat=True)) == ids
    assert Deed.objects.filter(action="places.pack_loaded").count() == 1


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("pop_2023", "people", "pack_columns"),
        ("45774", "many", "pack_line"),
        ("31462", "-1", "pack_line"),
        ("Awaran,PK201,45774", "Nowhere,PK999,45774", "pack_district"),
        ("T0002,3,Gishkore", "T0002", "pack_line"),
    ],
)
def test_a_faulty_pack_loads_nothing(loaded, pack_file, old, new, code):
    pack_file.write_text(PACK.replace(old, new), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        load_pack(pack_file, by=Operator())
    assert refused.value.reasons[0].code == code
    assert not Place.objects.filter(kind="tehsil").exists()


@pytest.mark.parametrize("content", [b"PK\x03\x04\xff\xfe\x00", None])
def test_a_file_that_is_no_text_or_not_there_is_refused(loaded, tmp_path, content):
    file = tmp_path / "pack.csv"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(Refused) as refused:
        load_pack(file, by=Operator())
    assert refused.value.reasons[0].code == "pack_unreadable"


def test_the_census_file_is_read_whole(loaded, shared_data):
    loading = load_pack(shared_data / "places" / "pk_tehsils_census2023.csv", by=Operator())
    assert loading.added == 590  # one line is the rest of the name above it
    districts = Population.objects.filter(place__kind="district")
    assert districts.count() == 136
    assert sum(districts.values_list("total", flat=True)) == 241_227_004
    assert queries.population(queries.place_by_key("sd_keamari"), 2023)["total"] == 2_068_451


@pytest.mark.parametrize(
    ("change", "constraint"),
    [
        ({"key": "Bad Key"}, "place_key_shape"),
        ({"kind": "planet"}, "place_kind_known"),
        ({"parent": None}, "place_only_country_on_top"),
        ({"name_en": ""}, "place_named"),
        ({"name_ur": ""}, "place_named_in_urdu"),
        ({"valid_from": "2020-01-01", "valid_to": "2019-01-01"}, "place_ends_after_it_begins"),
    ],
)
def test_a_place_that_must_not_exist_is_refused(loaded, change, constraint):
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Place.objects.filter(key="kp_swat").update(**change)


def test_a_unit_does_not_become_itself(loaded):
    swat = Place.objects.get(key="kp_swat")
    with pytest.raises(IntegrityError, match="succession_to_another"), transaction.atomic():
        Succession.objects.create(
            predecessor=swat, successor=swat, happened="2020-01-01", precision="day", kind="renamed"
        )
