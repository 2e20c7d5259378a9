"""The options that every command has."""

import argparse

from django.conf import settings


def add_common(parser: argparse.ArgumentParser, *, again: bool = False) -> None:
    """Who works, how the answer looks, in which language. `again`: on a second word, which keeps the first's values."""

    def default(value: object) -> object:
        return argparse.SUPPRESS if again else value

    languages = [code for code, _ in settings.LANGUAGES]
    parser.add_argument(
        "--as", dest="as_user", metavar="USER", default=default(None), help="work as this user (default: the operator)"
    )
    parser.add_argument(
        "--json", action="store_true", default=default(False), help="one JSON object on standard output, nothing else"
    )
    parser.add_argument("--lang", choices=languages, default=default("en"), help="language of messages")
