"""Kinds of institutions, and how one is found by what a text calls it. Free of Django."""

from enum import StrEnum

from sanad.kit.refusals import N_


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
