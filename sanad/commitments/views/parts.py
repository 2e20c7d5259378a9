"""What the pages of commitments share: who may come in, and the tabs above."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from sanad.accounts.permissions import Permission
from sanad.web.doors import USER, readers

reading = readers(USER, permission=Permission.COMMITMENT_READ)
keeping = readers(USER, permission=Permission.COMMITMENT_KEEP)

TABS = (
    ("matrix", lambda: _("Matrix")),
    ("due", lambda: _("Due this quarter")),
    ("recommendations", lambda: _("Recommendations")),
    ("actions", lambda: _("Actions")),
    ("indicators", lambda: _("Indicators")),
    ("bottlenecks", lambda: _("Bottlenecks")),
    ("decisions", lambda: _("Decisions")),
    ("focal_points", lambda: _("Focal points")),
)


def tabs(request: HttpRequest) -> list[tuple[str, str, bool]]:
    """The pages that belong together, and which of them this is."""
    here = request.resolver_match.url_name if request.resolver_match else ""
    return [(word(), reverse(f"commitments:{name}"), name == here) for name, word in TABS]
