"""The demo site: invented once, the same everywhere but for its password."""

from sanad.config.demo.stories import NAMES, STORIES
from tests.config.conftest import Site, new_home


def test_a_demo_is_made_once_for_this_system_user_and_can_be_told_from_a_real_site():
    with new_home() as folder:
        site = Site(folder)
        first = site.json("demo")
        assert set(first["log_ins"]) == {"recorder", "reviewer", "head", "analyst", "cso", "administrator"}
        assert (folder / "keys" / "demo_password").stat().st_mode & 0o077 == 0
        assert site.json("demo") == first
        assert site.run("setup").returncode == 1


def test_no_summary_of_the_demo_holds_a_name():
    names = {name for group in NAMES.values() for name in group}
    assert not [story for story in STORIES if any(name in story.summary for name in names)]
