"""Addresses of the pages on which people count. Those of answers are permanent: they name their snapshot."""

from django.urls import path

from sanad.figures.views import changes, lists, published, records, saved, sheets, tables

app_name = "figures"

urlpatterns = [
    path("figures/", tables.table, name="table"),
    path("figures/afresh/", tables.afresh, name="afresh"),
    path("figures/records/", records.records, name="records"),
    path("figures/why/", changes.why, name="why"),
    path("figures/table.csv", sheets.as_csv, name="csv"),
    path("figures/table.xlsx", sheets.as_xlsx, name="xlsx"),
    path("figures/taken-out/", sheets.taken_out, name="taken_out"),
    path("figures/lists/", lists.lists, name="lists"),
    path("figures/printed/", published.published_tables, name="published_tables"),
    path("figures/printed/new/", published.published_new, name="published_new"),
    path("figures/printed/<uuid:key>/", published.published_table, name="published_table"),
    path("figures/printed/<uuid:key>/change/", published.published_change, name="published_change"),
    path("figures/printed/<uuid:key>/away/", published.published_away, name="published_away"),
    path("figures/printed/<uuid:key>/<int:version>/use/", published.published_use, name="published_use"),
    path("figures/saved/", saved.saved_tables, name="saved_tables"),
    path("figures/saved/new/", saved.save, name="save"),
    path("figures/saved/<uuid:key>/", saved.saved_table, name="saved_table"),
    path("figures/saved/<uuid:key>/away/", saved.saved_away, name="saved_away"),
    path("figures/saved/<uuid:key>/<int:version>/use/", saved.saved_use, name="saved_use"),
    path("figures/saved/<uuid:key>/return.pdf", saved.monthly_return, name="return"),
]
