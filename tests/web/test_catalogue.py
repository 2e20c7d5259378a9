"""The Urdu catalogue: whole, in Urdu letters, with the same places for values."""

import re
from io import BytesIO

import pytest

from sanad.kit.refusals import PLACEHOLDER
from sanad.web import catalogue

NOT_URDU = {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ہ or ت", "ه": "ہ", "٤": "۴", "٥": "۵", "٦": "۶"}


@pytest.fixture(scope="module")
def kept():
    return catalogue.kept()


def forms_of(message):
    return message.string if isinstance(message.string, list | tuple) else (message.string,)


def ids_of(message):
    return message.id if isinstance(message.id, list | tuple) else (message.id,)


def test_every_sentence_of_the_sources_is_in_the_catalogue(kept):
    wanted = {(message.id, message.context) for message in catalogue.in_sources() if message.id}
    held = {(message.id, message.context) for message in kept if message.id}
    assert sorted(map(str, wanted - held)) == [], "run `make messages`"
    assert sorted(map(str, held - wanted)) == [], "run `make messages`"


def test_every_sentence_has_urdu(kept):
    assert [message.id for message in catalogue.missing(kept)] == []


def test_urdu_is_written_with_urdu_letters(kept):
    wrong = [
        (text, sorted(found)) for message in kept for text in forms_of(message) if (found := set(text) & set(NOT_URDU))
    ]
    assert wrong == []


def test_values_have_the_same_places_in_both_languages(kept):
    def places(text):
        return sorted(found[0] for found in PLACEHOLDER.finditer(text))

    wrong = [
        message.id
        for message in kept
        if message.id
        for text in forms_of(message)
        if text and places(text) not in [places(one) for one in ids_of(message)]
    ]
    assert wrong == []


def test_markup_is_kept(kept):
    def tags(text):
        return sorted(re.findall(r"<[^>]+>", text))

    wrong = [m.id for m in kept if m.id for text in forms_of(m) if text and tags(text) != tags(ids_of(m)[-1])]
    assert wrong == []


def test_a_template_is_read_without_gettext():
    page = b"""{% load i18n %}
      {% translate "First" %} {% translate 'Second' context "state" %}
      {% blocktranslate trimmed %}
         Third {{ name }}
      {% endblocktranslate %}
      {% blocktranslate count n=n %}one{% plural %}many{% endblocktranslate %} {{ _("Fourth") }}"""
    found = [
        message
        for _line, _name, message, _comments in catalogue.extract_template(BytesIO(page), catalogue.KEYWORDS, (), {})
    ]
    said = {part for message in found for part in (message if isinstance(message, tuple) else (message,)) if part}
    assert {"First", "Second", "Third %(name)s", "one", "many", "Fourth"} <= said


def test_the_catalogue_is_compiled_when_it_is_older(tmp_path):
    po = tmp_path / "django.po"
    po.write_bytes(catalogue.URDU.read_bytes())
    mo = catalogue.compile_if_older(po)
    first = mo.stat().st_mtime_ns
    assert catalogue.compile_if_older(po).stat().st_mtime_ns == first
