from django.apps import AppConfig


class FrontConfig(AppConfig):
    name = "sanad.front"
    label = "front"

    def ready(self) -> None:
        """Put the pages of this package into the menu."""
        from django.utils.translation import gettext_lazy as _

        from sanad.accounts.permissions import Permission
        from sanad.web import navigation

        navigation.register(_("My desk"), "front:desk", order=10)
        navigation.register(_("Events"), "front:events", Permission.REPORT_READ, order=20, group=navigation.RECORDS)
        navigation.register(_("Reports"), "front:reports", Permission.REPORT_READ, order=25, group=navigation.RECORDS)
        navigation.register(_("Search"), "front:search", order=12)
        navigation.register(_("Review"), "front:review", Permission.JUDGE_VERIFY, order=13)
        navigation.register(
            _("Find a person"), "front:people", Permission.SEALED_OPEN, order=27, group=navigation.RECORDS
        )
        navigation.register(
            _("Institutions"), "front:institutions", Permission.REPORT_READ, order=28, group=navigation.RECORDS
        )
        navigation.register(_("Ledger"), "front:checkpoints", Permission.LEDGER_READ, order=60, group=navigation.MANAGE)
        navigation.register(_("Second person"), "front:second", order=15, group=navigation.MANAGE)
