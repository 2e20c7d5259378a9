"""The figures package as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from sanad.accounts.permissions import Permission
from sanad.web.navigation import FIGURES, register


class FiguresConfig(AppConfig):
    """Registers the pages of this package in the menu."""

    name = "sanad.figures"

    def ready(self) -> None:
        """Figures stand beside the records in the menu."""
        register(_("Figures"), "figures:table", Permission.FIGURE_COUNT, order=30, group=FIGURES)
        register(_("Saved tables"), "figures:saved_tables", Permission.FIGURE_COUNT, order=35, group=FIGURES)
