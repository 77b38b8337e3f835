"""Gets an access token for a demonstration machine: `python -m register.dev_idp.machine waterlede-machine`.

It does what a supplier's program would do: prove with its own key who it is,
and ask for a token that is good for the register's API.
"""

import os
import secrets
import sys
import time

import requests

from register.adapters.keys import private_key_or_new, signed
from register.adapters.oidc_client import ASSERTION_LIFE, ASSERTION_TYPE
from register.dev_idp.accounts import MACHINES
from register.dev_idp.app import issuer
from register.dev_idp.clients import MACHINE_GRANT, machine_key_path
from register.settings import Settings, read


def token_request(settings: Settings, client_id: str, *, now: int) -> dict[str, str]:
    """Return the form that asks for a token."""
    claims = {
        "iss": client_id,
        "sub": client_id,
        "aud": issuer(settings),
        "iat": now,
        "exp": now + ASSERTION_LIFE,
        "jti": secrets.token_urlsafe(32),
    }
    return {
        "grant_type": MACHINE_GRANT,
        "resource": settings.token_audience,
        "client_assertion_type": ASSERTION_TYPE,
        "client_assertion": signed(private_key_or_new(machine_key_path(settings, client_id)), claims),
    }


def main() -> None:
    """Print a token."""
    names = sys.argv[1:] or ["waterlede-machine"]
    if len(names) != 1 or names[0] not in MACHINES:
        sys.exit(f"Choose one of {', '.join(MACHINES)}.")
    settings = read(os.environ)
    with requests.Session() as http:
        http.trust_env = False
        try:
            answer = http.post(f"{issuer(settings)}/token", data=token_request(settings, names[0], now=int(time.time())), timeout=10)
        except requests.ConnectionError:
            sys.exit(f"{issuer(settings)} does not answer. Start it with: python -m register.dev_idp")
    sys.stdout.write(answer.json().get("access_token", answer.text) + "\n")


if __name__ == "__main__":
    main()
