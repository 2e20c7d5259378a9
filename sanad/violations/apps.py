from django.apps import AppConfig


class ViolationsConfig(AppConfig):
    name = "sanad.violations"
    label = "violations"
