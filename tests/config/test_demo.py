"""The demo site: invented once, the same everywhere but for its password."""

import pytest

from sanad.config.demo.stories import NAMES, STORIES
from tests.config.conftest import Site, new_home


@pytest.fixture(scope="module")
def demo_site():
    with new_home() as folder:
        yield Site(folder)


def test_a_demo_is_made_once_and_prints_its_log_ins(demo_site):
    first = demo_site.json("demo")
    assert set(first["log_ins"]) == {"recorder", "reviewer", "head", "analyst", "cso", "administrator"}
    assert demo_site.json("demo") == first


def test_the_password_is_kept_for_this_system_user_only(demo_site):
    assert (demo_site.home / "keys" / "demo_password").stat().st_mode & 0o077 == 0


def test_a_demo_can_be_told_from_a_real_site(demo_site):
    assert demo_site.run("setup").returncode == 1


def test_no_summary_of_the_demo_holds_a_name():
    names = {name for group in NAMES.values() for name in group}
    assert not [story for story in STORIES if any(name in story.summary for name in names)]
