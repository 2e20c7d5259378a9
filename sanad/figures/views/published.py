"""Printed tables: entered as they are printed, checked against themselves, with our own count beside them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts.editing import Editing
from sanad.accounts.permissions import Permission
from sanad.codes import queries as codes
from sanad.figures import actions
from sanad.figures.models import PublishedTable
from sanad.figures.presenting import published as presenting
from sanad.figures.published_form import BesideForm, PublishedForm, typed_again
from sanad.figures.queries import latest_snapshot, open_snapshot
from sanad.figures.queries.published import figures_of, published_tables_visible_to, published_versions_visible_to
from sanad.figures.rules.dimensions import Unit
from sanad.figures.rules.published import Printed, adds_up, checks
from sanad.figures.rules.published_lines import read_text
from sanad.figures.rules.published_lists import list_of
from sanad.kit.refusals import N_, Refused
from sanad.web import undo
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal


@readers(USER, permission=Permission.FIGURE_COUNT)
@require_GET
def published_tables(request: HttpRequest) -> HttpResponse:
    """Every printed table, and whether it adds up."""
    tables = [(one, adds_up(checks(figures_of(one)))) for one in published_tables_visible_to(request.reader)]
    return render(request, "figures/published_tables.html", {"tables": tables})


@readers(USER, permission=Permission.FIGURE_COUNT)
@require_GET
def published_table(request: HttpRequest, key: UUID) -> HttpResponse:
    """One printed table: its gaps, and our count beside each figure."""
    versions = list(published_versions_visible_to(request.reader, key))
    shown = next((one for one in versions if one.replaced_at is None), versions[0] if versions else None)
    if shown is None:
        raise Http404
    figures = figures_of(shown)
    form = BesideForm(request.GET)
    form.is_valid()
    context = {
        "table": shown,
        "versions": versions,
        "checks": presenting.check_lines(checks(figures)),
        "form": form,
        "keeps": _keeps(request, shown),
    } | _beside(request, shown, figures, form)
    return render(request, "figures/published_table.html", context)


def _beside(request: HttpRequest, table: PublishedTable, figures: list[Printed], form: BesideForm) -> dict[str, object]:
    """Our count; nothing where nothing was ever counted."""
    if latest_snapshot(request.reader) is None:
        return {}
    snapshot = open_snapshot(request.reader, request.GET.get("snapshot", ""))
    followed = next((one for one in codes.classifications() if one.slug == table.classification), None)
    if followed is not None and followed.slug not in snapshot.lists:
        followed = None
    said = form.cleaned_data
    unit = Unit(said["unit"]) if said.get("unit") else None
    ours = presenting.OurCount(snapshot, figures, followed, unit, said.get("state") == "verified")
    return {"lines": ours.lines(), "notes": ours.notes(), "snapshot": snapshot}


def _keeps(request: HttpRequest, table: PublishedTable) -> bool:
    return request.reader.may(Permission.FIGURE_SAVE) and table.custodian_id in request.reader.keeps


@readers(USER, permission=Permission.FIGURE_SAVE)
@require_http_methods(["GET", "POST"])
def published_new(request: HttpRequest) -> HttpResponse:
    """Enter a printed table."""
    form = PublishedForm(request.POST or None)
    if form.is_valid():
        try:
            table = _entered(request, form, None)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            back = reverse("figures:published_away", args=[table.key])
            undo.done(request, _("The table is entered as it was printed."), address=back)
            return redirect("figures:published_table", table.key)
    return render(request, "figures/published_form.html", {"form": form})


@readers(USER, permission=Permission.FIGURE_SAVE)
@require_http_methods(["GET", "POST"])
def published_change(request: HttpRequest, key: UUID) -> HttpResponse:
    """Correct what was entered: a slip of ours, never a sum of theirs."""
    table = _own_or_404(request, key)
    form = PublishedForm(request.POST or None, initial=typed_again(table, figures_of(table)))
    edit = Editing(request, form, "published_table", key, now=lambda: _form_now(request, key))
    if edit.may_save():
        try:
            _entered(request, form, _own_or_404(request, key))
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            edit.saved(_("A new version is kept; the earlier one stays."))
            return redirect("figures:published_table", key)
    return render(request, "figures/published_form.html", {"form": form, "table": table})


def _form_now(request: HttpRequest, key: UUID) -> PublishedForm:
    table = _own_or_404(request, key)
    return PublishedForm(initial=typed_again(table, figures_of(table)))


def _entered(request: HttpRequest, form: PublishedForm, table: PublishedTable | None) -> PublishedTable:
    found = read_text(form.cleaned_data["figures"], form.cleaned_data["name"])
    if len(found) > 1:
        sentence = N_(
            "These are several tables. Enter one at a time, or load them together with `sanad published load`."
        )
        raise Refused.one("published.several", sentence, "figures")
    figures = found[0].figures
    content = form.content(list_of(figures, codes.classifications()))
    return actions.publish_table(content, figures, by=request.reader, replaces=table)


def _own_or_404(request: HttpRequest, key: UUID) -> PublishedTable:
    own = published_tables_visible_to(request.reader).filter(custodian_id__in=request.reader.keeps)
    return get_object_or_404(own, key=key)


@readers(USER, permission=Permission.FIGURE_SAVE)
@require_POST
def published_away(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take a table away that was entered in error; it can be brought back."""
    table = _own_or_404(request, key)
    actions.take_published_away(table, by=request.reader)
    back = reverse("figures:published_use", args=[key, table.version])
    undo.done(request, _("The table is taken away; its versions are kept."), address=back)
    return redirect("figures:published_table", key)


@readers(USER, permission=Permission.FIGURE_SAVE)
@require_POST
def published_use(request: HttpRequest, key: UUID, version: int) -> HttpResponse:
    """Go back to an earlier version, or bring back what was taken away."""
    versions = published_versions_visible_to(request.reader, key).filter(custodian_id__in=request.reader.keeps)
    actions.use_published(get_object_or_404(versions, version=version), by=request.reader)
    messages.success(request, _("This version holds again."))
    return redirect("figures:published_table", key)
