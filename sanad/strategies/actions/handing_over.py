"""A final draft is handed over: planned actions become actions with indicators, accepted points recommendations.

Handed over again, only what is new comes: an action knows the planned one by its identity, a recommendation its point.
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.codes.queries import code, code_named
from sanad.commitments.actions.answering import answer
from sanad.commitments.actions.measuring import define_indicator
from sanad.commitments.actions.recording import record_action, record_recommendation
from sanad.commitments.models import Action, Recommendation
from sanad.commitments.queries import actions_answering
from sanad.commitments.rules.asked import Responsibility
from sanad.commitments.rules.measured import IndicatorKind
from sanad.institutions.queries import institution_named
from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger.actions import record
from sanad.places.models import Place
from sanad.strategies.actions.drafting import DRAFT
from sanad.strategies.models import Clause, Draft, PlannedAction, Point
from sanad.strategies.presenting.annex import asker_of
from sanad.strategies.presenting.labels import HEADS
from sanad.strategies.queries.asked import drafts_before, points_with_answers
from sanad.strategies.queries.texts import planned_of
from sanad.strategies.rules.carrying import bodies_of, number_of, rupees_of, span_of
from sanad.strategies.rules.kinds import kind_of

POSITIONS = {"accepted": "supported", "partly": "partly"}


@dataclass(frozen=True)
class HandedOver:
    """How much came to the commitments this time."""

    actions: int
    recommendations: int


@transaction.atomic
def hand_over(draft: Draft, *, by: Reader) -> HandedOver:
    """Give the planned actions of a final draft, and the points that were accepted into it, to the commitments."""
    require(by, Permission.STRATEGY_DECIDE, custodian=draft.custodian_id)
    draft = Draft.objects.select_related("strategy__province").get(pk=draft.pk)
    if draft.state != Draft.State.FINAL:
        raise OutOfOrder.one(
            "draft.not_final", N_("Make the draft final first: what is carried out no longer changes.")
        )
    actions = sum(_action(draft, planned, by) for planned in planned_of(draft))
    points = [point for one in drafts_before(draft) for point in points_with_answers(one)]
    recommendations = sum(_recommendation(draft, point, by) for point in points)
    record(
        "strategy_draft.handed_over",
        by=by,
        object_kind=DRAFT,
        object_id=draft.pk,
        office=draft.custodian_id,
        actions=actions,
        recommendations=recommendations,
    )
    return HandedOver(actions, recommendations)


def _action(draft: Draft, planned: PlannedAction, by: Reader) -> bool:
    """Make it, unless it was made before; it answers its row, its outcome and its theme."""
    if actions_answering(by, clause=planned.identity).exists():
        return False
    starts, ends = span_of(planned.timeline_en or planned.timeline_ur)
    bodies = _bodies(planned.agency_en or planned.agency_ur, draft.strategy.province)
    budget = rupees_of(planned.budget)
    province = draft.strategy.province_id
    made: Action = record_action(
        {
            "title": (planned.words_en or planned.words_ur)[:400],
            "title_ur": planned.words_ur[:400],
            "outcome": str(planned.outcome or "")[:400],
            "kind": code("action_kind", kind_of(planned.words_en or planned.words_ur)),
            "themes": _themes(planned.theme),
            "provinces": [province] if province else [],
            "responsibility": Responsibility.PROVINCIAL if province else "",
            "lead_id": bodies[0] if bodies else None,
            "support": bodies[1:],
            "starts": starts,
            "ends": ends,
            "timeline": (planned.timeline_en or planned.timeline_ur)[:120],
            "budget": budget,
            "budget_source": planned.budget[:200] if budget is None else "",
        },
        by=by,
    )
    for clause in (planned.identity, *(one.identity for one in (planned.outcome, planned.theme) if one)):
        answer(made, clause=clause, by=by)
    _indicator(draft, planned, made, by)
    return True


def _indicator(draft: Draft, planned: PlannedAction, made: Action, by: Reader) -> None:
    """How the plan measures the action. Of which year its baseline is, a plan does not say: its words are kept."""
    name = planned.indicator_en or planned.indicator_ur
    if not name:
        return
    target, share = number_of(planned.target)
    year = made.ends.year if made.ends else draft.strategy.last_year
    with translation.override(draft.language):
        heads = {one: str(HEADS[one]) for one in ("baseline", "target", "evidence")}
        words = [name, *(f"{heads[one]}: {getattr(planned, one)}" for one in heads if getattr(planned, one))]
        said = {
            "name": name[:300],
            "name_ur": planned.indicator_ur[:300],
            "kind": IndicatorKind.PROCESS,
            "definition": "\n".join(words),
            "unit": "%" if share else _("number"),
            "source": str(draft.strategy)[:300],
            "no_baseline_why": _("The plan says: %(words)s") % {"words": planned.baseline[:250] or "–"},
            "action_id": made.pk,
            "themes": made.themes,
        }
    define_indicator(said, {year: target} if year and target is not None else {}, by=by)


def _themes(theme: Clause | None) -> list[int]:
    """The theme of the vocabulary that bears the name of this one, in either language."""
    names = (theme.heading_en, theme.heading_ur) if theme else ()
    found = (code_named("theme", name).code for name in names if name)
    return [one.pk for one in found if one][:1]


def _bodies(agency: str, province: Place | None) -> list[int]:
    """The institutions of the list that a plan names; if the first is none of it, somebody chooses who leads."""
    parts = [part for part in ([agency], bodies_of(agency)) if part and _body(part[0], province)]
    found = [_body(one, province) for one in parts[0]] if parts else []
    return list(dict.fromkeys(one for one in found if one))


def _body(name: str, province: Place | None) -> int | None:
    """One institution; a plan of a province leaves its name out: “Prisons Department”."""
    names = [name, *(f"{name}, {where}" for where in (province.name_en, province.name_ur))] if province else [name]
    return next((found.id for one in names if (found := institution_named(one).institution)), None)


def _recommendation(draft: Draft, point: Point, by: Reader) -> bool:
    """Make one of a point that was accepted, unless it was made before."""
    outcome = point.answers[0].outcome if point.answers else ""
    if outcome not in POSITIONS or Recommendation.objects.filter(point=point.pk).exists():
        return False
    record_recommendation(
        {
            "source": draft.strategy.reference.lower(),
            "kind": code("asker_kind", _asker(point)),
            "document": str(draft.strategy)[:200],
            "asked_by": asker_of(point)[:200],
            "asked_on": point.made_at.date().isoformat(),
            "paragraph": f"{point.draft.number}.{point.number}",
            "words": point.plenary_words or point.group_words,
            "language": point.language,
            "position": POSITIONS[outcome],
            "point": point.pk,
        },
        by=by,
    )
    return True


def _asker(point: Point) -> str:
    """Which kind of asker a point came from."""
    if point.invitation is None:
        return "workshop_group"
    return "department" if point.invitation.kind == "department" else "other"
