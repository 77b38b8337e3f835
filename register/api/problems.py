"""What the API answers when it refuses or fails: problem documents (RFC 9457), with all that is wrong at once.

`code` is permanent; `errors` say per fault where it is, which rule is broken
and what to do, in Dutch and English. 404 and 405 say the same bytes whatever
was asked for, so that what may not be known cannot be told from what is not
there; their request id is in the header only.
"""

import logging
from typing import Any

import orjson
from flask import Response, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed
from werkzeug.http import HTTP_STATUS_CODES
from werkzeug.wrappers import Response as BaseResponse

from register import errors
from register.api.parsing import MERGE_PATCH, InvalidRequest
from register.web import refusals
from register.web.context import request_id
from register.web.errors import STATUS
from register.web.rate_limits import retry_after

log = logging.getLogger(__name__)

MEDIA_TYPE = "application/problem+json"

#: What each code means, for people. The codes of the register's own errors, then those of HTTP.
DETAILS = {
    "not-found": "There is nothing here, or you may not know whether there is.",
    "not-allowed": "You may read this but not do this to it.",
    "not-logged-in": "Send a valid token: Authorization: Bearer …",
    "wrong-state": "This step is not open from the state that the registration is in.",
    "stale": "Somebody changed this since you read it. Read it again, and make your change on what is there now.",
    "revision-missing": "Say which revision you changed: send the ETag that you read as If-Match. ‘*’ is not enough.",
    "conflict": "This clashes with something that exists already.",
    "gone": "This was public once and is not any more.",
    "withdrawn": "This registration was withdrawn. Its versions remain.",
    "redacted": "The content of this version was lawfully redacted.",
    "invalid": "What you sent breaks rules. All of them are listed.",
    "unavailable": "A part that this needs is not there now.",
    "bad-request": "This is not a request that the server understands.",
    "method-not-allowed": "This address does not do that; the header Allow says what it does.",
    "too-large": "This is more than the server takes at once.",
    "unsupported-media-type": "Send the media type that this address takes.",
    "too-many-requests": "You ask too often. The header Retry-After says in how many seconds you may ask again.",
    "fault": "Something went wrong on our side. Tell us the request id.",
}
_CODES = {
    400: "bad-request",
    404: "not-found",
    405: "method-not-allowed",
    413: "too-large",
    415: "unsupported-media-type",
    429: "too-many-requests",
    500: "fault",
    503: "unavailable",
}
#: How many faults are listed: all that a person could put right, and not so many that asking wrongly is a weapon.
MOST = 1000
#: What an error may tell of itself.
_SAID = ("permission", "reason", "state", "step", "pointer")


def of_http(error: HTTPException) -> BaseResponse:
    """Answer an error of HTTP itself, such as an unknown address."""
    status = error.code or 500
    if status < 400:
        return error.get_response()
    headers = {}
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        headers["Allow"] = ", ".join(sorted(error.valid_methods))
    if status == 415 and request.method == "PATCH":
        headers["Accept-Patch"] = MERGE_PATCH
    if status == 429:
        headers["Retry-After"] = str(retry_after() or 60)
    return problem_document(status, _CODES.get(status, "bad-request" if status < 500 else "fault"), headers=headers)


def of_register(error: errors.RegisterError) -> Response:
    """Answer an error of the register: one table from class to status, shared with the pages."""
    status = next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)
    headers: dict[str, str] = {}
    members: dict[str, Any] = {}
    code = error.code
    if isinstance(error, errors.NotAllowed):
        refusals.note(error)
    if isinstance(error, errors.Invalid):
        where = error.where if isinstance(error, InvalidRequest) else "body"
        members["errors"] = [{"in": where, **problem_member(each)} for each in error.problems[:MOST]]
        members |= {"omitted": len(error.problems) - MOST} if len(error.problems) > MOST else {}
    elif isinstance(error, errors.NotLoggedIn):
        fault = "" if error.details.get("reason") == "no-token" else ', error="invalid_token"'
        headers["WWW-Authenticate"] = f'Bearer realm="register"{fault}'
    elif isinstance(error, errors.Unavailable):
        headers["Retry-After"] = str(error.details.get("retry_after", 60))
    elif isinstance(error, errors.Stale):
        members |= {"etag": f'"{error.details["number"]}-{error.details["current"]}"'} if "current" in error.details else {}
    elif isinstance(error, errors.Gone):
        code = error.details.get("why", code)
        members |= {name: detail for name, detail in error.details.items() if name != "why"}
    elif not isinstance(error, errors.NotFound):
        members |= {
            name: error.details[name] for name in ("permission", "reason", "state", "step", "etag", "pointer") if name in error.details
        }
    return problem_document(status, code, headers=headers, **members)


def of_fault(error: Exception) -> Response:
    """Answer a fault of our own, and tell the log all that the answer does not."""
    log.error("fault in request %s", request_id(), exc_info=error)
    return problem_document(500, "fault")


def problem_document(status: int, code: str, *, headers: dict[str, str] | None = None, **members: Any) -> Response:
    """Return a problem document."""
    document = {"status": status, "title": HTTP_STATUS_CODES[status], "detail": DETAILS[code], "code": code}
    if status not in {404, 405}:
        document["requestId"] = request_id()
    content = orjson.dumps(document | members, option=orjson.OPT_UTC_Z)
    response = Response(content, status, {"Cache-Control": "no-store", **(headers or {})}, content_type=MEDIA_TYPE)
    response.headers["Content-Language"] = "en"
    return response


def problem_member(problem: errors.Problem) -> dict[str, Any]:
    """Return one fault as it stands in a problem document."""
    said = {part: {language: _sendable(text) for language, text in texts.items()} for part, texts in _texts(problem)}
    return {"pointer": _sendable(problem.pointer), "rule": problem.rule, **said}


def _texts(problem: errors.Problem) -> tuple[tuple[str, dict[str, str]], ...]:
    return ("message", problem.message), ("remedy", problem.remedy)


def _sendable(text: str) -> str:
    """Return a text that may quote what was sent, in a form that can be sent back: half a character has none in UTF-8."""
    return text.encode("utf-8", "backslashreplace").decode()
