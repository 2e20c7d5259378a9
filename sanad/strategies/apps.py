"""The strategies package as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from sanad.accounts.permissions import Permission
from sanad.web.navigation import register


class StrategiesConfig(AppConfig):
    """Registers the pages of this package in the menu."""

    name = "sanad.strategies"

    def ready(self) -> None:
        """Strategies stand behind the records and figures."""
        register(_("Strategies"), "strategies:strategies", Permission.STRATEGY_READ, order=45)
