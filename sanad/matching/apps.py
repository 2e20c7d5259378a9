"""The matching package as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from sanad.accounts.permissions import Permission
from sanad.web.navigation import RECORDS, register


class MatchingConfig(AppConfig):
    """Registers the pages of this package in the menu."""

    name = "sanad.matching"

    def ready(self) -> None:
        """Pairs to look at stand beside the search for a person."""
        register(_("Same person?"), "matching:pairs", Permission.JUDGE_LINK, order=28, group=RECORDS)
