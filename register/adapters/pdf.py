"""Prints PDF with WeasyPrint: tagged, PDF/UA-1, with our own fonts and nothing from elsewhere.

WeasyPrint takes over a second to load and needs Pango, so it is loaded at the
first print; without Pango everything else works.
"""

import ctypes
import threading
from functools import cache
from pathlib import Path
from typing import Any

from register.errors import Unavailable

REMEDY = "Install Pango: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig"
#: What WeasyPrint needs of the system, each by its name on Linux and on macOS.
LIBRARIES = (
    ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
    ("libpango-1.0.so.0", "libpango-1.0.dylib"),
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    ("libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    ("libfontconfig.so.1", "libfontconfig.1.dylib"),
)
#: A print takes a fifth of a second of a processor: one at a time per worker, the others are told to come back.
RETRY_AFTER = 2


class WeasyPrinter:
    """Prints one page at a time. `folder` holds the style sheet and the fonts, the only files that a page may load."""

    def __init__(self, folder: Path) -> None:
        self._inside = folder.resolve().as_uri() + "/"
        self._lock = threading.Lock()

    def print(self, html: str) -> bytes:
        """Return the PDF. Raises `Unavailable` without Pango, or while another one is being printed."""
        weasyprint = _weasyprint()
        if not self._lock.acquire(timeout=RETRY_AFTER):
            raise Unavailable("another document is being printed", retry_after=RETRY_AFTER)
        try:
            document = weasyprint.HTML(string=html, base_url=self._inside, url_fetcher=_own_files(weasyprint, self._inside))
            content: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)
        except weasyprint.urls.FatalURLFetchingError as error:  # not an Exception: it would end the worker
            raise RuntimeError(str(error)) from error
        finally:
            self._lock.release()
        return content


def _own_files(weasyprint: Any, inside: str) -> Any:
    """Return a fetcher that gives the files of our own folder, and stops the print when it asks for another."""

    class OwnFiles(weasyprint.urls.URLFetcher):  # type: ignore[misc]  # the class is known when it is needed
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith(inside) or ".." in url:
                raise ValueError("only the register's own style sheet and fonts may be loaded")
            return super().fetch(url, headers)

    return OwnFiles(allowed_protocols=("file",), allow_redirects=False, fail_on_errors=True)


@cache
def is_available() -> bool:
    """Say whether PDFs can be printed here, without loading the printer: pages ask this."""
    return all(any(_loads(name) for name in names) for names in LIBRARIES)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _weasyprint() -> Any:
    try:
        import weasyprint  # noqa: PLC0415  # slow to load, and not there without Pango
    except OSError as reason:
        raise Unavailable("PDF cannot be printed here", remedy=REMEDY) from reason
    return weasyprint
