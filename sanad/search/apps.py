"""The search package as a Django app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Brings the tables of the index."""

    name = "sanad.search"
