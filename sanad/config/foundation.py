"""Set-up: from an empty folder to a site that can answer. Doing it again changes nothing."""

import secrets
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string

from sanad.config import answers, database, site
from sanad.config.engine import EngineError
from sanad.config.engine.folders import unusable

PRIVATE = ("keys", "snapshots", "originals", "cache", "run")

# In the order in which they need each other; the first office comes with its keys.
LOADS = (
    "sanad.accounts.actions.ensure_first_office",
    "sanad.places.actions.load_places",
    "sanad.codes.actions.load_codes",
    "sanad.institutions.actions.load_institutions",
)


def build(kind: site.Kind) -> bool:
    """Make or update the site in SANAD_HOME; says whether there was anything to do. Leaves the database running."""
    home = settings.SANAD_HOME
    site.require_kind(home, kind)
    make_folders(home)
    make_secret(settings.KEYS / "django_secret")
    database.start_engine()
    there = database.mark()
    if there is not None and there.kind != kind:
        raise site.WrongSite(f"The database belongs to a {there.kind} site: this would make it a {kind} one.")
    wanted = site.Mark(kind, site.stamp(settings.BASE))
    changed = there != wanted
    if changed:
        answers.tell("Making the tables …")
        database.migrate()
        answers.tell("Loading places, codes and institutions …")
        for load in loads():
            load()
        database.write_mark(wanted)
    site.write_mark(home, wanted)
    return changed


def make_folders(home: Path) -> None:
    """The folders of a home; those with keys and sealed files open to this system user only."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        for name in PRIVATE:
            (home / name).mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise EngineError(unusable(home, error)) from error


def make_secret(file: Path) -> None:
    """The key that signs sessions: made once, readable by this system user only."""
    if not file.exists():
        with site.private_files():
            file.write_text(secrets.token_urlsafe(50))
    settings.SECRET_KEY = file.read_text().strip()


def loads() -> list[Callable[[], object]]:
    """The loading functions of the packages that are there."""
    return [import_string(name) for name in LOADS if _exists(name)]


def _exists(name: str) -> bool:  # while the house is being built
    module, function = name.rsplit(".", 1)
    try:
        return hasattr(import_module(module), function)
    except ModuleNotFoundError:
        return False
