"""From a kept report back to the form on which it is corrected."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sanad.codes import queries as codes
from sanad.front.acts import HOW, Held
from sanad.front.drafting import SEALED
from sanad.front.forms.grid import MOST_ACTS, lines_text
from sanad.front.forms.lines import Typed
from sanad.front.forms.typing import Typing
from sanad.front.forms.versions import columns_of
from sanad.front.options import Bodies
from sanad.front.placing import label_of
from sanad.kit.refusals import N_, Incomplete
from sanad.violations.drafts import ActDraft, InvolvementDraft, MentionDraft, ReportDraft
from sanad.violations.queries import Redraft

ONCE = ("happened", "place")  # what the form says once for all acts


def held_by(redraft: Redraft) -> Held:
    """What the report says now, as the drafting of a correction needs it."""
    draft = redraft.draft
    acts: dict[str, list[ActDraft]] = defaultdict(list)
    for act in draft.acts:
        acts[act.victim].append(act)
    return Held(redraft, _varied(draft, ONCE), {m.key: m for m in draft.mentions}, acts)


def _varied(draft: ReportDraft, names: Iterable[str]) -> frozenset[str]:
    """In which of these the acts of a report differ."""
    return frozenset(name for name in names if len({getattr(act, name) for act in draft.acts}) > 1)


def said_again(held: Held, bodies: Bodies) -> Typed:
    """The part of the form that is said once; that in which the acts differ stays empty, or stands with each act."""
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
        varied = _varied(draft, (*ONCE, *HOW))
        same = {name: getattr(first, name) for name in (*ONCE, *HOW) if name not in varied}
        shown["happened"] = same["happened"].text if same.get("happened") else ""
        shown["place"] = place_words(first) if "place" in same else ""
        shown |= {name: slug(same.get(name)) for name in HOW}
    return shown


def place_words(act: ActDraft) -> str:
    """The words of a place: the source's own, else the gazetteer's."""
    return act.place_said or label_of(act.place)


def typing_again(held: Held, bodies: Bodies) -> Typing:
    """All that a report says, as the form on which it is corrected shows it."""
    assert held.redraft is not None
    draft = held.redraft.draft
    victims = [m for m in draft.mentions if m.role == "victim"]
    acts = [[act for act in draft.acts if act.victim == m.key] for m in victims]
    own = sorted(_varied(draft, HOW))
    columns, ticks = columns_of([[_manner(act, own) for act in suffered] for suffered in acts])
    if len(columns) > MOST_ACTS:
        sentence = N_("This report has more acts than the page can show: %(number)s.")
        raise Incomplete.one("too_many_acts", sentence, number=len(columns))
    number = {m.key: n for n, m in enumerate(victims, 1)}
    rows = [
        _victim(m, number) | {"body": bodies.slug_of(m.institution), "done": [str(one) for one in ticked]}
        for m, ticked in zip(victims, ticks, strict=True)
    ]
    done: list[Typed] = [dict(one) for one in columns] or [{}]
    column: dict[str, int] = {}
    for suffered, ticked in zip(acts, ticks, strict=True):
        column |= {act.key: n for act, n in zip(suffered, ticked, strict=True)}
    return Typing(said=said_again(held, bodies), done=done, victims=rows, perpetrators=_blamed(draft, bodies, column))


def _manner(act: ActDraft, own: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """A line of acts: the type, and of how and why what the acts of the report do not share."""
    return (("type", slug(act.type)), *((name, slug(getattr(act, name))) for name in own))


def _victim(m: MentionDraft, number: dict[str, int]) -> Typed:
    return {
        "held": m.key,
        "kind": m.kind,
        "described": m.described,
        "sex": slug(m.sex),
        "age": m.age_said or _years(m),
        "occupation": m.occupation,
        "characteristics": [slug(one) for one in m.characteristics],
        "status": slug(m.statuses[0].status) if m.statuses else "",
        "status_on": m.statuses[0].happened.text if m.statuses and m.statuses[0].happened else "",
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


def _blamed(draft: ReportDraft, bodies: Bodies, column: Mapping[str, int]) -> list[Typed]:
    """A line for each alleged perpetrator, with the victims and the acts; several where acts differ by victim."""
    victims = [m.key for m in draft.mentions if m.role == "victim"]
    deeds = {act.key: (act.victim, column[act.key]) for act in draft.acts}
    blamed: dict[tuple[str | None, int | None, int | None, int | None], set[tuple[str, int]]] = defaultdict(set)
    for one in draft.involvements:
        blamed[one.perpetrator, one.institution, one.type, one.degree].add(deeds[one.act])
    whole = set(deeds.values())
    lines = []
    for (key, body, kind, degree), acts in blamed.items():
        said = _alleged(draft, InvolvementDraft("", key, body, kind, degree), bodies)
        if acts == whole:
            lines.append({**said, "line": "", "done": []})
            continue
        for did, against in _alike(acts, victims).items():
            rest = {act for victim, act in whole if victim in against}
            ticked = [] if did == rest else [str(n) for n in sorted(did)]
            numbers = tuple(victims.index(victim) + 1 for victim in against)
            everybody = len(against) == len(victims)
            lines.append({**said, "line": "" if everybody else lines_text(numbers), "done": ticked})
    return lines


def _alike(acts: Iterable[tuple[str, int]], victims: Sequence[str]) -> dict[frozenset[int], list[str]]:
    """Victims by what was done to each of them."""
    of: dict[str, set[int]] = defaultdict(set)
    for victim, act in acts:
        of[victim].add(act)
    alike: dict[frozenset[int], list[str]] = defaultdict(list)
    for victim in sorted(of, key=victims.index):
        alike[frozenset(of[victim])].append(victim)
    return alike


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
