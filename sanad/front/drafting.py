"""From the cleaned entry form to a draft of a report.

A correction starts from the draft of what the report says now (`Held`): what the form does not show, and day and place
where they differ between acts and were left empty, stay as they were.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from django.utils import timezone

from sanad.front.acts import NOTHING_HELD, Cleaned, Facets, Held, acts_of
from sanad.front.options import id_of, picked_id
from sanad.front.placing import Placed
from sanad.institutions.queries import institution
from sanad.violations.drafts import (
    ActDraft,
    DocumentDraft,
    InvolvementDraft,
    MentionDraft,
    ReportDraft,
    StatusDraft,
)

Lines = Mapping[int, Cleaned]  # by the number that a line bears on the page
SEALED = ("name", "father_name", "cnic", "phone", "address")


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
    acts = [one for n, line in victims.items() for one in acts_of(keys[n], line, facets, held)]
    involvements: list[InvolvementDraft] = []
    for n, line in enumerate(perpetrators, 1):
        alleged = _alleged(n, line, held)
        if alleged and alleged.key not in {m.key for m in mentions}:
            mentions.append(alleged)
        involvements += _involvements(line, alleged, acts, keys)
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
        acts=tuple(act for _number, act in acts),
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
    age = line["age"]
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
        statuses=_statuses(known, line),
        sealed=_sealed(known.sealed, {name: line[name] for name in SEALED}),
    )


def _statuses(known: MentionDraft, line: Cleaned) -> tuple[StatusDraft, ...]:
    """What became of somebody; of several the page shows the first, and the others stay with it."""
    status = id_of("victim_status", line["status"])
    if not status:
        return ()
    said = StatusDraft(status, line["status_on"])
    if status not in {one.status for one in known.statuses}:
        return (said,)
    return tuple(said if n == 0 and one.status == status else one for n, one in enumerate(known.statuses))


def _sealed(known: Mapping[str, object], said: Mapping[str, str]) -> dict[str, object]:
    """Sealed values as they were said now; those that the form does not show stay."""
    return {k: v for k, v in {**known, **said}.items() if v}


def _alleged(n: int, line: Cleaned, held: Held) -> MentionDraft | None:
    known = held.mentions.get(line["held"]) if line["held"] else None
    if known is None and not line["name"]:
        return None
    known = known or MentionDraft(f"p{n}", role="perpetrator")
    return replace(known, sealed=_sealed(known.sealed, {"name": line["name"]}))


def _involvements(
    line: Cleaned, alleged: MentionDraft | None, acts: Sequence[tuple[int, ActDraft]], keys: Mapping[int, str]
) -> list[InvolvementDraft]:
    victims, did = _against(line, keys), line.get("did", ())
    said = InvolvementDraft(
        "",
        alleged.key if alleged else None,
        institution_id(line["institution"]),
        id_of("perpetrator_type", line["type"]),
        id_of("involvement", line["degree"]),
    )
    if not (said.perpetrator or said.institution or said.type):
        return []
    return [replace(said, act=act.key) for n, act in acts if act.victim in victims and (not did or n in did)]


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
