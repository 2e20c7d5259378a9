"""Files on their way in. A door that takes one says so (`takes_file`); at every other door a file is thrown away.

What comes is counted as it comes: a declared length is only believed where it is too large already. A file that was
cut is not a file. Nothing that is on its way lies in clear on the disk under a name.
"""

import tempfile
from collections.abc import Callable
from functools import wraps
from typing import IO, Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile, StopUpload
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from sanad.kit.refusals import N_, Reason, Refused
from sanad.web import errors
from sanad.web.forms import add_refusal

View = Callable[..., HttpResponse]
MEGABYTE = 2**20
AROUND = MEGABYTE  # boundaries and the other fields of the form
FIELD = "file"


class NoFiles(FileUploadHandler):
    """For doors that take no file: whatever is sent is read past and kept nowhere."""

    def new_file(self, *args: object, **options: object) -> None:
        raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        return None

    def file_complete(self, file_size: int) -> None:
        return None


class OneFile(FileUploadHandler):
    """Takes the first file of the field `file`, up to a number of bytes; `refusal` says why it took none."""

    def __init__(self, request: HttpRequest | None = None, largest: int | None = None) -> None:
        super().__init__(request)
        self.largest = largest or settings.LARGEST_UPLOAD
        self.refusal: Reason | None = None
        self.taken = 0

    def new_file(self, field_name: str, *args: Any, **options: Any) -> None:  # Any: Django's own signature
        """Begin with a file, unless it is not the one that is wanted."""
        if field_name != FIELD or self.taken:
            raise SkipFile
        super().new_file(field_name, *args, **options)
        self.taken = 1
        self._guarded(self.begin)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Count and take the next bytes."""
        if start + len(raw_data) > self.largest:
            self._refuse(too_large(self.largest))
        self._guarded(self.take, raw_data)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """The whole file has come."""
        return self._guarded(self.complete, file_size)

    def upload_interrupted(self) -> None:
        """The line broke."""
        sentence = N_("The file did not come to its end: the line broke. Send it again.")
        self.refusal = Reason("upload_cut", sentence, {}, FIELD)
        self.discard()

    def begin(self) -> None:
        """A file begins."""
        raise NotImplementedError

    def take(self, piece: bytes) -> None:
        """Its next bytes."""
        raise NotImplementedError

    def complete(self, size: int) -> UploadedFile:
        """It ends."""
        raise NotImplementedError

    def discard(self) -> None:
        """Leave nothing of a file that nobody wanted in the end."""
        raise NotImplementedError

    def _guarded(self, step: Callable[..., Any], *args: object) -> Any:
        """A full or broken disk is a refusal, not a crash."""
        try:
            return step(*args)
        except OSError:
            sentence = N_("The file could not be written: the disk is full or broken. Tell your administrator.")
            self._refuse(Reason("no_room", sentence, {}, FIELD))

    def _refuse(self, reason: Reason) -> None:
        self.refusal = reason
        self.discard()
        raise StopUpload(connection_reset=True)


class Nameless(OneFile):
    """Keeps a file without a name in the home, so that it can be read twice and a crash leaves nothing to find."""

    file: IO[bytes] | None = None

    def begin(self) -> None:
        """Open it."""
        self.file = tempfile.TemporaryFile(dir=settings.FILE_UPLOAD_TEMP_DIR)  # noqa: SIM115 (closed with the request)

    def take(self, piece: bytes) -> None:
        """Write."""
        assert self.file is not None
        self.file.write(piece)

    def complete(self, size: int) -> UploadedFile:
        """Hand it over, at its beginning."""
        assert self.file is not None
        self.file.seek(0)
        return UploadedFile(self.file, self.file_name, self.content_type, size, self.charset, self.content_type_extra)

    def discard(self) -> None:
        """Close it: it is gone."""
        if self.file is not None:
            self.file.close()


def refused(request: HttpRequest, form: forms.Form) -> bool:
    """Whether the file was not taken; says at its field why, in place of what the form says of a missing file."""
    reason = request.upload.refusal  # type: ignore[attr-defined]
    if reason is None:
        return False
    form.errors.pop(FIELD, None)
    add_refusal(form, Refused(reason))
    return True


def too_large(largest: int) -> Reason:
    """Why a file was not taken to its end."""
    sentence = N_("The file is larger than %(most)s MB, which is the most that is taken. Send it in parts.")
    return Reason("upload_too_large", sentence, {"most": largest // MEGABYTE}, FIELD)


def takes_file(handler: type[OneFile], *, largest: int | None = None) -> Callable[[View], View]:
    """Let a view take one file; it finds what was refused in `request.upload.refusal`.

    The door is declared (`readers`) outside of this: whoever may not come in sends nothing. Forms are checked for their
    token here, since that reads the form, and with it the file.
    """

    def around(view: View) -> View:
        checked = csrf_protect(view)

        @csrf_exempt
        @wraps(view)
        def taking(request: HttpRequest, *args: object, **options: object) -> HttpResponse:
            one = handler(request, largest)
            if _declared(request) > one.largest + AROUND:
                return errors.refuse(request, [too_large(one.largest)])
            request.upload_handlers = [one]
            request.upload = one  # type: ignore[attr-defined]
            try:
                return checked(request, *args, **options)
            finally:
                one.discard()

        return taking

    return around


def _declared(request: HttpRequest) -> int:
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if str(said).isdecimal() else 0
