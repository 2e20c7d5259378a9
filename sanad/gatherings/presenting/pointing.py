"""What of this package points to a project."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.urls import reverse
from django.utils.translation import ngettext

from sanad.accounts.readers import Reader
from sanad.gatherings import queries
from sanad.projects.pointing import Pointer
from sanad.web import formats


def pointing_to(reader: Reader, projects: Collection[UUID]) -> Iterator[Pointer]:
    """Gatherings that a project paid for, with how many came."""
    found = list(queries.gatherings_visible_to(reader).filter(project__in=list(projects)))
    numbers = queries.numbers_of(reader, [one.pk for one in found])
    for one in found:
        came = numbers.get(one.pk, 0)
        said = ngettext("%(people)s person came", "%(people)s people came", came) % {"people": formats.number(came)}
        address = reverse("gatherings:gathering", args=[one.reference])
        assert one.project_id is not None
        yield Pointer(one.project_id, one.title, one.get_kind_display(), one.first_day, address, said if came else "")
