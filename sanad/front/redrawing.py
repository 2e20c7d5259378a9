"""From a kept report back to the form on which it is corrected."""

from collections import defaultdict
from collections.abc import Sequence

from sanad.codes import queries as codes
from sanad.front.drafting import SEALED, Held
from sanad.front.forms.lines import Typed
from sanad.front.options import Bodies
from sanad.front.placing import label_of
from sanad.violations.drafts import ActDraft, InvolvementDraft, MentionDraft, ReportDraft
from sanad.violations.queries import Redraft

FACETS = ("happened", "means", "stated_reason", "kind_of_place", "place")


def held_by(redraft: Redraft) -> Held:
    """What the report says now, as the drafting of a correction needs it."""
    draft = redraft.draft
    acts: dict[str, list[ActDraft]] = defaultdict(list)
    for act in draft.acts:
        acts[act.victim].append(act)
    varied = frozenset(name for name in FACETS if len({getattr(act, name) for act in draft.acts}) > 1)
    return Held(redraft, varied, {m.key: m for m in draft.mentions}, acts)


def said_again(held: Held, bodies: Bodies) -> Typed:
    """The part of the form that is said once; a facet in which the acts differ stays empty."""
    assert held.redraft is not None
    draft = held.redraft.draft
    first = draft.acts[0] if draft.acts else None
    informant = next((m for m in draft.mentions if m.role == "informant"), None)
    sealed = informant.sealed if informant else {}
    shown: Typed = {
        "summary": draft.summary,
        "narrative": draft.narrative,
        "relays": slug(draft.relays),
        "reliability": slug(draft.reliability),
        "fir_number": draft.fir_number,
        "fir_date": draft.fir_date.isoformat() if draft.fir_date else "",
        "police_station": bodies.slug_of(draft.police_station),
        "sections": draft.sections,
        "informant_name": sealed.get("name", ""),
        "informant_phone": sealed.get("phone", ""),
    }
    if first:
        same = {name: getattr(first, name) for name in FACETS if name not in held.varied}
        shown["happened"] = same["happened"].text if same.get("happened") else ""
        shown["place"] = place_words(first) if "place" in same else ""
        shown |= {name: slug(same.get(name)) for name in ("means", "stated_reason", "kind_of_place")}
    return shown


def place_words(act: ActDraft) -> str:
    """The words of a place: the source's own, else the gazetteer's."""
    return act.place_said or label_of(act.place)


def victims_again(draft: ReportDraft, bodies: Bodies) -> list[Typed]:
    """A line for each victim, in the order of the report."""
    victims = [m for m in draft.mentions if m.role == "victim"]
    number = {m.key: n for n, m in enumerate(victims, 1)}
    return [_victim(m, draft, number) | {"body": bodies.slug_of(m.institution)} for m in victims]


def _victim(m: MentionDraft, draft: ReportDraft, number: dict[str, int]) -> Typed:
    return {
        "held": m.key,
        "kind": m.kind,
        "acts": [slug(act.type) for act in draft.acts if act.victim == m.key],
        "described": m.described,
        "sex": slug(m.sex),
        "age": m.age_said or _years(m),
        "occupation": m.occupation,
        "characteristics": [slug(one) for one in m.characteristics],
        "status": slug(m.statuses[0].status) if m.statuses else "",
        "min_size": m.min_size,
        "best_size": m.best_size,
        "max_size": m.max_size,
        "member_of": number.get(m.part_of, "") if m.part_of else "",
        **{name: m.sealed.get(name, "") for name in SEALED},
    }


def _years(m: MentionDraft) -> str:
    """An age whose words were not kept, as the form reads it."""
    if m.age_min is None:
        return "" if m.age_max is None else f"under {m.age_max + 1}"
    if m.age_max is None:
        return f"{m.age_min}+"
    return str(m.age_min) if m.age_min == m.age_max else f"{m.age_min}-{m.age_max}"


def perpetrators_again(draft: ReportDraft, bodies: Bodies) -> list[Typed]:
    """A line for each alleged perpetrator and the victims against whom; acts of one victim stand together."""
    victims = [m.key for m in draft.mentions if m.role == "victim"]
    victim_of = {act.key: act.victim for act in draft.acts}
    against: dict[tuple[str | None, int | None, int | None, int | None], set[str]] = defaultdict(set)
    for one in draft.involvements:
        against[one.perpetrator, one.institution, one.type, one.degree].add(victim_of[one.act])
    everybody = set(victim_of.values())
    lines = []
    for (key, body, kind, degree), hurt in against.items():
        whom: Sequence[str | int] = [""] if hurt == everybody else [victims.index(v) + 1 for v in victims if v in hurt]
        said = _alleged(draft, InvolvementDraft("", key, body, kind, degree), bodies)
        lines += [{**said, "line": line} for line in whom]
    return lines


def _alleged(draft: ReportDraft, one: InvolvementDraft, bodies: Bodies) -> Typed:
    mention = next((m for m in draft.mentions if m.key == one.perpetrator), None)
    return {
        "held": one.perpetrator or "",
        "type": slug(one.type),
        "degree": slug(one.degree),
        "institution": bodies.slug_of(one.institution),
        "name": mention.sealed.get("name", "") if mention else "",
    }


def slug(code: object) -> str:
    """The permanent key of a code."""
    return codes.slugs_by_id().get(code, "") if isinstance(code, int) else ""
