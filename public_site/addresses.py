"""The addresses of pages: each page once, at a Dutch and an English address.

`page` also does what all pages do alike: it sets the language, reads the day
that is asked for, and lets caches keep the answer.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from flask import Blueprint, Response, g, make_response, render_template, request
from flask.typing import ResponseReturnValue

from public_site import as_of
from register.web import language
from register.web.caching import cacheable
from register.web.compressing import compress
from register.web.parameters import NotUnderstood

blueprint = Blueprint("public_site", __name__, template_folder="templates")

View = Callable[..., ResponseReturnValue]


def page(
    dutch: str,
    english: str,
    *,
    representation: str = "html",
    here: str = "",
    is_kept: bool = True,
    is_timeless: bool = False,
    methods: Sequence[str] = ("GET",),
) -> Callable[[View], View]:
    """Put a view at `/nl…` and `/en…`. The view takes what its address holds; `here` is the place in the main menu.

    Caches keep the answer, unless its address or its form holds what somebody said (`is_kept` is False). Links lead on to the same day as
    the page that they stand on, unless the page they lead to is the same on every day (`is_timeless`).
    """

    def decorate(view: View) -> View:
        answer = cacheable(representation)(view) if is_kept else _unkept(view)

        @wraps(view)
        def shown(**values: Any) -> Response:
            language.use(values.pop("language"))
            g.here = here
            return make_response(as_of.take(request) or answer(**values))

        shown.is_timeless = is_timeless  # type: ignore[attr-defined]  # `page_url` reads it

        for name, path in zip(language.LANGUAGES, (dutch, english), strict=True):
            blueprint.add_url_rule(f"/{name}{path}", endpoint=view.__name__, view_func=shown, methods=methods, defaults={"language": name})
        return shown

    return decorate


def _unkept(view: View) -> Callable[..., Response]:
    """Let no cache keep what a view answers, and tell no other site of its address."""

    @wraps(view)
    def answer(**values: Any) -> Response:
        response = make_response(view(**values))
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        if _may_compress():
            compress(response)
        return response

    return answer


def _may_compress() -> bool:
    """Say whether the length of an answer can betray nothing.

    A compressed page is shorter where what somebody else put in its address
    occurs in it again, so that a secret beside it can be guessed sign by sign
    (BREACH). The address of a letter holds its token, which is such a secret; a
    form that was sent holds what somebody typed. The other pages hold none: no
    visitor has a session, and the mark of a form says only when it was made.
    """
    return request.method == "GET" and "token" not in (request.view_args or {})


def also_known_as(endpoint: str, dutch: str, english: str) -> None:
    """Give a page a second name by which its address can be made."""
    for name, path in zip(language.LANGUAGES, (dutch, english), strict=True):
        blueprint.add_url_rule(f"/{name}{path}", endpoint=endpoint, defaults={"language": name}, build_only=True)


@blueprint.errorhandler(NotUnderstood)
def not_understood(problem: NotUnderstood) -> ResponseReturnValue:
    """Say what the address asks that cannot be, with everything that was typed still there."""
    answer = make_response(
        render_template("public_site/not_understood.html", problems=problem.problems, given=request.args, typed=as_of.typed(request)), 400
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer


@blueprint.before_app_request
def language_of_address() -> None:
    """Answer in the language in which the address begins, also when there is no such page."""
    beginning = request.path.split("/", 2)[1]
    for name in language.LANGUAGES:
        if beginning == name:
            language.use(name)
