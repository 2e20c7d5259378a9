"""Reading offices, users, postings and sharing rules: all that somebody may manage.

An administrator finds the offices at and below their own and the people posted there; others do not exist for them.
"""

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from sanad.accounts.models import Office, Posting, SharingRule, Tie, User
from sanad.accounts.permissions import Permission
from sanad.accounts.queries.making_readers import holding_today, office_tree
from sanad.accounts.readers import Reader, ReaderKind
from sanad.places.models import Place
from sanad.places.rules import Kind

MANAGING = {Permission.OFFICE_MANAGE, Permission.USER_MANAGE, Permission.SHARING_DECIDE}


def offices_managed_by(reader: Reader) -> QuerySet[Office]:
    """The offices that this reader may change and whose people they may manage."""
    return Office.objects.filter(id__in=_managed(reader)).select_related("parent", "place").order_by("name_en")


def offices_above(office: Office) -> QuerySet[Office]:
    """The office that this one belongs to."""
    return Office.objects.filter(pk=office.parent_id)


def places_of_offices() -> QuerySet[Place]:
    """Where an office can be: provinces, territories, districts."""
    kinds = [Kind.PROVINCE, Kind.TERRITORY, Kind.DISTRICT]
    return Place.objects.filter(kind__in=kinds, valid_to=None).order_by("kind", "name_en")


def offices_to_share_with(reader: Reader) -> QuerySet[Office]:
    """All offices: everybody may know that an office exists."""
    if Permission.SHARING_DECIDE not in reader.permissions:
        return Office.objects.none()
    return Office.objects.order_by("name_en")


def users_managed_by(reader: Reader) -> QuerySet[User]:
    """Everybody who is or was posted at an office that this reader manages."""
    posted = Posting.objects.filter(office_id__in=_managed(reader)).values("user_id")
    return User.objects.filter(id__in=posted).order_by("full_name", "username")


def may_manage_wholly(reader: Reader, user: User) -> bool:
    """Is every posting of this user, now or to come, at an office that this reader manages?

    Only then may the reader reset the password or disable the user: else the administrator of a district could take
    over somebody who also works at the ministry.
    """
    elsewhere = (
        Posting.objects.filter(user=user)
        .exclude(office_id__in=_managed(reader))
        .filter(Q(until__isnull=True) | Q(until__gt=timezone.localdate()))
    )
    return users_managed_by(reader).filter(pk=user.pk).exists() and not elsewhere.exists()


def ties_of(reader: Reader, user: User) -> QuerySet[Tie]:
    """The institutions to which a user is tied, those that hold first."""
    mine = Tie.objects.filter(user=user, user__in=users_managed_by(reader))
    return mine.select_related("institution", "user").order_by(F("until").desc(nulls_first=True), "-id")


def offices_beside(reader: Reader, custodian: int) -> QuerySet[Office]:
    """To which offices a record can be handed over: all others that are open."""
    if Permission.CUSTODY_TRANSFER not in reader.permissions:
        return Office.objects.none()
    return Office.objects.filter(until=None).exclude(pk=custodian).order_by("name_en")


def postings_of(reader: Reader, user: User) -> QuerySet[Posting]:
    """The postings of a user at the offices that this reader manages, the latest first."""
    mine = Posting.objects.filter(user=user, office_id__in=_managed(reader))
    return mine.select_related("office").order_by("-since", "-id")


def postings_at(reader: Reader, office: Office) -> QuerySet[Posting]:
    """Who is posted at an office today."""
    here = Posting.objects.filter(office=office, office_id__in=_managed(reader))
    return holding_today(here).select_related("user").order_by("user__full_name", "id")


def own_postings(reader: Reader) -> QuerySet[Posting]:
    """The postings that the reader holds today."""
    mine = Posting.objects.filter(user_id=reader.user_id) if reader.user_id is not None else Posting.objects.none()
    return holding_today(mine).select_related("office").order_by("since", "id")


def own_offices(reader: Reader) -> QuerySet[Office]:
    """The offices at which the reader is posted today."""
    return Office.objects.filter(id__in=own_postings(reader).values("office_id")).order_by("name_en")


def own_user(reader: Reader) -> User | None:
    """The reader as a user."""
    return User.objects.filter(pk=reader.user_id).first() if reader.user_id is not None else None


def sharing_rules_of(reader: Reader) -> QuerySet[SharingRule]:
    """The rules by which the offices that this reader manages give or get, the open ones first."""
    if Permission.SHARING_DECIDE not in reader.permissions:
        return SharingRule.objects.none()
    managed = _managed(reader)
    rules = SharingRule.objects.filter(Q(giver_id__in=managed) | Q(receiver_id__in=managed))
    return rules.select_related("giver", "receiver").order_by("until", "-since", "-id")


def manages(reader: Reader, office_id: int | None) -> bool:
    """Is this office at or below the reader's own, and is the reader there to manage?"""
    return office_id is not None and office_id in _managed(reader)


def _managed(reader: Reader) -> frozenset[int]:
    if reader.kind is ReaderKind.OPERATOR:
        return frozenset(Office.objects.values_list("id", flat=True))
    if reader.office_id is None or not reader.permissions & MANAGING:
        return frozenset()
    return office_tree().managed_from(reader.office_id)
