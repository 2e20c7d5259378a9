"""Tables under a name, and the monthly return that is made of one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts.editing import Editing
from sanad.accounts.permissions import Permission
from sanad.figures import actions
from sanad.figures.forms import ReturnForm, SaveForm
from sanad.figures.models import SavedTable, TakenOut
from sanad.figures.presenting import captions, returns
from sanad.figures.queries import open_snapshot, saved_tables_visible_to, versions_visible_to
from sanad.figures.rules.requests import from_plain
from sanad.figures.views.asking import asked
from sanad.figures.views.sheets import taken_by
from sanad.kit.refusals import Refused
from sanad.web import undo
from sanad.web.conflicts import FIELD, base_of
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal


@readers(USER, permission=Permission.FIGURE_COUNT)
@require_GET
def saved_tables(request: HttpRequest) -> HttpResponse:
    """The tables that the own office and those it sees have saved."""
    return render(request, "figures/saved_tables.html", {"tables": saved_tables_visible_to(request.reader)})


@readers(USER, permission=Permission.FIGURE_SAVE)
@require_http_methods(["GET", "POST"])
def save(request: HttpRequest) -> HttpResponse:
    """Give the question of the address a name, or make it the next version of a saved table."""
    _snapshot, wanted = asked(request)
    own = saved_tables_visible_to(request.reader).filter(custodian_id__in=request.reader.keeps)
    form = SaveForm(request.POST or None, tables=own, initial={"name": captions.title(wanted)})
    edit = Editing(request, form, "saved_table", "question", now=lambda: form)
    if form.is_valid() and not _replaced_meanwhile(request, form, edit):
        said = form.cleaned_data
        saved = actions.save_table(wanted, said["name"], note=said["note"], by=request.reader, replaces=form.replaced())
        edit.saved()
        sentence = _("Saved as “%(name)s”, version %(version)s.") % vars(saved)
        undo.done(request, sentence, address=_back_from(saved, form))
        return redirect("figures:saved_table", saved.key)
    edit.go_on()
    edit.carry({str(table.key): [str(table.version)] for table in own})
    context = {"form": form, "title": captions.title(wanted), "filters": captions.filters(wanted), "wanted": wanted}
    return render(request, "figures/save.html", context)


def _back_from(saved: SavedTable, form: SaveForm) -> str:
    """Where saving is undone: the version before holds again, or the table is put away."""
    before = form.replaced()
    if before is None:
        return reverse("figures:saved_away", args=[saved.key])
    return reverse("figures:saved_use", args=[saved.key, before.version])


@readers(USER, permission=Permission.FIGURE_SAVE)
@require_POST
def saved_use(request: HttpRequest, key: UUID, version: int) -> HttpResponse:
    """Go back to an earlier version, or bring back what was put away."""
    versions = versions_visible_to(request.reader, key).filter(custodian_id__in=request.reader.keeps)
    actions.use_saved(get_object_or_404(versions, version=version), by=request.reader)
    messages.success(request, _("This version holds again."))
    return redirect("figures:saved_table", key)


@readers(USER, permission=Permission.FIGURE_SAVE)
@require_POST
def saved_away(request: HttpRequest, key: UUID) -> HttpResponse:
    """No list shows it any more."""
    own = saved_tables_visible_to(request.reader).filter(custodian_id__in=request.reader.keeps)
    saved = get_object_or_404(own, key=key)
    actions.put_away(saved, by=request.reader)
    back = reverse("figures:saved_use", args=[key, saved.version])
    undo.done(request, _("The table is taken away; its versions are kept."), address=back)
    return redirect("figures:saved_tables")


def _replaced_meanwhile(request: HttpRequest, form: SaveForm, edit: Editing) -> bool:
    """Did somebody else make a further version of the table that this one would replace?"""
    replaced, began = form.replaced(), base_of(request.POST.get(FIELD, ""))
    if replaced is None or began is None or began.get(str(replaced.key)) in (None, [str(replaced.version)]):
        return False
    base = versions_visible_to(request.reader, replaced.key).get(version=int(began[str(replaced.key)][0]))
    return edit.meets(_wording(replaced), _wording(base))


def _wording(table: SavedTable) -> dict[str, list[str]]:
    return {"name": [table.name], "note": [table.note] if table.note else []}


@readers(USER, permission=Permission.FIGURE_COUNT)
@require_GET
def saved_table(request: HttpRequest, key: UUID) -> HttpResponse:
    """One saved table: its versions, its answer then and now, its monthly return."""
    saved = get_object_or_404(saved_tables_visible_to(request.reader), key=key)
    initial = {"language": request.LANGUAGE_CODE, "why": _("Monthly return")}
    return _saved_page(request, saved, ReturnForm(initial=initial))


def _saved_page(request: HttpRequest, current: SavedTable, form: ReturnForm) -> HttpResponse:
    versions = list(versions_visible_to(request.reader, current.key))
    wanted = from_plain(current.request, open_snapshot(request.reader).lists)
    context = {
        "saved": current,
        "versions": [(one, from_plain(one.request, open_snapshot(request.reader).lists)) for one in versions],
        "title": captions.title(wanted),
        "filters": captions.filters(wanted),
        "now": wanted.address(),
        "then": wanted.on(current.snapshot_id).address(),
        "form": form,
        "keeps": request.reader.may(Permission.FIGURE_SAVE) and current.custodian_id in request.reader.keeps,
    }
    return render(request, "figures/saved_table.html", context)


@readers(USER, permission=Permission.FIGURE_EXPORT)
@require_POST
def monthly_return(request: HttpRequest, key: UUID) -> HttpResponse:
    """The saved table, counted now, on one page for print that says who took it out and why."""
    saved = get_object_or_404(saved_tables_visible_to(request.reader), key=key)
    form = ReturnForm(request.POST)
    if not form.is_valid():
        return _saved_page(request, saved, form)
    said = form.cleaned_data
    with translation.override(said["language"]):
        asked_for = returns.counted(request.reader, saved, said["month"].strip())
        try:
            taken = actions.take_out(
                asked_for.counted, asked_for.title(), kind=TakenOut.Kind.RETURN, why=said["why"], by=request.reader,
                saved=saved,
            )  # fmt: skip
        except Refused as refusal:
            add_refusal(form, refusal)
            return _saved_page(request, saved, form)
        pdf = returns.page(asked_for, taken_by(request.reader, taken))
    name = f"return-{taken.snapshot}.pdf"
    return HttpResponse(
        pdf, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'}
    )
