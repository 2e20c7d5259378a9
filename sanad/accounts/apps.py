"""The accounts package as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from sanad.accounts.permissions import Permission
from sanad.web.navigation import MANAGE, register


class AccountsConfig(AppConfig):
    """Registers the pages of this package in the menu."""

    name = "sanad.accounts"

    def ready(self) -> None:
        """The menu of whoever is signed in, and of whoever manages."""
        register(_("My account"), "accounts:my_account", order=10, group=MANAGE)
        register(_("Users"), "accounts:users", Permission.USER_MANAGE, order=20, group=MANAGE)
        register(_("Offices"), "accounts:offices", Permission.OFFICE_MANAGE, order=30, group=MANAGE)
        register(_("Sharing"), "accounts:sharing", Permission.SHARING_DECIDE, order=40, group=MANAGE)
        register(_("Vault"), "accounts:keys", Permission.VAULT_SEE, order=60, group=MANAGE)
