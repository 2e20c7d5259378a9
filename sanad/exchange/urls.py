"""Addresses of file import."""

from django.urls import path

from sanad.exchange.views import imports, recommendations, wizard

app_name = "exchange"

urlpatterns = [
    path("imports/", imports.imports, name="imports"),
    path("imports/new/", wizard.new, name="new"),
    path("imports/recommendations/", recommendations.new, name="asked"),
    path("imports/<uuid:pk>/which-columns/", recommendations.columns, name="asked_columns"),
    path("imports/<uuid:pk>/", imports.one, name="import"),
    path("imports/<uuid:pk>/columns/", wizard.columns, name="columns"),
    path("imports/<uuid:pk>/text/", wizard.text, name="text"),
    path("imports/<uuid:pk>/preview/", wizard.preview, name="preview"),
    path("imports/<uuid:pk>/check/", wizard.check, name="check"),
    path("imports/<uuid:pk>/store/", imports.store, name="store"),
    path("imports/<uuid:pk>/cancel/", imports.cancel, name="cancel"),
    path("imports/<uuid:pk>/errors.csv", imports.errors, name="errors"),
    path("imports/<uuid:pk>/mapping.yaml", imports.mapping, name="mapping"),
    path("imports/<uuid:pk>/undo/", imports.undo, name="undo"),
]
