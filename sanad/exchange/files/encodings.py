"""Which encoding a text file has: found by reading all of it once, with bounded memory.

UTF-8 proves itself; UTF-16 shows by its mark or by zeros on one side; anything else is read as Windows-1252, whose
bytes nearly always mean something. One real file is neither: byte 0x90 stands for an apostrophe, and three more bytes
come from a third table. What is not in the encoding is read by `BY_BYTE` and noted with the bytes; the file itself is
kept unchanged.
"""

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from sanad.kit.refusals import N_, Reason, Refused

CHUNK = 2**20
ASCII = bytes(range(128))
NOT_IN_1252 = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
READ_AS = {0x90: "\u2019"}  # seen in PakistanSuicideAttacks.csv: "Peshawar\x90s"
BY_BYTE = {byte: READ_AS.get(byte, bytes([byte]).decode("cp1252", errors="replace")) for byte in range(256)}
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
MOSTLY = 0.8  # share of the high bytes that form UTF-8 characters, for a file that is UTF-8 with a few wrong bytes
ERRORS = "sanad-by-byte"


def _read_by_byte(error: UnicodeError) -> tuple[str, int]:
    """Error handler: the bytes that an encoding cannot read, one by one."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(BY_BYTE[byte] for byte in error.object[error.start : error.end]), error.end


codecs.register_error(ERRORS, _read_by_byte)


@dataclass(frozen=True)
class Text:
    """How to decode a file, and what was doubtful."""

    encoding: str
    errors: str
    notes: tuple[Reason, ...] = ()


@dataclass
class _Survey:
    """What one pass over the bytes found."""

    is_utf8: bool
    high: Counter[int]
    in_multibyte: int


def survey_text(path: Path, stated: str | None = None) -> Text:
    """Read the file once and say how it is encoded; `stated` is what a mapping says."""
    survey = _survey(path)
    if stated:
        return Text(_known(stated), ERRORS)
    utf16 = _utf16(path)
    if utf16:
        return Text(utf16, "replace")
    if survey.is_utf8:
        return Text("utf-8-sig", "strict")
    total = sum(survey.high.values())
    if survey.in_multibyte >= MOSTLY * total:
        note = Reason(
            "file.encoding_mixed",
            N_("The file is UTF-8, but %(count)s bytes in it are not; they were read as Windows-1252."),
            {"count": total - survey.in_multibyte},
        )
        return Text("utf-8-sig", ERRORS, (note,))
    return Text("cp1252", ERRORS, (_note_on_1252(survey.high),))


def _note_on_1252(high: Counter[int]) -> Reason:
    strange = {byte: high[byte] for byte in NOT_IN_1252 if high[byte]}
    if not strange:
        return Reason(
            "file.encoding_1252", N_("The file is not UTF-8; it was read as Windows-1252 (Western European).")
        )
    said = ", ".join(f"0x{byte:02X} ({count}×: {BY_BYTE[byte]})" for byte, count in strange.items())
    return Reason(
        "file.encoding_neither",
        N_(
            "The file is neither UTF-8 nor Windows-1252. It was read as Windows-1252; these bytes have no meaning there"
            " and were read so: %(bytes)s. Look at the preview."
        ),
        {"bytes": said},
    )


def _survey(path: Path) -> _Survey:
    decoder = codecs.getincrementaldecoder("utf-8")()
    survey = _Survey(True, Counter(), 0)
    tail = b""
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            high = chunk.translate(None, ASCII)
            if not high and not tail:
                continue
            survey.high.update(high)
            survey.in_multibyte += sum(map(len, MULTIBYTE.findall(tail + chunk)))
            tail = _begun_character(chunk)
            if survey.is_utf8:
                survey.is_utf8 = _decodes(decoder, chunk)
    survey.is_utf8 = survey.is_utf8 and _decodes(decoder, b"", final=True)
    return survey


def _begun_character(chunk: bytes) -> bytes:
    """The last bytes of a chunk if a character of several bytes begins there and does not end."""
    for length in (1, 2, 3):
        byte = chunk[-length]
        if byte >= 0xC0:
            return chunk[-length:] if length < (2 if byte < 0xE0 else 3 if byte < 0xF0 else 4) else b""
        if byte < 0x80:
            return b""
    return b""


def _decodes(decoder: codecs.IncrementalDecoder, chunk: bytes, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _utf16(path: Path) -> str | None:
    """The kind of UTF-16 that the file is, by its mark or by zeros on one side only."""
    with path.open("rb") as file:
        head = file.read(CHUNK)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    even, odd = head[::2].count(0), head[1::2].count(0)
    if even + odd < len(head) * 0.05:
        return None
    if odd > 10 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 10 * odd else None


def _known(stated: str) -> str:
    try:
        name = codecs.lookup(stated).name
    except LookupError:
        raise Refused.one(
            "file.encoding_unknown",
            N_("No encoding is called %(said)s. Try utf-8, utf-16, cp1252 or cp1256."),
            said=stated,
        ) from None
    return "utf-8-sig" if name == "utf-8" else name
