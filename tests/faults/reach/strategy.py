"""A strategy of an office, with a text in every part of it that must not be read elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid4

from sanad.accounts.readers import Reader
from sanad.gatherings.actions.planning import GatheringContent, plan_gathering
from sanad.gatherings.actions.working import add_group
from sanad.strategies import actions
from sanad.strategies.actions.asking import Asked
from sanad.strategies.actions.drafting import add_action
from sanad.strategies.actions.noting import PointWords
from sanad.strategies.actions.strategies import StrategyContent
from sanad.strategies.models import WordFile


@dataclass(frozen=True)
class OwnedStrategy:
    """What addresses name of a strategy. Each one by default is there for nobody."""

    ref: str = "KP-2026-8JT7ZE6N3T"
    number: int = 1
    point_number: int = 1
    clause: UUID = field(default_factory=uuid4)
    action: UUID = field(default_factory=uuid4)
    word: UUID = field(default_factory=uuid4)
    invitation: UUID = field(default_factory=uuid4)
    group: UUID = field(default_factory=uuid4)


def plant_strategy(text: Callable[[str], str], by: Reader) -> OwnedStrategy:
    """Begin, circulate, ask, note, answer; `text` makes a text that stands nowhere else."""
    strategy = actions.new_strategy(StrategyContent(text("strategytitle"), ""), by=by)
    draft = strategy.drafts.get()
    clause = actions.add_clause(draft, {"number": "1", "text_en": text("clause")}, after=None, by=by)
    planned = add_action(draft, {"words_en": text("planned")}, by=by)
    actions.circulate(draft, by=by)
    invitation, _token = actions.invite(draft, Asked("reader", name=text("invited")), by=by)
    plan = GatheringContent("workshop", text("workshop"), "", date(2026, 3, 1), date(2026, 3, 1))
    gathering = plan_gathering(plan, by=by)
    group = add_group(gathering, text("group"), "", by=by)
    actions.hold_consultation(draft, gathering, by=by)
    said = PointWords(text("pointwords"), text("plenary"), text("dissent"), clause)
    actions.note_point(draft, said, group=group, slip=uuid4(), by=by)
    word = WordFile.objects.create(
        custodian_id=draft.custodian_id, strategy=strategy, file_name=text("wordname"), size=1, language="en",
        blocks=[{"text": text("wordtext")}], made_at=draft.made_at,
    )  # fmt: skip
    return OwnedStrategy(strategy.reference, 1, 1, clause.identity, planned.identity, word.pk, invitation.pk, group.pk)
