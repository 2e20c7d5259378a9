"""From the cleaned entry form to a draft of a report.

A correction starts from the draft of what the report says now (`Held`): what the form does not show, and what it shows
as differing between acts and was left empty, stays as it was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from uuid import UUID

from django.utils import timezone

from sanad.front.options import id_of, picked_id
from sanad.front.placing import Placed
from sanad.institutions.queries import institution
from sanad.kit.dates import PartialDate
from sanad.violations.drafts import (
    ActDraft,
    DocumentDraft,
    InvolvementDraft,
    MentionDraft,
    ReportDraft,
    StatusDraft,
)
from sanad.violations.queries import Redraft

Cleaned = Mapping[str, Any]  # Any: Django's cleaned data
Kept = TypeVar("Kept")
Lines = Mapping[int, Cleaned]  # by the number that a line bears on the page
SEALED = ("name", "father_name", "cnic", "phone", "address")


@dataclass(frozen=True)
class Facets:
    """What the form says once for all acts of a report."""

    happened: PartialDate | None
    place: Placed
    means: int | None
    stated_reason: int | None
    kind_of_place: int | None
    happened_said: str = ""

    @classmethod
    def of(cls, said: Cleaned, place: Placed) -> "Facets":
        """The facets that were typed in."""
        return cls(
            said["happened"],
            place,
            id_of("means", said["means"]),
            id_of("stated_reason", said["stated_reason"]),
            id_of("kind_of_place", said["kind_of_place"]),
            said.get("happened_said", ""),
        )


@dataclass(frozen=True)
class Held:
    """What a report that is being corrected says now; `varied` are facets in which its acts differ."""

    redraft: Redraft | None = None
    varied: frozenset[str] = frozenset()
    mentions: Mapping[str, MentionDraft] = field(default_factory=dict)
    acts: Mapping[str, Sequence[ActDraft]] = field(default_factory=dict)  # by key of the victim

    def kept(self, name: str, said: Kept, act: ActDraft | None) -> Kept:
        """The value of a facet for one act: what was said now, or what it had where the form could not show it."""
        return getattr(act, name) if act is not None and not said and name in self.varied else said

    def attributes(self, said: InvolvementDraft, act: ActDraft) -> bool:
        """Whether a line against a victim means this act: not where the report blamed the same for others alone.

        The form says against whom, not against which act; what the report tells apart stays told apart.
        """
        held = self.acts.get(act.victim, ())
        if self.redraft is None or act.key not in {one.key for one in held}:
            return True
        blamed = {one.act for one in self.redraft.draft.involvements if replace(one, act="") == said}
        return act.key in blamed or not any(one.key in blamed for one in held)


NOTHING_HELD = Held()


def new_report(
    source: Cleaned, said: Cleaned, victims: Lines, perpetrators: Sequence[Cleaned], place: Placed
) -> ReportDraft:
    """The draft of a report that is typed in for the first time."""
    return saying(with_source(source), said, victims, perpetrators, place, NOTHING_HELD)


def corrected(held: Held, said: Cleaned, victims: Lines, perpetrators: Sequence[Cleaned], place: Placed) -> ReportDraft:
    """The draft of a correction; source, document and day of receipt of a report do not change."""
    assert held.redraft is not None
    return saying(held.redraft.draft, said, victims, perpetrators, place, held)


def with_source(source: Cleaned) -> ReportDraft:
    """A draft that says as yet only who told it."""
    body, language = institution_id(source["source"]), id_of("language", source["language"])
    return ReportDraft(
        source_kind=picked_id("source_kind", source["source_kind"]),
        received_on=source["received_on"].earliest() or timezone.localdate(),
        document=DocumentDraft(
            kind=id_of("document_kind", source["document_kind"]),
            institution=body,
            title=source["document_title"],
            page=source["page"],
            dated=source["dated"],
            language=language,
        ),
        source_institution=body,
        channel=id_of("channel", source["channel"]),
        language=language,
    )


def saying(
    draft: ReportDraft,
    said: Cleaned,
    victims: Lines,
    perpetrators: Sequence[Cleaned],
    place: Placed,
    held: Held,
) -> ReportDraft:
    """The draft with all that the report says of the event."""
    facets = Facets.of(said, place)
    keys = _keys(victims, held)
    mentions = [_victim(keys[n], keys, line, held) for n, line in victims.items()]
    acts = [act for n, line in victims.items() for act in _acts(keys[n], line, facets, held)]
    involvements: list[InvolvementDraft] = []
    for n, line in enumerate(perpetrators, 1):
        alleged = _alleged(n, line, held)
        if alleged and alleged.key not in {m.key for m in mentions}:
            mentions.append(alleged)
        involvements += _involvements(line, alleged, acts, keys, held)
    mentions += _others(said, held)
    return replace(
        draft,
        reliability=id_of("reliability", said["reliability"]),
        relays=id_of("relays", said["relays"]),
        summary=said["summary"],
        narrative=said["narrative"],
        fir_number=said["fir_number"],
        fir_date=said["fir_date"].earliest() if said["fir_date"] else None,
        police_station=institution_id(said["police_station"]),
        sections=said["sections"],
        mentions=tuple(mentions),
        acts=tuple(acts),
        involvements=tuple(dict.fromkeys(involvements)),
    )


def roots_of(held: Held) -> dict[str, UUID]:
    """For an action that corrects: which mentions and acts are those that the report had."""
    return held.redraft.roots if held.redraft else {}


def institution_id(slug: str | None) -> int | None:
    """The number of an institution that was picked."""
    found = institution(slug) if slug else None
    return found.pk if found else None


def _keys(victims: Lines, held: Held) -> dict[int, str]:
    """The key of each line's mention: the one that it had, else one by its number; none twice."""
    keys: dict[int, str] = {}
    for n, line in victims.items():
        key = line["held"]
        keys[n] = key if key in held.mentions and key not in keys.values() else f"v{n}"
    return keys


def _victim(key: str, keys: Mapping[int, str], line: Cleaned, held: Held) -> MentionDraft:
    known = held.mentions.get(key, MentionDraft(key))
    age, status = line["age"], id_of("victim_status", line["status"])
    statuses = known.statuses
    if status not in {s.status for s in statuses}:
        statuses = (StatusDraft(status),) if status else ()
    return replace(
        known,
        kind=line["kind"],
        institution=institution_id(line["body"]) if line["kind"] == "institution" else None,
        min_size=line["min_size"],
        best_size=line["best_size"],
        max_size=line["max_size"],
        part_of=keys.get(line["member_of"]) if keys.get(line["member_of"]) != key else None,
        sex=id_of("sex", line["sex"]),
        age_min=age.min_years if age else None,
        age_max=age.max_years if age else None,
        age_said=age.said if age else "",
        occupation=line["occupation"],
        described=line["described"],
        characteristics=tuple(sorted({picked_id("characteristic", slug) for slug in line["characteristics"]})),
        statuses=statuses,
        sealed=_sealed(known.sealed, {name: line[name] for name in SEALED}),
    )


def _sealed(known: Mapping[str, object], said: Mapping[str, str]) -> dict[str, object]:
    """Sealed values as they were said now; those that the form does not show stay."""
    return {k: v for k, v in {**known, **said}.items() if v}


def _acts(key: str, line: Cleaned, facets: Facets, held: Held) -> list[ActDraft]:
    left = list(held.acts.get(key, ()))
    made = []
    for m, slug in enumerate(line["acts"], 1):
        kind = picked_id("act", slug)
        known = next((act for act in left if act.type == kind), None)
        if known is not None:
            left.remove(known)
        made.append(_act(known or ActDraft(f"{key}.{m}", key, kind), known, facets, held))
    return made


def _act(draft: ActDraft, known: ActDraft | None, facets: Facets, held: Held) -> ActDraft:
    draft = replace(
        draft,
        means=held.kept("means", facets.means, known),
        stated_reason=held.kept("stated_reason", facets.stated_reason, known),
        kind_of_place=held.kept("kind_of_place", facets.kind_of_place, known),
        happened=held.kept("happened", facets.happened, known),
    )
    if known is None or draft.happened != known.happened or facets.happened_said:
        draft = replace(draft, happened_said=facets.happened_said)
    if known is not None and "place" in held.varied and not facets.place.said:
        return draft
    where = facets.place
    sealed = draft.sealed if known is not None and known.place == where.id else {}
    return replace(draft, place=where.id, place_precision=where.precision, place_said=where.said, sealed=sealed)


def _alleged(n: int, line: Cleaned, held: Held) -> MentionDraft | None:
    known = held.mentions.get(line["held"]) if line["held"] else None
    if known is None and not line["name"]:
        return None
    known = known or MentionDraft(f"p{n}", role="perpetrator")
    return replace(known, sealed=_sealed(known.sealed, {"name": line["name"]}))


def _involvements(
    line: Cleaned, alleged: MentionDraft | None, acts: Sequence[ActDraft], keys: Mapping[int, str], held: Held
) -> list[InvolvementDraft]:
    victims, did = _against(line, keys), {picked_id("act", slug) for slug in line.get("did", ())}
    said = InvolvementDraft(
        "",
        alleged.key if alleged else None,
        institution_id(line["institution"]),
        id_of("perpetrator_type", line["type"]),
        id_of("involvement", line["degree"]),
    )
    if not (said.perpetrator or said.institution or said.type):
        return []
    against = (act for act in acts if act.victim in victims and (not did or act.type in did))
    return [replace(said, act=act.key) for act in against if held.attributes(said, act)]


def _against(line: Cleaned, keys: Mapping[int, str]) -> set[str]:
    """The victims against whom a line of alleged perpetrators stands; all of them where it names no line."""
    said = line["line"]
    lines = said if isinstance(said, tuple) else (said,) if said else ()
    return {keys[n] for n in lines if n in keys} if lines else set(keys.values())


def _others(said: Cleaned, held: Held) -> list[MentionDraft]:
    """The complainant or witness of the form, and further people of whom the form does not speak."""
    blamed = {one.perpetrator for one in held.redraft.draft.involvements} if held.redraft else set()
    others = [m for m in held.mentions.values() if m.role != "victim" and m.key not in blamed]
    first = next((m for m in others if m.role == "informant"), None)
    others = [m for m in others if m is not first]
    named = {"name": said["informant_name"], "phone": said["informant_phone"]}
    sealed = _sealed(first.sealed if first else {}, named)
    if sealed:
        others.append(replace(first or MentionDraft("informant", role="informant"), sealed=sealed))
    return others
