"""A file of recommendations: received and checked at once; its columns corrected; stored from the page of imports."""

from uuid import UUID

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader
from sanad.commitments.rules.reading import COLUMNS
from sanad.exchange import actions
from sanad.exchange.asked import NEEDED, TARGET, columns_in, table_in, write_columns
from sanad.exchange.models import Import
from sanad.exchange.opened import nameless, opened
from sanad.exchange.pages.steps import STEPS
from sanad.exchange.views.wizard import kept
from sanad.kit.refusals import Refused
from sanad.web.doors import USER, readers
from sanad.web.fields import Option, SelectField
from sanad.web.forms import add_refusal
from sanad.web.uploads import Nameless, refused, takes_file

TITLES = {
    "paragraph": _("Paragraph"),
    "letter": _("Letter or part"),
    "words": _("The recommendation"),
    "asked_by": _("Who asked"),
    "mechanism": _("Mechanism"),
    "cycle": _("Cycle or session"),
    "document": _("Document"),
    "asked_on": _("Date"),
    "position": _("Position of the state"),
    "position_on": _("Date of the position"),
    "position_document": _("Document of the position"),
    "translation": _("Translation"),
    "kind": _("Kind of asker"),
    "themes": _("Themes"),
    "note": _("Note"),
}


class FileForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_("CSV, XLSX, XLS or JSON: one row for each part of a paragraph. Nothing is stored yet."),
    )


class ColumnsForm(forms.Form):
    """Which column holds what."""

    def __init__(self, heads: list[str], *args: object, **rest: object) -> None:
        super().__init__(*args, **rest)
        options = [Option(head, head) for head in heads]
        for name in sorted(COLUMNS, key=list(TITLES).index):
            self.fields[name] = SelectField(
                label=TITLES[name], options=options, empty=_("no column"), required=name in NEEDED
            )


@readers(USER, permission=Permission.COMMITMENT_KEEP)
@require_http_methods(["GET", "POST"])
@takes_file(Nameless)
def new(request: HttpRequest) -> HttpResponse:
    """Receive a file of recommendations and check it: a dry run."""
    if Permission.IMPORT_RUN not in request.reader.permissions:
        raise Http404
    sent = request.method == "POST"
    form = FileForm(request.POST if sent else None, request.FILES if sent else None)
    valid = form.is_valid()
    if not (sent and refused(request, form)) and valid:
        try:
            imported = _received(request.reader, form)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            done = imported.state == Import.State.CHECKED
            return redirect("exchange:import" if done else "exchange:asked_columns", imported.pk)
    return render(request, "exchange/asked.html", {"form": form, "steps": STEPS, "step": 1})


@transaction.atomic
def _received(by: Reader, form: FileForm) -> Import:
    file = form.cleaned_data["file"]
    imported = actions.receive_file(file, name=file.name, size=file.size, media_type=file.content_type or "", by=by)
    with nameless(file.chunks()) as path:
        columns = columns_in(table_in(path, imported.file_name), "")
        actions.aim_at_recommendations(imported, by=by, mapping=write_columns(columns))
        if all(name in columns for name in NEEDED):
            actions.check_recommendations(imported, path, by=by)
    return imported


@readers(USER, permission=Permission.COMMITMENT_KEEP)
@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Which column holds what; then the file is checked again."""
    imported = kept(request, pk)
    if imported.target != TARGET:
        raise Http404
    with opened(imported, by=request.reader) as path:
        table = table_in(path, imported.file_name)
        form = ColumnsForm(table.columns, request.POST or None, initial=columns_in(table, imported.mapping))
        if form.is_valid():
            try:
                with transaction.atomic():
                    mapping = write_columns(form.cleaned_data)
                    actions.aim_at_recommendations(imported, by=request.reader, mapping=mapping)
                    actions.check_recommendations(imported, path, by=request.reader)
            except Refused as refusal:
                add_refusal(form, refusal)
            else:
                return redirect("exchange:import", imported.pk)
    return render(request, "exchange/asked.html", {"form": form, "steps": STEPS, "step": 2, "imported": imported})
