"""Commands run `--as` somebody: what they print is an answer too."""

import contextlib
import io
from collections.abc import Iterator

from django.db import transaction

from sanad.config.command import COMMANDS, load, parser_for
from sanad.kit.refusals import Refused
from tests.faults.reach.sweep import READS
from tests.faults.reach.world import KP, PERSON, RECORD, SINDH, TIED, World

WHO = ("conflicted", "counts only", "analyst", "head elsewhere", "CSO member", "administrator", "recorder", "reviewer")


def commands_as(world: World, readers: int) -> tuple[int, list[str]]:
    """Run the commands that read records as so many kinds of reader; says how many ran and what came through."""
    parser = parser_for({name: load(module) for name, module in COMMANDS})
    modules = {name: load(module) for name, module in COMMANDS}
    ran, leaks = 0, []
    for who in WHO[:readers]:
        user = world.readers[who]
        for words in _words(world, user.username):
            said = _said(parser, modules, words)
            ran += 1
            records, people = READS[who]
            for (kind, owner), texts in world.texts.items():
                if owner in (records if kind == RECORD else people if kind == PERSON else ()):
                    continue
                leaks += [f"{' '.join(words)} as {who}: {text}" for text in texts - set(words) if text in said]
    return ran, leaks


def _words(world: World, username: str) -> Iterator[list[str]]:
    count = ["count", "--as", username, "--json", "--snapshot", world.snapshot, "--unit"]
    yield [*count, "violations", "--rows", "province"]
    yield [*count, "reports", "--rows", "batch"]
    yield ["imports", "--as", username, "--json"]
    for owner in (KP, SINDH, TIED):
        yield [*count, "violations", "--rows", "province", "--where", f"batch={world.owned[owner].batch}"]
        yield ["undo", "--as", username, "--json", world.owned[owner].batch, "--why", "Wrong list"]


def _said(parser, modules, words: list[str]) -> str:
    """Everything that a command prints, what it refuses included."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out), transaction.atomic():
        try:
            options = parser.parse_args(words)
            modules[words[0]].run(options)
        except SystemExit as wrong_use:
            raise AssertionError(f"{words}: {out.getvalue()}") from wrong_use
        except Refused as refused:
            out.write(str(refused))
        transaction.set_rollback(True)
    return out.getvalue()
