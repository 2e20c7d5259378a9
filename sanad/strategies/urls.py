"""Addresses of strategies. Those of links hold a token; those under /published/ are for everybody."""

from django.urls import path

from sanad.strategies.views import asking, drafts, links, noting, strategies, word

app_name = "strategies"

ONE = "strategies/<str:ref>/"
DRAFT = f"{ONE}<int:number>/"
GROUP = f"{DRAFT}groups/<uuid:group>/"

urlpatterns = [
    path("strategies/", strategies.strategies, name="strategies"),
    path("strategies/new/", strategies.new, name="new"),
    path(ONE, strategies.strategy, name="strategy"),
    path(f"{ONE}stage/", strategies.stage, name="stage"),
    path(f"{ONE}history/", strategies.past, name="history"),
    path(f"{ONE}word/", word.upload, name="upload"),
    path(f"{ONE}word/<uuid:pk>/", word.word, name="word"),
    path(f"{ONE}clauses/<uuid:identity>/", strategies.clause, name="clause"),
    path(DRAFT, drafts.draft, name="draft"),
    path(f"{DRAFT}do/", drafts.do, name="do"),
    path(f"{DRAFT}compare/", drafts.compare, name="compare"),
    path(f"{DRAFT}actions/", drafts.planned, name="planned"),
    path(f"{DRAFT}actions/new/", drafts.planned_edit, name="planned_new"),
    path(f"{DRAFT}actions/<uuid:identity>/", drafts.planned_edit, name="planned_edit"),
    path(f"{DRAFT}clauses/new/", drafts.clause_new, name="clause_new"),
    path(f"{DRAFT}clauses/<uuid:identity>/", drafts.clause_edit, name="clause_edit"),
    path(f"{DRAFT}strategy.<str:form>", word.file, name="file"),
    path(f"{DRAFT}annex.<str:form>", word.annex, name="annex"),
    path(f"{DRAFT}circulation/", asking.circulation, name="circulation"),
    path(f"{DRAFT}circulation/<uuid:pk>/revoke/", asking.revoke, name="revoke"),
    path(f"{DRAFT}consultation/", asking.consultation, name="consultation"),
    path(GROUP, noting.group, name="group"),
    path(f"{GROUP}<int:point>/", noting.group, name="group_point"),
    path(f"{GROUP}wall/", noting.wall, name="wall"),
    path(f"{GROUP}links/", asking.group_links, name="group_links"),
    path(f"{DRAFT}points/", asking.points, name="points"),
    path(f"{DRAFT}points/<int:point>/", asking.point, name="point"),
    path(f"{DRAFT}points/<int:point>/withdraw/", asking.withdraw, name="withdraw"),
    path(f"{DRAFT}points/<int:point>/answer/", asking.disposition, name="disposition"),
    path("read/<str:token>/", links.read, name="read"),
    path("note/<str:token>/", noting.note, name="note"),
    path("note/<str:token>/<int:point>/", noting.note, name="note_point"),
    path("answers/<str:token>/", links.answers, name="answers"),
    path("published/strategies/", links.published, name="published"),
    path("published/strategies/<str:ref>/", links.public, name="public"),
]
