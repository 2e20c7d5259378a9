"""What kind of file something is, told by its first bytes and never by its name or by what a browser says. No Django.

For information only: whatever it is, it is kept sealed, opened by no program of ours, and served as a download.
"""

UNKNOWN = "application/octet-stream"
TEXT = "text/plain"

MAGIC = (
    (0, b"%PDF-", "application/pdf"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"GIF87a", "image/gif"),
    (0, b"GIF89a", "image/gif"),
    (0, b"II*\0", "image/tiff"),
    (0, b"MM\0*", "image/tiff"),
    (0, b"ID3", "audio/mpeg"),
    (0, b"\xff\xfb", "audio/mpeg"),
    (0, b"#!AMR", "audio/amr"),
    (0, b"OggS", "audio/ogg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"\x1aE\xdf\xa3", "video/x-matroska"),
    (0, b"PK\x03\x04", "application/zip"),
    (0, b"Rar!\x1a\x07", "application/vnd.rar"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"\x1f\x8b", "application/gzip"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (0, b"{\\rtf", "application/rtf"),
    (0, b"\x7fELF", "application/x-executable"),
    (0, b"MZ", "application/x-executable"),
    (4, b"ftypM4A", "audio/mp4"),
    (4, b"ftypqt", "video/quicktime"),
    (4, b"ftyp3g", "video/3gpp"),
    (4, b"ftyphei", "image/heic"),
    (4, b"ftypmif1", "image/heic"),
    (4, b"ftyp", "video/mp4"),
)
# Containers that say what they hold eight bytes later.
INSIDE_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
INSIDE_ZIP = (
    (b"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    (b"opendocument.text", "application/vnd.oasis.opendocument.text"),
)


def media_type_of(head: bytes) -> str:
    """The media type of a file that begins with these bytes."""
    if head.startswith(b"RIFF"):
        return INSIDE_RIFF.get(head[8:12], UNKNOWN)
    found = next((kind for at, magic, kind in MAGIC if head[at : at + len(magic)] == magic), "")
    if found == "application/zip":
        return next((kind for mark, kind in INSIDE_ZIP if mark in head), found)
    return found or (TEXT if _is_text(head) else UNKNOWN)


def _is_text(head: bytes) -> bool:
    """Printable UTF-8; a letter that the end of `head` cuts in two does no harm."""
    if not head or any(byte < 32 and byte not in (9, 10, 12, 13) for byte in head):
        return False
    for cut in range(4):
        try:
            head[: len(head) - cut].decode()
        except UnicodeDecodeError:
            continue
        return True
    return False


ENDINGS = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
    "image/tiff": "tif",
    "image/heic": "heic",
    "image/webp": "webp",
    "audio/mpeg": "mp3",
    "audio/amr": "amr",
    "audio/ogg": "ogg",
    "audio/flac": "flac",
    "audio/mp4": "m4a",
    "audio/wav": "wav",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "video/3gpp": "3gp",
    "video/x-matroska": "mkv",
    "video/x-msvideo": "avi",
    "application/rtf": "rtf",
    TEXT: "txt",
    INSIDE_ZIP[0][1]: "docx",
    INSIDE_ZIP[1][1]: "xlsx",
    INSIDE_ZIP[2][1]: "pptx",
    INSIDE_ZIP[3][1]: "odt",
}


def ending_of(media_type: str) -> str:
    """What a downloaded file ends with; programs, archives and what is not known end with nothing that is opened."""
    return ENDINGS.get(media_type, "bin")
