"""Signed links: given out, taken by the first browser, revoked."""

import re
import secrets
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from sanad.accounts.models import Link
from sanad.accounts.models.links import hashed_token
from sanad.accounts.queries.links import shown_to_holder
from sanad.accounts.readers import Reader
from sanad.accounts.scope import scoped
from sanad.kit.refusals import N_, Incomplete, NotPermitted, OutOfOrder
from sanad.kit.text import clean
from sanad.ledger.actions import record
from sanad.vault.actions import add_tombstones
from sanad.vault.queries import erased_of
from sanad.vault.rules import WhyErased

TOKEN_BYTES = 18
HOLDER = "link_holder"  # of a tombstone
PURPOSE = re.compile(r"[a-z]+(\.[a-z_]+)?\Z")


@transaction.atomic
def issue_link(
    purpose: str,
    of: UUID,
    to_name: str,
    custodian_id: int,
    expires: datetime,
    by: Reader,
    *,
    open_to_many: bool = False,
    language: str = "",
) -> tuple[Link, str]:
    """A link to one object, and the token that goes into its address; the token is told this once.

    Whoever calls this has asked for the permission that the object needs.
    """
    if not PURPOSE.match(purpose):
        raise ValueError(f"not a purpose of links: {purpose!r}")
    _require_keeper(custodian_id, by)
    if not to_name.strip():
        raise Incomplete.one("name_the_holder", N_("Say for whom the link is."), "to_name")
    now = timezone.now()
    if expires <= now:
        raise OutOfOrder.one("expires_in_the_past", N_("The last day of a link lies ahead."), "expires")
    token = secrets.token_urlsafe(TOKEN_BYTES)
    link = Link.objects.create(
        purpose=purpose,
        of=of,
        custodian_id=custodian_id,
        to_name=to_name.strip()[:120],
        language=language,
        open_to_many=open_to_many,
        token_hash=hashed_token(token),
        expires_at=expires,
        made_by_id=by.user_id,
        made_at=now,
    )
    about = {"purpose": purpose, "of": str(of)}
    record("link.issued", by=by, object_kind="link", object_id=link.id, office=custodian_id, **about)
    return link, token


@transaction.atomic
def revoke_link(link: Link, by: Reader) -> None:
    """From now on the link opens nothing."""
    _require_keeper(link.custodian_id, by)
    if link.revoked_at is not None:
        raise OutOfOrder.one("link_revoked_already", N_("This link was revoked already."))
    link.revoked_at, link.revoked_by_id = timezone.now(), by.user_id
    link.save(update_fields=["revoked_at", "revoked_by"])
    record("link.revoked", by=by, object_kind="link", object_id=link.id, office=link.custodian_id)


@transaction.atomic
def take_link(link: Link, token: str, by: Reader) -> str | None:
    """Bind the link to the browser that asks; gives what its cookie holds, or None where another was first."""
    secret = secrets.token_urlsafe(TOKEN_BYTES)
    with shown_to_holder(token):
        free = Link.objects.filter(pk=link.pk, browser_hash="", open_to_many=False)
        taken = free.update(browser_hash=hashed_token(secret), taken_at=timezone.now())
    if not taken:
        return None
    record("link.taken", by=by, object_kind="link", object_id=link.id, office=link.custodian_id)
    return secret


@transaction.atomic
def forget_holders(of: Collection[UUID], names: Collection[str], *, by: Reader) -> int:
    """Forget that links to these objects were given to somebody of this name, who is erased; they open no more."""
    said = {clean(name)[:120] for name in names} | set(names)
    mine = Link.objects.filter(custodian_id__in=sorted(by.keeps), of__in=list(of), to_name__in=sorted(said))
    links = list(mine.filter(open_to_many=False))
    for link in links:
        add_tombstones(link.custodian_id, [(link.id, HOLDER)], WhyErased.ERASURE)
        record("link.holder_forgotten", by=by, object_kind="link", object_id=link.id, office=link.custodian_id)
    return _forget([link.id for link in links])


def replay_forgotten_holders(by: Reader) -> int:
    """Forget them again in a restored database; `by` sees every office."""
    with transaction.atomic(), scoped(by):
        return _forget(erased_of(HOLDER))


def _forget(links: Collection[UUID]) -> int:
    with connection.cursor() as cursor:
        cursor.execute("select sanad_forget_holders(%s)", [list(links)])
        return int(cursor.fetchone()[0])


def _require_keeper(custodian_id: int, by: Reader) -> None:
    if custodian_id not in by.keeps:
        raise NotPermitted.one("not_the_keeper", N_("Only the office that keeps a record gives out links to it."))
