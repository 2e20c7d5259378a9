"""The strategies package as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from sanad.accounts.permissions import Permission
from sanad.web.navigation import PLANS, register


class StrategiesConfig(AppConfig):
    """Registers the pages of this package in the menu, and tells the packages below what points to them."""

    name = "sanad.strategies"

    def ready(self) -> None:
        """Strategies stand first among the plans."""
        from sanad.commitments import clauses
        from sanad.projects import pointing
        from sanad.strategies.presenting import answered
        from sanad.strategies.presenting.pointing import pointing_to

        register(_("Strategies"), "strategies:strategies", Permission.STRATEGY_READ, order=42, group=PLANS)
        pointing.register("strategies", pointing_to)
        clauses.register(answered.names, answered.named)
