"""Tables: places with their names, codes, parts, history and population.

Reference data: no row security, nothing is ever deleted. A period begins on `valid_from` and ends the day before
`valid_to`; null means *not known or not limited*. The precision says how much of the written date was known.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sanad.kit.sensitivity import OPEN
from sanad.places.rules import Kind

KEY_SHAPE = r"^[a-z]+(_[a-z0-9]+)*$"


class Precision(models.TextChoices):
    """How much of a date is known."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


KIND_TITLES = {
    Kind.COUNTRY: _("country"),
    Kind.PROVINCE: _("province"),
    Kind.TERRITORY: _("territory"),
    Kind.DISTRICT: _("district"),
    Kind.AGENCY: _("tribal agency"),
    Kind.FRONTIER_REGION: _("frontier region"),
    Kind.CITY: _("city"),
    Kind.TOWN: _("town"),
    Kind.LOCALITY: _("locality"),
    Kind.REGION: _("region"),
    Kind.TEHSIL: _("tehsil"),
}


class Place(models.Model):
    """A unit or a settlement. Its key is permanent; its id stays within this site."""

    sensitivity = {
        OPEN: "id key kind parent former_parent name_en name_ur valid_from valid_from_precision valid_to "
        "valid_to_precision pack note"
    }

    id = models.AutoField(primary_key=True)
    key = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=16, choices=[(str(kind), title) for kind, title in KIND_TITLES.items()])
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    # Where a town lay before its unit was merged into `parent`: Darra Adam Khel in FR Kohat.
    former_parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    name_en = models.CharField(max_length=120)
    name_ur = models.CharField(max_length=120, blank=True)  # empty only for places of an operator's pack
    valid_from = models.DateField(null=True, blank=True)
    valid_from_precision = models.CharField(max_length=5, choices=Precision.choices, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    valid_to_precision = models.CharField(max_length=5, choices=Precision.choices, blank=True)
    pack = models.CharField(max_length=40, blank=True)  # the operator's pack that it came with
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="place_key_shape", condition=Q(key__regex=KEY_SHAPE)),
            models.CheckConstraint(name="place_kind_known", condition=Q(kind__in=[str(kind) for kind in Kind])),
            models.CheckConstraint(name="place_not_within_itself", condition=Q(parent=None) | ~Q(parent=F("id"))),
            models.CheckConstraint(
                name="place_only_country_on_top",
                condition=Q(parent=None, kind="country") | (Q(parent__isnull=False) & ~Q(kind="country")),
            ),
            models.CheckConstraint(
                name="place_ends_after_it_begins",
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
            ),
            models.CheckConstraint(name="place_named", condition=~Q(name_en="")),
            models.CheckConstraint(name="place_named_in_urdu", condition=~Q(name_ur="") | ~Q(pack="")),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the active language."""
        return self.name_ur if self.name_ur and (get_language() or "en").startswith("ur") else self.name_en


class PlaceCode(models.Model):
    """What another list calls a place: a P-code of OCHA's 2022 list, ISO 3166-2."""

    sensitivity = {OPEN: "id place system code valid_from valid_to"}

    id = models.AutoField(primary_key=True)
    place = models.ForeignKey(Place, models.PROTECT, related_name="codes")
    system = models.SlugField(max_length=30)
    code = models.CharField(max_length=20)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="place_code_names_one_place", fields=["system", "code"]),
            models.UniqueConstraint(name="place_has_one_code_of_a_list", fields=["place", "system"]),
            models.CheckConstraint(name="place_code_not_empty", condition=~Q(code="")),
        ]

    def __str__(self) -> str:
        return f"{self.system} {self.code}"


class PlaceName(models.Model):
    """Another way in which a place is written."""

    sensitivity = {OPEN: "id place name language folded kind"}

    class Kind(models.TextChoices):
        """Whether the name is in use."""

        ALIAS = "alias", _("also written")
        FORMER = "former", _("former name")

    id = models.AutoField(primary_key=True)
    place = models.ForeignKey(Place, models.PROTECT, related_name="names")
    name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, choices=[("en", "English"), ("ur", "اردو")])
    folded = models.CharField(max_length=120, db_index=True)
    kind = models.CharField(max_length=6, choices=Kind.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="place_name_once", fields=["place", "folded"]),
            models.CheckConstraint(name="place_name_can_be_matched", condition=~Q(folded="")),
            models.CheckConstraint(name="place_name_language", condition=Q(language__in=["en", "ur"])),
            models.CheckConstraint(name="place_name_kind", condition=Q(kind__in=["alias", "former"])),
        ]

    def __str__(self) -> str:
        return self.name


class PlacePart(models.Model):
    """A district over which a city or a region spreads: Karachi has seven."""

    sensitivity = {OPEN: "id whole part"}

    id = models.AutoField(primary_key=True)
    whole = models.ForeignKey(Place, models.PROTECT, related_name="parts")
    part = models.ForeignKey(Place, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="place_part_once", fields=["whole", "part"]),
            models.CheckConstraint(name="place_part_is_another", condition=~Q(whole=F("part"))),
        ]

    def __str__(self) -> str:
        return f"{self.part} of {self.whole}"


class Succession(models.Model):
    """What became of a unit. Carved: the predecessor goes on, smaller than before."""

    sensitivity = {OPEN: "id predecessor successor happened precision kind"}

    class Kind(models.TextChoices):
        """How the one became the other."""

        MERGED = "merged", _("merged into")
        SPLIT = "split", _("split into")
        CARVED = "carved", _("carved out as")
        RENAMED = "renamed", _("became")

    id = models.AutoField(primary_key=True)
    predecessor = models.ForeignKey(Place, models.PROTECT, related_name="became")
    successor = models.ForeignKey(Place, models.PROTECT, related_name="came_from")
    happened = models.DateField()
    precision = models.CharField(max_length=5, choices=Precision.choices)
    kind = models.CharField(max_length=8, choices=Kind.choices)

    class Meta:
        ordering = ["happened", "id"]
        constraints = [
            models.UniqueConstraint(name="succession_once", fields=["predecessor", "successor"]),
            models.CheckConstraint(name="succession_to_another", condition=~Q(predecessor=F("successor"))),
            models.CheckConstraint(
                name="succession_kind", condition=Q(kind__in=["merged", "split", "carved", "renamed"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} {self.kind} {self.successor}"


class Population(models.Model):
    """People counted in a place by one census. A missing figure is unknown, never zero."""

    sensitivity = {OPEN: "id place census_year total male female transgender"}

    id = models.AutoField(primary_key=True)
    place = models.ForeignKey(Place, models.PROTECT, related_name="populations")
    census_year = models.SmallIntegerField()
    total = models.IntegerField(null=True, blank=True)
    male = models.IntegerField(null=True, blank=True)
    female = models.IntegerField(null=True, blank=True)
    transgender = models.IntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="population_once_a_census", fields=["place", "census_year"]),
            models.CheckConstraint(
                name="population_not_negative",
                condition=(Q(total=None) | Q(total__gte=0))
                & (Q(male=None) | Q(male__gte=0))
                & (Q(female=None) | Q(female__gte=0))
                & (Q(transgender=None) | Q(transgender__gte=0)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.census_year}"


class Edition(models.Model):
    """A state of the gazetteer; snapshots cite its version."""

    sensitivity = {OPEN: "id version loaded_at places"}

    id = models.AutoField(primary_key=True)
    version = models.CharField(max_length=16)
    loaded_at = models.DateTimeField(auto_now_add=True)
    places = models.IntegerField()

    class Meta:
        get_latest_by = "id"

    def __str__(self) -> str:
        return self.version
