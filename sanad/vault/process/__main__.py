"""`python -m sanad.vault.process`: the vault process. `sanad serve` starts it; a command may, with `--line`."""

import argparse
import os
import socket
import sys

# No more of the program than the vault needs: it starts quickly and stays small.
APPS = ["sanad.ledger", "sanad.vault"]


def main() -> int:
    """Confine the process, then answer."""
    parser = argparse.ArgumentParser(prog="sanad.vault.process", description=__doc__)
    parser.add_argument("--line", type=int, metavar="NUMBER", help="answer only on this open socket")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanad.config.settings")
    _set_up()
    from sanad.vault.process import confinement, listening
    from sanad.vault.process.state import Vault

    vault = Vault(confined=confinement.confine())
    if options.line is not None:
        listening.serve_line(vault, socket.socket(fileno=options.line))
        return 0
    try:
        listening.serve(vault)
    except listening.Taken as taken:
        sys.stderr.write(f"sanad: {taken}\n")
    return 1


def _set_up() -> None:
    import django
    from django.conf import settings

    settings.INSTALLED_APPS = APPS
    django.setup()


if __name__ == "__main__":
    raise SystemExit(main())
