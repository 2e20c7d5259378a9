"""Administrators of this site: `sanad admin new USERNAME` makes one and prints a password for the first sign-in."""

import argparse

from sanad.accounts.actions import new_administrator
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


def run(options: argparse.Namespace) -> int:
    """Make the administrator; the password is shown once and stored nowhere."""
    with running_as(options) as reader:
        password = new_administrator(options.username, options.full_name, by=reader)
    answers.answer(
        options,
        {"username": options.username, "one_time_password": password},
        [f"User: {options.username}", f"Password for the first sign-in: {password}"],
    )
    return 0
