"""The exchange package as a Django app."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Names the package; its menu entry is added with its pages."""

    name = "sanad.exchange"
    verbose_name = "Exchange"
