"""Texts that everybody reads who may open the record: they name nobody of it."""

from dataclasses import dataclass

from sanad.kit.refusals import N_, Reason
from sanad.kit.text import looks_like_cnic, looks_like_phone


@dataclass(frozen=True)
class Clear:
    """A text in clear: its field, and what is said where it tells too much."""

    field: str
    cnic: str
    phone: str
    name: str


SUMMARY = Clear(
    "summary",
    N_("The summary holds a CNIC. Take it out; it belongs in the sealed fields."),
    N_("The summary holds a phone number. Take it out; it belongs in the sealed fields."),
    N_("The summary names somebody of this report. Write “a woman”, “the complainant”; names stay sealed."),
)
INTERVENTION = Clear(
    "text",
    N_("This text holds a CNIC. Take it out; it belongs in the sealed fields of the report."),
    N_("This text holds a phone number. Take it out; it belongs in the sealed fields of the report."),
    N_("This text names somebody of the record. Write “the victim”, “the complainant”; names stay sealed."),
)


def reasons_against_clear(text: str, clear: Clear, *, named: bool) -> list[Reason]:
    """Why this text may not stand in clear. `named`: whether a sealed name of the record stands in it."""
    found = (
        ("cnic", looks_like_cnic(text), clear.cnic),
        ("phone", looks_like_phone(text), clear.phone),
        ("name", named, clear.name),
    )
    return [Reason(f"{what}_in_{clear.field}", said, field=clear.field) for what, is_there, said in found if is_there]
