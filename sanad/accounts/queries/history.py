"""What was done with users and offices: changed rows and deeds. The caller found the row by a managed query."""

from collections.abc import Iterable

from sanad.accounts.models import Office, Posting, SharingRule, User
from sanad.accounts.readers import Reader
from sanad.ledger.models import Change, Deed
from sanad.ledger.queries import deeds_about, history_of
from sanad.places.queries import gazetteer, place_label

MOST = 100


def changes_of_user(reader: Reader, user: User) -> list[Change]:
    """Of the user and of their postings at offices that the reader manages; row security leaves the others out."""
    own = list(history_of("accounts_user", user.pk)[:MOST])
    for posting in Posting.objects.filter(user=user).values_list("pk", flat=True):
        own += history_of("accounts_posting", posting)[:MOST]
    return own


def changes_of_office(reader: Reader, office: Office) -> list[Change]:
    """Of the office and of what it gives to others."""
    own = list(history_of("accounts_office", office.pk)[:MOST])
    for rule in SharingRule.objects.filter(giver=office).values_list("pk", flat=True):
        own += history_of("accounts_sharingrule", rule)[:MOST]
    return own


def deeds_on(reader: Reader, kind: str, number: int, actions: Iterable[str]) -> list[Deed]:
    """The newest deeds of these kinds on a user or an office."""
    return list(deeds_about(reader, kind, number).filter(action__in=list(actions))[:MOST])


def doers(users: Iterable[int | None]) -> dict[int, str]:
    """Names of those who changed something; whoever manages the row may know who else did."""
    wanted = {user for user in users if user is not None}
    rows = User.objects.filter(pk__in=wanted).values_list("id", "full_name", "username") if wanted else ()
    return {pk: full_name or username for pk, full_name, username in rows}


def postings_by_number(numbers: Iterable[str]) -> dict[str, Posting]:
    """Postings whose rows were changed, with their offices."""
    return {str(one.pk): one for one in Posting.objects.filter(pk__in=list(numbers)).select_related("office")}


def rules_by_number(numbers: Iterable[str]) -> dict[str, SharingRule]:
    """Sharing rules whose rows were changed, with who gets."""
    return {str(one.pk): one for one in SharingRule.objects.filter(pk__in=list(numbers)).select_related("receiver")}


def offices_by_number(numbers: Iterable[int]) -> dict[int, str]:
    """Names of offices."""
    wanted = {number for number in numbers if number is not None}
    return {one.pk: one.name for one in Office.objects.filter(pk__in=wanted)} if wanted else {}


def place_called(number: int | None) -> str:
    """The name of a place; empty without one."""
    return place_label(gazetteer().by_id(number)) if number else ""
