"""Judgements as sentences: who decided what, when and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader
from sanad.front.presenting.words import Words, isolated
from sanad.violations.models import Judgement
from sanad.violations.queries.told import TOGETHER_SECONDS
from sanad.web.formats import count_range, moment


@dataclass(frozen=True)
class Said:
    """One deed of judging: a sentence, its reason, and whether it still holds."""

    sentence: str
    why: str
    who: str
    when: str
    undone: str  # who took it back, when and why; empty while it holds
    id: UUID  # of the first of the judgements made together
    kind: str
    verdict: str
    may_undo: bool

    @property
    def holds(self) -> bool:
        """Nobody took it back."""
        return not self.undone


def may_undo(reader: Reader, judgement: Judgement) -> bool:
    """Those who may judge so, at an office that keeps what was judged, or that judged."""
    withdrawn = judgement.kind == Judgement.Kind.WITHDRAWN
    needed = Permission.JUDGE_WITHDRAW if withdrawn else Permission.JUDGE_VERIFY
    return reader.may(needed) and bool(set(judgement.custodians) & set(reader.keeps))


def told(
    reader: Reader,
    judgements: Iterable[Judgement],
    undone: Mapping[UUID, Judgement],
    *,
    names: Mapping[int, str],
    what: Mapping[UUID, str],
    words: Words,
) -> list[Said]:
    """The sentences, the newest first; a verdict on several violations at once is said once."""
    said = []
    for together in grouped(judgements, undone):
        first = together[0]
        ended = undone.get(first.pk)
        said.append(
            Said(
                sentence(together, what, words),
                first.why,
                names.get(first.made_by, _("the operator")),
                moment(first.made_at),
                _taken_back(ended, names) if ended else "",
                first.pk,
                first.kind,
                first.verdict,
                may_undo(reader, first),
            )
        )
    return said


def grouped(judgements: Iterable[Judgement], undone: Mapping[UUID, Judgement]) -> list[list[Judgement]]:
    """Judgements of one deed: the same verdict by the same user for the same reason within some seconds."""
    groups: list[list[Judgement]] = []
    for one in judgements:
        if one.kind == Judgement.Kind.UNDONE:
            continue
        last = groups[-1][0] if groups else None
        if last is not None and _of_one_deed(last, one) and (last.pk in undone) == (one.pk in undone):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _of_one_deed(one: Judgement, other: Judgement) -> bool:
    same = all(getattr(one, name) == getattr(other, name) for name in ("kind", "verdict", "why", "made_by"))
    near = abs((one.made_at - other.made_at).total_seconds()) <= TOGETHER_SECONDS
    return same and near and one.kind in (Judgement.Kind.VERIFICATION, Judgement.Kind.SAME_PERSON)


def sentence(together: list[Judgement], what: Mapping[UUID, str], words: Words) -> str:
    """What was decided, in one line."""
    first = together[0]
    match first.kind:
        case "verification":
            about = words.joined(dict.fromkeys(what.get(j.act, _("a violation")) for j in together))
            standard = words.code("standard_of_proof", first.standard_id)
            said = {"about": about, "verdict": verdict_word(first.verdict), "standard": standard}
            return _("%(about)s: %(verdict)s (%(standard)s)") % said if standard else _("%(about)s: %(verdict)s") % said
        case "attribution":
            about = what.get(first.involvement, _("an alleged perpetrator"))
            return _("%(about)s as alleged perpetrator: %(verdict)s") % {
                "about": about,
                "verdict": verdict_word(first.verdict),
            }
        case "chosen" if first.field == "toll":
            value = first.value
            size = count_range(value["min"], value["best"], value["max"])
            return _("Toll chosen: %(size)s") % {"size": size}
        case "chosen":
            return _("A value was chosen: %(field)s") % {"field": field_word(first.field)}
        case "withdrawn":
            return _("A report was withdrawn: entered in error")
        case "same_event":
            return _("A further account of the event was added")
        case "same_entry":
            return _("The same entry twice: one was withdrawn")
        case "same_person":
            return _("Accounts speak of the same person")
    return first.get_kind_display()


def verdict_word(verdict: str) -> str:
    """A verdict as a word."""
    return {
        "new": pgettext("state", "new"),
        "under_review": pgettext("state", "under review"),
        "verified": pgettext("state", "verified"),
        "inconclusive": pgettext("state", "inconclusive"),
        "rejected": pgettext("state", "rejected"),
    }.get(verdict, verdict)


def field_word(name: str) -> str:
    """What a field on which accounts differ is called."""
    return {
        "happened": _("When"),
        "place": _("Where"),
        "means": _("By what means"),
        "stated_reason": _("Stated reason"),
        "kind_of_place": _("Kind of place"),
        "sex": _("Sex"),
        "age": _("Age"),
        "toll": _("How many"),
    }.get(name, name)


def _taken_back(ended: Judgement, names: Mapping[int, str]) -> str:
    who = isolated(names.get(ended.made_by or 0, _("the operator")))
    said = {"who": who, "when": moment(ended.made_at), "why": isolated(ended.why)}
    return _("Taken back by %(who)s, %(when)s: %(why)s") % said
