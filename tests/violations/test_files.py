"""What a file is by its first bytes, and what becomes of the name that it bore."""

import pytest

from sanad.violations.rules.file_names import LONGEST, plain_name
from sanad.violations.rules.media import UNKNOWN, media_type_of


@pytest.mark.parametrize(
    ("head", "media_type"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n\0", "image/png"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "audio/wav"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "image/webp"),
        (b"\0\0\0\x18ftypmp42\0\0", "video/mp4"),
        (b"\0\0\0\x18ftypqt  ", "video/quicktime"),
        (b"PK\x03\x04....word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (b"PK\x03\x04", "application/zip"),
        ("گل بی بی کا بیان".encode(), "text/plain"),
        ("گل".encode()[:3], "text/plain"),
        (b"MZ\x90\0", "application/x-executable"),
        (b"<script>alert(1)</script>", "text/plain"),
        (b"\0\x01\x02", UNKNOWN),
        (b"", UNKNOWN),
        (b"RIFF", UNKNOWN),
    ],
)
def test_a_type_is_told_by_the_first_bytes(head, media_type):
    assert media_type_of(head) == media_type


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("photo.jpg", "photo.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\Ali\\تصویر.jpg", "تصویر.jpg"),
        ("gpj.\u202eexe", "gpj.exe"),
        ("a\nb\r\nSet-Cookie: x.pdf", "abSet-Cookie: x.pdf"),
        ("\0\x1b[31mred.txt", "[31mred.txt"),
        ("...", "file"),
        ("", "file"),
        ("/", "file"),
        ("\u2066\u2069", "file"),
    ],
)
def test_a_name_becomes_a_plain_word(said, kept):
    assert plain_name(said) == kept


def test_a_long_name_keeps_its_ending():
    assert plain_name("a" * 500 + ".pdf") == "a" * (LONGEST - 4) + ".pdf"
    assert len(plain_name("a" * 500)) == LONGEST
