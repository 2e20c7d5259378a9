"""Users: their postings, passwords, and keeping them out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts import actions
from sanad.accounts.actions.sessions import end_sessions_of
from sanad.accounts.forms import PostingForm, UserForm
from sanad.accounts.history import history_of_user
from sanad.accounts.models import User
from sanad.accounts.permissions import Permission
from sanad.accounts.queries.approvals import is_approved, is_waiting
from sanad.accounts.queries.managed import may_manage_wholly, postings_of, users_managed_by
from sanad.accounts.queries.sessions import sessions_open
from sanad.accounts.roles import Role
from sanad.accounts.rules import ApprovalKind
from sanad.kit.refusals import Refused
from sanad.web import undo
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal

manager = readers(USER, permission=Permission.USER_MANAGE)


@manager
@require_GET
def users(request: HttpRequest) -> HttpResponse:
    """Everybody at the own office and below."""
    return render(request, "accounts/users.html", {"users": users_managed_by(request.reader)})


@manager
@never_cache
@require_http_methods(["GET", "POST"])
def user_new(request: HttpRequest) -> HttpResponse:
    """Create a user; the answer shows the one-time password, once."""
    first = {"office": request.reader.office_id, "language": User.Language.ENGLISH, "role": Role.RECORDER}
    form = UserForm(request.reader, request.POST or None, initial=first)
    if form.is_valid():
        said = form.cleaned_data
        try:
            user, password = actions.new_user(
                said["username"],
                said["full_name"],
                said["office"],
                Role(said["role"]),
                by=request.reader,
                language=said["language"],
            )
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            return show_once(request, user, password)
    return render(request, "accounts/user_form.html", {"form": form})


@manager
@require_GET
def user(request: HttpRequest, pk: int) -> HttpResponse:
    """One user: postings, and what can be done."""
    return _user_page(request, managed(request, pk))


@manager
@require_POST
def user_post(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a role at an office."""
    user = managed(request, pk)
    form = PostingForm(request.reader, request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.post_user(
                user, said["office"], form.role(), by=request.reader, since=said["since"], until=said["until"]
            )
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            back = reverse("accounts:posting_end", args=[pk, made.pk])
            undo.done(request, _("The posting is saved."), address=back)
            return redirect("accounts:user", pk)
    return _user_page(request, user, form)


@manager
@require_POST
def posting_end(request: HttpRequest, pk: int, posting: int) -> HttpResponse:
    """End a posting from now on."""
    ended = get_object_or_404(postings_of(request.reader, managed(request, pk)), pk=posting)
    was_until = ended.until
    actions.end_posting(ended, by=request.reader)
    again = {"office": str(ended.office_id), "role": ended.role, "since": str(timezone.localdate())}
    again["until"] = str(was_until or "")
    undo.done(request, _("The posting has ended."), address=reverse("accounts:user_post", args=[pk]), fields=again)
    return redirect("accounts:user", pk)


@manager
@never_cache
@require_http_methods(["GET", "POST"])
def user_reset_password(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask first; then show a one-time password, once."""
    user = managed(request, pk)
    if request.method == "POST":
        return show_once(request, user, actions.reset_password(user, by=request.reader))
    return render(request, "accounts/reset_password.html", {"account": user})


@manager
@require_POST
def user_end_sessions(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign somebody out everywhere."""
    end_sessions_of(managed(request, pk), by=request.reader)
    messages.success(request, _("This user is signed out everywhere."))
    return redirect("accounts:user", pk)


@manager
@require_POST
def user_disable(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep somebody out."""
    actions.disable_user(managed(request, pk), by=request.reader)
    back = reverse("accounts:user_enable", args=[pk])
    undo.done(request, _("This user is disabled and out from now on."), address=back)
    return redirect("accounts:user", pk)


@manager
@require_POST
def user_enable(request: HttpRequest, pk: int) -> HttpResponse:
    """Let somebody in again."""
    actions.enable_user(managed(request, pk), by=request.reader)
    back = reverse("accounts:user_disable", args=[pk])
    undo.done(request, _("This user can sign in again."), address=back)
    return redirect("accounts:user", pk)


def managed(request: HttpRequest, pk: int) -> User:
    """A user at or below the own office; others do not exist."""
    return get_object_or_404(users_managed_by(request.reader), pk=pk)


def _user_page(request: HttpRequest, user: User, form: PostingForm | None = None) -> HttpResponse:
    today = timezone.localdate()
    first = {"since": today, "office": request.reader.office_id, "role": Role.RECORDER}
    context = {
        "account": user,
        "postings": postings_of(request.reader, user),
        "form": form or PostingForm(request.reader, initial=first),
        "wholly": user.pk != request.reader.user_id and may_manage_wholly(request.reader, user),
        "oneself": user.pk == request.reader.user_id,
        "today": today,
        "history": history_of_user(request.reader, user),
        "sessions_open": sessions_open(request.reader, user),
        "reset_agreed": is_approved(ApprovalKind.FACTOR_RESET, user.pk),
        "reset_waits": is_waiting(ApprovalKind.FACTOR_RESET, user.pk),
    }
    return render(request, "accounts/user.html", context)


def show_once(request: HttpRequest, user: User, password: str) -> HttpResponse:
    """The page that shows a one-time password."""
    return render(request, "accounts/one_time_password.html", {"account": user, "password": password})
