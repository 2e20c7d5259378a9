"""Invented reports, and the judgements of an invented reviewer. The same on every demo site."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from sanad.accounts.queries.making_readers import office_with
from sanad.accounts.readers import operator, reader_named
from sanad.accounts.scope import scoped
from sanad.codes.queries import ids_by_slug
from sanad.config.demo import offices
from sanad.config.demo.stories import NAMES, STORIES, Story
from sanad.kit.dates import PartialDate
from sanad.places.queries import place_by_key
from sanad.violations.actions import judge_event, store_batch
from sanad.violations.drafts import (
    ActDraft,
    DocumentDraft,
    InvolvementDraft,
    MentionDraft,
    ReportDraft,
    StatusDraft,
)
from sanad.violations.queries import events_visible_to

ORIGIN = "demo"
FIRST_DAY, DAYS = date(2022, 1, 1), 1_000
DISTRICTS = {
    offices.NORTH: ("kp_peshawar", "kp_swat", "kp_bannu", "kp_mardan", "kp_kohat", "kp_dir_lower", "kp_khyber"),
    offices.SOUTH: ("sd_jacobabad", "sd_khairpur", "sd_tharparkar", "sd_sukkur", "sd_larkana", "sd_badin"),
    offices.CSO: ("pb_lahore", "pb_multan", "kp_peshawar", "pb_faisalabad"),
}
EVENTS = {offices.NORTH: 30, offices.SOUTH: 24, offices.CSO: 10}
# Two sources that tell different things of one act: which is right is for a reviewer to say.
VERDICTS = ("verified", "verified", "verified", "under_review", "inconclusive", "rejected")


def make() -> None:
    """Store what the invented sources say, then judge some of it."""
    for office, count in EVENTS.items():
        by = operator(_number(office))
        with scoped(by):
            store_batch(_drafts(office, count), by=by, title="Invented reports", origin=ORIGIN)
    reviewer = reader_named("reviewer")
    with scoped(reviewer):
        for event, verdict in zip(events_visible_to(reviewer).order_by("id")[:18], VERDICTS * 3, strict=False):
            judge_event(event, verdict, why="Invented judgement of the demo", by=reviewer)


def _number(office: offices.DemoOffice) -> int:
    found = office_with(office.slug)
    assert found is not None
    return int(found.pk)


def _drafts(office: offices.DemoOffice, count: int) -> Iterator[ReportDraft]:
    chance = Random(office.slug)  # the same stories on every demo site
    for number in range(count):
        story = STORIES[number % len(STORIES)]
        event = _Event(f"{office.slug}-{number}", story, chance.choice(DISTRICTS[office]), chance)
        yield from event.reports()


class _Event:
    """One invented event, and how each of its sources tells it."""

    def __init__(self, key: str, story: Story, district: str, chance: Random) -> None:
        self.key, self.story, self.chance = key, story, chance
        self.place = place_by_key(district)
        self.day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        self.happened = self._dated()
        self.people = [self._person(n) for n in range(story.individuals)]

    def reports(self) -> Iterator[ReportDraft]:
        """A first account, and often a second or third that differs in its figures."""
        told = self.story.sources[: self.chance.randint(1, len(self.story.sources))]
        for number, source in enumerate(told):
            received = self.day + timedelta(days=1 + self.chance.randrange(20) * (number + 1))
            mentions = (*self._group(), *self.people)
            yield ReportDraft(
                source_kind=_code("source_kind", source),
                received_on=received,
                document=DocumentDraft(dated=PartialDate.on(received)),
                external_id=f"{self.key}-{number}",
                event_key=self.key,
                summary=self.story.summary,
                narrative=self.story.narrative,
                mentions=mentions,
                acts=tuple(self._acts(mentions)),
                involvements=tuple(self._involvements(mentions)),
            )

    def _dated(self) -> PartialDate:
        precise = self.chance.random()
        text = f"{self.day:%Y}" if precise < 0.08 else f"{self.day:%Y-%m}" if precise < 0.2 else f"{self.day:%Y-%m-%d}"
        return PartialDate.parse(text)

    def _person(self, number: int) -> MentionDraft:
        sex = self.chance.choice(self.story.sexes)
        age = self.chance.choice((None, self.chance.randint(*self.story.ages)))
        return MentionDraft(
            key=f"person-{number}",
            sex=_code("sex", sex),
            age_min=age,
            age_max=age,
            part_of="group" if self.story.sizes else None,
            characteristics=tuple(_code("characteristic", slug) for slug in self.story.characteristics),
            statuses=(StatusDraft(_code("victim_status", self.story.status)),) if self.story.status else (),
            sealed={"name": self.chance.choice(NAMES[sex]), "father_name": self.chance.choice(NAMES["father"])},
        )

    def _group(self) -> tuple[MentionDraft, ...]:
        if self.story.sizes is None:
            return ()
        least = self.chance.randint(*self.story.sizes)
        most = self.chance.choice((None, least, least + self.chance.randint(1, 6)))
        return (
            MentionDraft(
                key="group",
                kind="group",
                min_size=least,
                max_size=most,
                characteristics=tuple(_code("characteristic", slug) for slug in self.story.characteristics),
                statuses=(StatusDraft(_code("victim_status", self.story.status)),) if self.story.status else (),
            ),
        )

    def _acts(self, mentions: tuple[MentionDraft, ...]) -> Iterator[ActDraft]:
        story = self.story
        for mention in mentions:
            for slug in story.acts:
                yield ActDraft(
                    key=f"{mention.key}-{slug}",
                    victim=mention.key,
                    type=_code("act", slug),
                    means=_code("means", story.means) if story.means else None,
                    stated_reason=_code("stated_reason", story.reason) if story.reason else None,
                    kind_of_place=_code("kind_of_place", story.where) if story.where else None,
                    happened=self.happened,
                    place=self.place.id if self.place else None,
                    place_precision=str(self.place.level) if self.place else "",
                    place_said=self.place.name_en if self.place else "",
                )

    def _involvements(self, mentions: tuple[MentionDraft, ...]) -> Iterator[InvolvementDraft]:
        for act in self._acts(mentions):
            for slug in self.story.perpetrators:
                yield InvolvementDraft(act=act.key, type=_code("perpetrator_type", slug))


def _code(vocabulary: str, slug: str) -> int:
    return ids_by_slug(vocabulary)[slug]
