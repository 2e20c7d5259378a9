"""Set-up: from an empty folder to a site that can answer. Doing it again changes nothing."""

import secrets
from pathlib import Path

from cryptography.fernet import Fernet
from django.conf import settings

from sanad.accounts.actions import ensure_first_office
from sanad.accounts.hashers import tune
from sanad.accounts.readers import operator
from sanad.codes.actions import load_codes
from sanad.config import answers, database, site
from sanad.config.backup.actions import note_made
from sanad.config.backup.upgrading import before_migrating
from sanad.config.engine import EngineError
from sanad.config.engine.folders import unusable
from sanad.institutions.actions import load_institutions
from sanad.places.actions import load_places

PRIVATE = ("keys", "ledger", "snapshots", "originals", "uploads", "tries", "run")

# In the order in which they need each other; the first office comes with its keys.
LOADS = (ensure_first_office, load_places, load_codes, load_institutions)


def build(kind: site.Kind, *, without_backup: bool = False) -> bool:
    """Make or update the site in SANAD_HOME; says whether there was anything to do. Leaves the database running.

    Tables that exist are backed up before they change.
    """
    home = settings.SANAD_HOME
    site.require_kind(home, kind)
    make_folders(home)
    make_secrets()
    if kind is site.Kind.REAL:
        tune(home)
    database.start_engine()
    there = database.mark()
    if there is not None and there.kind != kind:
        raise site.WrongSite(f"The database belongs to a {there.kind} site: this would make it a {kind} one.")
    wanted = site.Mark(kind, site.stamp(settings.BASE))
    changed = there != wanted
    if changed:
        made = before_migrating(kind, without_backup=without_backup or there is None)
        answers.tell("Making the tables …")
        database.migrate()
        answers.tell("Loading places, codes and institutions …")
        for load in LOADS:
            load()
        database.write_mark(wanted)
        if made is not None:
            note_made(made, by=operator())
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


def make_secrets() -> None:
    """What signs sessions, and what second factors are sealed under."""
    settings.SECRET_KEY = made_once(settings.KEYS / "django_secret", secrets.token_urlsafe(50))
    settings.SECOND_FACTOR_KEY = made_once(settings.KEYS / "second_factor", Fernet.generate_key().decode())


def made_once(file: Path, fresh: str) -> str:
    """A secret of the site: made once, readable by this system user only."""
    if not file.exists():
        with site.private_files():
            file.write_text(fresh)
    return file.read_text().strip()
