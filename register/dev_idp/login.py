"""The page on which people choose who they are, and the code that the client gets for it."""

import secrets
from urllib.parse import urlencode

from flask import Blueprint, current_app, redirect, render_template, request
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.wrappers import Response

from register.dev_idp import authorization_requests, sessions
from register.dev_idp.accounts import ACCOUNTS, ORGANISATIONS, ROLES, Account
from register.dev_idp.authorization_requests import Asked, NotOurs, RefusedOpenly
from register.dev_idp.memory import CODE_LIFE, Code, Session
from register.dev_idp.provider import provider
from register.web import language

#: Seconds that the login page may stay open.
PAGE_LIFE = 1800

blueprint = Blueprint("login", __name__)


@blueprint.get("/")
def home() -> str:
    """Say what this is, to whoever comes here without being sent."""
    return render_template("home.html", register_url=provider().register_url, who=_who())


@blueprint.route("/authorize", methods=["GET", "POST"])
def authorize() -> str | Response:
    """Show the login page to whom a client sends, or answer at once where the client asks for that."""
    fields = request.args if request.method == "GET" else request.form
    _speak(fields.get("ui_locales", ""))
    asked = authorization_requests.read(fields, clients=provider().clients, issuer=provider().issuer)
    if "none" in asked.prompt:
        return _answered_silently(asked)
    return render_template(
        "login.html",
        groups=_groups(),
        roles=ROLES,
        who=_who(),
        asked=_serializer().dumps(asked.stored()),
        csrf=sessions.csrf(),
        languages={code: f"?{urlencode({**fields.to_dict(), 'ui_locales': code})}" for code in language.LANGUAGES},
    )


@blueprint.post("/login")
def login() -> Response:
    """Log in as the chosen account and send the browser back with a code."""
    sessions.check_csrf()
    try:
        asked = Asked.restored(_serializer().loads(request.form.get("asked", ""), max_age=PAGE_LIFE))
    except BadSignature as problem:
        raise NotOurs("asked") from problem
    account = ACCOUNTS.get(request.form.get("subject", ""))
    if account is None:
        raise NotOurs("subject")
    return _answered(asked, sessions.begin(account.subject))


@blueprint.app_errorhandler(RefusedOpenly)
def tell_client(problem: RefusedOpenly) -> Response:
    return redirect(problem.address, 303)


@blueprint.app_errorhandler(NotOurs)
def tell_person(problem: NotOurs) -> tuple[str, int]:
    return render_template("refused.html", what=str(problem), register_url=provider().register_url), 400


def _answered_silently(asked: Asked) -> Response:
    known = sessions.current()
    if known is None or (asked.max_age is not None and provider().now() - known.since > asked.max_age):
        answer = {"error": "login_required", "state": asked.state, "iss": provider().issuer}
        return redirect(authorization_requests.address(asked.redirect_uri, answer), 303)
    return _answered(asked, known)


def _answered(asked: Asked, known: Session) -> Response:
    """Send the browser back with a code for this session."""
    value = secrets.token_urlsafe(32)
    code = Code(
        client_id=asked.client_id,
        redirect_uri=asked.redirect_uri,
        nonce=asked.nonce,
        challenge=asked.challenge,
        scope=asked.scope,
        session=known,
    )
    provider().memory.codes.put(value, code, seconds=CODE_LIFE)
    answer = {"code": value, "state": asked.state, "iss": provider().issuer}
    return redirect(authorization_requests.address(asked.redirect_uri, answer), 303)


def _groups() -> list[tuple[str, list[Account]]]:
    """Return the accounts under their headings: by organisation, for the whole register, and still without a role."""
    everyone = list(ACCOUNTS.values())
    return [
        *((words[language.current()], [one for one in everyone if one.organisation == key]) for key, words in ORGANISATIONS.items()),
        (language.gettext("For the whole register"), [one for one in everyone if one.role and not one.organisation]),
        (language.gettext("New here"), [one for one in everyone if not one.role]),
    ]


def _who() -> Account | None:
    known = sessions.current()
    return ACCOUNTS[known.subject] if known else None


def _speak(ui_locales: str) -> None:
    """Use the first language that the client asks for and that the pages have."""
    for tag in ui_locales.split():
        for code in language.LANGUAGES:
            if tag.lower().split("-")[0] == code:
                language.use(code)
                return


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="authorization request")
