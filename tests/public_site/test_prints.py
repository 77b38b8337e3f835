"""A registration to take along: the published bytes, and a PDF of them that is made once."""

import base64
import hashlib
import io
from pathlib import Path

import orjson
import pytest
from flask.testing import FlaskClient
from pypdf import PdfReader

from register.errors import Unavailable
from register.ports import PdfPrinter
from register.queries import registrations
from register.wiring import Wiring
from tests.public_site.pages import page
from tests.public_site.world import World


class TestJson:
    @pytest.mark.parametrize("path", ["nl/registraties/{}.json", "en/registrations/{}.json", "nl/registraties/{}/versies/3.json"])
    def test_is_what_was_published_byte_for_byte(self, client: FlaskClient, world: World, wiring: Wiring, path: str) -> None:
        with wiring.database.reading() as session:
            row = registrations.by_number(session, world.full)
        assert row is not None

        response = client.get("/" + path.format(world.full))

        assert response.data == row.document
        assert response.mimetype == "application/json"
        digest = hashlib.sha256(response.data)
        assert response.headers["Repr-Digest"] == f"sha-256=:{base64.b64encode(digest.digest()).decode()}:"
        assert digest.hexdigest() in page(client, f"/nl/registraties/{world.full}").replace(" ", "")

    def test_of_a_version_is_that_version(self, client: FlaskClient, world: World) -> None:
        document = orjson.loads(client.get(f"/nl/registraties/{world.full}/versies/1.json").data)

        assert document["version"] == 1
        assert document["model_name"] == "Voorbeeldmodel 7B"

    def test_leads_back_to_its_page(self, client: FlaskClient, world: World) -> None:
        response = client.get(f"/en/registrations/{world.full}.json")

        assert response.headers["Link"] == f'<http://127.0.0.1:8000/en/registrations/{world.full}>; rel="canonical"'
        assert response.headers["Content-Disposition"] == f'inline; filename="{world.full}-v3.json"'

    def test_of_a_mirrored_registration_is_not_for_search_engines(self, client: FlaskClient, world: World) -> None:
        assert client.get(f"/nl/registraties/{world.mirrored}.json").headers["X-Robots-Tag"] == "noindex"
        assert "X-Robots-Tag" not in client.get(f"/nl/registraties/{world.full}.json").headers


class TestGone:
    @pytest.mark.parametrize("ending", ["json", "pdf"])
    def test_is_what_was_withdrawn_or_redacted(self, client: FlaskClient, world: World, ending: str) -> None:
        assert client.get(f"/nl/registraties/{world.withdrawn}.{ending}").status_code == 410
        assert client.get(f"/nl/registraties/{world.emptied}.{ending}").status_code == 410
        assert client.get(f"/nl/registraties/{world.redacted}/versies/1.{ending}").status_code == 410
        assert client.get(f"/nl/registraties/{world.withdrawn}/versies/1.{ending}").status_code == 200


class TestPdf:
    def test_tells_the_same_in_either_language(self, client: FlaskClient, world: World) -> None:
        for path, language, said in (("nl/registraties", "nl", "Wie houdt toezicht?"), ("en/registrations", "en", "Who watches over it?")):
            response = client.get(f"/{path}/{world.full}.pdf")
            reader = PdfReader(io.BytesIO(response.data))

            assert (response.status_code, response.mimetype) == (200, "application/pdf")
            assert reader.trailer["/Root"]["/Lang"] == language  # type: ignore[index]  # pypdf's types know no root
            first = " ".join(reader.pages[0].extract_text().split())
            assert said in first
            assert f"127.0.0.1:8000/r/{world.full}" in first

    def test_is_made_once(self, client: FlaskClient, world: World, wiring: Wiring, monkeypatch: pytest.MonkeyPatch) -> None:
        first = client.get(f"/nl/registraties/{world.full}.pdf").data
        monkeypatch.setattr(type(wiring.pdf), "print", _no_printer)

        assert client.get(f"/nl/registraties/{world.full}.pdf").data == first
        assert client.get(f"/en/registrations/{world.full}.pdf").status_code == 503

    def test_that_is_kept_cannot_be_read_without_its_document(self, client: FlaskClient, world: World, settings_files: Path) -> None:
        printed = client.get(f"/nl/registraties/{world.full}.pdf").data

        (kept,) = [path for path in settings_files.rglob("*") if path.is_file()]

        assert printed.startswith(b"%PDF")
        assert b"%PDF" not in kept.read_bytes()
        kept.write_bytes(b"somebody else's bytes")
        assert client.get(f"/nl/registraties/{world.full}.pdf").data == printed

    def test_tells_people_to_come_back_when_the_printer_is_busy(
        self, client: FlaskClient, world: World, wiring: Wiring, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(type(wiring.pdf), "print", _no_printer)

        response = client.get(f"/nl/registraties/{world.full}.pdf")

        assert response.status_code == 503
        assert response.headers["Retry-After"] == "2"
        assert "Probeer het over 2 seconden weer." in response.text
        assert response.headers["Cache-Control"] == "no-store"


def _no_printer(self: PdfPrinter, html: str) -> bytes:
    raise Unavailable("another document is being printed", retry_after=2)


@pytest.fixture
def settings_files(wiring: Wiring) -> Path:
    return Path(wiring.settings.files_dir)
