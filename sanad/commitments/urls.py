"""Addresses of commitments. Those below `report/` open with a signed link."""

from django.urls import path

from sanad.commitments.views import (
    actions,
    deciding,
    evidence,
    focal,
    indicators,
    linked,
    matrix,
    pack,
    recommendations,
)

app_name = "commitments"

urlpatterns = [
    path("commitments/", matrix.matrix, name="matrix"),
    path("commitments/due/", matrix.due, name="due"),
    path("commitments/bottlenecks/", matrix.bottlenecks, name="bottlenecks"),
    path("commitments/pack.pdf", pack.pack, name="pack"),
    path("commitments/recommendations/", recommendations.recommendations, name="recommendations"),
    path("commitments/recommendations/new/", recommendations.new, name="recommendation_new"),
    path("commitments/recommendations/<uuid:pk>/", recommendations.one, name="recommendation"),
    path("commitments/recommendations/<uuid:pk>/edit/", recommendations.edit, name="recommendation_edit"),
    path("commitments/actions/", actions.actions, name="actions"),
    path("commitments/actions/new/", actions.new, name="action_new"),
    path("commitments/actions/<uuid:pk>/", actions.one, name="action"),
    path("commitments/actions/<uuid:pk>/edit/", actions.edit, name="action_edit"),
    path("commitments/actions/<uuid:pk>/drop/", actions.drop, name="action_drop"),
    path("commitments/actions/<uuid:pk>/beside/", actions.beside, name="action_beside"),
    path("commitments/actions/<uuid:pk>/progress/", actions.progress, name="action_progress"),
    path("commitments/actions/<uuid:pk>/file/", evidence.new, name="file_new"),
    path("commitments/files/<uuid:pk>/", evidence.one, name="file"),
    path("commitments/files/<uuid:pk>/download/", evidence.download, name="file_download"),
    path("commitments/files/<uuid:pk>/destroy/", evidence.destroy, name="file_destroy"),
    path("commitments/progress/<uuid:pk>/", focal.validate, name="progress"),
    path("commitments/indicators/", indicators.indicators, name="indicators"),
    path("commitments/indicators/new/", indicators.new, name="indicator_new"),
    path("commitments/indicators/<uuid:pk>/", indicators.one, name="indicator"),
    path("commitments/indicators/<uuid:pk>/edit/", indicators.edit, name="indicator_edit"),
    path("commitments/indicators/<uuid:pk>/afresh/", indicators.afresh, name="indicator_afresh"),
    path("commitments/focal-points/", focal.focal_points, name="focal_points"),
    path("commitments/focal-points/<uuid:pk>/", focal.focal_point, name="focal_point"),
    path("commitments/decisions/", deciding.decisions, name="decisions"),
    path("commitments/decisions/<uuid:pk>/", deciding.settle, name="decision"),
    path("report/<str:token>/", linked.mine, name="report"),
    path("report/<str:token>/<uuid:pk>/", linked.report, name="report_action"),
    path("report/<str:token>/<uuid:pk>/file/", linked.add_file, name="report_file"),
]
