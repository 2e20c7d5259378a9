"""Locks pin every package by hash and name no registry; nothing in the repository does."""

import json
import re
import subprocess

import pytest

from tests.house.the_map import ROOT

HOSTS = re.compile(r"(registry\.npmjs\.org|pypi\.org|pythonhosted\.org|npmmirror|/simple/?\b)", re.IGNORECASE)
INDEX = re.compile(r"^\s*(--(extra-)?index-url|--find-links|-i\s|-f\s)|://", re.MULTILINE)
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")


def unpinned(lock: str) -> list[str]:
    """Packages of a requirements file without an exact version or without a hash."""
    entries = re.split(r"\n(?=\S)", re.sub(r"^\s*#.*\n?", "", lock, flags=re.MULTILINE))
    return [e.split()[0] for e in entries if e.strip() and not ("==" in e and "--hash=sha256:" in e)]


def hosts_in_npm_lock(lock: dict) -> list[str]:
    return [name for name, entry in lock["packages"].items() if "resolved" in entry]


def tracked() -> list[str]:
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    return [name for name in done.stdout.split("\0") if name]


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_python_locks_are_hashed_and_name_no_host(name):
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert unpinned(lock) == []
    assert INDEX.findall(lock) == []


def test_npm_lock_is_hashed_and_names_no_host():
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    assert hosts_in_npm_lock(lock) == []
    assert [name for name, entry in lock["packages"].items() if name and "integrity" not in entry] == []


def test_no_file_names_a_registry():
    own = "tests/house/test_locks.py"
    found = []
    for name in tracked():
        file = ROOT / name
        if name != own and file.is_file() and file.stat().st_size < 2_000_000:
            found += [name] if HOSTS.search(file.read_text(encoding="utf-8", errors="ignore")) else []
    assert found == []


def test_no_resolver_lock_with_hosts_is_kept():
    assert not {"uv.lock", "pylock.toml", "yarn.lock"} & set(tracked())


def test_a_host_is_seen():
    assert HOSTS.search("https://registry.npmjs.org/x")
    assert INDEX.search("--index-url https://example.org/simple")
    assert INDEX.search("x @ https://example.org/x.whl")
    assert unpinned("a==1 \\\n    --hash=sha256:00\nb>=2\n") == ["b>=2"]
    assert hosts_in_npm_lock({"packages": {"node_modules/a": {"resolved": "https://x"}}})
