"""Templates extend and include downwards only, and carry no script or style that the pages' policy forbids."""

import re

import pytest

from tests.house.the_map import ROWS, SOURCE, may_know

USES = re.compile(r"""{%-?\s*(?:extends|include)\s+["']([^"']+)["']""")
TAGS = re.compile(r"{%-?\s*load\s+([^%]*)%}")
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE
)
TEMPLATES = sorted(SOURCE.glob("*/templates/**/*.html"))


def upward(package: str, text: str) -> list[str]:
    """Templates of other packages that this one may not use."""
    used = [name.split("/")[0] for name in USES.findall(text)]
    used += [name for names in TAGS.findall(text) for name in names.split()]
    return [name for name in used if name in ROWS and not may_know(package, name)]


@pytest.mark.parametrize("file", TEMPLATES, ids=str)
def test_templates_use_what_is_below(file):
    assert upward(file.relative_to(SOURCE).parts[0], file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", TEMPLATES, ids=str)
def test_templates_stand_in_a_folder_of_their_package(file):
    parts = file.relative_to(SOURCE).parts
    assert len(parts) == 3 or parts[2] == parts[0] or parts[0] == "web"


@pytest.mark.parametrize("file", TEMPLATES, ids=str)
def test_templates_have_no_inline_script_or_style(file):
    assert INLINE.findall(file.read_text(encoding="utf-8")) == []


def test_an_include_upwards_is_seen():
    assert upward("web", '{% extends "web/page.html" %}{% include "front/desk.html" %}') == ["front"]
    assert upward("places", "{% load i18n figures %}") == ["figures"]


@pytest.mark.parametrize(
    "text", ["<script>f()</script>", '<p style="x">', '<a onclick="f()">', "<style>", '<a href="javascript:f()">']
)
def test_inline_script_is_seen(text):
    assert INLINE.search(text)


def test_a_script_of_ours_passes():
    assert not INLINE.search('<script src="/static/web/sanad.js" defer></script>')
