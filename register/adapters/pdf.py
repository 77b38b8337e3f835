"""Prints PDF with WeasyPrint: tagged, PDF/UA-1, with our own fonts and nothing from elsewhere.

WeasyPrint takes over a second to load and needs Pango, so it is loaded at the
first print; without Pango everything else works.
"""

import threading
from pathlib import Path
from typing import Any

from register.errors import Unavailable

REMEDY = "Install Pango: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig"
#: A print takes a fifth of a second of a processor: one at a time per worker, the others are told to come back.
RETRY_AFTER = 2


class WeasyPrinter:
    """Prints one page at a time. `folder` holds the style sheet and the fonts, the only files that a page may load."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._lock = threading.Lock()

    def print(self, html: str) -> bytes:
        """Return the PDF. Raises `Unavailable` without Pango, or while another one is being printed."""
        weasyprint = _weasyprint()
        if not self._lock.acquire(timeout=RETRY_AFTER):
            raise Unavailable("another document is being printed", retry_after=RETRY_AFTER)
        try:
            document = weasyprint.HTML(string=html, base_url=self._folder.as_uri() + "/", url_fetcher=self._fetcher(weasyprint))
            content: bytes = document.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)
            return content
        finally:
            self._lock.release()

    def _fetcher(self, weasyprint: Any) -> Any:
        """Return a fetcher that gives files of our own folder and refuses everything else."""

        def fetch(url: str, *arguments: Any, **options: Any) -> Any:
            if not url.startswith(self._folder.as_uri() + "/") or ".." in url:
                raise ValueError("only the register's own style sheet and fonts may be loaded")
            return weasyprint.default_url_fetcher(url, *arguments, **options)

        return fetch


def is_available() -> bool:
    """Say whether PDFs can be printed here."""
    try:
        _weasyprint()
    except Unavailable:
        return False
    return True


def _weasyprint() -> Any:
    try:
        import weasyprint  # noqa: PLC0415  # slow to load, and not there without Pango
    except OSError as reason:
        raise Unavailable("PDF cannot be printed here", remedy=REMEDY) from reason
    return weasyprint
