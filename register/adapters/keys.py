"""The key pair with which the register proves to the identity provider who it is (private_key_jwt).

In production the operator provides the file. In development it is made on
first use, by whichever process comes first, so that nobody has to.
"""

import os
import tempfile
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from register.settings import WrongSettings

RSA_BITS = 2048
CURVES = {"secp256r1": "ES256", "secp384r1": "ES384", "secp521r1": "ES512"}

PrivateKey = RSAKey | ECKey


def private_key(path: Path) -> PrivateKey:
    """Return the private key of a PEM file.

    Raises `WrongSettings` when the file is missing or holds something else.
    """
    try:
        pem = path.read_bytes()
        raw = load_pem_private_key(pem, password=None)
    except (OSError, ValueError, TypeError) as problem:
        raise WrongSettings(f"{path}: there is no readable private key in PEM form without a password.") from problem
    if isinstance(raw, RSAPrivateKey) and raw.key_size >= RSA_BITS:
        return _named(RSAKey.import_key(pem, {"use": "sig", "alg": "RS256"}))
    if isinstance(raw, EllipticCurvePrivateKey) and raw.curve.name in CURVES:
        return _named(ECKey.import_key(pem, {"use": "sig", "alg": CURVES[raw.curve.name]}))
    raise WrongSettings(f"{path}: the key must be RSA of at least {RSA_BITS} bits, or on one of the curves {', '.join(CURVES)}.")


def private_key_or_new(path: Path) -> PrivateKey:
    """Return the private key of a PEM file, which is made when it does not exist. For development only."""
    if not path.exists():
        _make(path)
    return private_key(path)


def public_key_set(key: PrivateKey) -> dict[str, Any]:
    """Return the public half as a JSON Web Key Set, for the identity provider to read."""
    return {"keys": [key.as_dict(private=False)]}


def signed(key: PrivateKey, claims: dict[str, Any], *, kind: str = "JWT") -> str:
    """Return the claims as a signed token of this kind (`typ`), with the key's own algorithm."""
    return jwt.encode({"typ": kind, "alg": str(key.alg), "kid": key.kid}, claims, key, algorithms=[str(key.alg)])


def _named(key: PrivateKey) -> PrivateKey:
    """Give the key its name (`kid`): the thumbprint, which both halves share."""
    key.ensure_kid()
    return key


def _make(path: Path) -> None:
    """Write a new key in one step: of two processes that start together one wins, and both read the same key."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    pem = ECKey.generate_key("P-256").as_pem(private=True)
    handle, name = tempfile.mkstemp(dir=path.parent)  # readable by its owner alone
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(pem)
        path.hardlink_to(unfinished)
    except FileExistsError:
        return
    finally:
        unfinished.unlink()
