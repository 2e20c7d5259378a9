"""Events that strain a page: many accounts that differ, or many victims in one report. Everything is invented."""

from collections.abc import Iterator
from datetime import date, timedelta

from sanad.codes import queries as codes
from sanad.institutions import queries as institutions
from sanad.kit.dates import PartialDate
from sanad.places import queries as places
from sanad.violations.drafts import (
    ActDraft,
    DocumentDraft,
    InvolvementDraft,
    MentionDraft,
    ReportDraft,
    StatusDraft,
)

DAY = date(2026, 1, 5)
MEANS = ("firearm", "firearm", "firearm", "explosive")
RELAYS = ("agency_copy", "agency_copy", "police_statement", "eyewitness", "")
KINDS = ("newspaper", "newspaper", "television", "police")


def _code(vocabulary: str, slug: str) -> int | None:
    return codes.code(vocabulary, slug).pk if slug else None


def drafts(accounts: int, victims: int, key: str = "E") -> Iterator[ReportDraft]:
    """One event told by many accounts, each of which names the same victims and differs in something."""
    papers = [one.pk for one in institutions.institutions_of("newspaper")] or [None]
    place = next(iter(places.districts())).id
    for n in range(accounts):
        yield ReportDraft(
            source_kind=_code("source_kind", KINDS[n % len(KINDS)]),
            source_institution=papers[n % len(papers)] if n % len(KINDS) < 2 else None,
            relays=_code("relays", RELAYS[n % len(RELAYS)]),
            received_on=DAY + timedelta(days=1 + n % 9),
            origin="crowded",
            external_id=f"{key}-{n}",
            event_key=key,
            summary=f"Account {n} of a shooting at a market.",
            document=DocumentDraft(title=f"Clipping {n}", page=str(n % 12 + 1)),
            mentions=tuple(_mentions(n, victims)),
            acts=tuple(_acts(n, victims, place)),
            involvements=(InvolvementDraft("a0", "p", type=_code("perpetrator_type", "armed_group")),),
        )


def _mentions(n: int, victims: int) -> Iterator[MentionDraft]:
    dead = StatusDraft(_code("victim_status", "dead" if n % 7 else "injured"))
    for v in range(victims):
        yield MentionDraft(
            f"v{v}",
            sex=_code("sex", "male" if v % 3 else "female"),
            age_min=20 + v % 40 + n % 2,
            age_max=20 + v % 40 + n % 2,
            occupation=("shopkeeper", "student", "")[v % 3],
            statuses=(dead,),
        )
    yield MentionDraft("p", role="perpetrator")


def _acts(n: int, victims: int, place: int) -> Iterator[ActDraft]:
    killing, wounding = _code("act", "killing"), _code("act", "wounding")
    for v in range(victims):
        yield ActDraft(
            f"a{v}",
            f"v{v}",
            wounding if v % 5 == 4 else killing,
            means=_code("means", MEANS[n % len(MEANS)]),
            happened=PartialDate(DAY.year, DAY.month, DAY.day + (n % 10 == 9)),
            place=place,
        )
