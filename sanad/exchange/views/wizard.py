"""From a file to a checked mapping: receive, say what the columns are, look at the first rows, check them all."""

from dataclasses import replace
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader
from sanad.exchange import actions, queries
from sanad.exchange.actions.checking import open_list
from sanad.exchange.forms import TextForm, UploadForm
from sanad.exchange.mapping.reading import read_mapping
from sanad.exchange.mapping.schema import ALL_SHEETS, Mapping
from sanad.exchange.mapping.writing import write_mapping
from sanad.exchange.models import Import
from sanad.exchange.opened import nameless, opened
from sanad.exchange.pages import roles
from sanad.exchange.pages.columns import ColumnsForm
from sanad.exchange.pages.previews import Previewer
from sanad.exchange.pages.proposals import Looked, first_mapping, look_at, unknown_values
from sanad.exchange.pages.steps import STEPS, notes_of
from sanad.exchange.registers import Registers
from sanad.kit.refusals import Refused
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal
from sanad.web.uploads import Nameless, refused, takes_file

importer = readers(USER, permission=Permission.IMPORT_RUN)
INLINE_BYTES = 3 * 2**20  # above it the check is a job


def kept(request: HttpRequest, pk: UUID) -> Import:
    """An import that this reader may go on with; any other is not there."""
    return get_object_or_404(queries.imports_kept_by(request.reader), pk=pk)


@importer
@require_http_methods(["GET", "POST"])
@takes_file(Nameless)
def new(request: HttpRequest) -> HttpResponse:
    """Receive a file and propose what its columns are."""
    sent = request.method == "POST"
    form = UploadForm(request.reader, request.POST if sent else None, request.FILES if sent else None)
    valid = form.is_valid()
    if not (sent and refused(request, form)) and valid:
        try:
            imported = _receive(request.reader, form)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            return redirect("exchange:columns", imported.pk)
    return render(request, "exchange/new.html", {"form": form, "steps": STEPS})


@transaction.atomic
def _receive(reader: Reader, form: UploadForm) -> Import:
    """The sealed file with a first mapping; refused as a whole where it is no table."""
    file = form.cleaned_data["file"]
    imported = actions.receive_file(file, name=file.name, size=file.size, media_type=file.content_type or "", by=reader)
    text = queries.mapping_with(reader, form.cleaned_data["begin_with"])
    if text is None:
        with nameless(file.chunks()) as path:
            looked = look_at(path, imported.file_name)
        text = write_mapping(first_mapping(looked, imported.file_name, Registers(reader, writing=False)))
    return actions.propose_mapping(imported, text, by=reader)


@importer
@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What each column was taken for; a person corrects it."""
    imported = kept(request, pk)
    mapping = read_mapping(imported.mapping, strict=False)
    try:
        with opened(imported, by=request.reader) as path:
            looked = look_at(path, imported.file_name, mapping)
    except Refused as refusal:
        return render(request, "exchange/unreadable.html", {"imported": imported, "reasons": notes_of(refusal.reasons)})
    if request.POST.get("sheet", looked.table.sheet) not in (looked.table.sheet, *ALL_SHEETS):
        return _other_sheet(request, imported, mapping)
    form = _columns_form(request, looked, mapping)
    if request.method == "POST" and form.is_valid():
        try:
            actions.map_import(imported, write_mapping(form.made()), by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            return redirect("exchange:preview", imported.pk)
    context = {"imported": imported, "form": form, "looked": looked, "notes": notes_of(looked.notes), "steps": STEPS}
    return render(request, "exchange/columns.html", context)


def _other_sheet(request: HttpRequest, imported: Import, mapping: Mapping) -> HttpResponse:
    """Somebody chose another sheet: its columns are proposed anew."""
    chosen = replace(mapping, sheet=(request.POST["sheet"],), header=None)
    with opened(imported, by=request.reader) as path:
        looked = look_at(path, imported.file_name, chosen)
    proposed = first_mapping(looked, imported.file_name, Registers(request.reader, writing=False))
    actions.propose_mapping(imported, write_mapping(proposed), by=request.reader)
    return redirect("exchange:columns", imported.pk)


def _columns_form(request: HttpRequest, looked: Looked, mapping: Mapping) -> ColumnsForm:
    data = request.POST if request.method == "POST" else None
    names = looked.table.columns
    chosen = [
        (name, str(data.get(f"role_{place}", "")) if data is not None else roles.role_of(mapping, name))
        for place, name in enumerate(names)
    ]
    unknown = unknown_values(looked, chosen, mapping, Registers(request.reader, writing=False))
    return ColumnsForm(mapping, names, looked.samples, unknown, data, sheets=looked.sheets)


@importer
@require_http_methods(["GET", "POST"])
def text(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The mapping as it is written, for whoever prefers it."""
    imported = kept(request, pk)
    form = TextForm(request.POST or None, initial={"text": imported.mapping})
    if form.is_valid():
        try:
            actions.map_import(imported, form.cleaned_data["text"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            return redirect("exchange:preview", imported.pk)
    return render(request, "exchange/text.html", {"imported": imported, "form": form})


@importer
@require_GET
def preview(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The first rows as records, or why the mapping does not fit."""
    imported = kept(request, pk)
    context: dict[str, object] = {"imported": imported, "steps": STEPS}
    try:
        with opened(imported, by=request.reader) as path:
            reader = open_list(path, imported, by=request.reader, writing=False)
            context.update(records=list(Previewer().records(reader)), notes=notes_of(reader.notes))
    except Refused as refusal:
        context["reasons"] = notes_of(refusal.reasons)
    return render(request, "exchange/preview.html", context)


@importer
@require_POST
def check(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The dry run of the whole file; of a large one as a job."""
    imported = kept(request, pk)
    if imported.size > INLINE_BYTES:
        actions.run_import_later(imported, by=request.reader, checking=True)
        return redirect("exchange:import", imported.pk)
    try:
        with opened(imported, by=request.reader) as path:
            actions.check_import(imported, path, by=request.reader)
    except Refused as refusal:
        reasons = notes_of(refusal.reasons)
        return render(request, "exchange/preview.html", {"imported": imported, "steps": STEPS, "reasons": reasons})
    return redirect("exchange:import", imported.pk)
