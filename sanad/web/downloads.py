"""Files on their way out: a download that no browser runs or shows, sent as it is opened."""

from collections.abc import Iterator

from django.http import FileResponse

INERT = "sandbox; default-src 'none'"


class Pieces:
    """A body that is made while it is sent, as a file that can be read once."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    def read(self, size: int = -1) -> bytes:
        """The next piece, whatever its size; nothing at the end."""
        return next((piece for piece in self._pieces if piece), b"")

    def close(self) -> None:
        """Nothing is left open."""
        close = getattr(self._pieces, "close", None)
        if close is not None:
            close()


def sealed_file(pieces: Iterator[bytes], *, name: str, size: int) -> FileResponse:
    """The answer that sends a file that was sealed, under a name of ours."""
    answer = FileResponse(Pieces(pieces), as_attachment=True, filename=name, content_type="application/octet-stream")
    answer["Content-Length"] = str(size)
    answer["Content-Security-Policy"] = INERT
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "no-store"
    return answer
