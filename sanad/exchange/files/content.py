"""What a file is, told by its first bytes and never by its name."""

import struct
import zipfile
import zlib
from enum import StrEnum
from pathlib import Path

from sanad.kit.refusals import N_, Refused


class Kind(StrEnum):
    """The shapes of table that are read."""

    DELIMITED = "csv"
    XLSX = "xlsx"
    XLS = "xls"
    JSON = "json"


HEAD = 4096
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*", b"\0\0\x01\0")
PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x28\xb5\x2f\xfd")
# What reading an archive raises that was cut, changed, or made to break its reader.
BROKEN_ARCHIVE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError
)  # fmt: skip
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind_of(path: Path) -> Kind:
    """Which of the readable kinds the file is; refused with the reason if it is none of them."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head:
        raise Refused.one("file.empty", N_("The file is empty: it has no bytes at all."))
    if head.startswith(OLE):
        return _kind_of_ole(path)
    if head.startswith(ZIP):
        return _kind_of_zip(path)
    _refuse_other_kinds(head)
    if looks_like_json(head):
        return Kind.JSON
    return Kind.DELIMITED


def _kind_of_ole(path: Path) -> Kind:
    """An old Microsoft container: a workbook, a locked workbook, or another document."""
    with path.open("rb") as file:
        content = file.read(64 * 2**20)
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Refused.one(
            "file.locked", N_("The workbook is locked with a password. Save it without one and try again.")
        )
    names = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
    if any(name in content for name in names):
        return Kind.XLS
    raise Refused.one(
        "file.not_table", N_("This is an old Office document, but not a workbook. Save the table as XLSX or CSV.")
    )


def _kind_of_zip(path: Path) -> Kind:
    """A workbook is a zip archive; other archives and documents are not tables."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except BROKEN_ARCHIVE:
        raise Refused.one(
            "file.damaged", N_("The file is damaged: it begins like a workbook but ends too early. Send it again.")
        ) from None
    if any(name.replace("\\", "/").endswith("xl/workbook.xml") for name in names):
        return Kind.XLSX
    if "xl/workbook.bin" in names:
        raise Refused.one("file.xlsb", N_("This is a binary workbook (XLSB). Save it as XLSX and try again."))
    if "content.xml" in names:
        raise Refused.one("file.ods", N_("This is an OpenDocument file. Save the table as XLSX or CSV and try again."))
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise Refused.one(
            "file.not_table", N_("This is a text or slide document, not a table. Save the table as XLSX or CSV.")
        )
    raise Refused.one("file.archive", N_("This is a zip archive, not a table. Unpack it and send the file inside."))


def _refuse_other_kinds(head: bytes) -> None:
    """Refuse what is certainly no table, each with its own sentence."""
    if (head.startswith(IMAGES) and not _could_be_text(head)) or head[8:12] == b"WEBP" or head[4:8] == b"ftyp":
        raise Refused.one(
            "file.image", N_("This is a picture, not a table. Send the table that it shows, as XLSX or CSV.")
        )
    if head.startswith(b"%PDF"):
        raise Refused.one(
            "file.pdf", N_("This is a PDF, not a table. Send the table that it was made from, as XLSX or CSV.")
        )
    if head.startswith(PACKED) and not _could_be_text(head):
        raise Refused.one(
            "file.archive", N_("This is a packed archive, not a table. Unpack it and send the file inside.")
        )
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype", b"<html", b"<table", b"<?xml", b"{\\rtf")):
        raise Refused.one(
            "file.markup",
            N_(
                "This is a web page or XML, not a table, whatever its name says."
                " Open it in a spreadsheet and save it as XLSX."
            ),
        )
    if not _could_be_text(head):
        raise Refused.one(
            "file.binary", N_("This file is not text and no workbook that can be read. Save the table as XLSX or CSV.")
        )


def _could_be_text(head: bytes) -> bool:
    """Whether the bytes can be text: no control characters but those of UTF-16."""
    if head.startswith(BYTE_ORDER_MARKS):
        return True
    zeros = head.count(0)
    if zeros:
        return zeros >= len(head) * 0.05 and _zeros_on_one_side(head)
    controls = sum(head.count(byte) for byte in range(1, 32) if byte not in (9, 10, 11, 12, 13, 26, 27))
    return controls <= max(8, len(head) * 0.02)


def _zeros_on_one_side(head: bytes) -> bool:
    even, odd = head[::2].count(0), head[1::2].count(0)
    return min(even, odd) <= 0.05 * max(even, odd)


def looks_like_json(head: bytes) -> bool:
    """Whether the text begins as a list of objects or as an object."""
    start = head.removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    start = bytes(start.translate(None, b" \t\r\n"))
    return start.startswith((b"[{", b'{"', b"[]", b"{}"))
