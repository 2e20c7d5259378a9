"""The vault package as a Django app."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "sanad.vault"
