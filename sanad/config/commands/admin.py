"""Administrators of this site: `sanad admin new USERNAME` makes one and prints a password for the first sign-in;
`sanad admin reset-factor USERNAME` lets somebody set up a new second factor.
"""

import argparse

from sanad.accounts.actions import new_administrator
from sanad.accounts.actions.resetting import reset_factor_on_the_server
from sanad.config import answers
from sanad.config.options import add_common
from sanad.config.running import running_as

NAME = "admin"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, and with whom."""
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="DEED")
    new = deeds.add_parser("new", help="make an administrator")
    add_common(new, again=True)
    new.add_argument("username", metavar="USERNAME")
    new.add_argument("--full-name", default="", metavar="NAME", help="default: the user name")
    reset = deeds.add_parser("reset-factor", help="take a lost second factor away")
    add_common(reset, again=True)
    reset.add_argument("username", metavar="USERNAME")
    reset.add_argument("--why", default="", metavar="SENTENCE", help="the reason, or the letter; needed")


def run(options: argparse.Namespace) -> int:
    """Do it; the password is shown once and stored nowhere."""
    with running_as(options) as reader:
        if options.deed == "new":
            password = new_administrator(options.username, options.full_name, by=reader)
        else:
            password = reset_factor_on_the_server(options.username, why=options.why, by=reader)
    answers.answer(
        options,
        {"username": options.username, "one_time_password": password},
        [f"User: {options.username}", f"Password for the first sign-in: {password}"],
    )
    return 0
