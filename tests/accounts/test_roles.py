"""Roles and permissions are one page, and the printed page is up to date."""

from django.conf import settings

from sanad.accounts.permissions import Permission
from sanad.accounts.roles import ALLOWED, DUTIES, SENTENCES, TITLES, Role, printed

PRINT = (
    "from pathlib import Path; from sanad.accounts.roles import printed; Path('docs/roles.md').write_text(printed())"
)


def test_every_role_has_a_title_duties_and_permissions():
    assert set(TITLES) == set(DUTIES) == set(ALLOWED) == set(Role)


def test_every_permission_has_a_sentence_and_a_role():
    assert set(SENTENCES) == set(Permission)
    assert frozenset().union(*ALLOWED.values()) == set(Permission)


def test_an_administrator_reads_no_report_and_opens_nothing():
    assert not ALLOWED[Role.ADMINISTRATOR] & {
        Permission.REPORT_READ,
        Permission.SEALED_OPEN,
        Permission.FIGURE_COUNT,
        Permission.FIGURE_EXPORT,
    }


def test_an_analyst_opens_no_sealed_value():
    assert Permission.SEALED_OPEN not in ALLOWED[Role.ANALYST]


def test_the_printed_page_is_up_to_date():
    page = (settings.BASE / "docs" / "roles.md").read_text()
    assert page == printed(), f'run: python -c "{PRINT}"'
