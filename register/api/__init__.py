"""The JSON door: `/api/v1`, one blueprint per noun."""

from collections.abc import Callable
from typing import Any

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from register.api import (
    changes,
    classifications,
    documentation,
    entries,
    entry_classifications,
    health,
    imports,
    organisations,
    principles,
    problems,
    products,
    publication,
    questions,
    registrations,
    remarks,
    standard,
    statistics,
    versions,
)
from register.api.answers import ROOT
from register.api.frame import Api
from register.api.openapi import VERSION
from register.errors import RegisterError
from register.settings import Settings
from register.web import converters, errors
from register.web.context import wiring

BLUEPRINTS = (
    registrations.blueprint,
    versions.blueprint,
    questions.blueprint,
    organisations.blueprint,
    products.blueprint,
    changes.blueprint,
    standard.blueprint,
    statistics.blueprint,
    classifications.blueprint,
    principles.blueprint,
    entries.blueprint,
    entry_classifications.blueprint,
    publication.blueprint,
    remarks.blueprint,
    imports.blueprint,
    documentation.blueprint,
    health.blueprint,
)


def install(app: Flask) -> None:
    """Open this door."""
    with app.app_context():
        app.extensions["register-api"] = _registered(app, wiring().settings)
    app.register_error_handler(HTTPException, _either(problems.of_http, errors.http_page))
    app.register_error_handler(RegisterError, _either(problems.of_register, errors.register_page))
    app.register_error_handler(Exception, _either(problems.of_fault, errors.fault_page))
    app.after_request(_with_version)


def document(settings: Settings) -> dict[str, Any]:
    """Return the OpenAPI document of a register with these settings, without opening its database."""
    return _registered(Flask("register"), settings).document()


def _registered(app: Flask, settings: Settings) -> Api:
    converters.install(app)
    api = Api(app, settings)
    for blueprint in BLUEPRINTS:
        api.register_blueprint(blueprint)
    return api


def _either(problem: Callable[[Any], Any], page: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Answer an error under the API's addresses with a problem document, and elsewhere with a page."""

    def answer(error: Any) -> Any:
        return problem(error) if _is_ours() else page(error)

    return answer


def _is_ours() -> bool:
    return request.path == "/api" or request.path.startswith("/api/")


def _with_version(response: Response) -> Response:
    if _is_ours():
        response.headers["API-Version"] = VERSION
    return response


__all__ = ["ROOT", "document", "install"]
