"""Root addresses: each package brings its own."""

from importlib.util import find_spec

from django.apps import apps
from django.urls import include, path

# front answers "/", so it comes last; the others stand under addresses that they name themselves.
_with_pages = [
    app.name for app in apps.get_app_configs() if app.name.startswith("sanad.") and find_spec(f"{app.name}.urls")
]

urlpatterns = [path("", include(f"{name}.urls")) for name in ("sanad.config.backup", *_with_pages)]

handler400 = "sanad.web.errors.bad_request"
handler403 = handler404 = "sanad.web.errors.not_found"
handler500 = "sanad.web.errors.broken"
