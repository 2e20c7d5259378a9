"""What is borrowed of allauth: the second factor (`allauth.mfa`) with its table, and nothing else.

Its logic imports `allauth.account`, which would bring e-mail addresses, a middleware and addresses of pages. It stands
here as an app without tables (`MIGRATION_MODULES`), start-up, addresses or middleware, so that it can be imported.
"""

from django.apps import AppConfig


class AllauthAccount(AppConfig):
    """Importable, and otherwise absent."""

    name = "allauth.account"
    default_auto_field = "django.db.models.AutoField"

    def import_models(self) -> None:
        """E-mail addresses have no table here; nothing may make one, nor empty one in tests."""
        super().import_models()
        for model in self.models.values():
            model._meta.managed = False

    def ready(self) -> None:
        """Nothing: its start-up asks for its middleware."""


class AllauthFactors(AppConfig):
    """The table of second factors."""

    name = "allauth.mfa"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Nothing: its start-up watches e-mail addresses."""
