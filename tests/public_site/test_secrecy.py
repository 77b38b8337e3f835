"""Nothing tells of what is not public: a draft, a restricted registration and a number that nobody has are the same everywhere.

One fixture walks every address of the public site that takes a number, and
every page that lists something.
"""

import time
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.public_site.pages import links
from tests.public_site.world import UNKNOWN, World

#: What differs between any two answers.
PASSING = ("X-Request-Id", "Date")


def addresses(app: Flask) -> list[str]:
    """Return every address of the public site that takes a number, with {number} in its place."""
    rules = [rule.rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("public_site.") and "<number:number>" in rule.rule]
    return sorted({rule.replace("<number:number>", "{number}").replace("<version:version>", "1") for rule in rules})


def told(response: TestResponse, number: str) -> tuple[int, list[tuple[str, str]], bytes]:
    """Return all that an answer tells, but for the number that was asked."""
    headers = [(name, value.replace(number, "N")) for name, value in response.headers if name not in PASSING]
    return response.status_code, headers, response.data.replace(number.encode(), b"N")


class TestNumbers:
    @pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"])
    def test_of_what_is_not_public_are_as_unknown_everywhere(self, app: Flask, client: FlaskClient, world: World, method: str) -> None:
        for address in addresses(app):
            answers = {
                number: told(client.open(address.format(number=number), method=method), number)
                for number in (UNKNOWN, world.draft, world.restricted)
            }
            assert answers[world.draft] == answers[UNKNOWN], address
            assert answers[world.restricted] == answers[UNKNOWN], address

    def test_of_what_is_not_public_are_as_unknown_whatever_is_asked(self, client: FlaskClient, world: World) -> None:
        for query in ("?asOf=2026-11-20", "?from=1&to=2", "?asOf=2999-01-01", "?x=1"):
            for path in ("/nl/registraties/{}", "/en/registrations/{}/versions", "/nl/zoeken?q={}"):
                if "?" in path and "?" in query:
                    continue
                expected = told(client.get(path.format(UNKNOWN) + query), UNKNOWN)
                for number in (world.draft, world.restricted):
                    assert told(client.get(path.format(number) + query), number) == expected

    def test_of_what_is_out_of_sight_take_as_long_as_unknown_ones(self, client: FlaskClient, world: World) -> None:
        """Ask in turns, so that whatever else the machine does is the same for both; a look-up more would show as another half.

        The quickest of many is compared: what else the machine does only ever adds.
        """
        for path in ("/nl/registraties/{}", "/api/v1/registrations/{}", "/nl/registraties/{}.json", "/r/{}", "/nl/zoeken?q={}"):
            taken: dict[str, list[float]] = {UNKNOWN: [], world.restricted: []}
            for _ in range(40):
                for number, times in taken.items():
                    began = time.perf_counter()
                    client.get(path.format(number)).close()
                    times.append(time.perf_counter() - began)
            unknown, restricted = (min(times) for times in taken.values())
            assert 2 / 3 < restricted / unknown < 3 / 2, path

    def test_are_asked_everywhere(self, app: Flask) -> None:
        assert len(addresses(app)) >= 19

    def test_of_what_is_public_have_pages(self, client: FlaskClient, world: World) -> None:
        for number in (world.full, world.withdrawn, world.redacted, world.emptied):
            assert client.get(f"/nl/registraties/{number}").status_code == 200


class TestPages:
    def test_never_name_what_is_not_public(self, client: FlaskClient, world: World) -> None:
        """Walk the whole site, and the addresses of the API to which it leads."""
        secrets = (world.draft.encode(), world.restricted.encode(), b"Geheim systeem", b"geheim concept")
        seen: dict[str, bytes] = {}
        waiting = ["/nl", "/en", "/nl/zoeken?q=geheim", "/robots.txt"]

        while waiting:
            address = waiting.pop()
            if address in seen or address.startswith(("/auth", "/static", "/backoffice")) or urlsplit(address).path.endswith(".pdf"):
                continue
            response = client.get(address)
            seen[address] = response.data
            assert response.status_code < 500, address
            if response.mimetype == "text/html" and address.count("=") < 3:
                waiting += links(response.text)

        assert {address: secret for address, data in seen.items() for secret in secrets if secret in data} == {}
        assert len(seen) > 150

    def test_count_nothing_that_is_not_public(self, client: FlaskClient, world: World) -> None:
        html = client.get(f"/nl/organisaties/{world.other}").text

        assert "1 registratie</h2>" in html
