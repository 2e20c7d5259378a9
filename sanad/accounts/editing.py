"""One record in a form: was it changed by somebody else since the page was drawn? What was typed is kept either way.

    edit = Editing(request, form, "office", office.pk, now=lambda: OfficeForm(request.reader, again(office)))
    if edit.may_save():
        actions.change_office(office, form.content(), by=request.reader)
        edit.saved()

`now` gives the form of the record as it stands at that moment. The page carries the state that it began with, signed;
so the version of a record is what stands in it, and a page or draft of yesterday is compared like one of a minute ago.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.http import HttpRequest, QueryDict

from sanad.accounts.actions.edits import forget_edit, keep_edit, one_at_a_time
from sanad.accounts.models import KeptEdit
from sanad.accounts.queries.edits import kept_edit
from sanad.accounts.queries.naming import names_by_number
from sanad.ledger.queries import history_of
from sanad.web import conflicts, undo
from sanad.web.conflicts import Conflict, State

DRAFT = "draft"


@dataclass(frozen=True)
class Kept:
    """A draft as the page offers it."""

    at: datetime
    address: str


def address_of(kept: KeptEdit) -> str:
    """Where its author goes on with a draft."""
    path, _mark, query = kept.address.partition("?")
    rest = [part for part in query.split("&") if part and not part.startswith(f"{DRAFT}=")]
    return path if kept.sealed else f"{path}?{'&'.join([*rest, f'{DRAFT}={kept.pk}'])}"


class Editing:
    """A form on one record, and what others made of the record meanwhile."""

    def __init__(
        self,
        request: HttpRequest,
        form: forms.BaseForm,
        kind: str,
        record: object,
        *,
        now: Callable[[], forms.BaseForm],
        table: str = "",
        sealed: bool = False,
    ) -> None:
        self.request = request
        self.form = form
        self.kind = kind
        self.record = str(record)
        self.now = now
        self.table = table  # whose history says who was here last
        self.sealed = sealed
        self._typed: State = {}
        self._before: State = {}

    def may_save(self) -> bool:
        """Is everything typed rightly, and did nobody else change what stands on the page? Else the page says so."""
        if not self.form.is_bound:
            self._begin()
            return False
        sent = self.request.POST.get(conflicts.FIELD, "")
        self.form.base = sent  # type: ignore[attr-defined]
        if not self.form.is_valid():
            return False
        if not sent:
            self._before = conflicts.state_of(self.now())
            return True
        one_at_a_time(self.kind, self.record)
        theirs = self._before = conflicts.state_of(self.now())
        base = conflicts.base_of(sent)
        if self._meet(base or {}, theirs, self.request.POST) is None:
            return True
        self._keep(base or {})
        return False

    def carry(self, state: State) -> None:
        """For a form that begins with something else than its own fields: the state that travels with the page."""
        self.form.base = conflicts.sealed_base(state)  # type: ignore[attr-defined]

    def meets(self, theirs: State, base: State | None) -> bool:
        """Did somebody change what this form is about? Then it says so, and what was typed is kept."""
        one_at_a_time(self.kind, self.record)
        if base is None or self._meet(base, theirs, self.request.POST) is None:
            return False
        self._keep(base)
        return True

    def go_on(self) -> None:
        """Put a draft into such a form again, where the address asks for it."""
        kept = kept_edit(self.request.reader, self.kind, self.record)
        if kept is not None and not self.form.is_bound and self.request.GET.get(DRAFT) == str(kept.pk):
            self.form.data, self.form.is_bound = self._typed_then(kept), True

    def saved(self, sentence: str = "", **fields: str) -> None:
        """What was kept of it is no longer needed; with a sentence, say so and offer the way back.

        Undoing is saving the earlier state again, and is checked like every save. `fields` go with it.
        """
        forget_edit(self.kind, self.record, by=self.request.reader)
        if sentence:
            back: dict[str, list[str] | str] = {
                self.form.add_prefix(name): values for name, values in self._before.items()
            }
            now = conflicts.sealed_base(conflicts.state_of(self.now()))
            undo.done(
                self.request, sentence, address=self.request.path, fields={**back, conflicts.FIELD: now, **fields}
            )

    def _keep(self, base: State) -> None:
        keep_edit(
            self.kind,
            self.record,
            base=base,
            typed=self._typed,
            address=self.request.get_full_path(),
            sealed=self.sealed,
            by=self.request.reader,
        )

    def _begin(self) -> None:
        kept = kept_edit(self.request.reader, self.kind, self.record)
        if kept is not None and not kept.sealed and self.request.GET.get(DRAFT) == str(kept.pk):
            self._go_on_with(kept)
            return
        self.form.base = conflicts.sealed_base(conflicts.state_of(self.form))  # type: ignore[attr-defined]
        if kept is not None and not kept.sealed:
            self.form.kept = Kept(kept.at, address_of(kept))  # type: ignore[attr-defined]

    def _go_on_with(self, kept: KeptEdit) -> None:
        """The form as it was typed, beside what the record says by now."""
        data = self._typed_then(kept)
        self.form.data, self.form.is_bound = data, True
        theirs = conflicts.state_of(self.now())
        if self._meet(kept.base or {}, theirs, data) is None:
            self.form.base = conflicts.sealed_base(theirs)  # type: ignore[attr-defined]

    def _typed_then(self, kept: KeptEdit) -> QueryDict:
        data = QueryDict(mutable=True)
        for name, values in (kept.typed or {}).items():
            data.setlist(self.form.add_prefix(name), values)
        return data

    def _meet(self, base: State, theirs: State, data: QueryDict) -> Conflict | None:
        """What differs, put into the form; None where nobody else changed anything."""
        self._typed = conflicts.typed_in(self.form)
        found = conflicts.compared(self.form, base, self._typed, theirs, who=self._who())
        if found is not None:
            self.form.data = conflicts.merged(data, self.form, base, theirs)
            self.form.base = conflicts.sealed_base(theirs)  # type: ignore[attr-defined]
            self.form.conflict = found  # type: ignore[attr-defined]
        return found

    def _who(self) -> str:
        last = history_of(self.table, self.record).first() if self.table else None
        names = names_by_number([last.who]) if last is not None and last.who else {}
        return next(iter(names.values()), "")
