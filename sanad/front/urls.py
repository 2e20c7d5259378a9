"""Addresses of the pages on which people work with records."""

from django.urls import path

from sanad.front.views import (
    another,
    checkpoints,
    consent,
    correcting,
    coverage,
    desk,
    entry,
    erasing,
    events,
    evidence,
    judging,
    lists,
    people,
    reports,
    second,
)

app_name = "front"

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("events/", lists.events, name="events"),
    path("events/<str:ref>/", events.event, name="event"),
    path("events/<str:ref>/judge/", judging.judge, name="judge"),
    path("events/<str:ref>/toll/<uuid:of>/", judging.toll, name="toll"),
    path("events/<str:ref>/choose/<uuid:of>/<slug:name>/", judging.choose, name="choose"),
    path("events/<str:ref>/another/", another.another, name="another"),
    path("judgements/<uuid:pk>/undo/", judging.undo, name="undo"),
    path("people/", people.people, name="people"),
    path("reports/", lists.reports, name="reports"),
    path("reports/new/", entry.report_new, name="report_new"),
    path("reports/<str:ref>/", reports.report, name="report"),
    path("reports/<str:ref>/correct/", correcting.correct, name="correct"),
    path("reports/<str:ref>/withdraw/", reports.withdraw, name="withdraw"),
    path("reports/<str:ref>/names/", reports.names, name="names"),
    path("reports/<str:ref>/redact/", erasing.redact, name="redact"),
    path("reports/<str:ref>/people/<uuid:root>/", consent.person, name="person"),
    path("reports/<str:ref>/people/<uuid:root>/contact/", consent.contact, name="contact"),
    path("reports/<str:ref>/people/<uuid:root>/erase/", erasing.erase, name="erase"),
    path("reports/<str:ref>/files/new/", evidence.evidence_new, name="evidence_new"),
    path("files/<uuid:pk>/", evidence.evidence, name="evidence"),
    path("files/<uuid:pk>/download/", evidence.evidence_file, name="evidence_file"),
    path("reports/<str:ref>/transfer/", second.transfer, name="transfer"),
    path("second/", second.second, name="second"),
    path("second/<uuid:pk>/decide/", second.decide, name="decide"),
    path("second/<uuid:pk>/review/", second.review, name="review"),
    path("notices/<uuid:pk>/seen/", second.seen, name="seen"),
    path("emergency/", second.emergency, name="emergency"),
    path("coverage/", coverage.coverage, name="coverage"),
    path("ledger/", checkpoints.checkpoint_list, name="checkpoints"),
    path("ledger/key/", checkpoints.origin_key_file, name="origin_key"),
    path("ledger/<int:number>/", checkpoints.checkpoint, name="checkpoint"),
    path("ledger/<int:number>/file/", checkpoints.checkpoint_file, name="checkpoint_file"),
]
