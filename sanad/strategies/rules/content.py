"""A draft in one language, as it is printed: the shape that Word, PDF, sheet and public page are made of."""

from dataclasses import asdict, dataclass

COLUMNS = (
    "theme", "outcome", "words", "agency", "timeline", "indicator", "baseline", "target", "budget", "evidence",
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """A clause."""

    identity: str
    kind: str
    depth: int
    number: str
    heading: str
    text: str


@dataclass(frozen=True)
class Planned:
    """A row of the action table; theme and outcome by their names."""

    identity: str
    theme: str
    outcome: str
    words: str
    agency: str
    timeline: str
    indicator: str
    baseline: str
    target: str
    budget: str
    evidence: str


@dataclass(frozen=True)
class Content:
    """All of a draft. `about`: stage, draft and office in a sentence; `mark`: what a demonstration site says."""

    title: str
    language: str
    about: str
    lines: tuple[Line, ...]
    planned: tuple[Planned, ...]
    mark: str = ""
    unsettled: tuple[str, ...] = ()  # what is still open, line by line

    def plain(self) -> dict[str, object]:
        """For keeping as JSON."""
        return asdict(self)


def named(number: str, words: str) -> str:
    """A number and what it numbers, as one line."""
    if not number or not words:
        return number or words
    return (
        f"{number}: {words}" if " " in number else f"{number}. {words}" if number.isdecimal() else f"{number} {words}"
    )
