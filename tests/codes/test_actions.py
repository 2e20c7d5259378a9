"""Loading codes: twice changes nothing, nothing is ever deleted, faults load nothing."""

import shutil

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction

from sanad.codes import files, queries
from sanad.codes.actions import load_codes
from sanad.codes.models import Code, Loaded, Vocabulary
from sanad.kit.refusals import Refused
from sanad.ledger.models import Deed

pytestmark = pytest.mark.django_db


@pytest.fixture
def data(tmp_path, bare_site):
    """A copy of the data folder that a test may change."""
    for name in ("codes", "classifications"):
        shutil.copytree(settings.DATA / name, tmp_path / name)
    shutil.copy(settings.DATA / "presets.yaml", tmp_path)
    yield tmp_path
    queries.forget()


def change(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_all_files_are_loaded(data, vocabularies):
    loading = load_codes(data)
    assert loading.added == Code.objects.count() == sum(len(one.codes) for one in vocabularies)
    assert (loading.changed, loading.ended) == (0, 0)
    assert Code.objects.get(vocabulary__slug="act", slug="gang_rape").parent.slug == "rape"


def test_the_same_files_twice_change_nothing(data):
    first = load_codes(data)
    ids = dict(Code.objects.values_list("pk", "slug"))
    again = load_codes(data)
    assert (again.added, again.changed, again.ended, again.version) == (0, 0, 0, first.version)
    assert dict(Code.objects.values_list("pk", "slug")) == ids
    assert Loaded.objects.count() == 1


def test_fresh_sites_give_the_same_ids(data):
    load_codes(data)
    ids = dict(Code.objects.values_list("pk", "slug"))
    Code.objects.update(parent=None)
    Code.objects.all().delete()
    load_codes(data)
    assert dict(Code.objects.values_list("pk", "slug")) == ids


def test_a_code_that_is_gone_from_its_file_ends_and_can_return(data):
    load_codes(data)
    file = data / "codes" / "language.csv"
    whole = file.read_text("utf-8")
    file.write_text("".join(line for line in whole.splitlines(True) if not line.startswith("wakhi,")), "utf-8")
    gone = load_codes(data)
    wakhi = Code.objects.get(slug="wakhi")
    assert (gone.added, gone.ended) == (0, 1) and wakhi.until is not None
    assert wakhi not in queries.codes_offered("language") and wakhi in queries.codes_of("language")
    file.write_text(whole, "utf-8")
    load_codes(data)
    assert Code.objects.get(pk=wakhi.pk).until is None


def test_a_new_name_keeps_the_id_and_gives_a_new_version(data):
    first = load_codes(data)
    before = queries.code("means", "acid").pk
    change(data / "codes" / "means.csv", "acid,,Acid,", "acid,,Corrosive,")
    second = load_codes(data)
    assert (second.added, second.changed) == (0, 1) and second.version != first.version
    assert (queries.code("means", "acid").pk, queries.code("means", "acid").name_en) == (before, "Corrosive")
    assert queries.vocabularies_version() == second.version


def test_a_new_rule_of_a_list_gives_a_new_version(data):
    before = files.version_of(data)
    change(data / "classifications" / "molj_2012_2013.yaml", "rule: {means: acid}", "rule: {means: fire}")
    assert files.version_of(data) != before


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("codes/means.csv", "beheading,sharp,", "beheading,blades,", "means.csv, line 13: the parent"),
        ("codes/means.csv", "acid,,", "poison,,", "means.csv, line 25: this slug stands there twice"),
        ("codes/reliability.csv", ",5,", ",five,", "reliability.csv, line 2: this line cannot be read"),
        ("classifications/molj_2012_2013.yaml", "{means: acid}", "{means: lava}", "means has no code lava"),
        ("presets.yaml", "means: acid", "means: lava", "presets.yaml, acid_attack: means has no code lava"),
        ("presets.yaml", "- slug", "- [slug", "presets.yaml cannot be read"),
    ],
)
def test_a_fault_is_named_and_nothing_is_loaded(data, file, old, new, sentence):
    change(data / file, old, new)
    with pytest.raises(Refused) as refused:
        load_codes(data)
    assert sentence in str(refused.value)
    assert not Code.objects.exists()


def test_a_load_by_somebody_is_a_deed(data):
    class Operator:
        user_id, name = None, "operator"

    load_codes(data, by=Operator())
    assert Deed.objects.get(action="codes.loaded").object_id == files.version_of(data)


@pytest.mark.parametrize(
    ("broken", "constraint"),
    [
        ({"slug": "acid"}, "code_slug_once"),
        ({"slug": "Acid attack"}, "code_slug_shape"),
        ({"name_ur": ""}, "code_named_twice"),
        ({"parent_id": 30_000}, "code_not_its_own_parent"),
        ({"since": "2020-01-01", "until": "2019-01-01"}, "code_ends_after_it_begins"),
    ],
)
def test_the_database_refuses_what_must_never_be(loaded, broken, constraint):
    means = Vocabulary.objects.get(slug="means")
    sound = {"id": 30_000, "vocabulary": means, "slug": "lava", "name_en": "Lava", "name_ur": "لاوا", "position": 99}
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Code.objects.create(**(sound | broken))


@pytest.mark.parametrize(
    ("broken", "constraint"),
    [({"slug": "Kinds"}, "vocabulary_slug_shape"), ({"name_en": ""}, "vocabulary_named_twice")],
)
def test_the_database_refuses_a_vocabulary_without_a_name(broken, constraint):
    sound = {"id": 30_000, "slug": "kinds", "name_en": "Kinds", "name_ur": "اقسام", "version": "1"}
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Vocabulary.objects.create(**(sound | broken))
