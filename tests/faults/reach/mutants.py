"""Faults planted in the program: the same sweep must see each of them. Where two walls stand, both are taken down."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from unittest.mock import patch

from django.db.models import Q
from django.http import HttpResponse

from sanad.accounts import backends, middleware, readers
from sanad.accounts.models import Office, User
from sanad.accounts.queries import managed
from sanad.accounts.readers import operator
from sanad.exchange.models import Import
from sanad.figures.models import SavedTable
from sanad.figures.queries.opening import OpenSnapshot
from sanad.ledger import scope
from sanad.violations.models import Event, Report
from sanad.web import errors
from tests.faults.reach.sweep import Call, Sweep
from tests.faults.reach.world import KP, SINDH, TIED, World

Plant = Callable[[World], object]


@dataclass(frozen=True)
class Mutant:
    """What is broken, and requests that would show it."""

    plants: tuple[Plant, ...]
    calls: tuple[Call, ...]


def _offices() -> set[int]:
    return set(Office.objects.values_list("id", flat=True))


def no_row_security(_world: World) -> object:
    """As if no table had a policy: the scope holds every office, and no conflict."""
    told = scope.settings_of

    def settings_of(reader: object) -> dict[str, str]:
        return {**told(reader), "sanad.scope": "{" + ",".join(map(str, _offices())) + "}", "sanad.conflicts": "{}"}

    return patch.object(scope, "settings_of", settings_of)


def unscoped(path: str, rows: Callable[[], object]) -> Plant:
    """A query that forgets its reader."""
    return lambda _world: patch(path, lambda _reader, *_more: rows())


def without_permissions(_world: World) -> object:
    """Doors that ask for no permission."""
    return patch.object(middleware, "permission_of", lambda _view: None)


def everybody_may_read(_world: World) -> object:
    return patch("sanad.violations.queries.visible.require", lambda *_, **__: None)


def no_ties(_world: World) -> object:
    return patch.object(readers, "conflicts_of", lambda *_: frozenset())


def granted_to_all(world: World) -> object:
    """An emergency that opens its report to everybody."""
    return patch.object(readers, "granted_to", lambda _user: frozenset({world.owned[SINDH].report}))


def exports_ignore_the_reader(_world: World) -> object:
    return patch.object(OpenSnapshot, "sees", property(lambda opened: opened.keepers))


def conflicts_count_freely(_world: World) -> object:
    return patch.object(OpenSnapshot, "sees", property(lambda opened: opened.reader.sees))


def talkative_404(_world: World) -> object:
    """A page that says whether there is such a record for others."""
    draw = errors.render

    def knowing(request, *page, **how) -> HttpResponse:
        answer = draw(request, *page, **how)
        with scope.scoped(operator()):
            answer["X-Known"] = str(Report.objects.filter(reference=request.path.split("/")[2]).exists())
        return answer

    return patch.object(errors, "render", knowing)


def disabled_stay_in(_world: World) -> object:
    """A session that outlives its user."""

    def get_user(_backend: object, pk: int) -> User | None:
        return _awake(User.objects.filter(pk=pk).first())

    return patch.object(backends.PostedUsers, "get_user", get_user)


def _awake(user: User | None) -> User | None:
    if user is not None:
        user.is_active = True
    return user


def posts(*views: str, who: str, owner: str, query: int = -1) -> tuple[Call, ...]:
    return tuple(Call(view, who, owner, "post", query) for view in views)


def gets(*views: str, who: str, owner: str, query: int = -1) -> tuple[Call, ...]:
    return tuple(Call(view, who, owner, "get", query) for view in views)


VISIBLE = "sanad.violations.queries.visible"
MUTANTS: dict[str, Mutant] = {
    "events without a reader": Mutant(
        (
            no_row_security,
            lambda _world: patch(f"{VISIBLE}._sees", lambda _reader: sorted(_offices())),
        ),
        gets("front:events", "front:event", who="recorder", owner=SINDH),
    ),
    "reports without a reader": Mutant(
        (no_row_security, lambda _world: patch(f"{VISIBLE}.kept_for", lambda *_: Q())),
        gets("front:reports", "front:report", who="CSO member", owner=KP),
    ),
    "a list of events that asks nobody": Mutant(
        (no_row_security, unscoped("sanad.violations.queries.lists.events_visible_to", lambda: Event.objects.all())),
        gets("front:events", who="head elsewhere", owner=KP),
    ),
    "imports without a reader": Mutant(
        (no_row_security, unscoped("sanad.exchange.queries.imports_visible_to", lambda: Import.objects.all())),
        gets("exchange:imports", "exchange:import", who="analyst", owner=SINDH),
    ),
    "saved tables without a reader": Mutant(
        (
            no_row_security,
            unscoped(
                "sanad.figures.queries.saved._all",
                lambda: SavedTable.objects.select_related("custodian"),
            ),
        ),
        gets("figures:saved_tables", "figures:saved_table", who="counts only", owner=SINDH),
    ),
    "users of every office": Mutant(
        (unscoped("sanad.accounts.views.users.users_managed_by", lambda: User.objects.all()),),
        gets("accounts:users", "accounts:user", who="administrator", owner=SINDH),
    ),
    "sharing rules of every office": Mutant(
        (
            lambda _world: patch.object(
                managed, "_managed", lambda _reader: set(Office.objects.values_list("id", flat=True))
            ),
        ),
        gets("accounts:sharing", who="administrator", owner=SINDH),
    ),
    "doors without permissions": Mutant(
        (without_permissions, everybody_may_read),
        gets("front:events", "front:report", who="administrator", owner=KP),
    ),
    "ties that close nothing": Mutant(
        (no_ties,), gets("front:events", "front:event", "front:report", who="conflicted", owner=TIED)
    ),
    "an emergency for everybody": Mutant(
        (granted_to_all,), gets("front:report", "front:event", who="analyst", owner=SINDH)
    ),
    "exports that ignore the reader": Mutant(
        (exports_ignore_the_reader,), posts("figures:csv", "figures:xlsx", who="counts only", owner=KP, query=0)
    ),
    "free counts in spite of a conflict": Mutant(
        (conflicts_count_freely,), posts("figures:csv", who="conflicted", owner=KP, query=0)
    ),
    "a 404 that knows better": Mutant(
        (talkative_404,), gets("front:report", "front:event", who="recorder", owner=SINDH)
    ),
    "disabled users who stay": Mutant((disabled_stay_in,), gets("front:desk", who="disabled", owner=KP)),
}


@contextmanager
def planted(name: str, world: World) -> Iterator[None]:
    """The program with one fault."""
    with ExitStack() as faults:
        for plant in MUTANTS[name].plants:
            faults.enter_context(plant(world))
        yield


def caught(name: str, sweep: Sweep, world: World) -> bool:
    """Does the sweep see this fault, and nothing without it?"""
    calls = MUTANTS[name].calls
    if sweep.over(calls).number():
        return False  # then a catch would prove nothing
    with planted(name, world):
        return bool(sweep.over(calls).number())
