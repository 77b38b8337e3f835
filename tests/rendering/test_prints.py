"""The printed registration, as HTML and as the PDF that is made of it."""

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from register.adapters.pdf import WeasyPrinter
from register.rendering import prints
from register.rendering.prints import Edition
from register.translations import Language
from register.web.assets import FOLDER, manifest
from tests.rendering.documents import told_document

SHA256 = "9f2c4e1077ab03d5c1f85a6e2290bb417d03e6c948fa1b5d3e77a0c296d45f18"


def html(language: Language = "nl", *, is_example: bool = False, is_four_eyes: bool = True, **changes: Any) -> str:
    edition = Edition(datetime(2026, 11, 20, 9, tzinfo=UTC), SHA256, "register.example/r/123456789", is_example, is_four_eyes)
    return prints.registration(told_document(**changes), edition, language, stylesheet=manifest(FOLDER)["pdf.css"])


@pytest.fixture(scope="module", params=["nl", "en"])
def printed(request: pytest.FixtureRequest) -> tuple[Language, PdfReader]:
    return request.param, PdfReader(io.BytesIO(WeasyPrinter(FOLDER).print(html(request.param))))


class TestRegistration:
    def test_is_the_same_each_time(self) -> None:
        assert html() == html()

    def test_escapes_what_people_wrote(self) -> None:
        page = html(name={"nl": "<script>"}, model_name="<b>")

        assert "<script>" not in page
        assert "<b>" not in page

    @pytest.mark.parametrize(("is_example", "count"), [(True, 1), (False, 0)])
    def test_says_when_it_is_an_example(self, *, is_example: bool, count: int) -> None:
        assert html(is_example=is_example).count("Dit is een voorbeeld.") == count

    def test_says_when_it_was_taken_over(self) -> None:
        page = html(provenance={"source": "elsewhere"})

        assert "Overgenomen uit een ander register." in page
        assert "Niet ingevuld" not in page

    def test_says_when_nobody_checked_it(self) -> None:
        assert "Niet nagekeken door een tweede mens." in html(is_four_eyes=False)

    def test_needs_no_more_than_a_name(self) -> None:
        edition = Edition(datetime(2026, 11, 20, 9, tzinfo=UTC), SHA256, "register.example/r/1", is_example=False, is_four_eyes=True)

        page = prints.registration({"number": "123456789", "version": 1, "name": {"nl": "Naam"}}, edition, "nl", stylesheet="pdf.css")

        assert "<h1>Naam</h1>" in page

    def test_says_how_far_it_decides(self) -> None:
        assert "Stap 3 van 6:" in html()

    def test_marks_what_is_in_another_language(self) -> None:
        assert '<div lang="nl"><p>Inwoners:</p>' in html("en")
        assert "(only in Dutch)" in html("en")

    def test_says_once_when_all_of_it_is(self) -> None:
        document = {"number": "123456789", "version": 1, "language": "nl", "name": {"nl": "Naam"}, "purpose": {"nl": "<p>Doel.</p>"}}
        edition = Edition(
            datetime(2026, 11, 20, 9, tzinfo=UTC), SHA256, "register.example/r/123456789", is_example=False, is_four_eyes=True
        )

        page = prints.registration(document, edition, "en", stylesheet="pdf.css")

        assert page.count("only in Dutch") == 1


class TestPdf:
    def test_is_tagged_and_says_that_it_is_accessible(self, printed: tuple[Language, PdfReader]) -> None:
        language, reader = printed
        root: Any = reader.trailer["/Root"]

        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"] == language
        assert b'pdfuaid:part="1"' in root["/Metadata"].get_object().get_data()

    def test_has_only_lists_in_lists_and_no_pictures_without_words(self, printed: tuple[Language, PdfReader]) -> None:
        root: Any = printed[1].trailer["/Root"]
        found: dict[str, set[str]] = {}
        collect(root["/StructTreeRoot"], found)

        assert found["/L"] <= {"/LI", "/Caption"}
        assert "/Figure" not in found
        assert {"/H1", "/H2", "/H3"} <= found.keys()

    def test_holds_the_whole_first_answer_on_its_first_sheet(self, printed: tuple[Language, PdfReader]) -> None:
        language, reader = printed
        first = " ".join(reader.pages[0].extract_text().split())

        assert {"nl": "Meldingen verdelen over teams", "en": "Divide reports among teams"}[language] in first
        assert "register.example/r/123456789" in first
        assert "algoritmes@body.example" in first

    def test_counts_its_pages_in_the_language_of_the_reader(self, printed: tuple[Language, PdfReader]) -> None:
        language, reader = printed
        last = len(reader.pages)

        assert {"nl": f"Bladzijde {last} van {last}", "en": f"Page {last} of {last}"}[language] in reader.pages[-1].extract_text()

    def test_can_be_compared_with_the_published_text(self, printed: tuple[Language, PdfReader]) -> None:
        assert SHA256 in printed[1].pages[-1].extract_text()

    def test_brings_its_own_fonts(self, printed: tuple[Language, PdfReader]) -> None:
        resources: Any = printed[1].pages[0]["/Resources"]
        fonts = resources["/Font"]
        names = {fonts[font]["/BaseFont"].split("+")[1] for font in fonts}

        assert {name.split("-")[1] for name in names} == {"Sans", "Serif"}
        assert all(name.startswith("Source-S") for name in names)

    def test_loses_nothing_of_a_long_answer(self) -> None:
        words = [f"woord{number}" for number in range(2000)]
        risks = [f"risico{number}" for number in range(50)]
        rows = [{"id": risk, "risk": {"nl": f"{risk} {'lang ' * 90}"}} for risk in risks]

        reader = PdfReader(io.BytesIO(WeasyPrinter(FOLDER).print(html(purpose={"nl": f"<p>{' '.join(words)}</p>"}, risks=rows))))

        text = "".join(page.extract_text() for page in reader.pages)
        assert [word for word in [*words, *risks] if word not in text] == []

    def test_is_the_same_each_time(self) -> None:
        printer = WeasyPrinter(FOLDER)

        assert printer.print(html()) == printer.print(html())

    @pytest.mark.parametrize("address", ["http://127.0.0.1:9/a.css", "file:///etc/passwd", "data:text/css,a{}", "../../README.md"])
    def test_loads_nothing_from_elsewhere(self, address: str) -> None:
        with pytest.raises(RuntimeError, match="Error fetching"):
            WeasyPrinter(FOLDER).print(f'<html lang="nl"><head><title>t</title><link rel="stylesheet" href="{address}"></head></html>')

    def test_needs_its_style_sheet(self, tmp_path: Path) -> None:
        with pytest.raises(RuntimeError, match="Error fetching"):
            WeasyPrinter(tmp_path).print(html())


def collect(element: Any, found: dict[str, set[str]]) -> None:
    """Note which elements of the structure hold which."""
    children = element.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        node = child.get_object()
        if isinstance(node, dict) and "/S" in node:
            found.setdefault(str(element.get("/S", "root")), set()).add(str(node["/S"]))
            found.setdefault(str(node["/S"]), set())
            collect(node, found)
