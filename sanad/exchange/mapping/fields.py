"""What a column can be: the fields that a mapping may name."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sanad.kit.refusals import N_


class Shape(StrEnum):
    """How a cell of the field is read."""

    TEXT = "text"
    SEALED = "sealed"  # text that may name somebody: never shown, never in an error file
    CODE = "code"
    DATE = "date"
    PLACE = "place"
    COORDINATE = "coordinate"
    AGE = "age"
    INSTITUTION = "institution"


class Part(StrEnum):
    """Which part of a report the field fills."""

    REPORT = "report"
    DOCUMENT = "document"
    ACT = "act"
    PLACE = "place"
    VICTIM = "victim"
    PERPETRATOR = "perpetrator"
    INFORMANT = "informant"


PART_TITLES: dict[Part, str] = {
    Part.REPORT: N_("Report"),
    Part.DOCUMENT: N_("Document"),
    Part.ACT: N_("What was done"),
    Part.PLACE: N_("Where"),
    Part.VICTIM: N_("Victim"),
    Part.PERPETRATOR: N_("Alleged perpetrator"),
    Part.INFORMANT: N_("Informant"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in a mapping, what it is called, how it is read, and to whom it belongs."""

    name: str
    title: str
    part: Part
    shape: Shape
    vocabulary: str = ""
    many: bool = False  # several columns may fill it
    length: int = 0

    @property
    def sealed(self) -> bool:
        """Whether its values may name somebody or show where somebody lives."""
        return self.shape in (Shape.SEALED, Shape.COORDINATE)


def _fields() -> Iterator[Field]:
    text, sealed, code, day = Shape.TEXT, Shape.SEALED, Shape.CODE, Shape.DATE
    yield Field("happened", N_("Date of the act"), Part.ACT, day)
    yield Field("happened_to", N_("Last date of the act"), Part.ACT, day)
    yield Field("act", N_("Type of act"), Part.ACT, code, "act")
    yield Field("means", N_("Means"), Part.ACT, code, "means")
    yield Field("stated_reason", N_("Stated reason"), Part.ACT, code, "stated_reason")
    yield Field("kind_of_place", N_("Kind of place"), Part.ACT, code, "kind_of_place")
    yield Field("province", N_("Province"), Part.PLACE, Shape.PLACE)
    yield Field("district", N_("District"), Part.PLACE, Shape.PLACE)
    yield Field("tehsil", N_("Tehsil"), Part.PLACE, Shape.PLACE)
    yield Field("place", N_("Town or other place"), Part.PLACE, Shape.PLACE)
    yield Field("latitude", N_("Latitude (sealed)"), Part.PLACE, Shape.COORDINATE)
    yield Field("longitude", N_("Longitude (sealed)"), Part.PLACE, Shape.COORDINATE)
    yield Field("summary", N_("Summary (readable, no names)"), Part.REPORT, text, many=True)
    yield Field("narrative", N_("Narrative (sealed)"), Part.REPORT, sealed, many=True)
    yield Field("received_on", N_("Received on"), Part.REPORT, day)
    yield Field("source_institution", N_("Source: institution"), Part.REPORT, Shape.INSTITUTION)
    yield Field("source_kind", N_("Source: kind"), Part.REPORT, code, "source_kind")
    yield Field("relays", N_("Whom the report relays"), Part.REPORT, code, "relays")
    yield Field("reliability", N_("Reliability"), Part.REPORT, code, "reliability")
    yield Field("channel", N_("Channel"), Part.REPORT, code, "channel")
    yield Field("language", N_("Language"), Part.REPORT, code, "language")
    yield Field("fir_number", N_("FIR number"), Part.REPORT, text, length=40)
    yield Field("fir_date", N_("FIR date"), Part.REPORT, day)
    yield Field("police_station", N_("Police station"), Part.REPORT, Shape.INSTITUTION)
    yield Field("sections", N_("Sections of law"), Part.REPORT, text, length=200)
    yield Field("title", N_("Title of the document"), Part.DOCUMENT, text, length=300)
    yield Field("page", N_("Page"), Part.DOCUMENT, text, length=20)
    yield Field("dated", N_("Date of the document"), Part.DOCUMENT, day)
    yield Field("name", N_("Name (sealed)"), Part.VICTIM, sealed)
    yield Field("other_names", N_("Other names (sealed)"), Part.VICTIM, sealed)
    yield Field("father_name", N_("Father's or husband's name (sealed)"), Part.VICTIM, sealed)
    yield Field("cnic", N_("CNIC (sealed)"), Part.VICTIM, sealed)
    yield Field("phone", N_("Phone (sealed)"), Part.VICTIM, sealed)
    yield Field("address", N_("Address (sealed)"), Part.VICTIM, sealed)
    yield Field("sex", N_("Sex"), Part.VICTIM, code, "sex")
    yield Field("age", N_("Age"), Part.VICTIM, Shape.AGE)
    yield Field("occupation", N_("Occupation"), Part.VICTIM, text, length=80)
    yield Field("described", N_("Description without a name"), Part.VICTIM, text, length=120)
    yield Field("characteristic", N_("Characteristic"), Part.VICTIM, code, "characteristic", many=True)
    yield Field("status", N_("Status of the victim"), Part.VICTIM, code, "victim_status")
    yield Field("status_since", N_("Status since"), Part.VICTIM, day)
    yield Field(
        "perpetrator_type", N_("Type of alleged perpetrator"), Part.PERPETRATOR, code, "perpetrator_type", many=True
    )
    yield Field("perpetrator_degree", N_("Degree of involvement"), Part.PERPETRATOR, code, "involvement")
    yield Field("perpetrator_institution", N_("Alleged perpetrator: institution"), Part.PERPETRATOR, Shape.INSTITUTION)
    yield Field("perpetrator_name", N_("Alleged perpetrator: name (sealed)"), Part.PERPETRATOR, sealed)
    yield Field("informant_name", N_("Informant: name (sealed)"), Part.INFORMANT, sealed)
    yield Field("informant_cnic", N_("Informant: CNIC (sealed)"), Part.INFORMANT, sealed)
    yield Field("informant_phone", N_("Informant: phone (sealed)"), Part.INFORMANT, sealed)
    yield Field("informant_address", N_("Informant: address (sealed)"), Part.INFORMANT, sealed)


FIELDS: dict[str, Field] = {field.name: field for field in _fields()}
# Fields of one person: in a list whose row is an event they describe every group of the row.
OF_ONE_PERSON = frozenset({"name", "other_names", "father_name", "cnic", "phone", "address"})
