"""The commitments package as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from sanad.accounts.permissions import Permission
from sanad.web.navigation import PLANS, register


class CommitmentsConfig(AppConfig):
    """Registers the pages of this package in the menu."""

    name = "sanad.commitments"

    def ready(self) -> None:
        """Commitments stand after the figures that measure them."""
        register(_("Commitments"), "commitments:matrix", Permission.COMMITMENT_READ, order=43, group=PLANS)
