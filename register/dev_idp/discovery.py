"""What the provider publishes about itself: its endpoints, its abilities and its public keys."""

from typing import Any

from flask import Blueprint

from register.adapters.keys import CURVES, public_key_set
from register.dev_idp.clients import CODE_GRANT, MACHINE_GRANT
from register.dev_idp.provider import provider

blueprint = Blueprint("discovery", __name__)


@blueprint.get("/.well-known/openid-configuration")
def configuration() -> dict[str, Any]:
    issuer = provider().issuer
    return {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/authorize",
        "token_endpoint": f"{issuer}/token",
        "userinfo_endpoint": f"{issuer}/userinfo",
        "end_session_endpoint": f"{issuer}/logout",
        "jwks_uri": f"{issuer}/jwks",
        "scopes_supported": ["openid", "profile", "email"],
        "claims_supported": ["sub", "name", "preferred_username", "locale", "email", "email_verified", "auth_time", "nonce", "sid"],
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": [CODE_GRANT, MACHINE_GRANT],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": [str(provider().key.alg)],
        "token_endpoint_auth_methods_supported": ["private_key_jwt"],
        "token_endpoint_auth_signing_alg_values_supported": ["RS256", *CURVES.values()],
        "code_challenge_methods_supported": ["S256"],
        "prompt_values_supported": ["none", "login", "select_account"],
        "ui_locales_supported": ["nl", "en"],
        "request_parameter_supported": False,
        "request_uri_parameter_supported": False,
        "authorization_response_iss_parameter_supported": True,
        "backchannel_logout_supported": True,
        "backchannel_logout_session_supported": True,
    }


@blueprint.get("/jwks")
def jwks() -> dict[str, Any]:
    return public_key_set(provider().key)
