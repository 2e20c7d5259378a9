"""The gatherings package as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from sanad.accounts.permissions import Permission
from sanad.web.navigation import PLANS, register


class GatheringsConfig(AppConfig):
    """Registers the page of this package in the menu, and tells projects what points to them."""

    name = "sanad.gatherings"

    def ready(self) -> None:
        """Gatherings stand behind the records and figures."""
        from sanad.gatherings.presenting.pointing import pointing_to
        from sanad.projects import pointing

        register(_("Gatherings"), "gatherings:gatherings", Permission.GATHERING_READ, order=44, group=PLANS)
        pointing.register("gatherings", pointing_to)
