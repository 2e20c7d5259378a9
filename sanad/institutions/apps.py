"""The institutions package as a Django app."""

from django.apps import AppConfig


class InstitutionsConfig(AppConfig):
    name = "sanad.institutions"
