"""Pages of a list by their place in its order."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.http import QueryDict

from sanad.web import keyset


def walk(rows, query_of, size):
    """Forwards to the end and back to the start; the rows of every page."""
    pages, address = [], ""
    while address is not None:
        page = keyset.page(rows, ("-app_label", "-id"), query_of(address), size)
        pages.append([row.pk for row in page.rows])
        address = page.next
    back, address = [pages[-1]], page.previous
    while address is not None:
        page = keyset.page(rows, ("-app_label", "-id"), query_of(address), size)
        back.insert(0, [row.pk for row in page.rows])
        address = page.previous
    return pages, back


@pytest.mark.django_db
def test_pages_of_a_list_meet_every_row_once_in_both_directions():
    rows = ContentType.objects.all()
    pages, back = walk(rows, lambda address: QueryDict(address.lstrip("?")), 4)
    met = [key for page in pages for key in page]
    assert met == list(rows.order_by("-app_label", "-id").values_list("pk", flat=True))
    assert back == pages


@pytest.mark.parametrize("cursor", ["x", "bnVsbA", "WzEsMl0", "W251bGwsMV0", "%00", "eyJhIjoxfQ"])
@pytest.mark.django_db
def test_a_broken_cursor_shows_the_first_page(cursor):
    page = keyset.page(ContentType.objects.all(), ("app_label", "id"), QueryDict(f"after={cursor}"), 3)
    assert len(page.rows) == 3
