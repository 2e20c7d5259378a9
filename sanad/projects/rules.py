"""What is said of a project, and what cannot be right. Free of Django."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from sanad.kit.refusals import N_, Reason

GOALS = range(1, 18)  # of sustainable development


class Status(StrEnum):
    """Where a project stands."""

    PLANNED = "planned"
    RUNNING = "running"
    SUSPENDED = "suspended"
    FINISHED = "finished"
    CANCELLED = "cancelled"


STATUS_TITLES = {
    Status.PLANNED: N_("planned"),
    Status.RUNNING: N_("running"),
    Status.SUSPENDED: N_("suspended"),
    Status.FINISHED: N_("finished"),
    Status.CANCELLED: N_("cancelled"),
}


class Focus(StrEnum):
    """What a project is mainly about."""

    POLICY = "policy"
    JUSTICE = "justice"
    WOMEN = "women"
    CHILDREN = "children"
    MINORITIES = "minorities"
    AWARENESS = "awareness"
    GOVERNANCE = "governance"
    PEACE = "peace"
    OTHER = "other"


FOCUS_TITLES = {
    Focus.POLICY: N_("Human-rights policy and institutions"),
    Focus.JUSTICE: N_("Access to justice"),
    Focus.WOMEN: N_("Rights of women and girls"),
    Focus.CHILDREN: N_("Rights of children"),
    Focus.MINORITIES: N_("Rights of minorities"),
    Focus.AWARENESS: N_("Education and awareness"),
    Focus.GOVERNANCE: N_("Local governance"),
    Focus.PEACE: N_("Peace and social cohesion"),
    Focus.OTHER: N_("Another focus"),
}


class Part(StrEnum):
    """What a partner does in a project."""

    FUNDING = "funding"
    IMPLEMENTING = "implementing"
    ACCOUNTABLE = "accountable"


PART_TITLES = {
    Part.FUNDING: N_("funding partner"),
    Part.IMPLEMENTING: N_("implementing partner"),
    Part.ACCOUNTABLE: N_("accountable body"),
}


class ResultKind(StrEnum):
    """How far from the project's own work a result lies."""

    OUTPUT = "output"
    OUTCOME = "outcome"
    IMPACT = "impact"


RESULT_TITLES = {
    ResultKind.OUTPUT: N_("output"),
    ResultKind.OUTCOME: N_("outcome"),
    ResultKind.IMPACT: N_("impact"),
}


def reasons_against(*, title: str, status: Status, starts: date | None, ends: date | None, today: date) -> list[Reason]:
    """Why a project cannot be kept like this; empty when it can."""
    reasons = []
    if not title:
        reasons.append(Reason("project_nameless", N_("A project has a title."), field="title_en"))
    if starts and ends and ends < starts:
        reasons.append(Reason("ends_before_start", N_("The last day lies before the first."), field="ends"))
    if status is Status.RUNNING and starts and starts > today:
        reasons.append(
            Reason("runs_before_start", N_("A project that runs has begun: the first day lies ahead."), field="status")
        )
    if status is Status.FINISHED and (ends is None or ends > today):
        reasons.append(
            Reason("finished_before_end", N_("A finished project has a last day that is over."), field="status")
        )
    return reasons


def coverage_level(levels: Collection[str]) -> str:
    """How widely a project works: `national`, `provinces`, `province`, `districts`, `district`; empty if not stated."""
    if not levels:
        return ""
    if "country" in levels:
        return "national"
    provinces = sum(level == "province" for level in levels)
    if provinces:
        return "province" if provinces == 1 else "provinces"
    return "district" if len(levels) == 1 else "districts"
