"""Roles and permissions are one page, and the printed page is up to date."""

from django.conf import settings

from sanad.accounts.open_doors import doors_without_sign_in
from sanad.accounts.permissions import Permission
from sanad.accounts.roles import ALLOWED, DUTIES, SENTENCES, TITLES, Role, printed

PRINT = (
    "import django; django.setup(); from pathlib import Path; from sanad.accounts.roles import printed; "
    "from sanad.accounts.open_doors import doors_without_sign_in as doors; "
    "Path('docs/roles.md').write_text(printed(doors()))"
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
    assert page == printed(doors_without_sign_in()), f'run: DJANGO_SETTINGS_MODULE=… python -c "{PRINT}"'


def test_every_door_without_sign_in_is_on_the_page_and_no_other(monkeypatch):
    doors = {door.address for door in doors_without_sign_in()}
    assert "/sign-in/" in doors
    assert not doors & {"/", "/events/", "/reports/<str:ref>/", "/figures/"}


def test_nobody_decides_alone_on_what_opens_records():
    assert ALLOWED[Role.HEAD] >= {Permission.GLASS_APPROVE, Permission.NOTICE_READ}
    assert all(Permission.GLASS_APPROVE not in ALLOWED[role] for role in Role if role is not Role.HEAD)
