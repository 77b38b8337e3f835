"""The frame of the API: flask-smorest's `Api` and `Blueprint`, each with what every door of ours keeps to.

A view declares who may call it, with `public` or `needs`; one that does not
cannot be registered. Decorators stand in the order route, who, revision or
cached, arguments, response.
"""

from collections.abc import Callable
from copy import deepcopy
from functools import wraps
from threading import Lock
from typing import Any, ClassVar

import flask_smorest
from flask import Flask, Response, make_response, request
from flask_smorest.spec import FlaskPlugin

from register.api import openapi, revisions
from register.api.answers import ROOT
from register.api.parsing import JSON, MERGE_PATCH, Parser, content_of, refuse_body, refuse_unexpected
from register.domain.permissions import Permission
from register.errors import NotAllowed
from register.queries import entries as asked
from register.settings import Settings
from register.web import caching
from register.web.context import reading
from register.web.converters import NumberConverter, VersionConverter
from register.web.machines import calling_actor
from schemas import documents

View = Callable[..., Any]

#: Answers that are used for editing are kept nowhere, and changed by nobody on the way.
PRIVATE = "no-store, no-transform"


class Blueprint(flask_smorest.Blueprint):
    """The views of one noun."""

    ARGUMENTS_PARSER = Parser()
    DEFAULT_LOCATION_CONTENT_TYPE_MAPPING: ClassVar[dict[str, str]] = {"json": JSON, "merge_patch": MERGE_PATCH}

    def __init__(self, noun: str, import_name: str, *, description: str, is_open_to_scripts: bool = False) -> None:
        super().__init__(f"api-{noun}", import_name, url_prefix=ROOT, description=description)
        self.noun = noun
        self._prepare_doc_cbks.append(openapi.conventions)
        if is_open_to_scripts:
            self.after_request(open_to_scripts)

    def add_url_rule(self, rule: str, endpoint: str | None = None, view_func: View | None = None, *given: Any, **options: Any) -> None:
        """Register a view, which must say who may call it."""
        if view_func is None or not hasattr(view_func, "needs"):
            raise TypeError(f"{rule}: declare who may call this, with public or needs")
        view = _marked(_strict(view_func), operation=f"{self.noun}.{view_func.__name__}", has_path="<" in rule)
        super().add_url_rule(rule, endpoint, view, *given, **options | {"tags": [self.noun]})

    @staticmethod
    def public(view: View) -> View:
        """Declare that everyone may call this; credentials are ignored."""
        return _marked(view, needs=None)

    @staticmethod
    def needs(permission: Permission) -> Callable[[View], View]:
        """Declare which permission this needs; the service decides.

        The caller must be a machine that the register knows. A view on one
        entry is given it as `entry`, when the caller may read it; else there
        is none, whatever else may be wrong with the request.
        """

        def decorate(view: View) -> View:
            takes_body = bool(_locations(view) & {"json", "merge_patch"}) or getattr(view, "takes_file", False)

            @wraps(view)
            def answer(*arguments: Any, **values: Any) -> Response:
                actor = calling_actor()
                if "number" in values:
                    values["entry"] = asked.by_number(reading(), values.pop("number"), actor)
                elif actor.organisations(permission) == frozenset():
                    raise NotAllowed(f"{permission} is needed", permission=permission)
                if not takes_body and request.method not in {"GET", "HEAD"}:
                    refuse_body()
                response = make_response(view(*arguments, **values))
                response.headers["Cache-Control"] = PRIVATE
                return response

            return _marked(answer, needs=permission)

        return decorate

    @staticmethod
    def on_revision(view: View) -> View:
        """Change something that others may change too: the caller says on which `revision` (If-Match)."""

        @wraps(view)
        def answer(*arguments: Any, **values: Any) -> Any:
            return view(*arguments, revision=revisions.required(values["entry"]), **values)

        return _marked(answer, is_on_revision=True)

    @staticmethod
    def takes_file(schema: dict[str, Any]) -> Callable[[View], View]:
        """Give the view the content as a `file` that it can read more than once: JSON, as large as imports may be."""

        def decorate(view: View) -> View:
            @wraps(view)
            def answer(*arguments: Any, **values: Any) -> Any:
                with content_of(JSON) as file:
                    return view(*arguments, file=file, **values)

            return _marked(answer, takes_file=schema)

        return decorate

    @staticmethod
    def cached(view: View) -> View:
        """Let caches keep the answer, and answer 304 without asking the database for more than its state."""
        return _marked(caching.cacheable("json")(view), is_cached=True)


class Api(flask_smorest.Api):
    """The API as a whole. Errors are answered by `register.api.problems`, and only under its own addresses."""

    DEFAULT_ERROR_RESPONSE_NAME = None

    def __init__(self, app: Flask, settings: Settings) -> None:
        super().__init__(app, spec_kwargs=openapi.options(settings, ROOT) | {"flask_plugin": _Paths()})
        self._blueprints: list[Blueprint] = []
        self._document: dict[str, Any] = {}
        self._writing = Lock()

    def register_blueprint(self, blueprint: Blueprint) -> None:
        """Register the views of a noun."""
        self._app.register_blueprint(blueprint)
        self._blueprints.append(blueprint)

    def document(self) -> dict[str, Any]:
        """Return the OpenAPI document; it is made when somebody first asks for it."""
        with self._writing:
            if not self._document:
                self._document = self._written()
        return self._document

    def _written(self) -> dict[str, Any]:
        for blueprint in self._blueprints:
            blueprint.register_views_in_doc(self, self._app, self.spec, name=blueprint.name, parameters=None)
            self.spec.tag({"name": blueprint.noun, "description": blueprint.description})
        document: dict[str, Any] = self.spec.to_dict()
        del document["paths"]["/"]  # the server's own address, which has no name below it
        for name, text in documents.TEXTS.items():  # they pass on all that they are given, for the standard to judge
            document["components"]["schemas"][name] |= {"description": text, "additionalProperties": False}
        return document

    def _register_error_handlers(self) -> None:
        """Leave the errors of the rest of the app alone."""

    def _register_responses(self) -> None:
        """Add what operations refer to, in place of flask-smorest's own forms of errors."""
        self.ma_plugin.converter.add_attribute_function(openapi.own_schema)
        openapi.add_components(self.spec)

    def _register_etag_headers(self) -> None:
        """Leave flask-smorest's ETags out: ours are documented in `openapi`."""

    def _register_pagination_header(self) -> None:
        """Leave flask-smorest's pages out: ours are in `answers`."""


class _Paths(FlaskPlugin):
    """Writes addresses in the OpenAPI document from the address of its server on."""

    def __init__(self) -> None:
        super().__init__()
        self.register_converter(NumberConverter, openapi.number_schema)
        self.register_converter(VersionConverter, openapi.version_schema)

    def path_helper(self, rule: Any, **given: Any) -> str:
        path: str = super().path_helper(rule, **given)
        return path.removeprefix(ROOT) or "/"


def open_to_scripts(response: Response) -> Response:
    """Let scripts of any site read what everyone may read (CORS)."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Expose-Headers"] = "API-Version, ETag, Link, X-Request-Id"
    if request.method == "OPTIONS":
        response.headers["Access-Control-Allow-Headers"] = "If-None-Match"
    return response


def _marked(view: View, **marks: Any) -> View:
    """Leave marks on a view: for the program (`needs`), and for the OpenAPI document."""
    documentation = deepcopy(getattr(view, "_apidoc", {}))
    documentation["conventions"] = documentation.get("conventions", {}) | marks
    vars(view).update(marks, _apidoc=documentation)
    return view


def _locations(view: View) -> set[str]:
    """Return from which parts of a request the schemas of a view read."""
    parameters = getattr(view, "_apidoc", {}).get("arguments", {}).get("parameters", [])
    return {parameter["in"] for parameter in parameters}


def _strict(view: View) -> View:
    """Refuse query parameters where no schema reads any."""
    if "query" in _locations(view):
        return view

    @wraps(view)
    def answer(*arguments: Any, **values: Any) -> Any:
        refuse_unexpected(set())
        return view(*arguments, **values)

    return answer
