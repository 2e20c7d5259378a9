"""Offices and what they give each other."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts import actions
from sanad.accounts.editing import Editing
from sanad.accounts.forms import OfficeForm, SharingForm
from sanad.accounts.history import history_of_office
from sanad.accounts.models import SharingRule
from sanad.accounts.permissions import Permission
from sanad.accounts.queries.managed import offices_managed_by, postings_at, sharing_rules_of
from sanad.accounts.rules import Gives
from sanad.kit.refusals import Refused
from sanad.web import undo
from sanad.web.conflicts import FIELD, base_of, sealed_base
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal


@readers(USER, permission=Permission.OFFICE_MANAGE)
@require_GET
def offices(request: HttpRequest) -> HttpResponse:
    """The offices at and below the own one."""
    return render(request, "accounts/offices.html", {"offices": offices_managed_by(request.reader)})


@readers(USER, permission=Permission.OFFICE_MANAGE)
@require_http_methods(["GET", "POST"])
def office_new(request: HttpRequest) -> HttpResponse:
    """Open an office."""
    form = OfficeForm(request.reader, None, request.POST or None)
    if form.is_valid():
        try:
            office = actions.new_office(form.content(), by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The office is open: %(office)s.") % {"office": office})
            return redirect("accounts:offices")
    return render(request, "accounts/office_form.html", {"form": form})


@readers(USER, permission=Permission.OFFICE_MANAGE)
@require_http_methods(["GET", "POST"])
def office_edit(request: HttpRequest, slug: str) -> HttpResponse:
    """Change what is said of an office; see who is posted there."""
    office = get_object_or_404(offices_managed_by(request.reader), slug=slug)
    form = OfficeForm(request.reader, office, request.POST or None)
    edit = Editing(
        request, form, "office", office.pk, table="accounts_office",
        now=lambda: OfficeForm(request.reader, offices_managed_by(request.reader).get(pk=office.pk)),
    )  # fmt: skip
    if edit.may_save():
        try:
            actions.change_office(office, form.content(), by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            edit.saved(_("The office is saved."))
            return redirect("accounts:offices")
    context = {
        "form": form,
        "office": office,
        "postings": postings_at(request.reader, office),
        "history": history_of_office(request.reader, office),
    }
    return render(request, "accounts/office_form.html", context)


@readers(USER, permission=Permission.SHARING_DECIDE)
@require_http_methods(["GET", "POST"])
def sharing(request: HttpRequest) -> HttpResponse:
    """What the own offices give and get, and a form for a new rule."""
    form = SharingForm(request.reader, request.POST or None)
    edit = Editing(request, form, "sharing", "rule", now=lambda: form)
    if form.is_valid() and not _decided_meanwhile(request, edit):
        said, before = form.cleaned_data, _rules_now(request)
        try:
            gives = Gives(said["gives"])
            rule = actions.share(said["giver"], said["receiver"], gives, by=request.reader, why=said["why"])
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            edit.saved()
            _say_shared(request, rule, before)
            return redirect("accounts:sharing")
    edit.go_on()
    edit.carry(_rules_now(request))
    context = {"form": form, "rules": sharing_rules_of(request.reader)}
    context["own"] = set(offices_managed_by(request.reader).values_list("id", flat=True))
    return render(request, "accounts/sharing.html", context)


def _rules_now(request: HttpRequest) -> dict[str, list[str]]:
    """What holds now between each two offices: a rule that is decided takes its place."""
    return {
        f"{one.giver_id} {one.receiver_id}": [one.gives] for one in sharing_rules_of(request.reader) if not one.until
    }


def _say_shared(request: HttpRequest, rule: SharingRule, before: dict[str, list[str]]) -> None:
    """Undoing brings the earlier rule between the two back, or ends this one where there was none."""
    sentence, earlier = _("The sharing rule holds from now on."), before.get(f"{rule.giver_id} {rule.receiver_id}")
    if not earlier:
        undo.done(request, sentence, address=reverse("accounts:sharing_end", args=[rule.pk]))
        return
    again = {"giver": rule.giver_id, "receiver": rule.receiver_id, "gives": earlier[0], "why": _("taken back at once")}
    fields = {name: str(value) for name, value in again.items()}
    fields[FIELD] = sealed_base(_rules_now(request))
    undo.done(request, sentence, address=reverse("accounts:sharing"), fields=fields)


def _decided_meanwhile(request: HttpRequest, edit: Editing) -> bool:
    said = edit.form.cleaned_data
    pair = f"{said['giver'].pk} {said['receiver'].pk}"
    began = base_of(request.POST.get(FIELD, ""))
    base = None if began is None else {"gives": began.get(pair, [])}
    return edit.meets({"gives": _rules_now(request).get(pair, [])}, base)


@readers(USER, permission=Permission.SHARING_DECIDE)
@require_POST
def sharing_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop giving."""
    rule = get_object_or_404(sharing_rules_of(request.reader), pk=pk)
    actions.end_sharing(rule, by=request.reader)
    again = {"giver": rule.giver_id, "receiver": rule.receiver_id, "gives": rule.gives, "why": rule.why}
    fields = {name: str(value) for name, value in again.items()}
    undo.done(request, _("Nothing more is given by this rule."), address=reverse("accounts:sharing"), fields=fields)
    return redirect("accounts:sharing")
