"""A strategy begins, comes to its next stage, and is shown to the public while it is in force."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction
from django.utils import timezone, translation

from sanad.accounts.models import Office
from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.kit.references import new_reference
from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger.actions import record
from sanad.ledger.scope import because
from sanad.strategies.models import Consultation, Draft, Invitation, Publication, StageChange, Strategy
from sanad.strategies.presenting.annex import annex_of, public_rows
from sanad.strategies.presenting.printed import content_of
from sanad.strategies.queries.asked import drafts_before
from sanad.strategies.rules import stages

OBJECT = "strategy"


@dataclass(frozen=True)
class StrategyContent:
    """What a strategy is called, and for what time and place."""

    title_en: str
    title_ur: str
    province: int | None = None
    first_year: int | None = None
    last_year: int | None = None


@transaction.atomic
def new_strategy(said: StrategyContent, *, by: Reader) -> Strategy:
    """Begin a strategy, with a first empty draft."""
    require(by, Permission.STRATEGY_WRITE)
    if by.office_id is None:
        raise OutOfOrder.one("strategy.no_office", N_("There is no office yet that could keep a strategy."))
    now = timezone.now()
    strategy = Strategy.objects.create(
        custodian_id=by.office_id,
        reference=_reference(by.office_id, now.year),
        title_en=said.title_en,
        title_ur=said.title_ur,
        province_id=said.province,
        first_year=said.first_year,
        last_year=said.last_year,
        stage_since=timezone.localdate(),
        made_at=now,
        made_by=by.user_id,
    )
    Draft.objects.create(
        strategy=strategy,
        custodian_id=strategy.custodian_id,
        number=1,
        language="en" if said.title_en else "ur",
        made_at=now,
        made_by=by.user_id,
    )
    record("strategy.begun", by=by, object_kind=OBJECT, object_id=strategy.pk, office=strategy.custodian_id)
    return strategy


def _reference(office_id: int, year: int) -> str:
    return new_reference(Office.objects.values_list("reference_prefix", flat=True).get(pk=office_id), year)


@transaction.atomic
def change_stage(strategy: Strategy, to: str, *, since: date, why: str, by: Reader) -> None:
    """Say that a strategy came to a stage, and by which letter or meeting. In force it is shown to the public."""
    require(by, Permission.STRATEGY_DECIDE, custodian=strategy.custodian_id)
    strategy = Strategy.objects.select_for_update().get(pk=strategy.pk)
    asked = Consultation.objects.filter(draft__strategy=strategy).count()
    asked += Invitation.objects.filter(draft__strategy=strategy).count()
    final = Draft.objects.filter(strategy=strategy, state=Draft.State.FINAL).order_by("-number").first()
    last = StageChange.objects.filter(strategy=strategy).order_by("made_at").values_list("since", flat=True).last()
    standing = stages.Standing(asked, final is not None, since, last)
    reasons = stages.reasons_against(strategy.stage, to, standing)
    if reasons:
        raise OutOfOrder(reasons)
    now = timezone.now()
    with because(why):
        strategy.stage, strategy.stage_since = to, since
        strategy.save(update_fields=["stage", "stage_since"])
    StageChange.objects.create(
        strategy=strategy,
        custodian_id=strategy.custodian_id,
        stage=to,
        since=since,
        why=why[:500],
        made_at=now,
        made_by=by.user_id,
    )
    record(
        "strategy.stage", by=by, object_kind=OBJECT, object_id=strategy.pk, office=strategy.custodian_id, stage=str(to)
    )
    if to in stages.PUBLIC and final is not None:
        _publish(strategy, final, by=by)
    else:
        Publication.objects.filter(reference=strategy.reference, withdrawn_at=None).update(withdrawn_at=now)


def _publish(strategy: Strategy, draft: Draft, *, by: Reader) -> None:
    """Freeze what the public sees, in both languages; persons stand in it by their consent only."""
    content: dict[str, object] = {"province": strategy.province.slug if strategy.province else ""}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            rows = [row for one in drafts_before(draft) for row in annex_of(one)]
            content[language] = content_of(draft, language).plain() | {"annex": public_rows(rows)}
    content |= {"first_year": strategy.first_year, "last_year": strategy.last_year, "stage": str(strategy.stage)}
    content["since"] = strategy.stage_since.isoformat()
    now = timezone.now()
    Publication.objects.filter(reference=strategy.reference, withdrawn_at=None).update(withdrawn_at=now)
    made = Publication.objects.create(
        custodian_id=strategy.custodian_id,
        reference=strategy.reference,
        content=content,
        published_at=now,
        published_by=by.user_id,
    )
    record(
        "strategy.published",
        by=by,
        object_kind=OBJECT,
        object_id=strategy.pk,
        office=strategy.custodian_id,
        publication=str(made.pk),
        draft=draft.number,
    )
