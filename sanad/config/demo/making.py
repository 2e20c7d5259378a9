"""Making the demo, and its log-ins."""

import secrets

from django.conf import settings
from django.db import transaction

from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.config import answers, site
from sanad.config.demo import commitments, gathered, offices, pairs, printed, records, reviewing, strategy
from sanad.figures.actions import make_snapshot
from sanad.ledger import checkpoints

PASSWORD_FILE = "demo_password"
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def make_demo() -> None:
    """Invent offices, users and records, unless that was done before."""
    password = _password()
    with scoped(operator()):
        done = offices.are_made()
        if done:
            offices.enrol_users()
    if done:
        return
    answers.tell("Inventing offices, users and records …")
    with transaction.atomic():  # all or nothing: a demo that was interrupted is invented again
        offices.make(password)
        offices.enrol_users()
        records.make()
        pairs.make()
        gathered.make("recorder")
        strategy.make("head")
        reviewing.make()
    with scoped(operator()):
        make_snapshot(by=operator())
    commitments.make()
    printed.make("analyst")
    checkpoints.make(by=operator())


def log_ins() -> dict[str, str]:
    """User names of the demo with their password, which is drawn anew for every demo site."""
    return {name: _password() for name in offices.USERS}


def _password() -> str:
    file = settings.KEYS / PASSWORD_FILE
    if not file.exists():
        with site.private_files():
            file.write_text("-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4)))
    return file.read_text().strip()
