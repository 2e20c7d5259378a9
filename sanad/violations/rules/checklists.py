"""What a reviewer is asked to look at, by act type. No Django."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sanad.kit.refusals import N_, Reason, Refused

ANSWERS = ("yes", "no", "not_applicable")
EVERY_ACT = "all"

Tree = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Point:
    """One question; its slug is permanent, for answers are kept by it."""

    slug: str
    en: str
    ur: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """Questions for these acts and all below them; for every act where `acts` is empty."""

    acts: frozenset[str]
    points: tuple[Point, ...]


def checklists_from(content: object, tree: Tree) -> tuple[Checklist, ...]:
    """The lists of the file; refused with every fault at once."""
    faults: list[Reason] = []
    found = [_checklist(entry, tree, faults) for entry in (content if isinstance(content, list) else [])]
    slugs = [point.slug for one in found for point in one.points]
    for slug in sorted({slug for slug in slugs if slugs.count(slug) > 1}):
        faults.append(Reason("checklist.twice", N_("checklists.yaml: %(slug)s stands there twice."), {"slug": slug}))
    if not found:
        faults.append(Reason("checklist.empty", N_("checklists.yaml: a list was expected.")))
    if faults:
        raise Refused(faults)
    return tuple(found)


def _checklist(entry: object, tree: Tree, faults: list[Reason]) -> Checklist:
    said = entry if isinstance(entry, dict) else {}
    acts = said.get("acts")
    named = [] if acts == EVERY_ACT else [str(act) for act in acts] if isinstance(acts, list) else [""]
    for act in named:
        if act not in tree:
            faults.append(
                Reason("checklist.no_such_act", N_("checklists.yaml: there is no act %(act)s."), {"act": act or "?"})
            )
    points = []
    for point in said.get("points") or []:
        texts = {key: str((point or {}).get(key) or "").strip() for key in ("slug", "en", "ur")}
        if not all(texts.values()):
            sentence = N_("checklists.yaml: a point of %(acts)s lacks its slug, English or Urdu.")
            faults.append(Reason("checklist.missing", sentence, {"acts": ", ".join(named) or EVERY_ACT}))
        points.append(Point(**texts))
    return Checklist(frozenset(named), tuple(points))


def points_for(act: str, lists: Iterable[Checklist], tree: Tree) -> list[Point]:
    """The points for one act type, from the general to the particular."""
    path = [act]
    while (parent := tree.get(path[-1])) is not None:
        path.append(parent)
    found: list[tuple[int, Sequence[Point]]] = []
    for one in lists:
        depths = [path.index(name) for name in one.acts if name in path]
        if not one.acts:
            found.append((len(path), one.points))
        elif depths:
            found.append((min(depths), one.points))
    return [point for _depth, points in sorted(found, key=lambda each: -each[0]) for point in points]


def answered(answers: Mapping[str, str], points: Iterable[Point]) -> dict[str, str]:
    """What was answered of these points; anything else is dropped."""
    return {point.slug: answers[point.slug] for point in points if answers.get(point.slug) in ANSWERS}
