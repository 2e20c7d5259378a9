"""A resolution as a command or a page gives it: with names and outside codes in place of rows."""

from sanad.kit.refusals import N_
from sanad.places import queries
from sanad.places.rules import Resolution

# Why a place is offered, as sentences for human beings.
OFFERED_BECAUSE = {
    "same_name": N_("bears the same name"),
    "part_of_it": N_("is a part of it"),
    "elsewhere": N_("lies elsewhere"),
    "mentioned": N_("is mentioned"),
    "similar": N_("is spelled like it"),
}


def as_answer(resolution: Resolution) -> dict[str, object]:
    """The reading of a text as one object for JSON: provinces by ISO 3166-2, districts by P-code or own key."""
    gazetteer, place = queries.gazetteer(), resolution.place
    province = gazetteer.province_of(place) if place else None
    district = gazetteer.district_of(place) if place else None
    return {
        "said": resolution.said,
        "place": place.key if place else None,
        "name": queries.place_label(place) if place else None,
        "kind": place.kind if place else None,
        "precision": resolution.precision,
        "codes": place.codes if place else {},
        "province": gazetteer.outside_code(province) if province else None,
        "district": gazetteer.outside_code(district) if district else None,
        "certain": resolution.certain,
        "why": resolution.why,
        "unread": resolution.unread,
        "alternatives": [
            {
                "key": one.key,
                "code": gazetteer.outside_code(gazetteer[one.key]),
                "name": queries.place_line(gazetteer[one.key]),
                "score": one.score,
                "why": one.why,
            }
            for one in resolution.alternatives
        ],
    }
