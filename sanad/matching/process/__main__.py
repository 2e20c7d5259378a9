"""`python -m sanad.matching.process`: one matching. The order comes in as JSON, the pairs go out as JSON."""

import ctypes
import json
import os
import resource
import sys

PR_SET_DUMPABLE = 4


def main() -> int:
    """Confine the process, carry out the order, and end."""
    order = json.loads(sys.stdin.read())
    answer, sys.stdout = sys.stdout, sys.stderr  # whatever a library prints is no answer
    _confine()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanad.config.settings")
    import django

    django.setup()
    from sanad.kit.refusals import Refused
    from sanad.matching.process.orders import Order
    from sanad.matching.process.running import carry_out
    from sanad.vault import asking
    from sanad.vault.process.answering import said

    asking.may_start_one()
    try:
        result = vars(carry_out(Order.read(order)))
    except Refused as refused:
        result = {"refused": said(refused)}
    answer.write(json.dumps(result))
    answer.flush()
    return 0


def _confine() -> None:
    """No core dump, and no reading of this memory by other processes of the same user."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


if __name__ == "__main__":
    raise SystemExit(main())
