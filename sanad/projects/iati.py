"""The activity file of the International Aid Transparency Initiative, version 2.03.

Code numbers are those of the standard's code lists. Organisations without a registered identifier have none in the
file but the reporting one, which the standard demands: `PK-UNREGISTERED-KP` until an operator says another.
"""

from collections.abc import Iterator
from datetime import date, datetime
from xml.etree import ElementTree as Tree

from django.utils import translation

from sanad.accounts.models import Office
from sanad.accounts.readers import Reader
from sanad.accounts.rules import OfficeKind
from sanad.institutions.models import Institution
from sanad.kit.refusals import N_, Incomplete
from sanad.projects import queries
from sanad.projects.models import Project, Result
from sanad.projects.picking import places_by_id
from sanad.projects.pointing import Pointer, pointing_to
from sanad.projects.rules import Focus, Part, ResultKind, Status, coverage_level

VERSION, COUNTRY, LANG = "2.03", "PK", "{http://www.w3.org/XML/1998/namespace}lang"
STATUS = {Status.PLANNED: 1, Status.RUNNING: 2, Status.FINISHED: 4, Status.CANCELLED: 5, Status.SUSPENDED: 6}
ROLE = {Part.FUNDING: 1, Part.ACCOUNTABLE: 2, Part.IMPLEMENTING: 4}
RESULT = {ResultKind.OUTPUT: 1, ResultKind.OUTCOME: 2, ResultKind.IMPACT: 3}
SCOPE = {"national": 4, "provinces": 5, "province": 6, "districts": 5, "district": 7}
# Purposes of the OECD: human rights, legal and judicial development, women's rights, decentralisation, peace-building.
SECTOR = {Focus.JUSTICE: 15130, Focus.WOMEN: 15170, Focus.GOVERNANCE: 15112, Focus.PEACE: 15220}
HUMAN_RIGHTS = 15160
GOALS = "2"  # in the list of vocabularies of tags: goals of sustainable development
GOVERNMENT, LOCAL, PUBLIC, NGO, MULTILATERAL, OTHER = 10, 11, 15, 22, 40, 90
OFFICE_TYPE = {
    OfficeKind.MINISTRY: GOVERNMENT,
    OfficeKind.DIRECTORATE: LOCAL,
    OfficeKind.DISTRICT_OFFICE: LOCAL,
    OfficeKind.CSO: NGO,
}
INSTITUTION_TYPE = {
    "ministry": GOVERNMENT,
    "department": GOVERNMENT,
    "police": GOVERNMENT,
    "prison": GOVERNMENT,
    "assembly": PUBLIC,
    "commission": PUBLIC,
    "court": PUBLIC,
    "cso": NGO,
    "international": MULTILATERAL,
}


def written(reader: Reader, *, now: datetime, organisation: str = "") -> bytes:
    """The projects that the reader's office keeps as one file; each names its own office as reporting."""
    projects = _kept(reader)
    if not projects:
        raise Incomplete.one("no_project", N_("There is no project yet that could stand in the file."))
    found = pointing_to(reader, [one.pk for one in projects])
    root = Tree.Element("iati-activities", {"version": VERSION, "generated-datetime": now.isoformat("T", "seconds")})
    for project in projects:
        root.append(_activity(project, organisation, [one for one in found if one.project == project.pk]))
    Tree.indent(root)
    return Tree.tostring(root, encoding="utf-8", xml_declaration=True)


def activities_in(reader: Reader) -> int:
    """How many projects that file has."""
    return len(_kept(reader))


def _kept(reader: Reader) -> list[Project]:
    return [one for one in queries.projects_in_order(reader) if one.custodian_id in reader.keeps]


def _activity(project: Project, organisation: str, pointers: list[Pointer]) -> Tree.Element:
    """One project; the order of its parts is that of the standard."""
    office = project.custodian
    organisation = organisation or f"PK-UNREGISTERED-{office.reference_prefix}"
    activity = Tree.Element("iati-activity", {LANG: "en"})
    _add(activity, "iati-identifier").text = f"{organisation}-{project.reference}"
    kind = OFFICE_TYPE.get(OfficeKind(office.kind), OTHER)
    reporting = _add(activity, "reporting-org", ref=organisation, type=kind)
    _narrate(reporting, office.name_en, office.name_ur)
    _narrate(_add(activity, "title"), project.title_en, project.title_ur)
    summary = (project.summary_en, project.summary_ur)
    _narrate(
        _add(activity, "description", type=1), *(summary if any(summary) else (project.title_en, project.title_ur))
    )
    if project.objectives_en or project.objectives_ur:
        _narrate(_add(activity, "description", type=2), project.objectives_en, project.objectives_ur)
    _organisations(activity, project, office, kind)
    _add(activity, "activity-status", code=STATUS[Status(project.status)])
    for code, day in _dates(project):
        _add(activity, "activity-date", **{"iso-date": day.isoformat(), "type": code})
    _where(activity, project)
    _add(activity, "sector", vocabulary=1, code=SECTOR.get(Focus(project.focus), HUMAN_RIGHTS))
    for goal in project.goals:
        _narrate(_add(activity, "tag", vocabulary=GOALS, code=goal), f"Sustainable Development Goal {goal}", "")
    for result in project.results.all():
        _result(activity, project, result, pointers)
    return activity


def _organisations(activity: Tree.Element, project: Project, office: Office, kind: int) -> None:
    """Partners by what they do; the standard wants one at least, and that is then the office."""
    partners = list(project.partners.all())
    for one in partners:
        body: Institution = one.institution
        role, sort = ROLE[Part(one.part)], INSTITUTION_TYPE.get(body.kind, OTHER)
        _narrate(_add(activity, "participating-org", role=role, type=sort), body.name_en, body.name_ur)
    if not partners:
        own = _add(activity, "participating-org", role=ROLE[Part.IMPLEMENTING], type=kind)
        _narrate(own, office.name_en, office.name_ur)


def _dates(project: Project) -> Iterator[tuple[int, date]]:
    """Planned (1, 3) or as they were (2, 4)."""
    begun = project.status not in (Status.PLANNED, Status.CANCELLED)
    if project.starts:
        yield (2 if begun else 1), project.starts
    if project.ends:
        yield (4 if project.status == Status.FINISHED else 3), project.ends
    if not project.starts and not project.ends:  # the standard wants one at least
        yield 1, project.made_at.date()


def _where(activity: Tree.Element, project: Project) -> None:
    """Scope, country, and the places below it."""
    found = places_by_id(one.place_id for one in project.coverage.all())
    scope = SCOPE.get(coverage_level([one.level for one in found]))
    if scope:
        _add(activity, "activity-scope", code=scope)
    _add(activity, "recipient-country", code=COUNTRY)
    for place in found:
        if place.level == "country":
            continue
        location = _add(activity, "location")
        _narrate(_add(location, "name"), place.name_en, place.name_ur)


def _result(activity: Tree.Element, project: Project, result: Result, pointers: list[Pointer]) -> None:
    """A result with one indicator: how many; what is unknown is left out, never said as 0."""
    told = _add(activity, "result", type=RESULT[ResultKind(result.kind)])
    _narrate(_add(told, "title"), result.title_en, result.title_ur)
    indicator = _add(told, "indicator", measure=1)
    _narrate(_add(indicator, "title"), result.title_en, result.title_ur)
    first = project.starts or project.made_at.date()
    if result.baseline is not None:
        _add(indicator, "baseline", year=first.year, value=result.baseline)
    if result.target is None and result.reached is None:
        return
    period = _add(indicator, "period")
    _add(period, "period-start", **{"iso-date": first.isoformat()})
    _add(period, "period-end", **{"iso-date": max(first, project.ends or first).isoformat()})
    if result.target is not None:
        _add(period, "target", value=result.target)
    if result.reached is not None:
        reached = _add(period, "actual", value=result.reached)
        if pointers:
            with translation.override("en"):
                said = "; ".join(f"{one.title} ({one.on})" if one.on else one.title for one in pointers)
            _narrate(_add(reached, "comment"), f"Evidence: {said}", "")


def _add(parent: Tree.Element, name: str, **attributes: object) -> Tree.Element:
    return Tree.SubElement(parent, name, {key: str(value) for key, value in attributes.items()})


def _narrate(parent: Tree.Element, english: str, urdu: str) -> None:
    """The text in both languages, as far as there is one; English is the language of the file."""
    if english:
        _add(parent, "narrative").text = english
    if urdu:
        _add(parent, "narrative", **{LANG: "ur"}).text = urdu
