"""The catalogue of translations: found in the sources, kept in one .po file, compiled with Babel.

    python -m sanad.web.catalogue update     what `make messages` does
    python -m sanad.web.catalogue missing    sentences that have no Urdu yet
    python -m sanad.web.catalogue compile    where the .mo is older than the .po

Needs neither settings nor gettext's own programs, which a plain machine does not have.
"""

import sys
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

BASE = Path(__file__).resolve().parent.parent.parent
URDU = BASE / "locale" / "ur" / "LC_MESSAGES" / "django.po"

KEYWORDS = {
    "N_": None,
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
METHODS = [("**.py", "python"), ("**/templates/**.html", "sanad.web.catalogue:extract_template")]
HEADER = "# What Sanad says in Urdu. `make messages` takes in new sentences; the words are written here by hand."
COMMENT_TAGS = ("Translators:",)

Found = tuple[int, Any, list[str], Any]  # Any: Babel's own types of messages and options


def extract_template(source: IO[bytes], keywords: Any, comment_tags: tuple[str, ...], options: Any) -> Iterator[Found]:
    """Babel's door to Django templates: Django turns them into Python, Babel reads that."""
    python = templatize(source.read().decode())
    # Between brackets the indentation of the page means nothing to Python's tokenizer.
    yield from extract_python(BytesIO(f"({python})".encode()), keywords, comment_tags, options)


def in_sources(root: Path = BASE) -> Catalog:
    """Every sentence that the sources mark for translation."""
    catalogue = Catalog(locale="ur", project="Sanad", charset="utf-8")
    found = extract_from_dir(
        root / "sanad", method_map=METHODS, options_map={}, keywords=KEYWORDS, comment_tags=COMMENT_TAGS
    )
    for filename, _, message, comments, context in sorted(found, key=lambda each: str(each[:3])):
        catalogue.add(message, locations=[(f"sanad/{filename}", 0)], auto_comments=comments, context=context)
    return catalogue


def kept(path: Path = URDU) -> Catalog:
    """The catalogue as it stands in the repository."""
    if not path.exists():
        return Catalog(locale="ur", project="Sanad", charset="utf-8", fuzzy=False)
    return read_po(StringIO(path.read_text(encoding="utf-8")), locale="ur")


def update(path: Path = URDU, root: Path = BASE) -> Catalog:
    """Take in new sentences, drop those no longer said, keep every translation that still holds."""
    catalogue, sources = kept(path), in_sources(root)
    sources.creation_date = catalogue.creation_date
    catalogue.update(sources, no_fuzzy_matching=True)
    catalogue.header_comment = HEADER
    catalogue.last_translator = catalogue.language_team = "Sanad"
    catalogue.version = catalogue.msgid_bugs_address = "-"
    out = BytesIO()
    write_po(out, catalogue, width=120, sort_output=True, ignore_obsolete=True, include_lineno=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(out.getvalue())
    return catalogue


def missing(catalogue: Catalog) -> list[Message]:
    """Sentences without a translation, or with a doubtful one."""
    return [message for message in catalogue if message.id and (not _all_said(message) or message.fuzzy)]


def compile_if_older(path: Path = URDU) -> Path:
    """Make the .mo that Django reads; cheap when nothing changed."""
    compiled = path.with_suffix(".mo")
    if path.exists() and (not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime):
        out = BytesIO()
        write_mo(out, kept(path))
        waiting = compiled.with_suffix(".mo.new")
        waiting.write_bytes(out.getvalue())
        waiting.replace(compiled)
    return compiled


def _all_said(message: Message) -> bool:
    said = message.string if isinstance(message.string, list | tuple) else [message.string]
    return all(said)


def main(command: str) -> int:
    """Run one of the three commands; `missing` fails when something is."""
    if command == "compile":
        compile_if_older()
        return 0
    catalogue = update() if command == "update" else kept()
    open_sentences = missing(catalogue)
    if command == "missing":
        sys.stdout.writelines(f"{message.id}\n" for message in open_sentences)
        return int(bool(open_sentences))
    sys.stdout.write(f"{len(catalogue)} sentences, {len(open_sentences)} without Urdu\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else "update"))
