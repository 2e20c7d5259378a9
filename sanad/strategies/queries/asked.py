"""Whom a draft was sent to, what they asked for, and what became of it. Callers hold a draft that its reader sees."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from sanad.accounts.readers import Reader
from sanad.gatherings.models import Group, GroupMember
from sanad.places.models import Place
from sanad.strategies.models import (
    Clause,
    Consultation,
    Disposition,
    Draft,
    Invitation,
    Point,
    PointVersion,
    StageChange,
    Strategy,
)


def invitations_to(draft: Draft) -> QuerySet[Invitation]:
    """Readers and departments, departments first."""
    asked = Invitation.objects.filter(draft=draft).annotate(comments=Count("points"))
    return asked.order_by("kind", "due", "made_at")


def consultations_on(draft: Draft) -> QuerySet[Consultation]:
    """The workshops on a draft by day."""
    held = Consultation.objects.filter(draft=draft).select_related("gathering__place", "draft__strategy")
    return held.order_by("gathering__first_day", "id")


def groups_at(consultations: Iterable[Consultation]) -> QuerySet[Group]:
    """The groups of these workshops, in their order."""
    gatherings = [one.gathering_id for one in consultations]
    groups = Group.objects.filter(gathering_id__in=gatherings).select_related("gathering__place")
    return groups.order_by("gathering__first_day", "gathering_id", "number")


def points_on(draft: Draft) -> QuerySet[Point]:
    """What was asked of a draft, by number, without what was withdrawn."""
    points = Point.objects.filter(draft=draft, withdrawn_at=None)
    return points.select_related("draft", "group__gathering__place", "invitation", "clause").order_by("number")


def points_with_answers(draft: Draft) -> QuerySet[Point]:
    """The same, each with the disposition that holds (`answers`, one or none) and whether a text lies beside."""
    holding = Disposition.objects.filter(replaced_at=None).select_related("clause__draft")
    beside = PointVersion.objects.filter(point=OuterRef("pk"), beside=True, joined_at=None)
    return (
        points_on(draft)
        .annotate(has_beside=Exists(beside))
        .prefetch_related(Prefetch("dispositions", holding, to_attr="answers"))
    )


def counts_by_answer(draft: Draft) -> list[tuple[str, int]]:
    """How many points have which answer; the outcome is empty where there is none yet."""
    return list(_answered(draft).values_list("answer").annotate(number=Count("pk")))


def counts_by_region(draft: Draft) -> list[tuple[Place | None, str, int]]:
    """The same for what groups of workshops asked, by the place where they met."""
    asked = _answered(draft).exclude(group=None)
    rows = list(asked.values_list("group__gathering__place", "answer").annotate(number=Count("pk")))
    places = Place.objects.in_bulk({place for place, _answer, _number in rows if place})
    return [(places.get(place), answer, number) for place, answer, number in rows]


def _answered(draft: Draft) -> QuerySet[Point]:
    holding = Disposition.objects.filter(point=OuterRef("pk"), replaced_at=None).values("outcome")[:1]
    points = Point.objects.filter(draft=draft, withdrawn_at=None).order_by()
    return points.annotate(answer=Coalesce(Subquery(holding), Value("")))


def open_beside(point: Point) -> QuerySet[PointVersion]:
    """Texts that somebody typed without having seen the newest, not joined yet."""
    return PointVersion.objects.filter(point=point, beside=True, joined_at=None).order_by("at")


def asked_for(strategy: Strategy, identity: UUID) -> list[Point]:
    """Everyone who asked something of a clause, or whose point it carries, in any draft of the strategy."""
    points = Point.objects.filter(draft__strategy=strategy, withdrawn_at=None)
    about = set(points.filter(clause__identity=identity).values_list("pk", flat=True))
    holding = Disposition.objects.filter(clause__identity=identity, replaced_at=None, point__draft__strategy=strategy)
    carried = set(holding.values_list("point_id", flat=True))
    answers = Disposition.objects.filter(replaced_at=None).select_related("clause__draft")
    found = points.filter(pk__in=about | carried).select_related("group__gathering", "invitation", "clause", "draft")
    return list(
        found.prefetch_related(Prefetch("dispositions", answers, to_attr="answers")).order_by("draft__number", "number")
    )


def open_points(draft: Draft) -> list[int]:
    """Numbers of points on a draft that have no answer."""
    answered = Disposition.objects.filter(point=OuterRef("pk"), replaced_at=None)
    return list(points_on(draft).filter(~Exists(answered)).values_list("number", flat=True))


def carried_by_dropped(draft: Draft) -> list[int]:
    """Numbers of points whose answer names a clause that was dropped afterwards."""
    holding = Disposition.objects.filter(point__draft=draft, replaced_at=None, clause__dropped=True)
    return sorted(holding.filter(point__withdrawn_at=None).values_list("point__number", flat=True))


def not_joined(draft: Draft) -> list[int]:
    """Numbers of points beside which a second text lies."""
    beside = PointVersion.objects.filter(point__draft=draft, beside=True, joined_at=None)
    return sorted(set(beside.values_list("point__number", flat=True)))


def carrying(point: Point, draft: Draft, named: str) -> Clause | None:
    """The clause of a draft that somebody means by a number or an identity; a dropped one too."""
    clauses = Clause.objects.filter(draft=draft)
    try:
        by_identity = clauses.filter(identity=UUID(named)).first()
    except ValueError:
        by_identity = None
    return by_identity or clauses.filter(number=named).order_by("dropped", "order").first()


def draft_at(reader: Reader, group: UUID) -> tuple[Draft, Group] | None:
    """The group that a link opens, with the newest draft on which it worked."""
    found = Group.objects.filter(pk=group, custodian_id__in=sorted(reader.sees)).select_related("gathering").first()
    if found is None:
        return None
    held = Consultation.objects.filter(gathering=found.gathering_id).select_related("draft__strategy__custodian")
    newest = held.order_by("-draft__number").first()
    return (newest.draft, found) if newest else None


def invitation_for(reader: Reader, pk: UUID) -> Invitation | None:
    """The invitation that a link opens."""
    mine = Invitation.objects.filter(pk=pk, custodian_id__in=sorted(reader.sees), revoked_at=None)
    return mine.select_related("draft__strategy__custodian").first()


def stages_of(strategy: Strategy) -> QuerySet[StageChange]:
    """The stages that it came to, in their order."""
    return StageChange.objects.filter(strategy=strategy).order_by("made_at")


def versions_of(point: Point) -> QuerySet[PointVersion]:
    """Every state of a point's words, the newest first."""
    return PointVersion.objects.filter(point=point).select_related("clause").order_by("-at")


def member_names(group: Group) -> list[str]:
    """The names of who worked in a group and was not withdrawn; the caller asked whether its reader may."""
    members = GroupMember.objects.filter(group=group, participant__withdrawn_at=None, participant__erased_at=None)
    return list(members.order_by("participant__signed_at").values_list("participant__name", flat=True))


def drafts_before(draft: Draft) -> list[Draft]:
    """The drafts that were talked about before this one, in their order."""
    return list(Draft.objects.filter(strategy=draft.strategy_id, number__lt=draft.number).order_by("number"))
