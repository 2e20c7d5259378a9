"""Is a restored home what its backup says it is? Run as a process of its own on that home, by `restoring`.

python -m sanad.config.backup.proving      question and answer as JSON on standard input and output
"""

import json
import sys
from datetime import datetime
from uuid import UUID

import django


def main() -> int:
    """Answer one question."""
    answers, sys.stdout = sys.stdout, sys.stderr
    django.setup()  # what comes next needs the settings
    from sanad.config.backup.proof import prove
    from sanad.vault import asking
    from sanad.vault.rules import Tombstone

    asking.may_start_one()

    asked = json.load(sys.stdin)
    erased = [
        Tombstone(UUID(i), of, custodian, datetime.fromisoformat(at), why)
        for i, of, custodian, at, why in asked["erased"]
    ]
    json.dump(prove(asked["trailer"], asked["damaged"], erased), answers)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
