"""What the rules need of codes, places and offices, as small maps."""

from sanad.accounts.models import Office
from sanad.codes import queries as codes
from sanad.places import queries as places
from sanad.violations.rules import PlaceFrame


def act_tree() -> dict[int, int | None]:
    """The parent of each act type, by code id."""
    return dict(codes.tree_of_ids("act"))


def place_frame() -> PlaceFrame:
    """The district and province of each place in today's frame, by place id."""
    return PlaceFrame(*places.frame_today())


def reference_prefix(office_id: int) -> str:
    """The letters with which references of this office begin."""
    return Office.objects.values_list("reference_prefix", flat=True).get(pk=office_id)
