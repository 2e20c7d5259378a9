from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "sanad.exchange"
    verbose_name = "Exchange"
