"""What stands in the fields of a page, kept sealed while it is typed."""

from django.http import HttpRequest

from sanad.front.forms.versions import VERSION
from sanad.front.tokens import token_id, token_in
from sanad.violations import actions
from sanad.violations.models import Unfinished

NOT_KEPT = ("csrfmiddlewaretoken", "do", "more")


def keep_typed(request: HttpRequest) -> Unfinished:
    """Seal what was sent under the token of its page."""
    fields = {name: request.POST.getlist(name) for name in request.POST if name not in NOT_KEPT}
    return actions.keep_unfinished(token_id(token_in(request.POST)), fields, form=VERSION, by=request.reader)
