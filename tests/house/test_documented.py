"""What an operator can say is documented: every command with its options, every setting."""

import re

import pytest

from sanad.config.command import COMMANDS, load, parser_for
from tests.house.the_map import ROOT, SOURCE

OPERATING = ROOT / "docs" / "operating"
SETTING = re.compile(r"""["'](SANAD_[A-Z_]+|DATABASE_URL)["']""")
HEADING = re.compile(r"^#+ `(SANAD_[A-Z_]+|DATABASE_URL)`", re.MULTILINE)


def settings_in(code: str) -> set[str]:
    return set(SETTING.findall(code))


def settings_read() -> set[str]:
    """Names that the code, or what the tests stand on, asks the environment for."""
    tests = [*(ROOT / "tests").glob("*.py"), ROOT / "tests" / "web" / "browser.py"]
    return set().union(*(settings_in(file.read_text(encoding="utf-8")) for file in (*SOURCE.rglob("*.py"), *tests)))


def options_of(parser, before="") -> dict[str, set[str]]:
    """Every word after `sanad` with the options that it alone has."""
    found = {}
    for action in parser._actions:
        for name, inner in getattr(action, "choices", None).items() if hasattr(action.choices, "items") else ():
            word = f"{before} {name}".strip()
            found[word] = {o for a in inner._actions for o in a.option_strings if o.startswith("--")}
            found |= options_of(inner, word)
    return found


COMMON = {"--help", "--as", "--json", "--lang"}
WORDS = options_of(parser_for({name: load(module) for name, module in COMMANDS}))


def undocumented(word: str, options: set[str], text: str) -> list[str]:
    """What of a command its section does not mention."""
    section = re.search(rf"^#+ `sanad {re.escape(word)}\b.*?(?=^#+ `sanad |\Z)", text, re.MULTILINE | re.DOTALL)
    if section is None:
        return [word]
    return [option for option in sorted(options - COMMON) if option not in section[0]]


def test_every_setting_is_documented_and_no_other():
    documented = set(HEADING.findall((OPERATING / "settings.md").read_text(encoding="utf-8")))
    assert documented == settings_read()


@pytest.mark.parametrize("word", WORDS)
def test_every_command_is_documented(word):
    text = (OPERATING / "commands.md").read_text(encoding="utf-8")
    assert undocumented(word, WORDS[word], text) == []


def test_an_undocumented_option_is_seen():
    text = "## `sanad serve`\nwith `--bind`\n## `sanad stop`\n"
    assert undocumented("serve", {"--bind", "--port", "--json"}, text) == ["--port"]
    assert undocumented("count", set(), text) == ["count"]
    assert settings_in("x = os.environ['SANAD_NEW']") == {"SANAD_NEW"}
