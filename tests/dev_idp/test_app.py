"""Where the provider does not go: production, other machines, other sites' pages."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from register.dev_idp import create_app
from register.dev_idp.app import issuer
from register.settings import Environment, Settings, WrongSettings
from tests.dev_idp.wired import settings_in


class TestCreateApp:
    def test_is_refused_in_production(self, key_folder: Path) -> None:
        with pytest.raises(WrongSettings, match="production"):
            create_app(settings_in(key_folder, environment=Environment.PRODUCTION))


class TestRequests:
    @pytest.mark.parametrize("address", ["192.0.2.7", "::ffff:192.0.2.7", "2001:db8::1"])
    def test_from_another_machine_are_refused(self, browser: FlaskClient, settings: Settings, address: str) -> None:
        answer = browser.get("/", base_url=issuer(settings), environ_base={"REMOTE_ADDR": address})

        assert answer.status_code == 403

    @pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example"])
    def test_by_a_name_that_a_stranger_chose_are_refused(self, browser: FlaskClient, host: str) -> None:
        assert browser.get("/", base_url=f"http://{host}:8001").status_code == 403

    @pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
    def test_from_this_machine_are_answered(self, browser: FlaskClient, host: str) -> None:
        assert browser.get("/", base_url=f"http://{host}:8001", environ_base={"REMOTE_ADDR": "::1"}).status_code == 200

    def test_have_a_bound(self, browser: FlaskClient, settings: Settings) -> None:
        assert browser.post("/token", data={"x": "x" * 100_000}, base_url=issuer(settings)).status_code == 413


class TestAnswers:
    @pytest.mark.parametrize("path", ["/", "/nowhere", "/jwks", "/.well-known/openid-configuration", "/static/dev_idp.css"])
    def test_let_pages_load_nothing_but_the_style_sheet(self, browser: FlaskClient, settings: Settings, path: str) -> None:
        with browser.get(path, base_url=issuer(settings)) as answer:
            sent = answer.headers

        assert sent["Content-Security-Policy"] == (
            "default-src 'none'; style-src 'self'; form-action 'self' http://127.0.0.1:8000; base-uri 'none'; frame-ancestors 'none'"
        )
        assert sent["X-Content-Type-Options"] == "nosniff"
        assert sent["Cache-Control"] in {"no-store", "no-cache"}


class TestDiscovery:
    def test_names_the_issuer_and_where_everything_is(self, browser: FlaskClient, settings: Settings) -> None:
        document = browser.get("/.well-known/openid-configuration", base_url=issuer(settings)).get_json()

        assert document["issuer"] == "http://localhost:8001"
        for key, value in document.items():
            if key.endswith(("_endpoint", "_uri")):
                assert value.startswith("http://localhost:8001/"), key
        assert document["id_token_signing_alg_values_supported"] == ["ES256"]

    def test_shows_public_keys_only(self, browser: FlaskClient, settings: Settings) -> None:
        (key,) = browser.get("/jwks", base_url=issuer(settings)).get_json()["keys"]

        assert key.keys() == {"kty", "crv", "x", "y", "use", "alg", "kid"}
