"""From the cleaned entry form to a draft of a report, and from a kept report back to the form."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from sanad.front.options import id_of
from sanad.institutions.queries import institution
from sanad.violations.drafts import (
    ActDraft,
    DocumentDraft,
    InvolvementDraft,
    MentionDraft,
    ReportDraft,
    StatusDraft,
)

Cleaned = Mapping[str, Any]  # Any: Django's cleaned data


def draft_from(
    report: Cleaned, victims: Sequence[Cleaned], perpetrators: Sequence[Cleaned], place: Cleaned
) -> ReportDraft:
    """The draft that the form describes; `place` holds id, precision and said."""
    mentions = [_victim(n, line) for n, line in enumerate(victims, 1)]
    acts = [act for n, line in enumerate(victims, 1) for act in _acts(n, line, report, place)]
    involvements: list[InvolvementDraft] = []
    for n, line in enumerate(perpetrators, 1):
        mention = _alleged(n, line)
        if mention:
            mentions.append(mention)
        involvements += _involvements(line, mention, acts)
    if report["informant_name"] or report["informant_phone"]:
        sealed = {"name": report["informant_name"], "phone": report["informant_phone"]}
        mentions.append(MentionDraft("informant", role="informant", sealed={k: v for k, v in sealed.items() if v}))
    return ReportDraft(
        source_kind=id_of("source_kind", report["source_kind"]),
        received_on=report["received_on"].earliest() or timezone.localdate(),
        document=DocumentDraft(
            institution=_institution(report["source"]),
            title=report["document_title"],
            page=report["page"],
            dated=report["dated"],
            language=id_of("language", report["language"]),
        ),
        source_institution=_institution(report["source"]),
        reliability=id_of("reliability", report["reliability"]),
        relays=id_of("relays", report["relays"]),
        language=id_of("language", report["language"]),
        summary=report["summary"],
        narrative=report["narrative"],
        fir_number=report["fir_number"],
        fir_date=report["fir_date"].earliest() if report["fir_date"] else None,
        police_station=_institution(report["police_station"]),
        sections=report["sections"],
        mentions=tuple(mentions),
        acts=tuple(acts),
        involvements=tuple(involvements),
    )


def _institution(slug: str | None) -> int | None:
    return institution(slug).pk if slug else None


def _victim(n: int, line: Cleaned) -> MentionDraft:
    age = line["age"]
    status = id_of("victim_status", line["status"])
    return MentionDraft(
        key=f"v{n}",
        kind=line["kind"],
        min_size=line["min_size"],
        best_size=line["best_size"],
        max_size=line["max_size"],
        part_of=f"v{line['member_of']}" if line["member_of"] else None,
        sex=id_of("sex", line["sex"]),
        age_min=age.min_years if age else None,
        age_max=age.max_years if age else None,
        age_said=age.said if age else "",
        occupation=line["occupation"],
        described=line["described"],
        characteristics=tuple(sorted(id_of("characteristic", slug) for slug in line["characteristics"])),
        statuses=(StatusDraft(status),) if status else (),
        sealed={key: line[key] for key in ("name", "father_name", "cnic", "phone", "address") if line[key]},
    )


def _acts(n: int, line: Cleaned, report: Cleaned, place: Cleaned) -> list[ActDraft]:
    return [
        ActDraft(
            key=f"a{n}.{m}",
            victim=f"v{n}",
            type=id_of("act", slug),
            means=id_of("means", report["means"]),
            stated_reason=id_of("stated_reason", report["stated_reason"]),
            kind_of_place=id_of("kind_of_place", report["kind_of_place"]),
            happened=report["happened"],
            place=place["id"],
            place_precision=place["precision"],
            place_said=place["said"],
        )
        for m, slug in enumerate(line["acts"], 1)
    ]


def _alleged(n: int, line: Cleaned) -> MentionDraft | None:
    if not line["name"]:
        return None
    return MentionDraft(f"p{n}", role="perpetrator", sealed={"name": line["name"]})


def _involvements(line: Cleaned, mention: MentionDraft | None, acts: Sequence[ActDraft]) -> list[InvolvementDraft]:
    against = [a for a in acts if line["line"] is None or a.victim == f"v{line['line']}"]
    kind, degree = id_of("perpetrator_type", line["type"]), id_of("involvement", line["degree"])
    body = _institution(line["institution"])
    return [
        InvolvementDraft(a.key, mention.key if mention else None, body, kind, degree)
        for a in against
        if mention or body or kind
    ]
