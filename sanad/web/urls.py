"""Addresses of the design system: the language switch and the living style page."""

from django.urls import path

from sanad.web import views

app_name = "web"

urlpatterns = [
    path("language/", views.language, name="language"),
    path("design/", views.design, name="design"),
    path("design/<slug:part>/", views.design_part, name="design_part"),
]
