"""What is let in as a Word file; anything else is refused with what to do, before a parser sees it."""

import zipfile
from typing import IO

from sanad.kit.refusals import N_, Refused

MEGABYTE = 2**20
LARGEST_FILE = 30 * MEGABYTE
LARGEST_UNPACKED = 300 * MEGABYTE  # pictures and all
LARGEST_PART = 48 * MEGABYTE  # of XML; 200 pages with heavy formatting are 10
MOST_PARTS = 3_000
MOST_BLOCKS = 20_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIN = "word/document.xml"
WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16 would hide what is looked for below


def check(file: IO[bytes]) -> None:
    """Refuse what is no Word file, is locked, or unpacks into more than is read; leaves the file at its beginning."""
    head = file.read(8)
    file.seek(0)
    if not head:
        raise Refused.one("word.empty", N_("The file is empty: it has no bytes at all."), "file")
    if head.startswith(OLE):
        sentence = N_("This is an old Word file (DOC) or a locked one. Save it as DOCX without a password.")
        raise Refused.one("word.old", sentence, "file")
    if not head.startswith(b"PK"):
        raise Refused.one("word.other", N_("This is no Word file. Open it in Word and save it as DOCX."), "file")
    try:
        with zipfile.ZipFile(file) as archive:
            _check_sizes(archive)
            _check_parts(archive)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as broken:
        raise damaged() from broken
    finally:
        file.seek(0)


def _check_sizes(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if MAIN not in {part.filename for part in parts}:
        raise Refused.one("word.other", N_("This is no Word file. Open it in Word and save it as DOCX."), "file")
    unpacked = sum(part.file_size for part in parts)
    largest = max(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if unpacked > LARGEST_UNPACKED or largest > LARGEST_PART or len(parts) > MOST_PARTS:
        raise Refused.one(
            "word.bomb",
            N_("The file unpacks to %(size)s MB in %(parts)s parts; so much is not read. Save the text alone."),
            "file",
            size=round(unpacked / MEGABYTE),
            parts=len(parts),
        )


def _check_parts(archive: zipfile.ZipFile) -> None:
    """No part declares a document type: honest Word files never do, and entities of one can grow without end."""
    for part in archive.infolist():
        if not part.filename.endswith((".xml", ".rels")):
            continue
        content = archive.read(part)  # never more than the size that was declared
        if content.startswith(WIDE) or b"\0" in content[:64] or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            sentence = N_("The file holds declarations that no Word file needs, and is not read for safety's sake.")
            raise Refused.one("word.entities", sentence, "file")


def damaged() -> Refused:
    """What to say of a file whose reader stumbled."""
    return Refused.one("word.damaged", N_("The file is damaged. Open it in Word, save it anew and send it."), "file")


def check_length(blocks: int) -> None:
    """Refuse a document without end."""
    if blocks > MOST_BLOCKS:
        sentence = N_("The document has %(count)s paragraphs; at most %(most)s are read. Send it in parts.")
        raise Refused.one("word.too_long", sentence, "file", count=blocks, most=MOST_BLOCKS)
