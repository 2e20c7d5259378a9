"""Static files of other people: exactly those of node_modules that the pages use, under /static/vendor/."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.files.storage import FileSystemStorage

# Folder in node_modules, name below vendor/, files. The maps are named inside the files, so a collection
# that leaves them out fails. Everything else of a package stays where it is: it would cost 20 s and 44 MB.
VENDOR = (
    (
        "bootstrap/dist/css",
        "bootstrap",
        ("bootstrap.min.css", "bootstrap.min.css.map", "bootstrap.rtl.min.css", "bootstrap.rtl.min.css.map"),
    ),
    ("htmx.org/dist", "htmx", ("htmx.min.js", "htmx.min.js.map")),
    (
        "@fontsource/noto-naskh-arabic/files",
        "noto-naskh-arabic",
        ("noto-naskh-arabic-arabic-400-normal.woff2", "noto-naskh-arabic-arabic-700-normal.woff2"),
    ),
    (
        "@fontsource/noto-nastaliq-urdu/files",
        "noto-nastaliq-urdu",
        ("noto-nastaliq-urdu-arabic-400-normal.woff2", "noto-nastaliq-urdu-arabic-700-normal.woff2"),
    ),
)


class VendorFinder(BaseFinder):
    """Finds the listed files and no other."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Any: Django's signature
        self.stores = []
        for folder, name, files in VENDOR:
            store = FileSystemStorage(location=Path(settings.FRONT_END) / folder)
            store.prefix = f"vendor/{name}"  # read by collectstatic
            self.stores.append((store, files))
        super().__init__(*args, **kwargs)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        """Every listed file with the storage that holds it."""
        for store, files in self.stores:
            for name in files:
                if not matches_patterns(name, ignore_patterns):
                    yield name, store

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:  # Any: a path, or a list of them
        """Where the file of this address lies; empty where it is not listed."""
        for name, store in self.list([]):
            if path == f"{store.prefix}/{name}" and store.exists(name):
                return [store.path(name)] if find_all else store.path(name)
        return []

    def check(self, **kwargs: Any) -> Sequence[Any]:
        """Nothing to check: the list is ours."""
        return []
