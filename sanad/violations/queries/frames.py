"""What the rules need of codes, places and offices, as small maps."""

from functools import lru_cache

from sanad.accounts.models import Office
from sanad.codes import queries as codes
from sanad.places import queries as places
from sanad.places.rules import Gazetteer
from sanad.violations.rules import PlaceFrame


def act_tree() -> dict[int, int | None]:
    """The parent of each act type, by code id."""
    return dict(codes.tree_of_ids("act"))


def place_frame() -> PlaceFrame:
    """The district and province of each place in today's frame, by place id."""
    return _frame_of(places.gazetteer())


@lru_cache(maxsize=4)  # a gazetteer lives as long as its version holds
def _frame_of(gazetteer: Gazetteer) -> PlaceFrame:
    frame = PlaceFrame({}, {})
    for place in gazetteer:
        district, province = gazetteer.district_of(place), gazetteer.province_of(place)
        frame.district[place.id] = district.id if district else None
        frame.province[place.id] = province.id if province else None
    return frame


def reference_prefix(office_id: int) -> str:
    """The letters with which references of this office begin."""
    return Office.objects.values_list("reference_prefix", flat=True).get(pk=office_id)
