"""The OpenAPI document: what all operations have in common, and the document as a whole.

What a view reads and answers is documented by its own decorators; what the
conventions add to that is added here, from the marks that `frame` leaves.
"""

from http import HTTPStatus
from typing import Any

from register.api.problems import DETAILS, MEDIA_TYPE
from register.settings import Settings
from schemas.changes import HIGHEST_VERSION
from schemas.documents import COMPONENTS
from schemas.json_values import NUMBER
from schemas.problems import ProblemSchema

VERSION = "1.0.0"
OPENAPI = "3.1.0"

INTRODUCTION = """\
What public bodies say about the algorithms and generative AI that they use, for everyone to read; and, with a token,
the working copies of one's own body.

Public reads need no token and may be cached. Dates are days in the Netherlands, moments are UTC. Members of answers are
in camelCase; inside `document` they have the names of the standard, which is at `/standard`. All that is wrong with a
request is listed at once, in Dutch and English. `docs/api.md` explains the conventions.
"""

#: On every answer.
HEADERS: dict[str, dict[str, Any]] = {
    "API-Version": {"description": "The version of the API (semantic versioning).", "schema": {"type": "string"}, "required": True},
    "X-Request-Id": {"description": "By which the request is found in the log.", "schema": {"type": "string"}, "required": True},
}
#: On some.
MORE_HEADERS: dict[str, dict[str, Any]] = {
    "ETag": {"description": "The revision of what is answered.", "schema": {"type": "string"}},
    "Link": {"description": "The first page and the next (RFC 8288).", "schema": {"type": "string"}},
    "Location": {"description": "Where it is from now on.", "schema": {"type": "string", "format": "uri"}},
}
PARAMETERS: dict[str, dict[str, Any]] = {
    "If-Match": {
        "description": "The ETag of the revision that was changed. One strong ETag; `*` is refused.",
        "schema": {"type": "string", "pattern": '^"[0-9]{9}-[0-9]+"$'},
        "required": True,
        "example": '"123456782-4"',
    },
    "If-None-Match": {
        "description": "The ETag of the answer that the caller has.",
        "schema": {"type": "string"},
        "example": '"5d41402abc4b2a76b9719d911017c592"',
    },
}
#: What an answer has with which the next change can be made, and one that tells of something new.
REVISED = {"ETag": "ETag"}
CREATED = REVISED | {"Location": "Location"}
#: What a page of a list has.
PAGED = {"Link": "Link"}
#: Answers that tell what went wrong.
PROBLEMS = (400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 428, 429, 500, 503)
_EXAMPLES = {404: "not-found", 429: "too-many-requests", 410: "withdrawn", 412: "stale", 428: "revision-missing"}


def options(settings: Settings, root: str) -> dict[str, Any]:
    """Return what the document says of the API as a whole."""
    contact = {"name": "The register", "email": settings.contact_email, "url": settings.base_url}
    licence = {"name": "European Union Public Licence 1.2", "identifier": "EUPL-1.2"}
    return {
        "title": "Register of algorithms and generative AI",
        "version": VERSION,
        "openapi_version": OPENAPI,
        "info": {"description": INTRODUCTION, "contact": contact, "license": licence},
        "servers": [{"url": settings.base_url + root, "description": "This register"}],
        "externalDocs": {"url": settings.base_url + root + "/standard", "description": "The standard: fields, limits and words"},
    }


def add_components(spec: Any) -> None:
    """Add what operations refer to."""
    token = {"type": "http", "scheme": "bearer", "bearerFormat": "JWT", "description": "An access token of a client (RFC 9068)."}
    spec.components.security_scheme("token", token)
    for name, schema in COMPONENTS.items():
        spec.components.schema(name, schema)
    for name, header in (HEADERS | MORE_HEADERS).items():
        spec.components.header(name, header, lazy=True)
    for name, parameter in PARAMETERS.items():
        spec.components.parameter(name, "header", {"name": name, **parameter}, lazy=True)
    for status in PROBLEMS:
        spec.components.response(HTTPStatus(status).name, _problem(status), lazy=True)


def conventions(doc: dict[str, Any], info: dict[str, Any], *, method: str, **given: Any) -> dict[str, Any]:
    """Add to an operation what every operation of its sort has."""
    marks = info.get("conventions", {})
    doc["operationId"] = marks["operation"]
    doc["security"] = [{"token": []}] if marks["needs"] else []
    if marks.get("takes_file"):
        doc["requestBody"] = {"required": True, "content": {"application/json": {"schema": marks["takes_file"]}}}
    parameters = doc.setdefault("parameters", [])
    if marks.get("is_on_revision"):
        parameters.append("If-Match")
    if marks.get("is_cached"):
        parameters.append("If-None-Match")
    responses = doc["responses"] = {str(status): answer for status, answer in doc.get("responses", {}).items()}
    for status, answer in responses.items():
        if isinstance(answer, dict) and status.startswith("2"):
            own = {"ETag": "ETag"} if marks.get("is_cached") else {}
            answer["headers"] = {name: name for name in HEADERS} | own | answer.get("headers", {})
    if marks.get("is_cached"):
        responses["304"] = {"description": "The caller has this answer.", "headers": {name: name for name in (*HEADERS, "ETag")}}
    for status in sorted(_statuses(marks, "requestBody" in doc)):
        responses.setdefault(str(status), HTTPStatus(status).name)
    return doc


def _statuses(marks: dict[str, Any], has_body: bool) -> set[int]:  # noqa: FBT001  # a fact of the operation
    """Return the statuses of the problems that an operation can have."""
    statuses = {400, 429, 500}
    if marks["needs"]:
        statuses |= {401, 403, 503}
    if marks["has_path"]:
        statuses |= {404}
    if has_body:
        statuses |= {413, 415}
    if marks.get("is_on_revision"):
        statuses |= {409, 412, 428}
    return statuses


def _problem(status: int) -> dict[str, Any]:
    answer: dict[str, Any] = {"schema": ProblemSchema}
    if status in _EXAMPLES:
        code = _EXAMPLES[status]
        answer["example"] = {"status": status, "title": HTTPStatus(status).phrase, "detail": DETAILS[code], "code": code}
    return {"description": HTTPStatus(status).phrase, "headers": {name: name for name in HEADERS}, "content": {MEDIA_TYPE: answer}}


def own_schema(_converter: Any, field: Any, *, ret: dict[str, Any], **given: Any) -> dict[str, Any]:
    """Describe our own fields by the JSON Schema that they carry. A default that says nothing is left out."""
    if ret.get("default", ...) in (None, ""):
        del ret["default"]
    schema: dict[str, Any] | None = getattr(field, "schema", None)
    return schema if isinstance(schema, dict) else {}


def number_schema(_converter: Any) -> dict[str, Any]:
    """Describe a number of the register in an address."""
    return {"type": "string", "pattern": NUMBER, "examples": ["123456782"]}


def version_schema(_converter: Any) -> dict[str, Any]:
    """Describe the number of a version in an address."""
    return {"type": "integer", "minimum": 1, "maximum": HIGHEST_VERSION}
