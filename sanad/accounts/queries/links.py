"""Signed links, by the token in an address or by what they open."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from sanad.accounts.models import Link
from sanad.accounts.models.links import hashed_token
from sanad.accounts.readers import Reader
from sanad.ledger.scope import told


@contextmanager
def shown_to_holder(token: str) -> Iterator[None]:
    """Inside, row security also shows the link of this token: its holder has no scope yet."""
    with transaction.atomic(), told({"sanad.link": hashed_token(token)}):
        yield


def link_with(token: str, purpose: str) -> Link | None:
    """The link of this token, also one that opens no more; for saying why."""
    with shown_to_holder(token):
        links = Link.objects.select_related("custodian")
        return links.filter(token_hash=hashed_token(token), purpose=purpose).first()


def is_open(link: Link) -> bool:
    """Neither revoked nor past its last moment."""
    return link.revoked_at is None and link.expires_at > timezone.now()


def link_for(token: str, purpose: str) -> Link | None:
    """The link of this token if it opens now; None where it is unknown, revoked or over."""
    link = link_with(token, purpose)
    return link if link is not None and is_open(link) else None


def links_of(reader: Reader, of: UUID, purpose: str) -> QuerySet[Link]:
    """The links to one object that an office of this reader gave out, the newest first."""
    mine = Link.objects.filter(custodian_id__in=reader.sees, of=of, purpose=purpose)
    return mine.select_related("made_by").order_by("-id")
