"""Addresses of the registry of projects."""

from django.urls import path

from sanad.projects import views

app_name = "projects"

urlpatterns = [
    path("projects/", views.projects, name="projects"),
    path("projects/new/", views.project_new, name="project_new"),
    path("projects/iati.xml", views.activity_file, name="iati"),
    path("projects/<str:ref>/", views.project, name="project"),
    path("projects/<str:ref>/change/", views.project_change, name="project_change"),
    path("projects/<str:ref>/partners/", views.partner_add, name="partner_add"),
    path("projects/<str:ref>/results/", views.result_add, name="result_add"),
    path("projects/<str:ref>/results/<uuid:pk>/", views.result_change, name="result_change"),
    path("projects/<str:ref>/<slug:kind>/<uuid:pk>/remove/", views.part_remove, name="part_remove"),
]
