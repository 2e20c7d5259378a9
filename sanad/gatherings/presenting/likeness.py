"""Participants who may be one person, for the organiser alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sanad.accounts.readers import Reader
from sanad.gatherings import queries
from sanad.gatherings.models import Gathering, Participant, SameParticipant
from sanad.gatherings.rules.alike import Named, alike_among

MOST = 60


@dataclass(frozen=True)
class Likely:
    """Two lines side by side."""

    one: Participant
    other: Participant
    here: bool  # both came to this gathering: perhaps they signed in twice


def likely_pairs(reader: Reader, gathering: Gathering) -> list[Likely]:
    """Who of this gathering may be somebody who came to it, or to another one of the office, under another spelling."""
    came = [
        one for one in queries.participants_of(reader, gathering) if one.withdrawn_at is None and one.erased_at is None
    ]
    new = [Named(one.pk, one.name, one.affiliation) for one in came]
    custodian = gathering.custodian_id
    pairs = alike_among(new, queries.known_participants(custodian), queries.judged_pairs(custodian))[:MOST]
    rows = queries.by_id(reader, {pk for pair in pairs for pk in (pair.one, pair.other)})
    return [_likely(rows, pair.one, pair.other) for pair in pairs]


def judged_here(reader: Reader, participants: Iterable[Participant]) -> list[SameParticipant]:
    """What was decided of those who came, to be taken back."""
    return list(queries.judgements_about(reader, [one.pk for one in participants])[:MOST])


def _likely(rows: dict[UUID, Participant], one: UUID, other: UUID) -> Likely:
    return Likely(rows[one], rows[other], rows[one].gathering_id == rows[other].gathering_id)
