"""Errors as HTTP: the one table from the register's errors to a status, and the pages that people see.

The API answers with problem documents of its own (`register.api.problems`);
everything else gets a page in the language of the request.
"""

import logging

from flask import Flask, g, make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from register import errors
from register.web import refusals
from register.web.context import request_id
from register.web.rate_limits import retry_after

log = logging.getLogger(__name__)

STATUS: dict[type[errors.RegisterError], int] = {
    errors.NotFound: 404,
    errors.NotAllowed: 403,
    errors.NotLoggedIn: 401,
    errors.LoginFailed: 401,
    errors.WrongState: 409,
    errors.Stale: 412,
    errors.RevisionMissing: 428,
    errors.Conflict: 409,
    errors.Gone: 410,
    errors.Invalid: 400,
    errors.Unavailable: 503,
}

#: The statuses that have words of their own on the page; the others borrow those of their family.
_PAGES = (400, 401, 403, 404, 405, 409, 410, 412, 413, 428, 429, 500, 503)


def install(app: Flask) -> None:
    """Answer every error with a page. A door may handle its own errors first."""
    app.register_error_handler(HTTPException, http_page)
    app.register_error_handler(errors.RegisterError, register_page)
    app.register_error_handler(Exception, fault_page)


def page(status: int, *, retry_after: int | None = None) -> Response:
    """Return the page for a status, of the work place under /backoffice and of the public site elsewhere."""
    family = status if status in _PAGES else 400 if status < 500 else 500
    g.is_fault = status >= 500
    template = "errors/work.html" if request.path.startswith("/backoffice") else "errors/public.html"
    response = make_response(render_template(template, status=family, request_id=request_id(), retry_after=retry_after), status)
    response.headers["Cache-Control"] = "no-store"
    if retry_after is not None:
        response.headers["Retry-After"] = str(retry_after)
    return response


def http_page(error: HTTPException) -> Response:
    """Answer an error of HTTP itself."""
    if error.code is None or error.code < 400:
        return error.get_response()
    return page(error.code, retry_after=retry_after())


def register_page(error: errors.RegisterError) -> Response:
    """Answer an error of the register; whoever only has to log in is sent there."""
    if isinstance(error, errors.NotLoggedIn) and request.method == "GET":
        return redirect(url_for("web.login", next=request.full_path.rstrip("?")), 303)
    if isinstance(error, errors.NotAllowed):
        refusals.note(error)
    return page(STATUS.get(type(error), 500), retry_after=error.details.get("retry_after"))


def fault_page(error: Exception) -> Response:
    """Answer a fault of our own."""
    log.error("fault in request %s", request_id(), exc_info=error)
    return page(500)
