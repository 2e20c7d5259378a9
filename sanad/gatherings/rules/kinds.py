"""What sort of gathering, seat, material, role. Free of Django."""

from enum import StrEnum

from sanad.kit.refusals import N_


class Kind(StrEnum):
    """What sort of gathering it is."""

    WORKSHOP = "workshop"
    TRAINING = "training"
    LOBBYING = "lobbying"


KIND_TITLES = {
    Kind.WORKSHOP: N_("consultative workshop"),
    Kind.TRAINING: N_("training"),
    Kind.LOBBYING: N_("lobbying meeting"),
}


class State(StrEnum):
    """Where it stands."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


STATE_TITLES = {State.PLANNED: N_("planned"), State.HELD: N_("held"), State.CANCELLED: N_("cancelled")}


class Seat(StrEnum):
    """For whom a participant sits in the room."""

    DEPARTMENT = "department"
    CSO = "cso"
    ASSEMBLY = "assembly"
    BAR = "bar"
    MEDIA = "media"
    COMMISSION = "commission"
    ACADEMIA = "academia"
    COMMUNITY = "community"
    INTERNATIONAL = "international"
    OTHER = "other"


SEAT_TITLES = {
    Seat.DEPARTMENT: N_("Government department"),
    Seat.CSO: N_("Civil society"),
    Seat.ASSEMBLY: N_("Assembly"),
    Seat.BAR: N_("Bar and judiciary"),
    Seat.MEDIA: N_("Media"),
    Seat.COMMISSION: N_("Commission"),
    Seat.ACADEMIA: N_("School or university"),
    Seat.COMMUNITY: N_("Community"),
    Seat.INTERNATIONAL: N_("International body"),
    Seat.OTHER: N_("Somebody else"),
}

# The seat that a kind of institution mostly takes.
SEAT_OF = {
    "ministry": Seat.DEPARTMENT,
    "department": Seat.DEPARTMENT,
    "police": Seat.DEPARTMENT,
    "police_station": Seat.DEPARTMENT,
    "prison": Seat.DEPARTMENT,
    "hospital": Seat.DEPARTMENT,
    "helpline": Seat.DEPARTMENT,
    "court": Seat.BAR,
    "newspaper": Seat.MEDIA,
    "broadcaster": Seat.MEDIA,
    "news_agency": Seat.MEDIA,
    "cso": Seat.CSO,
    "commission": Seat.COMMISSION,
    "assembly": Seat.ASSEMBLY,
    "political_party": Seat.ASSEMBLY,
    "school": Seat.ACADEMIA,
    "community": Seat.COMMUNITY,
    "international": Seat.INTERNATIONAL,
}


class Answer(StrEnum):
    """What an invited institution said."""

    NONE = "none"
    COMES = "comes"
    DECLINED = "declined"


ANSWER_TITLES = {Answer.NONE: N_("no answer yet"), Answer.COMES: N_("comes"), Answer.DECLINED: N_("does not come")}


class Consent(StrEnum):
    """Whether a person agrees; not asked is no yes."""

    NOT_ASKED = "not_asked"
    YES = "yes"
    NO = "no"


CONSENT_TITLES = {Consent.NOT_ASKED: N_("not asked"), Consent.YES: N_("agreed"), Consent.NO: N_("did not agree")}


class Came(StrEnum):
    """How a participant got onto the list."""

    DOOR = "door"
    DESK = "desk"


class MaterialKind(StrEnum):
    """What a file of a gathering is."""

    PRESENTATION = "presentation"
    DRAFT = "draft"
    PHOTOGRAPH = "photograph"
    SHEET = "sheet"
    FLIP_CHART = "flip_chart"
    OTHER = "other"


MATERIAL_TITLES = {
    MaterialKind.PRESENTATION: N_("Presentation"),
    MaterialKind.DRAFT: N_("Draft that was presented"),
    MaterialKind.PHOTOGRAPH: N_("Photograph of people"),
    MaterialKind.SHEET: N_("Signed sheet"),
    MaterialKind.FLIP_CHART: N_("Flip chart"),
    MaterialKind.OTHER: N_("Something else"),
}


class PhotoConsent(StrEnum):
    """What those whom a photograph shows agreed to."""

    NOT_NEEDED = "not_needed"
    ALL = "all"
    NOT_ALL = "not_all"
    NOT_ASKED = "not_asked"


PHOTO_CONSENT_TITLES = {
    PhotoConsent.NOT_NEEDED: N_("nobody can be recognised"),
    PhotoConsent.ALL: N_("all who are shown agreed"),
    PhotoConsent.NOT_ALL: N_("not all agreed: only for the office"),
    PhotoConsent.NOT_ASKED: N_("not asked: only for the office"),
}


class GroupPart(StrEnum):
    """What a member does in a group."""

    MEMBER = "member"
    RAPPORTEUR = "rapporteur"
    CHAIR = "chair"


GROUP_PART_TITLES = {
    GroupPart.MEMBER: N_("member"),
    GroupPart.RAPPORTEUR: N_("rapporteur"),
    GroupPart.CHAIR: N_("moderator"),
}
