"""Reading requests: query parameters and JSON bodies, strictly, with every problem at once.

What is refused is refused in the words of the standard or of `schemas.rules`,
never in those of a library. A body is one JSON object (I-JSON, RFC 7493):
UTF-8, no key twice, no NaN, at most `DEEPEST` layers.
"""

import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, BinaryIO, NoReturn

from flask import Request, request
from marshmallow import RAISE, Schema, ValidationError
from webargs.flaskparser import FlaskParser
from werkzeug.exceptions import UnsupportedMediaType

from register.domain.standard.pointers import pointer
from register.domain.standard.problems import problem
from register.errors import Invalid, Problem
from register.web.context import wiring
from schemas.fields import Repeated
from schemas.rules import request_problem

#: A document of the standard has 6 layers.
DEEPEST = 20
#: What is larger than this waits on the disk.
_IN_MEMORY = 1024 * 1024

JSON = "application/json"
MERGE_PATCH = "application/merge-patch+json"


class InvalidRequest(Invalid):
    """A request that breaks rules outside its body; `where` says in which part."""

    def __init__(self, problems: list[Problem], where: str = "query") -> None:
        super().__init__(problems)
        self.where = where


class Parser(FlaskParser):
    """Parses what a view's schemas ask for, and refuses all else with 400."""

    DEFAULT_VALIDATION_STATUS = 400
    DEFAULT_UNKNOWN_BY_LOCATION = {"json": None, "merge_patch": None, "query": RAISE}  # noqa: RUF012  # webargs declares it as it is
    __location_map__ = {"json": "load_json", "merge_patch": "load_merge_patch", "query": "load_querystring"}  # noqa: RUF012

    def load_json(self, req: Request, schema: Schema) -> dict[str, Any]:
        """Return the JSON object in the body."""
        return body(JSON)

    def load_merge_patch(self, req: Request, schema: Schema) -> dict[str, Any]:
        """Return the JSON Merge Patch in the body."""
        return body(MERGE_PATCH)

    def load_querystring(self, req: Request, schema: Schema) -> dict[str, Any]:
        """Return the query parameters: a list where a field takes more than one."""
        multiple = {field.data_key or name for name, field in schema.fields.items() if getattr(field, "is_multiple", False)}
        return {name: _of_parameter(values, name in multiple) for name, values in req.args.lists()}

    def handle_error(self, error: ValidationError, req: Request, schema: Schema, **given: Any) -> NoReturn:
        """Raise the problems that the schema found."""
        ((where, messages),) = error.messages_dict.items()
        problems = [*_problems(messages, "", where)]
        raise InvalidRequest(problems) if where == "query" else Invalid(problems)


def refuse_unexpected(names: set[str]) -> None:
    """Refuse query parameters that are not among these. Raises `InvalidRequest`."""
    unknown = [request_problem(pointer(name), "unknown-parameter", name=name[:60]) for name in request.args if name not in names]
    if unknown:
        raise InvalidRequest(unknown)


def refuse_body() -> None:
    """Refuse content where none is expected. Raises `InvalidRequest`."""
    if request.get_data():
        raise InvalidRequest([request_problem("", "unexpected-body")], where="body")


@contextmanager
def content_of(media_type: str) -> Iterator[BinaryIO]:
    """Give the content of this request as a file, however large an import may be. Raises 413 beyond that, 415 for another media type."""
    if request.mimetype != media_type:
        raise UnsupportedMediaType(f"Send {media_type}.")
    request.max_content_length = wiring().settings.max_import_megabytes * 1024 * 1024
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as file:
        shutil.copyfileobj(request.stream, file)
        file.seek(0)
        yield file  # type: ignore[misc]  # it reads and seeks as a file does


def body(media_type: str) -> dict[str, Any]:
    """Return the JSON object in the body of this request. Raises `Invalid`, or 415 for another media type."""
    if request.mimetype != media_type:
        raise UnsupportedMediaType(f"Send {media_type}.")
    read = _read(request.get_data())
    if not isinstance(read, dict):
        raise Invalid([problem("", "wrong-type", wanted_nl="een object met onderdelen", wanted_en="an object with parts")])
    if _is_deeper_than(DEEPEST, read):
        raise Invalid([request_problem("", "too-deep", limit=DEEPEST)])
    return read


def _of_parameter(values: list[str], is_multiple: bool) -> Any:  # noqa: FBT001  # a fact of the field
    if is_multiple:
        return values
    return values[0] if len(values) == 1 else Repeated(values)


def _read(content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8"), object_pairs_hook=_object, parse_constant=_no_number)
    except UnicodeDecodeError:
        raise _malformed("geen UTF-8", "not UTF-8") from None
    except RecursionError:
        raise Invalid([request_problem("", "too-deep", limit=DEEPEST)]) from None
    except json.JSONDecodeError as fault:
        raise _malformed(f"fout bij teken {fault.pos}", f"wrong at character {fault.pos}") from None
    except ValueError:  # Python refuses to read a number of thousands of digits
        raise _malformed("een getal dat te groot is", "a number that is too large") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) < len(pairs):
        name = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        raise Invalid([request_problem("", "repeated-key", name=name[:60])])
    return read


def _no_number(constant: str) -> NoReturn:
    raise _malformed(f"{constant} is geen getal", f"{constant} is not a number")


def _malformed(what_nl: str, what_en: str) -> Invalid:
    return Invalid([request_problem("", "malformed-json", what_nl=what_nl, what_en=what_en)])


def _is_deeper_than(limit: int, value: Any) -> bool:
    """Say whether there are more layers than this; without recursion, because that is what deep nesting attacks."""
    layer = [value]
    for _ in range(limit):
        layer = [inner for outer in layer for inner in _inside(outer)]
        if not layer:
            return False
    return True


def _inside(value: Any) -> list[Any]:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [part for part in parts if isinstance(part, dict | list)]


def _problems(messages: Any, at: str, where: str) -> Iterator[Problem]:
    """Read marshmallow's errors: our own problems, or the name of a rule that a schema gave."""
    for name, found in messages.items():
        here = at + pointer(str(name))
        for message in [found] if isinstance(found, Mapping) else found:
            if isinstance(message, Mapping):
                yield from _problems(message, here, where)
            elif isinstance(message, Problem):
                yield message
            elif message != "unknown":
                yield problem(here, message)
            elif where == "query":
                yield request_problem(here, "unknown-parameter", name=str(name)[:60])
            else:
                yield problem(here, "unknown-key", name=str(name)[:60])
