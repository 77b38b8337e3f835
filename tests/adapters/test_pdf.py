"""Printing: one document at a time, and what happens where it cannot be done."""

import subprocess
import sys
from pathlib import Path

import pytest

from register.adapters import pdf
from register.adapters.pdf import WeasyPrinter
from register.errors import Unavailable
from register.web.assets import FOLDER

PAGE = '<html lang="nl"><head><title>t</title></head><body><p>Een bladzijde.</p></body></html>'
#: What a machine without Pango says, whoever asks.
WITHOUT_PANGO = """
from register.adapters.pdf import WeasyPrinter
from register.errors import Unavailable
from pathlib import Path
try:
    WeasyPrinter(Path(".")).print("<p></p>")
except Unavailable as refusal:
    print(refusal.details["remedy"])
"""


class TestPrint:
    def test_tells_others_to_come_back_while_it_is_busy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        printer = WeasyPrinter(FOLDER)
        monkeypatch.setattr(pdf, "RETRY_AFTER", 0.01)
        printer._lock.acquire()

        with pytest.raises(Unavailable) as refusal:
            printer.print(PAGE)

        assert refusal.value.details["retry_after"] == 0.01
        printer._lock.release()
        assert printer.print(PAGE).startswith(b"%PDF")

    def test_is_free_again_after_a_page_that_could_not_be_printed(self) -> None:
        printer = WeasyPrinter(FOLDER)

        with pytest.raises(RuntimeError):
            printer.print('<html><head><link rel="stylesheet" href="http://127.0.0.1:9/a.css"></head></html>')

        assert printer.print(PAGE).startswith(b"%PDF")

    def test_names_what_to_install_where_it_cannot_work(self, tmp_path: Path) -> None:
        (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango')", encoding="utf-8")

        said = subprocess.run(
            [sys.executable, "-c", WITHOUT_PANGO],
            env={"PYTHONPATH": f"{tmp_path}:{Path.cwd()}"},
            capture_output=True,
            text=True,
            check=True,
        )

        assert said.stdout.startswith("Install Pango: apt-get install libpango-1.0-0")


class TestIsAvailable:
    def test_looks_for_each_library(self, monkeypatch: pytest.MonkeyPatch) -> None:
        pdf.is_available.cache_clear()
        assert pdf.is_available()

        for place in range(len(pdf.LIBRARIES)):
            pdf.is_available.cache_clear()
            others = [names if each != place else ("libnothing.so.0",) for each, names in enumerate(pdf.LIBRARIES)]
            monkeypatch.setattr(pdf, "LIBRARIES", tuple(others))
            assert not pdf.is_available()
            monkeypatch.undo()
        pdf.is_available.cache_clear()

    def test_does_not_load_the_printer(self) -> None:
        asked = "import sys; from register.adapters import pdf; pdf.is_available(); print('weasyprint' in sys.modules)"

        said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

        assert said.stdout == "False\n"
