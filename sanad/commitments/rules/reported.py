"""Reports of progress: what may stand in one, and who may validate it."""

import re
from collections.abc import Iterator
from enum import StrEnum

from sanad.kit.refusals import N_, Reason
from sanad.kit.text import looks_like_cnic, looks_like_phone


class Stage(StrEnum):
    """How far an action is, as reported."""

    NOT_BEGUN = "not_begun"
    UNDER_WAY = "under_way"
    DONE = "done"


STAGE_TITLES = {
    Stage.NOT_BEGUN: N_("not begun"),
    Stage.UNDER_WAY: N_("under way"),
    Stage.DONE: N_("done"),
}


class Verdict(StrEnum):
    """What the second person said to a report of progress."""

    VALIDATED = "validated"
    RETURNED = "returned"


VERDICT_TITLES = {
    Verdict.VALIDATED: N_("validated"),
    Verdict.RETURNED: N_("returned with a question"),
}


class WhyDestroyed(StrEnum):
    """Why a file is destroyed; chosen and never written, for a reason could say what stood in it."""

    WRONG = "wrong"
    NAMES = "names"
    ASKED = "asked"


LONGEST = 4000
MOST_FILES = 10  # with one report: a link may not fill the disk
SEPARATED = re.compile(r"[\s,;:()]+")


def reasons_against_report(stage: str, percent: int | None, said: str) -> Iterator[Reason]:
    """Why a report of progress cannot be taken as it is."""
    if not said.strip():
        yield Reason("progress.says_nothing", N_("Say in a few words what was done."), {}, "said")
    if len(said) > LONGEST:
        sentence = N_("This is longer than %(most)s characters. Name a document instead.")
        yield Reason("progress.too_long", sentence, {"most": LONGEST}, "said")
    if any(looks_like_cnic(word) for word in SEPARATED.split(said)):
        sentence = N_("An identity card number stands in the text. Take it out: this report is read by many.")
        yield Reason("progress.cnic", sentence, {}, "said")
    if percent is not None and not 0 <= percent <= 100:
        yield Reason("progress.percent", N_("Write how much is done as 0 to 100."), {}, "percent")
    if stage == Stage.DONE and percent not in (None, 100):
        sentence = N_("What is done is done to 100. Write 100, or choose “under way”.")
        yield Reason("progress.done_in_part", sentence, {}, "percent")
    if stage == Stage.NOT_BEGUN and percent not in (None, 0):
        sentence = N_("What has not begun is done to 0. Write 0, or choose “under way”.")
        yield Reason("progress.begun_in_part", sentence, {}, "percent")


def reasons_against_file(title: str, there: int) -> Iterator[Reason]:
    """Why a file cannot be kept under this title; `there`: how many came with the same report before."""
    if not title:
        yield Reason("say_something", N_("This cannot be empty."), {}, "title")
    if looks_like_cnic(title) or looks_like_phone(title):
        sentence = N_("What it shows is said without numbers of identity cards or telephones.")
        yield Reason("title_not_clear", sentence, {}, "title")
    if there >= MOST_FILES:
        sentence = N_("This report has %(most)s files already. Name the others in a letter.")
        yield Reason("file.too_many", sentence, {"most": MOST_FILES}, "file")


def reasons_against_validating(made_by: int | None, by: int | None, verdict: str, remark: str) -> Iterator[Reason]:
    """Why this person may not say this to that report."""
    if made_by is not None and made_by == by:
        yield Reason("progress.own", N_("Another person looks at what you reported yourself."))
    if verdict == Verdict.RETURNED and not remark.strip():
        yield Reason("progress.no_question", N_("Say what is missing or asked."), {}, "remark")
