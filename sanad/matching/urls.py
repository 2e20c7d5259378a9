"""Addresses of the pages on which people decide who is one person."""

from django.urls import path

from sanad.matching.views import pairs, persons

app_name = "matching"

urlpatterns = [
    path("matching/", pairs.pairs, name="pairs"),
    path("matching/begin/", pairs.begin, name="begin"),
    path("matching/run/", pairs.run, name="run"),
    path("matching/<slug:kind>/next/", pairs.following, name="next"),
    path("matching/pairs/<uuid:pk>/", pairs.pair, name="pair"),
    path("persons/<uuid:pk>/", persons.person, name="person"),
]
