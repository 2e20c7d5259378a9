"""The entries of the main menu, registered by the packages that own the pages.

The design system knows no package above it; each package says in its
`AppConfig.ready()` which of its pages stand in the menu:

    navigation.register(_("Events"), "front:events", order=20)
"""

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MAIN, RECORDS, FIGURES, PLANS, MANAGE = "main", "records", "figures", "plans", "manage"
# The main menu: what stands alone first, then what unfolds under one word.
SECTIONS: tuple[tuple[str, str | Promise], ...] = (
    (MAIN, ""),
    (RECORDS, _("Records")),
    (FIGURES, _("Figures")),
    (PLANS, _("Strategies")),
)


@dataclass(frozen=True)
class Entry:
    """One line of the menu. `permission` None means: for everybody who is signed in."""

    label: str | Promise
    url_name: str
    permission: object | None
    order: int
    group: str

    def address(self) -> str | None:
        """Where the entry leads; None on a site that does not have the page."""
        try:
            return reverse(self.url_name)
        except NoReverseMatch:
            return None


_entries: dict[str, Entry] = {}


def register(
    label: str | Promise,
    url_name: str,
    permission: object | None = None,
    *,
    order: int = 50,
    group: str = MAIN,
) -> None:
    """Add a page to the menu; the lower its order, the earlier it stands."""
    _entries[url_name] = Entry(label, url_name, permission, order, group)


def entries_for(permissions: Collection[object], group: str = MAIN) -> list[Entry]:
    """The entries that a reader with these permissions may use, in order."""
    mine = (
        entry
        for entry in _entries.values()
        if entry.group == group and (entry.permission is None or entry.permission in permissions)
    )
    return sorted(mine, key=lambda entry: (entry.order, entry.url_name))
