"""A file that is sealed while it comes in; its clear text never touches the disk."""

from typing import IO, cast

from django.core.files.uploadedfile import UploadedFile

from sanad.vault.incoming import Incoming
from sanad.web.uploads import OneFile


class SealedUpload(UploadedFile):
    """What a form gets of it: name and size. The bytes are read by nobody; `incoming` is handed to an action."""

    def __init__(self, incoming: Incoming, name: str, content_type: str) -> None:
        super().__init__(cast("IO[bytes]", None), name, content_type, incoming.size)
        self.incoming, self.said_name = incoming, name

    def close(self) -> None:
        """Nothing is open."""


class SealingUpload(OneFile):
    """Seals the one file of a form."""

    incoming: Incoming | None = None

    def begin(self) -> None:
        """A file begins."""
        self.incoming = Incoming()

    def take(self, piece: bytes) -> None:
        """Its next bytes."""
        assert self.incoming is not None
        self.incoming.add(piece)

    def complete(self, size: int) -> UploadedFile:
        """It has come to its end and is safely on disk."""
        assert self.incoming is not None
        self.incoming.finish()
        return SealedUpload(self.incoming, self.file_name or "", self.content_type or "")

    def discard(self) -> None:
        """Leave nothing of it, unless an action has given it its lasting name."""
        if self.incoming is not None and not self.incoming.is_placed:
            self.incoming.discard()
