"""Stop the server of this site and its embedded database."""

import argparse

from django.conf import settings

from sanad.config import answers, serving
from sanad.config.engine import EmbeddedPostgres

NAME = "stop"
NEEDS_SITE = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(options: argparse.Namespace) -> int:
    """End what runs; ending nothing is no mistake."""
    served = serving.stop_server_of(settings.SANAD_HOME)
    engine = settings.DATABASE_SERVER is None and EmbeddedPostgres(settings.SANAD_HOME).stop()
    said = [text for text, done in (("server stopped", served), ("database stopped", engine)) if done]
    answers.answer(options, {"served": served, "database": engine}, [", ".join(said) or "nothing was running"])
    return 0
