"""The own account: password, language, the office one works for."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts import entering
from sanad.accounts.actions import change_own_password, choose_language
from sanad.accounts.actions.edits import forget_edit
from sanad.accounts.actions.sessions import forget_sessions
from sanad.accounts.editing import address_of
from sanad.accounts.entry_forms import PasswordForm
from sanad.accounts.forms import LanguageForm, WorkplaceForm
from sanad.accounts.middleware import OFFICE_KEY
from sanad.accounts.models import User
from sanad.accounts.models.sessions import hashed
from sanad.accounts.queries.edits import kept_edits
from sanad.accounts.queries.factors import factors_of
from sanad.accounts.queries.managed import own_offices, own_postings
from sanad.accounts.readers import Reader, reader_for
from sanad.accounts.steps import Step
from sanad.accounts.views.entry import remember_language
from sanad.kit.refusals import Refused
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal


@readers(USER)
@require_GET
def my_account(request: HttpRequest) -> HttpResponse:
    """Who I am here, what I may do, and what I can choose."""
    several = own_offices(request.reader).count() > 1
    whole = reader_for(request.user, request.reader.office_id).permissions
    context = {
        "postings": own_postings(request.reader),
        "factors": factors_of(request.user),
        "drafts": [(_kind(one.kind), one, address_of(one)) for one in kept_edits(request.reader)],
        "needs_passkey": whole - request.reader.permissions,
        "language_form": LanguageForm(
            initial={name: getattr(request.user, name) for name in ("language", "digits", "dates")}
        ),
        "workplace_form": WorkplaceForm(request.reader, initial={"office": request.reader.office_id})
        if several
        else None,
    }
    return render(request, "accounts/my_account.html", context)


def _kind(kind: str) -> str:
    return {
        "office": _("an office"),
        "sharing": _("a sharing rule"),
        "saved_table": _("a saved table"),
        "published_table": _("a printed table"),
        "answers": _("answers of a person"),
        "safeguard": _("the safety of a person"),
        "report": _("a correction of a report"),
        "institution": _("an institution"),
    }.get(kind, _("a record"))


@readers(USER)
@require_POST
def draft_throw_away(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What I typed and did not save is not wanted."""
    kept = next((one for one in kept_edits(request.reader) if one.pk == pk), None)
    if kept is None:
        raise Http404
    forget_edit(kept.kind, kept.record, by=request.reader)
    messages.success(request, _("Thrown away."))
    return redirect("accounts:my_account")


@readers(USER)
@require_POST
def choose_own_language(request: HttpRequest) -> HttpResponse:
    """The language in which I sign in."""
    form = LanguageForm(request.POST)
    if not form.is_valid():
        return redirect("accounts:my_account")
    language = form.cleaned_data["language"]
    said = form.cleaned_data
    choose_language(request.user, language, digits=said["digits"], dates=said["dates"], by=request.reader)
    with translation.override(language):
        messages.success(request, _("Your language is saved."))
    return remember_language(redirect("accounts:my_account"), language)


@readers(USER)
@require_POST
def choose_workplace(request: HttpRequest) -> HttpResponse:
    """The office for which I work from now on in this session."""
    form = WorkplaceForm(request.reader, request.POST)
    if form.is_valid():
        office = form.cleaned_data["office"]
        request.session[OFFICE_KEY] = office.pk
        request.session.cycle_key()  # other rights, another key
        messages.success(request, _("You work now for: %(office)s.") % {"office": office})
    return redirect("accounts:my_account")


@readers(USER, entering=Step.PASSWORD)
@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "POST"])
def change_password(request: HttpRequest) -> HttpResponse:
    """A new password; on the way in for somebody with a one-time password."""
    user = request.entering.user if request.entering else request.user
    form = PasswordForm(user, request.POST or None)
    if not form.is_valid() or not _is_taken(form, user, request.reader):
        return render(request, "accounts/change_password.html", {"form": form, "account": user})
    if request.entering:
        entering.password_was_changed(request, user)
        return entering.go_on(request)
    update_session_auth_hash(request, user)
    forget_sessions(user, keep=hashed(request.session.session_key))
    messages.success(request, _("Your new password holds from now on."))
    return redirect("accounts:my_account")


def _is_taken(form: PasswordForm, user: User, by: Reader) -> bool:
    try:
        change_own_password(user, form.cleaned_data["new"], by=by)
    except Refused as refusal:
        add_refusal(form, refusal)
        return False
    return True
