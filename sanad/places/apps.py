"""The places package as a Django app."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "sanad.places"
