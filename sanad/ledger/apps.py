"""The ledger package as a Django app."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "sanad.ledger"
