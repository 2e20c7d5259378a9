"""A strategy that was circulated, with a workshop of two groups on it."""

import io
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

import docx
import pytest

from sanad.accounts.readers import Reader
from sanad.accounts.scope import scoped
from sanad.gatherings.actions.planning import GatheringContent, plan_gathering
from sanad.gatherings.actions.working import add_group
from sanad.gatherings.models import Gathering, Group
from sanad.strategies import actions
from sanad.strategies.actions.noting import PointWords
from sanad.strategies.actions.strategies import StrategyContent
from sanad.strategies.models import Clause, Draft, Point, Strategy
from sanad.strategies.queries import clauses_of

HEADS = ("Thematic area", "Outcome", "Action", "Responsible agency", "Timeline")
ROWS = (
    ("Policy and law", "Laws are good", "Draft a bill", "Law Department", "2027"),
    ("Women", "Safe homes", "Open shelters in every district", "Social Welfare", "2028"),
)


def word_file(*paragraphs: tuple[str, int], rows=ROWS) -> io.BytesIO:
    """A Word file of headings (level 1 and more) and paragraphs (level 0), with an action table."""
    document = docx.Document()
    for text, level in paragraphs:
        document.add_heading(text, level) if level else document.add_paragraph(text)
    if rows:
        table = document.add_table(rows=len(rows) + 1, cols=5)
        for cells, row in zip(table.rows, (HEADS, *rows), strict=True):
            for cell, text in zip(cells.cells, row, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    out.seek(0)
    return out


FIRST = (
    ("1. Policy and law", 1),
    ("1.1 The province adopts a law against torture.", 0),
    ("1.2 Rules follow within a year.", 0),
    ("2. Women", 1),
    ("2.1 Shelters are opened in every division.", 0),
)


@dataclass
class Story:
    """What the tests begin with."""

    by: Reader
    strategy: Strategy
    draft: Draft
    gathering: Gathering
    groups: list[Group]

    def clause(self, number: str, draft: Draft | None = None) -> Clause:
        return clauses_of(draft or self.draft).get(number=number)

    def point(self, words: str, number: str = "", group: int = 0, **more) -> Point:
        said = PointWords(words, clause=self.clause(number) if number else None, **more)
        return actions.note_point(self.draft, said, group=self.groups[group], slip=uuid4(), by=self.by)

    def take(self, *paragraphs, language="en", into=None, rows=ROWS) -> Draft:
        file = word_file(*paragraphs, rows=rows)
        read = actions.read_word_file(
            self.strategy, file, name="draft.docx", size=10, language=language, into=into, by=self.by
        )
        return actions.take_word(read, by=self.by)


def begin(by: Reader) -> Story:
    """A circulated draft, and a workshop of two groups on it."""
    strategy = actions.new_strategy(StrategyContent("Human rights strategy", "حکمتِ عملی برائے انسانی حقوق"), by=by)
    story = Story(by, strategy, strategy.drafts.get(), None, [])
    story.draft = story.take(*FIRST)
    actions.circulate(story.draft, by=by)
    plan = GatheringContent("workshop", "Workshop D.I. Khan", "ورکشاپ", date(2026, 3, 1), date(2026, 3, 1))
    story.gathering = plan_gathering(plan, by=by)
    names = (("Policy", "پالیسی"), ("Priorities", "ترجیحات"))
    story.groups = [add_group(story.gathering, en, ur, by=by) for en, ur in names]
    actions.hold_consultation(story.draft, story.gathering, by=by)
    return story


@pytest.fixture
def story(offices, reader):
    by = reader("head", offices.kp)
    with scoped(by):
        yield begin(by)
