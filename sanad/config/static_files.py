"""The static files of a running site: collected into its home, hashed and compressed, only when one changed."""

import hashlib
import os
import shutil
import subprocess
import sys

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders

STAMP = "collected"


class NotCollected(RuntimeError):
    """The static files could not be collected."""


def collect() -> bool:
    """Collect the files if any of them changed; says whether it did."""
    stamp = settings.STATIC_ROOT / STAMP
    now = fingerprint()
    if stamp.exists() and stamp.read_text() == now:
        return False
    shutil.rmtree(settings.STATIC_ROOT, ignore_errors=True)
    command = [sys.executable, "-m", "django", "collectstatic", "--noinput", "-v0"]
    done = subprocess.run(
        command, env={**os.environ, "SANAD_BUILT_STATIC": "1"}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NotCollected(f"The pages' files could not be collected: {(done.stderr.strip() or '?').splitlines()[-1]}")
    stamp.write_text(now)
    return True


def fingerprint() -> str:
    """Changes when a file was added, removed or written."""
    found = hashlib.sha256()
    for finder in get_finders():
        for name, store in finder.list([]):
            state = os.stat(store.path(name))
            found.update(f"{getattr(store, 'prefix', '')}/{name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return found.hexdigest()
