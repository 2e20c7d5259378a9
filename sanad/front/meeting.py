"""Two officers correct one report: what it said when I began, what I typed, what it says by now, line by line.

What was typed is kept sealed, as the report's own names are; its author opens it with the reason of the correction.
"""

import json
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from sanad.accounts.actions.edits import SEALED_AS, keep_edit
from sanad.accounts.models import KeptEdit
from sanad.accounts.queries.edits import kept_edit
from sanad.front.forms.entry import Entry
from sanad.front.forms.versions import DONE
from sanad.vault.opening import open_sealed
from sanad.vault.rules import Purpose
from sanad.web import conflicts
from sanad.web.conflicts import Conflict, Difference, State
from sanad.web.formats import number

KIND = "report"
NOT_TYPED = ("csrfmiddlewaretoken", "do", "why", "revision", conflicts.FIELD)
UNSAID = ("place_key",)  # a question of the page, not of the report


def state_of(entry: Entry) -> dict[str, list[str]]:
    """What the page of a report sends as it is drawn."""
    found = {}
    for form in entry.forms:
        for name, values in conflicts.state_of(form).items():
            if name not in UNSAID:
                found[form.add_prefix(name)] = values
    return found


def typed_on(entry: Entry) -> dict[str, list[str]]:
    """What was sent."""
    found = {}
    for form in entry.forms:
        for name, values in conflicts.typed_in(form).items():
            if name not in UNSAID:
                found[form.add_prefix(name)] = values
    return found


def met(base: State, mine: State, now: Entry, *, who: str = "") -> Conflict | None:
    """Where the report changed since I began, beside what I made of it."""
    theirs, differences = state_of(now), []
    fields = {form.add_prefix(name): (form, name) for form in now.forms for name in form.fields}
    for key in dict.fromkeys((*theirs, *base)):
        was, typed, is_now = base.get(key, []), mine.get(key, []), theirs.get(key, [])
        if is_now in (was, typed):
            continue
        form, name = fields.get(key, (None, ""))
        label = _line(key, str(form[name].label)) if form is not None else key
        field = form.fields[name] if form else None
        before, mine_said, theirs_said = (conflicts.said(field, one) for one in (was, typed, is_now))
        differences.append(Difference(key, label, before, mine_said, theirs_said, both=typed != was))
    return Conflict(differences, who) if differences else None


def _line(key: str, label: str) -> str:
    """`Line 2: Name`."""
    parts = key.split("-")
    if len(parts) < 3 or not parts[1].isdecimal():
        return label
    if parts[0] == DONE:
        return _("Act %(number)s: ") % {"number": number(int(parts[1]) + 1)} + label
    return _("Line %(number)s: %(field)s") % {"number": number(int(parts[1]) + 1), "field": label}


def merged(typed: QueryDict, base: State, mine: State, theirs: State) -> QueryDict:
    """What I typed, with what they changed where I changed nothing, as long as the lines are the same lines."""
    data = typed.copy()
    for key, is_now in theirs.items():
        same_lines = "-" not in key or (key in base and _lines(base) == _lines(theirs) == _lines(mine))
        if same_lines and mine.get(key, []) == base.get(key, []) != is_now:
            data.setlist(key, is_now)
    return data


def _lines(state: State) -> set[str]:
    return {key.rsplit("-", 1)[0] for key in state if "-" in key}


def keep(request: HttpRequest, ref: str, base: State) -> None:
    """Seal what was typed."""
    typed = {name: request.POST.getlist(name) for name in request.POST if name not in NOT_TYPED}
    keep_edit(KIND, ref, base=base, typed=typed, address=request.path, sealed=True, by=request.reader)


def kept_for(request: HttpRequest, ref: str) -> KeptEdit | None:
    """What the reader typed into this report and did not save."""
    return kept_edit(request.reader, KIND, ref)


def opened(request: HttpRequest, kept: KeptEdit, why: str) -> tuple[dict[str, list[str]], QueryDict]:
    """The state that a draft began with, and what was typed."""
    place: tuple[UUID, str] = (kept.pk, SEALED_AS)
    content = open_sealed(request.reader, [place], reason=why, purpose=Purpose.CORRECTING).get(place, {})
    fields = json.loads(str(content.get("fields", "{}")))
    data = QueryDict(mutable=True)
    for name, values in fields.get("typed", {}).items():
        data.setlist(name, values)
    return fields.get("base", {}), data
