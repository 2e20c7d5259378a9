"""Names of users for those who read what they did."""

from collections.abc import Collection

from sanad.accounts.models import Office, User
from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader


def names_of(reader: Reader, users: Collection[int | None]) -> dict[int, str]:
    """Who judged or recorded something, by number; whoever may read the record may know it."""
    require(reader, Permission.REPORT_READ)
    wanted = {user for user in users if user is not None}
    rows = User.objects.filter(pk__in=wanted).values_list("id", "full_name", "username") if wanted else ()
    return {pk: full_name or username for pk, full_name, username in rows}


def names_by_number(users: Collection[int]) -> dict[int, str]:
    """Names for whoever decides on something about these users; that was checked before."""
    rows = User.objects.filter(pk__in=list(users)).values_list("id", "full_name", "username") if users else ()
    return {pk: full_name or username for pk, full_name, username in rows}


def office_names(offices: Collection[int]) -> dict[int, str]:
    """Names of offices by number; that an office exists is no secret."""
    return {office.pk: office.name for office in Office.objects.filter(pk__in=offices)} if offices else {}


def office_kind(office: int | None) -> str:
    """What an office is; empty without one."""
    return Office.objects.filter(pk=office).values_list("kind", flat=True).first() or "" if office else ""


def names_about(user: User) -> list[str]:
    """What a password of this user may not be made of: the own names, and the names of the offices."""
    offices = Office.objects.values_list("slug", "name_en", "name_ur")
    return [user.username, user.full_name, *(name for names in offices for name in names)]
