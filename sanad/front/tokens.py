"""The token of an entry page: the id of its report for the form sent twice, and of what is kept of it unfinished."""

from collections.abc import Mapping
from uuid import NAMESPACE_OID, UUID, uuid5

from sanad.kit.ids import uuid7


def new_token() -> str:
    """For a page that begins."""
    return uuid7().hex


def token_in(data: Mapping[str, str]) -> str:
    """The token that a page sent; a new one where it sent none."""
    return data.get("token", "")[:32] or new_token()


def token_id(token: str) -> UUID:
    """The same as an id; what is no id of ours still means always the same."""
    try:
        return UUID(token)
    except ValueError:
        return uuid5(NAMESPACE_OID, token)
