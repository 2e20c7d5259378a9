"""The exchange package as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from sanad.accounts.permissions import Permission
from sanad.web.navigation import RECORDS, register


class ExchangeConfig(AppConfig):
    """Puts file import in the menu."""

    name = "sanad.exchange"

    def ready(self) -> None:
        """The menu of whoever may import."""
        register(_("Imports"), "exchange:imports", Permission.IMPORT_RUN, order=29, group=RECORDS)
