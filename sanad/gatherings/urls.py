"""Addresses of gatherings. What begins with /door/ is for whoever comes; all else for those who hold them."""

from django.urls import path

from sanad.gatherings.views import door, listing, outcome, people, plan

app_name = "gatherings"

urlpatterns = [
    path("gatherings/", plan.gatherings, name="gatherings"),
    path("gatherings/new/", plan.gathering_new, name="gathering_new"),
    path("gatherings/<str:ref>/", plan.gathering, name="gathering"),
    path("gatherings/<str:ref>/change/", plan.gathering_change, name="gathering_change"),
    path("gatherings/<str:ref>/lines/<slug:kind>/", plan.lines, name="lines"),
    path("gatherings/<str:ref>/lines/<slug:kind>/<uuid:pk>/remove/", plan.line_remove, name="line_remove"),
    path("gatherings/<str:ref>/invitations/<uuid:pk>/", plan.invitation_answer, name="invitation_answer"),
    path("gatherings/<str:ref>/door/", door.door, name="door"),
    path("gatherings/<str:ref>/door/close/", door.door_close, name="door_close"),
    path("gatherings/<str:ref>/door/<str:token>/", door.poster, name="poster"),
    path("gatherings/<str:ref>/sheet/<slug:language>/", door.sheet_pdf, name="sheet"),
    path("gatherings/<str:ref>/participants/", listing.participants, name="participants"),
    path("gatherings/<str:ref>/participants/file/", listing.list_file, name="list_file"),
    path("gatherings/<str:ref>/participants/<uuid:pk>/", people.participant, name="participant"),
    path(
        "gatherings/<str:ref>/participants/<uuid:pk>/withdraw/",
        people.participant_withdraw,
        name="participant_withdraw",
    ),
    path("gatherings/<str:ref>/participants/<uuid:pk>/erase/", people.participant_erase, name="participant_erase"),
    path("gatherings/<str:ref>/participants/<uuid:pk>/needs/", people.participant_needs, name="participant_needs"),
    path("gatherings/<str:ref>/alike/", people.alike, name="alike"),
    path("gatherings/<str:ref>/alike/<uuid:pk>/undo/", people.alike_undo, name="alike_undo"),
    path("gatherings/<str:ref>/groups/", people.groups, name="groups"),
    path("gatherings/<str:ref>/groups/<uuid:pk>/", people.group_join, name="group_join"),
    path("gatherings/<str:ref>/groups/<uuid:pk>/<uuid:member>/", people.group_leave, name="group_leave"),
    path("gatherings/<str:ref>/minutes/", outcome.minutes, name="minutes"),
    path("gatherings/<str:ref>/follow-ups/<uuid:pk>/", outcome.follow_up_done, name="follow_up_done"),
    path("gatherings/<str:ref>/files/new/", outcome.material_new, name="material_new"),
    path("gatherings/<str:ref>/files/<uuid:pk>/", outcome.material, name="material"),
    path("door/<str:token>/", door.sign_in, name="sign_in"),
    path("door/<str:token>/thanks/", door.thanks, name="thanks"),
]
