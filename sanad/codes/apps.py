"""The codes package as a Django app."""

from django.apps import AppConfig


class CodesConfig(AppConfig):
    name = "sanad.codes"
