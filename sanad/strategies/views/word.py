"""A Word file comes in: sent, understood, doubts answered, taken over. Files go out."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from sanad.kit.refusals import Refused
from sanad.strategies import actions, queries
from sanad.strategies.actions.files import annex_file, draft_file
from sanad.strategies.actions.word import foresee
from sanad.strategies.forms.asking import DoubtsForm
from sanad.strategies.forms.drafts import UploadForm
from sanad.strategies.models import Strategy
from sanad.strategies.presenting.understood import shown
from sanad.strategies.rules.blocks import answers_from
from sanad.strategies.views.finding import draft_of, reading, strategy_of, there, writing
from sanad.strategies.word.guards import LARGEST_FILE
from sanad.web.forms import add_refusal
from sanad.web.uploads import Nameless, refused, takes_file


@writing
@require_http_methods(["GET", "POST"])
@takes_file(Nameless, largest=LARGEST_FILE)
def upload(request: HttpRequest, ref: str) -> HttpResponse:
    """Send a Word file."""
    found = strategy_of(request, ref)
    drafts = list(queries.drafts_of(request.reader, found))
    sent = request.method == "POST"
    form = UploadForm(drafts, request.POST if sent else None, request.FILES if sent else None)
    valid = form.is_valid()
    if not (sent and refused(request, form)) and valid:
        try:
            return redirect("strategies:word", ref, _receive(request, found, drafts, form))
        except Refused as refusal:
            add_refusal(form, refusal)
    return render(request, "strategies/upload.html", {"strategy": found, "form": form})


def _receive(request: HttpRequest, strategy: Strategy, drafts: list, form: UploadForm) -> UUID:
    said = form.cleaned_data
    file = said["file"]
    into = next((one for one in drafts if str(one.number) == said["into"]), None)
    return actions.read_word_file(
        strategy, file.file, name=file.name, size=file.size, language=said["language"], into=into, by=request.reader
    ).pk


@writing
@require_http_methods(["GET", "POST"])
def word(request: HttpRequest, ref: str, pk: UUID) -> HttpResponse:
    """What was understood, and what is asked; nothing is stored yet."""
    found = strategy_of(request, ref)
    file = there(queries.word_files_kept_by(request.reader, found).filter(pk=pk).first())
    if request.POST.get("do") == "leave":
        actions.leave_word(file, by=request.reader)
        return redirect("strategies:strategy", ref)
    foreseen = foresee(file)
    form = DoubtsForm(foreseen.understood, answers_from(file.answers), request.POST or None)
    if form.is_valid():
        actions.answer_doubts(file, form.answers(), by=request.reader)
        if request.POST.get("do") == "take":
            draft = actions.take_word(file, by=request.reader)
            messages.success(request, _("Taken over into draft %(number)s.") % {"number": draft.number})
            return redirect("strategies:draft", ref, draft.number)
        return redirect("strategies:word", ref, pk)
    context = {"strategy": found, "file": file, "form": form, "page": shown(foreseen), "asks": bool(form.fields)}
    return render(request, "strategies/word.html", context)


@reading
@require_GET
def file(request: HttpRequest, ref: str, number: int, form: str) -> HttpResponse:
    """A draft as Word, PDF or sheet."""
    draft = draft_of(request, ref, number)
    with translation.override(_language(request)):
        made = draft_file(draft, form, language=_language(request), by=request.reader)
    return _sent(made.content, made.media_type, made.name)


@reading
@require_GET
def annex(request: HttpRequest, ref: str, number: int, form: str) -> HttpResponse:
    """The disposition matrix of a draft as Word, PDF or sheet."""
    draft = draft_of(request, ref, number)
    with translation.override(_language(request)):
        made = annex_file(draft, form, language=_language(request), by=request.reader)
    return _sent(made.content, made.media_type, made.name)


def _language(request: HttpRequest) -> str:
    asked = request.GET.get("language", "")
    return asked if asked in ("en", "ur") else "ur" if request.LANGUAGE_CODE.startswith("ur") else "en"


def _sent(content: bytes, media_type: str, name: str) -> HttpResponse:
    return HttpResponse(
        content, content_type=media_type, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )
