"""Addresses of the pages on which people count. Those of answers are permanent: they name their snapshot."""

from django.urls import path

from sanad.figures.views import changes, records, saved, sheets, tables

app_name = "figures"

urlpatterns = [
    path("figures/", tables.table, name="table"),
    path("figures/afresh/", tables.afresh, name="afresh"),
    path("figures/records/", records.records, name="records"),
    path("figures/why/", changes.why, name="why"),
    path("figures/table.csv", sheets.as_csv, name="csv"),
    path("figures/table.xlsx", sheets.as_xlsx, name="xlsx"),
    path("figures/taken-out/", sheets.taken_out, name="taken_out"),
    path("figures/saved/", saved.saved_tables, name="saved_tables"),
    path("figures/saved/new/", saved.save, name="save"),
    path("figures/saved/<uuid:key>/", saved.saved_table, name="saved_table"),
    path("figures/saved/<uuid:key>/return.pdf", saved.monthly_return, name="return"),
]
