"""Where a strategy and its points stand, as its pages say it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sanad.accounts.permissions import Permission, permits
from sanad.accounts.readers import Reader
from sanad.commitments.presenting.words import Shown, shown, title_of
from sanad.commitments.queries import actions_answering
from sanad.commitments.queries.lit import Lit, lit_actions
from sanad.gatherings.models import Group
from sanad.strategies import queries
from sanad.strategies.models import Clause, Consultation, Disposition, Draft, Invitation, Point, Publication, Strategy
from sanad.strategies.models.strategy import Stage
from sanad.strategies.presenting.annex import asker_of
from sanad.strategies.presenting.labels import on_the_whole
from sanad.strategies.queries.asked import (
    counts_by_answer,
    counts_by_region,
    member_names,
    open_points,
    stages_of,
    versions_of,
)
from sanad.web import formats

SIGNS = {
    "accepted": ("✓", "good"), "partly": ("◑", "good"), "not_accepted": ("✕", "bad"), "out_of_scope": ("–", ""),
    "already_there": ("=", "calm"), "": ("○", "care"),
}  # fmt: skip


@dataclass(frozen=True)
class Step:
    """What to do next."""

    label: str
    address: str


@dataclass(frozen=True)
class State:
    """A clause in one draft."""

    draft: Draft
    clause: Clause


@dataclass(frozen=True)
class PointLine:
    """A point as pages show it."""

    point: Point
    asker: str
    where: str
    about: str
    answer: Disposition | None
    word: str
    sign: str
    kind: str
    beside: bool

    @property
    def number(self) -> int:
        """Of the point."""
        return self.point.number


def stages(strategy: Strategy) -> list[tuple[str, str, str]]:
    """The stages that it went through: name, day, letter or meeting."""
    titles = dict(Stage.choices)
    first = [(str(titles["draft"]), formats.day(strategy.made_at), "")]
    return first + [(str(titles[one.stage]), formats.day(one.since), one.why) for one in stages_of(strategy)]


def next_step(strategy: Strategy, draft: Draft) -> Step:
    """The one thing to do next."""
    at = [strategy.reference, draft.number]
    if draft.state == Draft.State.OPEN and not queries.clauses_of(draft).exists():
        return Step(_("Bring in a Word file"), reverse("strategies:upload", args=[strategy.reference]))
    before = draft.based_on
    if before is not None and open_points(before):
        return Step(_("Answer what was asked"), reverse("strategies:points", args=[strategy.reference, before.number]))
    if draft.state == Draft.State.OPEN:
        return Step(_("Go on with draft %(number)s") % {"number": draft.number}, reverse("strategies:draft", args=at))
    if draft.state == Draft.State.FINAL:
        return Step(_("Say which stage it has reached"), reverse("strategies:stage", args=[strategy.reference]))
    if queries.points_on(draft).exists():
        return Step(_("Answer what was asked"), reverse("strategies:points", args=at))
    return Step(_("Ask people about draft %(number)s") % {"number": draft.number},
                reverse("strategies:circulation", args=at))  # fmt: skip


def through_drafts(drafts: Sequence[Draft], identity: UUID) -> list[State]:
    """A clause in each draft that has it, the newest first."""
    found = ((draft, queries.clause_in(draft, identity)) for draft in drafts)
    return [State(draft, clause) for draft, clause in found if clause is not None]


def carried_out(reader: Reader, identity: UUID) -> list[tuple[Lit, str, Shown]] | None:
    """The actions that answer a clause, each with its light; None for who does not read commitments."""
    if not permits(reader, Permission.COMMITMENT_READ):
        return None
    found = lit_actions(reader, actions_answering(reader, clause=identity))
    return [(one, title_of(one.action), shown(one.light, one.reasons)) for one in found]


def lines(points: Iterable[Point]) -> list[PointLine]:
    """Points with their answers in words."""
    return [_line(point) for point in points]


def _line(point: Point) -> PointLine:
    answer = point.answers[0] if point.answers else None
    sign, kind = SIGNS[answer.outcome if answer else ""]
    gathering = point.group.gathering if point.group else None
    return PointLine(
        point,
        asker_of(point),
        str(gathering) if gathering else "",
        str(point.clause) if point.clause else on_the_whole(),
        answer,
        str(answer.get_outcome_display()) if answer else _("no answer yet"),
        sign,
        kind,
        getattr(point, "has_beside", False),
    )


def invitations(draft: Draft) -> list[tuple[Invitation, bool]]:
    """Who was asked, and whether the day has passed without an answer."""
    today = timezone.localdate()
    return [
        (one, one.answer == Invitation.Answer.NONE and one.due is not None and one.due < today)
        for one in queries.invitations_to(draft)
    ]


def workshops(draft: Draft, held: Sequence[Consultation]) -> list[tuple[Consultation, list[tuple[Group, int]]]]:
    """Workshops with their groups, and how many points each has."""
    count = Counter(queries.points_on(draft).exclude(group=None).order_by().values_list("group_id", flat=True))
    groups: dict[UUID, list[tuple[Group, int]]] = {}
    for group in queries.groups_at(held):
        groups.setdefault(group.gathering_id, []).append((group, count[group.pk]))
    return [(one, groups.get(one.gathering_id, [])) for one in held]


def regions(draft: Draft) -> list[tuple[str, str, int, Counter[str]]]:
    """What each region asked for: place, its id, points, answers by kind."""
    found: dict[tuple[str, str], Counter[str]] = {}
    for place, answer, number in counts_by_region(draft):
        name = (str(place), str(place.pk)) if place else (_("place not known"), "0")
        found.setdefault(name, Counter())[answer or "open"] += number
    return [(name, key, sum(count.values()), count) for (name, key), count in sorted(found.items())]


def points(draft: Draft, *, answer: str = "", group: str = "", region: str = "") -> QuerySet[Point]:
    """Points on a draft, filtered as the address says."""
    found = queries.points_with_answers(draft)
    if answer == "open":
        found = found.exclude(dispositions__replaced_at=None, dispositions__isnull=False)
    elif answer:
        found = found.filter(dispositions__replaced_at=None, dispositions__outcome=answer)
    if group:
        found = found.filter(group_id=_uuid(group))
    if region.isdecimal():
        found = found.filter(group__gathering__place_id=int(region) or None)
    return found


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def point_filters(draft: Draft) -> dict[str, list[tuple[str, str]]]:
    """What the list of points can be narrowed to."""
    held = list(queries.consultations_on(draft))
    groups = [(str(one.pk), f"{one} · {one.gathering}") for one in queries.groups_at(held)]
    answers = [("open", _("no answer yet")), *((key, str(name)) for key, name in Disposition.Outcome.choices)]
    return {"answer": answers, "group": groups, "region": [(key, name) for name, key, _n, _c in regions(draft)]}


def tally(draft: Draft) -> list[tuple[str, int]]:
    """How many points have which answer."""
    words = {key: str(name) for key, name in Disposition.Outcome.choices} | {"": _("no answer yet")}
    count = [(words[answer], number) for answer, number in counts_by_answer(draft)]
    return sorted(count, key=lambda pair: -pair[1])


def versions(point: Point) -> list[Any]:
    """Every state of a point's words, the newest first."""
    return list(versions_of(point))


def words_of(point: Point) -> dict[str, object]:
    """A point for its form."""
    return {
        "seen": point.version,
        "group_words": point.group_words,
        "plenary_words": point.plenary_words,
        "dissent": point.dissent,
        "clause": str(point.clause.identity) if point.clause else "",
    }


def next_open(draft: Draft, after: Point) -> str:
    """The address of the next point without an answer; nothing where all have one."""
    left = points(draft, answer="open")
    following = left.filter(number__gt=after.number).first() or left.first()
    if following is None:
        return ""
    return reverse("strategies:disposition", args=[draft.strategy.reference, draft.number, following.number])


def members(reader: Reader, group: Group) -> list[str]:
    """Who worked in a group, for whoever may read who came."""
    if not permits(reader, Permission.GATHERING_HOLD, custodian=group.custodian_id):
        return []
    return member_names(group)


def with_comments(clauses: Iterable[Clause], invitation: Invitation) -> list[tuple[Clause, list[Point]]]:
    """Clauses, each with what this reader said to it."""
    said: dict[object, list[Point]] = {}
    for point in queries.points_on(invitation.draft).filter(invitation=invitation):
        said.setdefault(point.clause_id, []).append(point)
    return [(clause, said.get(clause.pk, [])) for clause in clauses]


def published() -> list[tuple[Publication, dict[str, Any]]]:
    """What the public may read, in the language of the page."""
    return [(one, public_page(one)) for one in queries.publications()]


def public_page(publication: Publication) -> dict[str, Any]:
    """A published strategy in the language of the page."""
    language = "ur" if (get_language() or "").startswith("ur") else "en"
    content = publication.content
    said = {name: content.get(name) for name in ("first_year", "last_year", "since")}
    return content[language] | said | {"stage": dict(Stage.choices)[content["stage"]]}
