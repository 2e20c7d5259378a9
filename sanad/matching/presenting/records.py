"""Two records side by side: what each report says, and the names where the vault opens them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from sanad.accounts.readers import Reader
from sanad.codes import queries as codes
from sanad.kit.dates import PartialDate
from sanad.matching.models import Pair
from sanad.places import queries as places
from sanad.vault.opening import Content, Matching
from sanad.violations import queries
from sanad.violations.models import Act, Mention
from sanad.violations.queries import Told
from sanad.web.formats import count_range, day, number, partial_date

Ref = tuple[UUID, str]


@dataclass
class Side:
    """One of the two: its report, the mention that is compared, and what is shown."""

    told: Told
    mention: Mention | None
    names: Content = field(default_factory=dict)
    closed: bool = False  # the reader may not open its names

    @property
    def ref(self) -> Ref | None:
        """Where its names are sealed."""
        return (self.mention.pk, "mention") if self.mention is not None and not self.closed else None


@dataclass(frozen=True)
class Row:
    """One line of the comparison."""

    label: str
    one: str
    other: str

    @property
    def same(self) -> bool:
        """Do both say the same?"""
        return bool(self.one) and self.one == self.other


def sides_of(reader: Reader, pair: Pair) -> tuple[Side, Side] | None:
    """Both sides of a pair; none where one of them is not there any more."""
    reports = queries.reports_visible_to(reader).filter(pk__in=[pair.one_report, pair.other_report])
    told = {one.report.pk: one for one in queries.told_by(reader, reports)}
    if len(told) != 2:
        return None
    sides = []
    for report, root in ((pair.one_report, pair.one), (pair.other_report, pair.other)):
        mention = _mention_of(told[report], root, pair.kind)
        if pair.kind == Pair.Kind.PERSON and mention is None:
            return None
        sides.append(Side(told[report], mention))
    openable = queries.openable_mentions(reader, {s.mention.root for s in sides if s.mention})
    for side in sides:
        kept = side.told.report.custodian_id in reader.opens
        side.closed = side.mention is not None and (side.mention.root not in openable or not kept)
    return sides[0], sides[1]


def _mention_of(told: Told, root: UUID, kind: str) -> Mention | None:
    if kind == Pair.Kind.PERSON:
        return next((m for m in told.mentions if m.root == root), None)
    return next((m for m in told.mentions if m.role == "victim" and m.kind == "individual"), None)


def open_names(matching: Matching, sides: Sequence[Side]) -> None:
    """Have the vault open the names of both; that this pair was looked at is written down first."""
    refs = [side.ref for side in sides if side.ref is not None]
    if refs:
        opened: Mapping[Ref, Content] = matching.open_pair(refs[0], refs[-1])
        for side in sides:
            side.names = opened.get(side.ref, {}) if side.ref else {}


def rows_of(sides: Sequence[Side]) -> list[Row]:
    """What is compared, line by line; lines on which neither says anything are left out."""
    one, other = (_facts(side) for side in sides)
    rows = [Row(label, one[label], other[label]) for label in one]
    return [row for row in rows if row.one or row.other]


def _facts(side: Side) -> dict[str, str]:
    told, mention = side.told, side.mention
    act = _act_of(told, mention)
    names = {key: _text(side.names.get(key)) for key in ("name", "father_name", "cnic", "phone", "address")}
    return {
        _("Name"): names["name"],
        _("Father’s or husband’s name"): names["father_name"],
        _("CNIC"): names["cnic"],
        _("Phone"): names["phone"],
        _("Address"): names["address"],
        _("Sex"): code_word("sex", mention.sex_id) if mention else "",
        _("Age"): age_words(mention),
        _("Occupation"): mention.occupation if mention else "",
        _("What happened"): ", ".join(dict.fromkeys(code_word("act", a.type_id) for a in told.acts)),
        _("When"): partial_date(PartialDate.parse(act.happened)) if act is not None and act.happened else "",
        _("Where"): _place(act),
        _("Victims"): _victims(told),
        _("FIR"): _fir(told),
        _("Source"): _source(told),
        _("Received"): day(told.report.received_on),
        _("Summary"): told.revision.summary,
    }


def _act_of(told: Told, mention: Mention | None) -> Act | None:
    own = [act for act in told.acts if mention is not None and act.victim == mention.root]
    return next(iter([*own, *told.acts]), None)


def _text(said: object) -> str:
    return ", ".join(map(str, said)) if isinstance(said, list) else str(said or "")


def code_word(vocabulary: str, pk: int | None) -> str:
    """The name of a code; empty where none is stated."""
    return "" if pk is None else next((codes.label(c) for c in codes.codes_of(vocabulary) if c.pk == pk), "")


def age_words(mention: Mention | None) -> str:
    """An age, as far as it is known."""
    if mention is None or (mention.age_min is None and mention.age_max is None):
        return ""
    return count_range(mention.age_min, None, mention.age_max)


def _place(act: Act | None) -> str:
    if act is None or act.place_id is None:
        return act.place_said if act is not None else ""
    return places.place_line(places.gazetteer().by_id(act.place_id))


def _victims(told: Told) -> str:
    victims = [m for m in told.mentions if m.role == "victim" and m.part_of is None]
    return number(len(victims)) if victims else ""


def _fir(told: Told) -> str:
    station = told.revision.police_station
    return " · ".join(filter(None, [told.revision.fir_number, station.name if station else ""]))


def _source(told: Told) -> str:
    source = told.report.source_institution
    return source.name if source else code_word("source_kind", told.report.source_kind_id)
