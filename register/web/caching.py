"""What caches may keep of the public doors: a strong ETag, and 304 for whoever has the answer already.

What the public sees depends on the publication sequence, the Dutch day (with
it things become late), the program itself, the address and the representation,
and on nothing else: not on who asks. A glance at the sequence is enough to give
an answer again. A new one is made from a snapshot whose own sequence is read
first, so that it is never newer than its ETag says.
"""

import hashlib
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path

from flask import Response, make_response, request
from flask.typing import ResponseReturnValue

from register.domain.calendar import day_of
from register.queries.public_state import sequence_now
from register.web.compressing import compress_stream, wants_gzip
from register.web.context import now, wiring
from register.web.kept import answers
from register.web.pages import public_state

#: A minute without asking, and a minute more while asking: so soon everyone sees that something was withdrawn or redacted.
CACHE_CONTROL = "public, max-age=60, stale-while-revalidate=60"

#: What the ETag of a compressed answer ends with: other bytes, another strong ETag.
GZIP = "-gzip"

#: What answers are made of.
_PROGRAM = ("register", "public_site", "schemas")
_ENDINGS = {".py", ".html", ".po", ".json"}

View = Callable[..., ResponseReturnValue]


def cacheable(representation: str) -> Callable[[View], View]:
    """Let caches keep what a view answers to everyone alike. `representation` tells apart what one address can answer."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(*arguments: object, **values: object) -> Response:
            tag = etag(representation, sequence_now(wiring().database))
            kept = answers().get(tag)
            if kept is None and not _is_known(tag):
                tag = etag(representation, public_state().sequence)
                kept = answers().get(tag)
            if _is_known(tag):
                response = make_response("", 304)
            elif kept is not None:
                response = kept.response(wants_gzip=wants_gzip())
            else:
                response = _kept(tag, make_response(view(*arguments, **values)))
            if response.status_code in {200, 304}:
                is_compressed = "Content-Encoding" in response.headers if response.status_code == 200 else _is_known(tag + GZIP)
                response.set_etag(tag + GZIP if is_compressed else tag)
                response.headers["Cache-Control"] = CACHE_CONTROL
                response.vary.add("Accept-Encoding")
            else:
                response.headers.setdefault("Cache-Control", "no-store")
            return response

        return answer

    return decorate


def _kept(tag: str, response: Response) -> Response:
    """Keep what a view answers, where it can be kept, and return it as it will be answered again. A stream is not kept."""
    if response.status_code == 200 and response.is_streamed and not response.direct_passthrough and wants_gzip():
        compress_stream(response)
    if response.status_code != 200 or response.is_streamed or response.direct_passthrough:
        return response
    return answers().keep(tag, response).response(wants_gzip=wants_gzip())


def etag(representation: str, sequence: int) -> str:
    """Return the ETag of what this address answers at a publication sequence."""
    parts = (str(sequence), day_of(now()).isoformat(), build_id(), representation, request.full_path)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def _is_known(tag: str) -> bool:
    """Say whether the caller has this answer.

    A proxy that compresses makes an ETag weak. `*` asks whether there is
    anything at all, which only the view can say.
    """
    known = request.if_none_match
    return not known.star_tag and (known.contains_weak(tag) or known.contains_weak(tag + GZIP))


@cache
def build_id() -> str:
    """Name this build of the program, by its own files: a new release gives new answers."""
    root = Path(__file__).parents[2]
    digest = hashlib.sha256()
    for folder in _PROGRAM:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in _ENDINGS:
                digest.update(path.relative_to(root).as_posix().encode() + b"\n" + path.read_bytes())
    return digest.hexdigest()[:12]
