"""The register's own key pair: made in development, demanded in production."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat
from joserfc import jwt
from joserfc.jwk import KeySet

from register.adapters import keys
from register.adapters.oidc import OpenIdProvider
from register.settings import Environment, WrongSettings
from tests.adapters.forged_provider import ForgedProvider, settings


def pem(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


class TestPrivateKeyOrNew:
    def test_makes_a_key_that_only_its_owner_reads(self, tmp_path: Path) -> None:
        path = tmp_path / "var" / "keys" / "register.pem"

        key = keys.private_key_or_new(path)

        assert keys.private_key_or_new(path).kid == key.kid
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert [file.name for file in path.parent.iterdir()] == ["register.pem"]

    def test_gives_processes_that_start_together_the_same_key(self, tmp_path: Path) -> None:
        with ThreadPoolExecutor(8) as pool:
            made = list(pool.map(lambda _: keys.private_key_or_new(tmp_path / "register.pem"), range(8)))

        assert len({key.kid for key in made}) == 1


class TestPrivateKey:
    @pytest.mark.parametrize(("curve", "algorithm"), [(ec.SECP256R1(), "ES256"), (ec.SECP384R1(), "ES384"), (ec.SECP521R1(), "ES512")])
    def test_may_be_on_a_curve(self, tmp_path: Path, curve: ec.EllipticCurve, algorithm: str) -> None:
        path = tmp_path / "key.pem"
        path.write_bytes(pem(ec.generate_private_key(curve)))

        key = keys.private_key(path)

        read = jwt.decode(
            keys.signed(key, {"sub": "x"}), KeySet.import_key_set({"keys": keys.public_key_set(key)["keys"]}), algorithms=[algorithm]
        )
        assert (read.header["alg"], read.header["kid"]) == (algorithm, key.kid)

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"-----BEGIN PRIVATE KEY-----",
            pem(rsa.generate_private_key(65537, 1024)),  # noqa: S505  # too short on purpose
            pem(ed25519.Ed25519PrivateKey.generate()),
            pem(ec.generate_private_key(ec.SECP256K1())),
            ec.generate_private_key(ec.SECP256R1()).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"password")),
        ],
    )
    def test_is_refused_when_it_will_not_do(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "key.pem"
        path.write_bytes(content)

        with pytest.raises(WrongSettings, match=r"key\.pem"):
            keys.private_key(path)

    def test_is_never_made_in_production(self, tmp_path: Path, forged: ForgedProvider) -> None:
        path = tmp_path / "key.pem"
        production = settings(str(path), environment=Environment.PRODUCTION)

        with pytest.raises(WrongSettings):
            OpenIdProvider(production, clock=forged.clock, transport=forged.wire).public_keys()

        assert not path.exists()

    def test_may_be_an_rsa_key(self, tmp_path: Path) -> None:
        path = tmp_path / "key.pem"
        path.write_bytes(pem(rsa.generate_private_key(65537, 2048)))

        assert keys.private_key(path).alg == "RS256"


class TestPublicKeySet:
    def test_holds_nothing_private(self, tmp_path: Path) -> None:
        shown = keys.public_key_set(keys.private_key_or_new(tmp_path / "register.pem"))

        assert shown["keys"][0].keys() == {"kty", "crv", "x", "y", "use", "alg", "kid"}
