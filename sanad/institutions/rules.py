"""Kinds of institutions, and how one is found by what a text calls it. Free of Django."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

from sanad.kit import text
from sanad.kit.refusals import N_, Reason

LEFT_OUT = frozenset({"the", "daily", "roznama", "newspaper", "روزنامہ"})  # before the name of any paper
OFFERED, ENOUGH = 6, 0.75


class InstitutionKind(StrEnum):
    """What sort of body it is."""

    POLICE_STATION = "police_station"
    POLICE = "police"
    PRISON = "prison"
    MINISTRY = "ministry"
    DEPARTMENT = "department"
    COURT = "court"
    HOSPITAL = "hospital"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    NEWS_AGENCY = "news_agency"
    CSO = "cso"
    COMMISSION = "commission"
    ASSEMBLY = "assembly"
    HELPLINE = "helpline"
    COMMUNITY = "community"
    SCHOOL = "school"
    POLITICAL_PARTY = "political_party"
    ARMED_GROUP = "armed_group"
    INTERNATIONAL = "international"
    OTHER = "other"


KIND_TITLES: dict[InstitutionKind, str] = {
    InstitutionKind.POLICE_STATION: N_("police station"),
    InstitutionKind.POLICE: N_("police"),
    InstitutionKind.PRISON: N_("prison"),
    InstitutionKind.MINISTRY: N_("ministry"),
    InstitutionKind.DEPARTMENT: N_("department"),
    InstitutionKind.COURT: N_("court"),
    InstitutionKind.HOSPITAL: N_("hospital"),
    InstitutionKind.NEWSPAPER: N_("newspaper"),
    InstitutionKind.BROADCASTER: N_("broadcaster"),
    InstitutionKind.NEWS_AGENCY: N_("news agency"),
    InstitutionKind.CSO: N_("civil-society organisation"),
    InstitutionKind.COMMISSION: N_("commission"),
    InstitutionKind.ASSEMBLY: N_("assembly"),
    InstitutionKind.HELPLINE: N_("helpline or portal"),
    InstitutionKind.COMMUNITY: N_("community"),
    InstitutionKind.SCHOOL: N_("school"),
    InstitutionKind.POLITICAL_PARTY: N_("political party"),
    InstitutionKind.ARMED_GROUP: N_("armed group"),
    InstitutionKind.INTERNATIONAL: N_("international body"),
    InstitutionKind.OTHER: N_("other"),
}


class Level(StrEnum):
    """At which level of government it works; empty for what is no part of government."""

    FEDERAL = "federal"
    PROVINCIAL = "provincial"
    REGIONAL = "regional"
    DISTRICT = "district"


LEVEL_TITLES: dict[Level, str] = {
    Level.FEDERAL: N_("federal"),
    Level.PROVINCIAL: N_("provincial"),
    Level.REGIONAL: N_("regional"),
    Level.DISTRICT: N_("district"),
}


@dataclass(frozen=True, slots=True)
class NamedInstitution:
    """An institution as the finding of names sees it."""

    id: int
    slug: str
    kind: InstitutionKind
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Which institution a text names. Without a certain one: all that bear the name, or names like it."""

    said: str
    institution: NamedInstitution | None
    alternatives: tuple[NamedInstitution, ...] = ()


def squash(name: str) -> str:
    """A name as the key that it is matched by: folded, without spaces and points, `daily` and `the`."""
    words = text.fold(name).split()
    core = [word for word in words if word not in LEFT_OUT]
    return "".join(core or words)


class InstitutionNames:
    """All names in memory; asked by what a text calls an institution."""

    def __init__(self, institutions: Iterable[NamedInstitution]) -> None:
        self._bearers: dict[str, list[NamedInstitution]] = defaultdict(list)
        for one in institutions:
            for key in {squash(name) for name in one.names}:
                self._bearers[key].append(one)

    def named(self, said: str, kind: InstitutionKind | None = None) -> Found:
        """The one that is called so; never one that is only called something like it."""
        key = squash(said)
        bearers = self._of_kind(self._bearers.get(key, ()), kind)
        if len(bearers) == 1:
            return Found(said, bearers[0])
        if bearers or not key:
            return Found(said, None, bearers)
        near = get_close_matches(key, self._bearers, n=OFFERED, cutoff=ENOUGH)
        similar = {one.id: one for name in near for one in self._of_kind(self._bearers[name], kind)}
        return Found(said, None, tuple(similar.values()))

    def _of_kind(
        self, bearers: Iterable[NamedInstitution], kind: InstitutionKind | None
    ) -> tuple[NamedInstitution, ...]:
        return tuple(one for one in bearers if kind is None or one.kind is kind)


def reasons_against_change(
    names: tuple[str, str], begins: date | None, ends: date | None, parent: int | None, below: Collection[int]
) -> list[Reason]:
    """Why an institution cannot be so: it has a name, ends after it begins, and lies in nothing that lies in it."""
    reasons = []
    if not any(name.strip() for name in names):
        sentence = N_("An institution needs a name in English or in Urdu.")
        reasons.append(Reason("institution_unnamed", sentence, field="name_en"))
    if begins is not None and ends is not None and ends <= begins:
        sentence = N_("It ends on or before the day on which it begins.")
        reasons.append(Reason("institution_ends_early", sentence, field="valid_to"))
    if parent is not None and parent in below:
        sentence = N_("It cannot belong to itself or to what belongs to it.")
        reasons.append(Reason("institution_in_a_ring", sentence, field="parent"))
    return reasons
