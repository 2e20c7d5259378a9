"""What a report must and must not say before it is kept."""

from datetime import date

from sanad.kit.naming import names_of, names_somebody
from sanad.kit.refusals import N_, Reason
from sanad.violations.drafts import ReportDraft
from sanad.violations.rules.clear import SUMMARY, reasons_against_clear


def reasons_to_refuse(draft: ReportDraft, *, today: date) -> list[Reason]:
    """Everything that keeps this report from being recorded; an empty list means that it may."""
    return [
        *_names_in_clear(draft),
        *_dates(draft, today),
        *_keys(draft),
    ]


def _names_in_clear(draft: ReportDraft) -> list[Reason]:
    """The summary is read by everybody who may open the record; who is named stands in the sealed fields only."""
    text = "\n".join([draft.summary, draft.document.title, *(m.described for m in draft.mentions)])
    named = names_somebody(text, [name for m in draft.mentions for name in names_of(m.sealed)])
    return reasons_against_clear(text, SUMMARY, named=named)


def _dates(draft: ReportDraft, today: date) -> list[Reason]:
    for act in draft.acts:
        first = act.happened.earliest() if act.happened else None
        if first is not None and first > today:
            return [Reason("future_date", N_("The act is dated in the future. Correct the date."), field="happened")]
    if draft.received_on > today:
        return [Reason("future_receipt", N_("The day of receipt lies in the future. Correct it."), field="received_on")]
    return []


def _keys(draft: ReportDraft) -> list[Reason]:
    """Keys must hold within the draft: a programmer's or a mapping's mistake, not a user's."""
    mentions = {m.key for m in draft.mentions}
    acts = {a.key for a in draft.acts}
    named = {a.victim for a in draft.acts} | {m.part_of for m in draft.mentions if m.part_of}
    named |= {i.perpetrator for i in draft.involvements if i.perpetrator}
    if len(mentions) != len(draft.mentions) or len(acts) != len(draft.acts):
        raise ValueError("two mentions or two acts of a draft share a key")
    if not named <= mentions or not {i.act for i in draft.involvements} <= acts:
        raise ValueError("a draft points to a mention or an act that it does not hold")
    return []
