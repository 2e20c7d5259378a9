"""Commitments of an office: one of each kind, every text a canary."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import uuid4

from django.utils import timezone

from sanad.accounts.readers import Reader
from sanad.codes import queries as codes
from sanad.commitments import actions
from sanad.commitments.models import Evidence
from sanad.institutions.models import Institution

KINDS = ("recommendation", "action", "indicator", "progress", "focal_point", "decision", "file")


def absent() -> dict[str, object]:
    """Ids of what does not exist."""
    return {name: uuid4() for name in KINDS}


def commit(text, by: Reader) -> Mapping[str, object]:
    """Write one of each down; `text(what)` is a text that stands nowhere else."""
    lead = Institution.objects.filter(slug="ministry_of_human_rights").first()
    asked = actions.record_recommendation(
        {
            "kind_id": codes.code("asker_kind", "cso").pk,
            "asked_by": text("asker"),
            "words": text("words"),
            "source": "x-1",
        },
        by=by,
    )
    doing = actions.record_action(
        {"title": text("title"), "kind_id": codes.code("action_kind", "law").pk, "lead_id": lead.pk if lead else None},
        by=by,
    )
    actions.answer(doing, recommendation=asked, by=by)
    actions.find_bottleneck(doing, codes.code("bottleneck", "no_law"), said=text("stuck"), by=by)
    doing = actions.record_action({"starts": date(2020, 1, 1)}, by=by, changing=doing)
    said = {"stage": "under_way", "percent": 5, "said": text("progress")}
    progress = actions.report_progress(doing, said, by=by)
    first = {"kind": "process", "definition": text("definition"), "unit": "n", "source": "s", "name": text("name")}
    indicator = actions.define_indicator(first, {}, by=by)
    focal = actions.name_focal_point(lead, text("focal"), by=by)
    actions.give_link(focal, timezone.now() + timedelta(days=1), by=by)
    decision = actions.decide(text("meeting"), text("decision"), date(2026, 1, 1), by=by)
    file = Evidence.objects.create(
        custodian_id=doing.custodian_id, action=doing, title=text("file"), progress=progress, sha256_sealed="0" * 64,
        size=3, media_type="text/plain", made_at=timezone.now(),
    )  # fmt: skip
    rows = (asked, doing, indicator, progress, focal, decision, file)
    return {name: row.pk for name, row in zip(KINDS, rows, strict=True)}
