"""What is found in a row: a refusal of the row, or a warning beside it. Never a value of a sealed column."""

from typing import Literal, NamedTuple

from sanad.kit.refusals import N_, Reason
from sanad.kit.text import looks_like_cnic, looks_like_phone

Level = Literal["refused", "warning"]
SHOWN = 40


class Finding(NamedTuple):
    """Something about one row: where it stands, and why it matters."""

    row: int
    sheet: str
    column: str
    level: Level
    reason: Reason


class Doubt(NamedTuple):
    """What reading one cell or one combination found; the row is added later."""

    column: str
    reason: Reason
    refuses: bool = False


def shown(said: str) -> str:
    """A value of an open column as a reason may show it: short, and no identity number or telephone."""
    if looks_like_cnic(said) or looks_like_phone(said):
        return "…"
    said = " ".join(said.split())
    return said if len(said) <= SHOWN else said[: SHOWN - 1] + "…"


TOTAL = Reason("row.total", N_("The row looks like a total: it begins with the word. Totals are not reports."))
HEADER_AGAIN = Reason("row.header_again", N_("The row repeats the header."))
TOO_WIDE = Reason(
    "row.too_wide", N_("The row has more cells than the header: probably a delimiter inside a cell moved them.")
)
NO_ID = Reason("row.no_id", N_("The row has no id, so it could not be known again."))
ID_TWICE = Reason("row.id_twice", N_("The id of this row stands in an earlier row already."))
NO_SOURCE = Reason(
    "row.no_source", N_("No source column says yes, and the mapping does not take the list itself as the source.")
)
NO_ACT = Reason("row.no_act", N_("The row does not say what was done."))
FUTURE = Reason("date.future", N_("The date lies in the future; what has not happened cannot be recorded."))
BEFORE_START = Reason("date.ends_before_start", N_("The last day lies before the first."))
AFTER_REPORT = Reason("date.after_report", N_("The date of the act is later than the day of the report."))
NOT_A_DAY = Reason("date.not_a_day", N_("This date needs a day; it is kept in the sealed row only."))
LEAST_ABOVE_MOST = Reason(
    "size.contradictory", N_("The least number is above the greatest; both are kept as given and flagged.")
)
POINT_OUTSIDE = Reason(
    "place.point_outside", N_("The coordinates lie outside of the stated place; both are kept as given.")
)
NOT_COORDINATE = Reason(
    "place.not_coordinate", N_("The cell is no coordinate in degrees; it is kept in the sealed row only.")
)
HALF_POINT = Reason("place.half_point", N_("Only one of the two coordinates is stated."))
CONTROLS = Reason(
    "text.controls", N_("The cell holds invisible characters that turn the direction of text; they were not read.")
)
FORMULA_TEXT = Reason("text.formula", N_("The cell begins with “=”; it is kept as text and not calculated."))
NUMBER_WITHHELD = Reason(
    "text.number_withheld",
    N_("The cell holds something like an identity card or telephone number; it is kept in the sealed row only."),
)
NAME_WITHHELD = Reason(
    "text.name_withheld",
    N_("The text names somebody whose name is sealed in this row; it is kept in the sealed row only."),
)
CELL_ERROR = Reason(
    "text.cell_error", N_("The cell holds an error of the spreadsheet, not a value; it is read as not stated.")
)
CUT = Reason("text.cut", N_("The text is longer than its field; the rest is kept in the sealed row only."))


def unknown_code(said: str) -> Reason:
    """A value that no code is called by."""
    return Reason(
        "code.unknown",
        N_("No code is called “%(said)s”; it is kept as said and counts as not stated."),
        {"said": shown(said)},
    )


def unknown_act(said: str) -> Reason:
    """A type of act that the site does not know: without it a report says nothing that can be counted."""
    return Reason(
        "act.unknown", N_("No type of act is called “%(said)s”. Map it under “values”."), {"said": shown(said)}
    )


def unknown_place(said: str, near: tuple[str, ...]) -> Reason:
    """A place that is not in the gazetteer."""
    if near:
        return Reason(
            "place.unknown_near",
            N_("No place is called “%(said)s”; it is kept as said. Similar: %(near)s."),
            {"said": shown(said), "near": ", ".join(near[:3])},
        )
    return Reason("place.unknown", N_("No place is called “%(said)s”; it is kept as said."), {"said": shown(said)})


def place_elsewhere(said: str, within: str, near: tuple[str, ...]) -> Reason:
    """A place that lies in another province or district than the row says."""
    return Reason(
        "place.elsewhere",
        N_("“%(said)s” does not lie in “%(within)s” but: %(near)s. Both are kept as said."),
        {"said": shown(said), "within": shown(within), "near": ", ".join(near[:3])},
    )


def place_uncertain(said: str, near: tuple[str, ...]) -> Reason:
    """A text that can mean several places, or that is a place only in part."""
    return Reason(
        "place.uncertain",
        N_(
            "“%(said)s” can mean several places or is one only in part (%(near)s); the smallest that holds all"
            " is taken."
        ),
        {"said": shown(said), "near": ", ".join(near[:3])},
    )


def unknown_institution(said: str) -> Reason:
    """An institution that is not in the register."""
    return Reason(
        "institution.unknown",
        N_("No institution is called “%(said)s”; it is kept in the sealed row only."),
        {"said": shown(said)},
    )


def unknown_answer(said: str) -> Reason:
    """A source column that says neither yes nor no."""
    return Reason(
        "source.unknown_answer",
        N_("“%(said)s” is no answer that the mapping knows; it counts as not stated."),
        {"said": shown(said)},
    )


def as_said(reason: Reason) -> Reason:
    """A reason from the kit, its said value made short and safe."""
    if "said" not in reason.params:
        return reason
    return Reason(
        reason.code, reason.sentence, {**reason.params, "said": shown(str(reason.params["said"]))}, reason.field
    )


def without_value(reason: Reason) -> Reason:
    """A reason from the kit about a sealed cell: the value is left out."""
    return (
        Reason(reason.code, reason.sentence, {**reason.params, "said": "…"}, reason.field)
        if "said" in reason.params
        else reason
    )
