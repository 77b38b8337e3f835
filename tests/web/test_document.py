"""One document as a page shows it, on the public page and in the preview."""

import pytest
from flask import Flask, render_template_string

from register.web import language
from register.web.document import Shown, shown
from tests.rendering.documents import told_document

TEMPLATE = '{% from "document.html" import contents, opening, sections %}{{ opening(shown) }}{{ contents(shown) }}{{ sections(shown) }}'


@pytest.fixture
def whole(app: Flask) -> Shown:
    with app.test_request_context("/nl"):
        return shown(told_document(), "nl")


def html(app: Flask, document: dict[str, object]) -> str:
    with app.test_request_context("/nl"):
        language.use("nl")
        return render_template_string(TEMPLATE, shown=shown(document, "nl"))


class TestShown:
    def test_names_who_what_and_with_which_product(self, whole: Shown) -> None:
        assert whole.name.text == "Meldingen verdelen over teams"
        assert whole.body.text == "Uitvoeringsorganisatie Werk en Herstel Nederland"
        assert whole.product is not None
        assert (whole.product.name, whole.product.href) == ("Dossierlezer", "/nl/producten/111111115")
        assert (whole.kind, whole.status) == ("Generatieve AI", "In gebruik")

    def test_takes_a_draft_with_nothing_in_it(self, app: Flask) -> None:
        with app.test_request_context("/nl"):
            empty = shown({"language": "nl"}, "nl")

        assert (empty.name.text, empty.verdict, empty.product, empty.is_mirrored) == ("", "", None, False)
        assert empty.opening.answers[0].is_blank

    def test_leaves_a_word_of_another_standard_out_of_the_heading(self, app: Flask) -> None:
        with app.test_request_context("/nl"):
            assert shown(told_document(kind="quantum", status="lost"), "nl").kind == ""


class TestTemplates:
    def test_show_everything_that_is_told(self, app: Flask) -> None:
        text = html(app, told_document())

        for said in (
            "Bezwaar maken",
            "Gewone persoonsgegevens",
            "Participatiewet",
            "222&nbsp;222",
            "Volgt na de proef.",
            "Niet openbaar gemaakt",
        ):
            assert said in text or said.replace("&nbsp;", "\u00a0") in text, said

    def test_mark_a_translation_that_is_out_of_date(self, app: Flask) -> None:
        with app.test_request_context("/en"):
            language.use("en")
            text = render_template_string(TEMPLATE, shown=shown(told_document(), "en"))

        assert "The original text changed after this translation." in text

    def test_take_a_draft_with_nothing_in_it(self, app: Flask) -> None:
        assert "Niet ingevuld" in html(app, {"language": "nl"})
