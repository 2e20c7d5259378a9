"""Encryption of a backup: age, as a stream in both directions, with the same memory for any size."""

import fcntl
import hashlib
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import pyrage
from pyrage import x25519

from sanad.config.backup.archive import Damaged, Readable

PIPE = 2**20
F_SETPIPE_SZ = 1031  # Linux; fcntl has no name for it before Python 3.12


class NotForThisKey(Exception):
    """The file was encrypted to other keys."""


class Written:
    """Where encrypted bytes go: counted and hashed on their way."""

    def __init__(self, file: BinaryIO) -> None:
        self.file, self.size, self._hash = file, 0, hashlib.sha256()
        self.failed: OSError | None = None

    def write(self, piece: bytes) -> int:
        """Like the file's own."""
        self._hash.update(piece)
        self.size += len(piece)
        try:
            return self.file.write(piece)
        except OSError as error:  # a full disk; age would not say so
            self.failed = error
            raise

    def flush(self) -> None:
        """Like the file's own."""
        self.file.flush()

    def sha256(self) -> str:
        """The hash of all that was written."""
        return self._hash.hexdigest()


class _Pieces:
    """Reads from an iterator; remembers what went wrong there, which age itself forgets."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces, self._held = iter(pieces), memoryview(b"")
        self.failed: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes."""
        try:
            while not self._held:
                self._held = memoryview(next(self._pieces))
        except StopIteration:
            return b""
        except BaseException as error:  # also a stop: age would make it an error of its own
            self.failed = error
            raise
        given, self._held = self._held[:size], self._held[size:]
        return bytes(given)


def encrypt(pieces: Iterable[bytes], to: Written, recipients: Sequence[x25519.Recipient]) -> None:
    """Encrypt a stream to all of these keys; whatever fails underneath is raised as it was."""
    source = _Pieces(pieces)
    try:
        pyrage.encrypt_io(source, to, list(recipients))
    except (pyrage.EncryptError, OSError):
        if (failed := source.failed or to.failed) is not None:
            raise failed from None
        raise


@contextmanager
def decrypted(path: Path, identity: x25519.Identity) -> Iterator[Readable]:
    """The plain bytes of a file, piece by piece. Each is genuine; only after the `with` is it known to be all."""
    failed: list[BaseException] = []
    with path.open("rb") as file:
        outgoing, incoming = os.pipe()
        with suppress(OSError):  # a smaller pipe is slower and no more
            fcntl.fcntl(incoming, F_SETPIPE_SZ, PIPE)
        thread = threading.Thread(target=_decrypt, args=(file, incoming, identity, failed), daemon=True)
        with os.fdopen(outgoing, "rb") as reading:
            thread.start()
            try:
                yield reading
                while reading.read(PIPE):
                    pass
            except Damaged:
                if not reading.read(1):  # nothing more came out: then it is known there why
                    _raise_cause(thread, failed)
                raise
            finally:
                reading.close()  # the thread ends when nobody listens
                thread.join()
        _raise_cause(thread, failed)


def _decrypt(file: BinaryIO, to: int, identity: x25519.Identity, failed: list[BaseException]) -> None:
    try:
        with os.fdopen(to, "wb", buffering=PIPE) as out:
            pyrage.decrypt_io(file, out, [identity])
    except BaseException as error:  # handed over to the thread that asked
        failed.append(error)


def _raise_cause(thread: threading.Thread, failed: list[BaseException]) -> None:
    thread.join()
    for error in failed:
        if isinstance(error, pyrage.DecryptError) and "key" in str(error).lower():
            raise NotForThisKey from None
        raise Damaged("the encrypted bytes were cut or changed") from None
