"""What is kept of an issuer: how long, how often it is asked again, and which documents are refused."""

import pytest

from register.adapters.issuers import Issuer
from register.errors import Unavailable
from tests.adapters.forged_provider import ELSEWHERE, ISSUER, ForgedProvider, new_curve_key, new_key

DISCOVERY = f"{ISSUER}/.well-known/openid-configuration"
JWKS = f"{ISSUER}/jwks"
SECOND = new_key("second").as_dict(private=False)


@pytest.fixture
def issuer(forged: ForgedProvider) -> Issuer:
    return Issuer(ISSUER, clock=forged.clock, transport=forged.wire)


def names(issuer: Issuer, wanted: str | None = "first") -> list[str | None]:
    return [key.kid for key in issuer.keys(wanted)]


class TestKeys:
    def test_are_fetched_once_an_hour(self, issuer: Issuer, forged: ForgedProvider) -> None:
        for _ in range(5):
            names(issuer)
            forged.clock.advance(minutes=14)
        assert forged.wire.count(JWKS) == 1
        assert forged.wire.count(DISCOVERY) == 1

        names(issuer)

        assert forged.wire.count(JWKS) == 2

    def test_are_fetched_again_for_a_key_that_is_new(self, issuer: Issuer, forged: ForgedProvider) -> None:
        names(issuer)
        forged.keys.append(SECOND)
        forged.clock.advance(seconds=60)

        assert names(issuer, "second") == ["first", "second"]

    def test_are_not_fetched_for_every_invented_name(self, issuer: Issuer, forged: ForgedProvider) -> None:
        names(issuer)
        for number in range(100):
            forged.clock.advance(seconds=1)
            names(issuer, f"invented-{number}")

        assert forged.wire.count(JWKS) == 2

    def test_are_forgotten_when_the_issuer_takes_them_back(self, issuer: Issuer, forged: ForgedProvider) -> None:
        names(issuer)
        forged.keys[:] = [SECOND]
        forged.clock.advance(minutes=61)

        assert names(issuer) == ["second"]

    def test_outlive_a_short_outage(self, issuer: Issuer, forged: ForgedProvider) -> None:
        names(issuer)
        forged.wire.answers.clear()
        forged.clock.advance(hours=23)

        assert names(issuer) == ["first"]

    def test_do_not_outlive_a_long_one(self, issuer: Issuer, forged: ForgedProvider) -> None:
        names(issuer)
        forged.wire.answers.clear()
        forged.clock.advance(hours=25)

        with pytest.raises(Unavailable):
            issuer.keys("first")

    def test_come_back_soon_after_the_issuer_does(self, issuer: Issuer, forged: ForgedProvider) -> None:
        working = dict(forged.wire.answers)
        forged.wire.answers.clear()
        for _ in range(3):
            with pytest.raises(Unavailable) as caught:
                issuer.keys("first")
        assert caught.value.details["retry_after"] == 60
        assert forged.wire.count(DISCOVERY) == 1

        forged.wire.answers.update(working)
        forged.clock.advance(seconds=5)

        assert names(issuer) == ["first"]

    def test_that_cannot_be_used_do_not_cost_the_others(self, issuer: Issuer, forged: ForgedProvider) -> None:
        forged.keys += [
            "rubbish",
            {"kty": "oct", "k": "c2VjcmV0", "kid": "shared secret"},
            {"kty": "RSA", "kid": "no numbers"},
            {"kty": "EC", "crv": "P-999", "x": "AA", "y": "AA", "kid": "no curve"},
            {"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA", "kid": "no point"},
            {"kty": "AKP", "alg": "ML-DSA-44", "kid": "of the future"},
            {**SECOND, "use": "enc"},
            new_curve_key().as_dict(private=False),
        ]

        assert names(issuer) == ["first", "curve"]

    @pytest.mark.parametrize("document", [{"keys": []}, {"keys": "none"}, {}, [], b"<html>", b"[" * 100_000, b"\xff"])
    def test_must_be_there(self, issuer: Issuer, forged: ForgedProvider, document: object) -> None:
        forged.wire.answers[JWKS] = lambda _: (200, document)

        with pytest.raises(Unavailable):
            issuer.keys("first")

    @pytest.mark.parametrize("status", [204, 301, 302, 404, 500])
    def test_are_not_looked_for_anywhere_else(self, issuer: Issuer, forged: ForgedProvider, status: int) -> None:
        forged.wire.answers[JWKS] = lambda _: (status, {"keys": forged.keys})
        forged.wire.answers[ELSEWHERE] = lambda _: (200, {"keys": forged.keys})

        with pytest.raises(Unavailable):
            issuer.keys("first")

    def test_have_a_bound(self, issuer: Issuer, forged: ForgedProvider) -> None:
        forged.wire.answers[JWKS] = lambda _: (200, {"keys": forged.keys, "more": "x" * 600_000})

        with pytest.raises(Unavailable):
            issuer.keys("first")


class TestEndpoints:
    @pytest.mark.parametrize("name", ["https://evil.example", f"{ISSUER}/", "", None, 5])
    def test_of_another_issuer_are_refused(self, issuer: Issuer, forged: ForgedProvider, name: object) -> None:
        forged.discovery["issuer"] = name

        with pytest.raises(Unavailable):
            issuer.endpoints()

    @pytest.mark.parametrize(
        "address", ["http://login.example/token", "ftp://login.example", "https://", "javascript:alert(1)", "//x", 5, None]
    )
    def test_must_be_safe_addresses(self, issuer: Issuer, forged: ForgedProvider, address: object) -> None:
        forged.discovery["token_endpoint"] = address

        with pytest.raises(Unavailable):
            issuer.endpoints()

    def test_on_this_machine_are_not_for_an_issuer_elsewhere(self, issuer: Issuer, forged: ForgedProvider) -> None:
        forged.discovery["jwks_uri"] = "http://127.0.0.1:8000/jwks"

        with pytest.raises(Unavailable):
            issuer.endpoints()

    def test_may_be_on_this_machine_for_an_issuer_here(self, forged: ForgedProvider) -> None:
        local = "http://localhost:8001"
        forged.wire.answers[f"{local}/.well-known/openid-configuration"] = lambda _: (200, {"issuer": local, "jwks_uri": f"{local}/jwks"})

        endpoints = Issuer(local, clock=forged.clock, transport=forged.wire).endpoints()

        assert (endpoints.jwks, endpoints.token) == (f"{local}/jwks", "")
