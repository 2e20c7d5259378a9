"""The projects package as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from sanad.accounts.permissions import Permission
from sanad.web.navigation import PLANS, register


class ProjectsConfig(AppConfig):
    """Registers the page of this package in the menu."""

    name = "sanad.projects"

    def ready(self) -> None:
        """The registry is looked at now and then: it stands in the second menu."""
        register(_("Projects"), "projects:projects", Permission.GATHERING_READ, order=46, group=PLANS)
