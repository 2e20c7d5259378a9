"""Make or update a real site in SANAD_HOME: database, tables, places, codes, keys.

With --sql, print instead the script that the administrator of a PostgreSQL server runs first.
"""

import argparse

from django.conf import settings

from sanad.accounts.hashers import tune
from sanad.config import answers, foundation, site
from sanad.config.engine import roles

NAME = "setup"
NEEDS_SITE = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Script or deed."""
    parser.add_argument(
        "--measure-passwords", action="store_true", help="measure anew how dear a password hash may be on this machine"
    )
    parser.add_argument("--sql", action="store_true", help="print the role script for a PostgreSQL server")
    parser.add_argument("--without-backup", action="store_true", help="change tables without a backup of them")


def run(options: argparse.Namespace) -> int:
    """Build the site, or print the script."""
    if options.sql:
        server = settings.DATABASE_SERVER
        script = roles.script(server.name if server else roles.DATABASE)
        answers.answer(options, {"sql": script}, script.splitlines())
        return 0
    changed = foundation.build(site.Kind.REAL, without_backup=options.without_backup)
    if options.measure_passwords:
        tune(settings.SANAD_HOME, again=True)
    done = "is ready" if changed else "was ready"
    answers.answer(
        options,
        {"home": str(settings.SANAD_HOME), "changed": changed},
        [f"The site in {settings.SANAD_HOME} {done}. Next: `sanad admin new USERNAME`, then `sanad serve`."],
    )
    return 0
