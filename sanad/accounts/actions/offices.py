"""Opening and changing offices, and what they give each other."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from sanad.accounts.models import Office, SharingRule
from sanad.accounts.permissions import Permission, require
from sanad.accounts.queries.making_readers import first_office, office_tree, office_with
from sanad.accounts.queries.managed import manages
from sanad.accounts.readers import Reader, ReaderKind, operator
from sanad.accounts.rules import (
    KEEPS_TO_ITSELF,
    Gives,
    OfficeKind,
    reasons_against_office,
    reasons_against_parent,
)
from sanad.kit.refusals import N_, Incomplete, NotPermitted, Reason, Refused
from sanad.ledger.actions import record
from sanad.vault.keys import ensure_keys


@dataclass(frozen=True, kw_only=True)
class OfficeContent:
    """All that can be said of an office."""

    slug: str
    name_en: str
    name_ur: str = ""
    kind: OfficeKind
    parent_id: int | None = None
    place_id: int | None = None
    institution_id: int | None = None  # of which the office is a part: a tie of everybody who is posted there
    reference_prefix: str
    since: date
    until: date | None = None


@transaction.atomic
def ensure_first_office(
    *, slug: str = "site", name_en: str = "This site", name_ur: str = "یہ سائٹ", prefix: str = "PK"
) -> Office:
    """The office that a new site starts with; the operator and the first administrator belong to it."""
    office = first_office()
    if office is None:
        office = Office.objects.create(
            slug=slug,
            name_en=name_en,
            name_ur=name_ur,
            kind=OfficeKind.SITE,
            reference_prefix=prefix,
            since=timezone.localdate(),
        )
        record("office.opened", by=operator(), object_kind="office", object_id=office.pk, office=office.pk)
    ensure_keys(office.pk)
    return office


@transaction.atomic
def new_office(content: OfficeContent, *, by: Reader) -> Office:
    """Open an office below one that the reader manages, with keys of its own."""
    require(by, Permission.OFFICE_MANAGE)
    _require_parent(by, content.parent_id)
    reasons = _reasons_against(content)
    if office_with(content.slug):
        reasons.append(Reason("slug_taken", N_("There is already an office with this short name."), field="slug"))
    if reasons:
        raise Refused(reasons)
    office = Office.objects.create(**asdict(content))
    # Whoever unlocks the office above unlocks this one too, unless it keeps its records to itself.
    ensure_keys(office.pk, like=None if office.kind in KEEPS_TO_ITSELF else office.parent_id)
    record(
        "office.opened",
        by=by,
        object_kind="office",
        object_id=office.pk,
        office=office.pk,
        kind=content.kind,
        parent=content.parent_id,
    )
    return office


@transaction.atomic
def change_office(office: Office, content: OfficeContent, *, by: Reader) -> Office:
    """Change what is said of an office. Its short name is permanent."""
    require(by, Permission.OFFICE_MANAGE)
    if not manages(by, office.pk):
        raise _not_yours()
    if content.parent_id != office.parent_id:
        _require_parent(by, content.parent_id)
    reasons = _reasons_against(content) + reasons_against_parent(office_tree(), office.pk, content.parent_id)
    if content.slug != office.slug:
        reasons.append(Reason("slug_permanent", N_("The short name of an office is permanent."), field="slug"))
    if reasons:
        raise Refused(reasons)
    changed = [name for name, value in asdict(content).items() if getattr(office, name) != value]
    if changed:
        for name in changed:
            setattr(office, name, getattr(content, name))
        office.save(update_fields=changed)
        record(
            "office.changed",
            by=by,
            object_kind="office",
            object_id=office.pk,
            office=office.pk,
            changed=sorted(changed),
        )
    return office


@transaction.atomic
def share(giver: Office, receiver: Office, gives: Gives, *, by: Reader, why: str) -> SharingRule:
    """Give another office the counts or the records of one's own; takes the place of an earlier rule between them."""
    require(by, Permission.SHARING_DECIDE)
    if not manages(by, giver.pk):
        raise _not_yours()
    reasons = []
    if giver == receiver:
        reasons.append(Reason("share_with_oneself", N_("An office cannot share with itself."), field="receiver"))
    if not why.strip():
        reasons.append(Reason("say_why", N_("Say why, or by which letter, this was decided."), field="why"))
    if reasons:
        raise Incomplete(reasons)
    today = timezone.localdate()
    SharingRule.objects.filter(giver=giver, receiver=receiver, until__isnull=True).update(until=today)
    rule = SharingRule.objects.create(
        giver=giver, receiver=receiver, gives=gives, since=today, by_id=by.user_id, why=why.strip()
    )
    record(
        "sharing.decided",
        by=by,
        object_kind="office",
        object_id=giver.pk,
        office=giver.pk,
        receiver=receiver.pk,
        gives=gives,
        rule=rule.pk,
    )
    return rule


@transaction.atomic
def end_sharing(rule: SharingRule, *, by: Reader) -> None:
    """Stop giving, from now on."""
    require(by, Permission.SHARING_DECIDE)
    if not manages(by, rule.giver_id):
        raise _not_yours()
    if rule.until is None:
        rule.until = timezone.localdate()
        rule.save(update_fields=["until"])
        record(
            "sharing.ended", by=by, object_kind="office", object_id=rule.giver_id, office=rule.giver_id, rule=rule.pk
        )


def _reasons_against(content: OfficeContent) -> list[Reason]:
    return reasons_against_office(
        slug=content.slug, prefix=content.reference_prefix, since=content.since, until=content.until
    )


def _require_parent(by: Reader, parent_id: int | None) -> None:
    """An office without one above it is opened by the operator only."""
    if not manages(by, parent_id) and not (parent_id is None and by.kind is ReaderKind.OPERATOR):
        raise NotPermitted.one(
            "parent_not_managed", N_("Choose an office at or below your own that this office belongs to."), "parent"
        )


def _not_yours() -> NotPermitted:
    return NotPermitted.one("office_not_managed", N_("This office is not at or below your own."))
