"""Reading codes. They are open to every reader, so these queries ask for none.

All codes (some hundreds) are kept in the process and dropped by `forget` when they are loaded anew. Other processes
of a site read them at their next start, which an upgrade brings anyway.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from sanad.codes import files
from sanad.codes.models import Code, Loaded, Vocabulary
from sanad.codes.rules import Classification, Preset, Tree, covered
from sanad.kit.refusals import N_, Refused
from sanad.kit.text import fold

ALTERNATIVES = 5
CLOSE = 0.75


@dataclass(frozen=True)
class Named:
    """What a written value may mean: exactly one code, or none and the codes that come near."""

    code: Code | None
    alternatives: tuple[Code, ...] = ()


@dataclass(frozen=True)
class Shelf:
    """One vocabulary in the process: its codes in order, by slug, and by every way in which they are written."""

    vocabulary: Vocabulary
    codes: tuple[Code, ...]
    by_slug: Mapping[str, Code]
    by_text: Mapping[str, tuple[Code, ...]]


@dataclass(frozen=True)
class Library:
    """All vocabularies in the process, put in place as a whole so that no thread sees half of it."""

    shelves: Mapping[str, Shelf]
    slugs: Mapping[int, str]
    version: str


_library: list[Library] = []


def code(vocabulary: str, slug: str) -> Code:
    """The code with this slug; refuses where there is none."""
    found = _shelf(vocabulary).by_slug.get(slug)
    if found is None:
        sentence = N_("%(vocabulary)s has no code %(slug)s.")
        raise Refused.one("codes.unknown", sentence, field=vocabulary, vocabulary=vocabulary, slug=slug)
    return found


def codes_of(vocabulary: str) -> tuple[Code, ...]:
    """Every code of a vocabulary in the order of its file, ended ones included."""
    return _shelf(vocabulary).codes


def codes_offered(vocabulary: str, on: date | None = None) -> tuple[Code, ...]:
    """The codes that may be picked on a day: no headings, none that has ended or not begun."""
    day = on or timezone.localdate()
    return tuple(code for code in codes_of(vocabulary) if not code.heading and _holds_on(code, day))


def vocabularies() -> tuple[Vocabulary, ...]:
    """Every vocabulary, in the order in which they came."""
    return tuple(shelf.vocabulary for shelf in _read().shelves.values())


def vocabularies_version() -> str:
    """The version of all codes and classifications, for snapshots to cite; '' before the first load."""
    return _read().version


def slugs_by_id() -> Mapping[int, str]:
    """The slug of every code id, of all vocabularies."""
    return _read().slugs


def ids_by_slug(vocabulary: str) -> Mapping[str, int]:
    """The id of every slug of one vocabulary."""
    return {code.slug: code.pk for code in codes_of(vocabulary)}


def tree_of(vocabulary: str) -> Tree[str]:
    """Each slug and its parent's slug."""
    slugs = slugs_by_id()
    return {code.slug: slugs[code.parent_id] if code.parent_id else None for code in codes_of(vocabulary)}


def tree_of_ids(vocabulary: str) -> Tree[int]:
    """Each id and its parent's id."""
    return {code.pk: code.parent_id for code in codes_of(vocabulary)}


def ids_under(vocabulary: str, slugs: Iterable[str]) -> frozenset[int]:
    """The ids of these codes and of all below them: what a filter by them lets through."""
    return covered(tree_of_ids(vocabulary), [code(vocabulary, slug).pk for slug in slugs])


def code_named(vocabulary: str, text: str) -> Named:
    """The code that a value from outside means: its slug, its English or Urdu name, or another way to write it.

    It never guesses: only the same word (however spelled in either script) is a match. Headings are no answer.
    """
    shelf, key = _shelf(vocabulary), fold(text)
    exact = shelf.by_text.get(key, ())
    if len(exact) == 1:
        return Named(exact[0])
    if exact or not key:
        return Named(None, exact)
    near = get_close_matches(key, shelf.by_text, n=ALTERNATIVES, cutoff=CLOSE)
    return Named(None, tuple(dict.fromkeys(code for text in near for code in shelf.by_text[text]))[:ALTERNATIVES])


def label(named: Code | Vocabulary, lang: str | None = None) -> str:
    """Its name in a language; in that of the page where none is given."""
    return named.name_ur if (lang or get_language() or "en").startswith("ur") else named.name_en


@cache
def classifications() -> tuple[Classification, ...]:
    """Every official list, oldest first."""
    return files.classifications_in(settings.DATA)


def classification(slug: str) -> Classification:
    """The official list with this slug; refuses where there is none."""
    for found in classifications():
        if found.slug == slug:
            return found
    raise Refused.one("codes.no_such_list", N_("There is no official list %(slug)s."), slug=slug)


@cache
def presets() -> tuple[Preset, ...]:
    """Every preset, in the order of the file."""
    return files.presets_in(settings.DATA)


def forget() -> None:
    """Drop what is kept in the process; the next question reads again."""
    _library.clear()
    classifications.cache_clear()
    presets.cache_clear()


def _holds_on(code: Code, day: date) -> bool:
    return (code.since is None or code.since <= day) and (code.until is None or day < code.until)


def _shelf(vocabulary: str) -> Shelf:
    found = _read().shelves.get(vocabulary)
    if found is None:
        sentence = N_("There is no vocabulary %(vocabulary)s.")
        raise Refused.one("codes.no_vocabulary", sentence, field=vocabulary, vocabulary=vocabulary)
    return found


def _read() -> Library:
    """All codes, read once; an empty database is asked again, because it is about to be filled."""
    kept = _library[:1]
    if kept:
        return kept[0]
    codes: dict[int, list[Code]] = {}
    for code in Code.objects.order_by("position"):
        codes.setdefault(code.vocabulary_id, []).append(code)
    shelves = {
        vocabulary.slug: _put_together(vocabulary, codes.get(vocabulary.pk, []))
        for vocabulary in Vocabulary.objects.order_by("pk")
    }
    slugs = {code.pk: code.slug for those in codes.values() for code in those}
    last = Loaded.objects.order_by("-id").first()
    library = Library(shelves, slugs, last.version if last else "")
    if last is not None:
        _library[:] = [library]
    return library


def _put_together(vocabulary: Vocabulary, codes: list[Code]) -> Shelf:
    by_text: dict[str, dict[int, Code]] = {}
    for code in codes:
        if not code.heading:
            for text in (code.slug, code.name_en, code.name_ur, *code.also):
                by_text.setdefault(fold(text), {})[code.pk] = code
    return Shelf(
        vocabulary,
        tuple(codes),
        {code.slug: code for code in codes},
        {text: tuple(those.values()) for text, those in by_text.items()},
    )
