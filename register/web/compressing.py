"""Fewer bytes on the way: texts are compressed for whoever can read that, with an ETag of their own (RFC 9110, 8.8.3.3)."""

import gzip
import zlib
from collections.abc import Iterable, Iterator
from typing import cast

from flask import Flask, Response, request

#: Smaller texts would hardly become smaller.
_SMALLEST = 1_000
_LEVEL = 6
_TEXTS = frozenset(
    {
        "text/html", "text/css", "text/javascript", "text/plain", "text/csv", "text/turtle", "application/json",
        "application/problem+json", "image/svg+xml",
    }
)  # fmt: skip
#: What is made with the program and has the hash of its content in its name.
_FOR_EVER = "/static/built/"


def wants_gzip() -> bool:
    """Say whether this caller can read a compressed answer."""
    return request.accept_encodings["gzip"] > 0


def compressed(response: Response) -> bytes | None:
    """Return the body of an answer compressed, or None for what is small, no text, or has a digest of its bytes."""
    if response.is_streamed or not _may_compress(response):
        return None
    body = response.get_data()
    return gzip.compress(body, _LEVEL, mtime=0) if len(body) >= _SMALLEST else None


def compress_stream(response: Response) -> None:
    """Compress an answer while it is read, piece by piece, unless it is no text or has a digest of its bytes."""
    if not _may_compress(response):
        return
    pieces = cast(Iterable[bytes], response.response)
    close = getattr(pieces, "close", None)
    if close is not None:
        response.call_on_close(close)
    response.response = _gzipped(pieces)
    response.headers["Content-Encoding"] = "gzip"
    response.headers.pop("Content-Length", None)


def compress(response: Response) -> None:
    """Compress an answer that nobody keeps, where that makes it smaller."""
    response.vary.add("Accept-Encoding")
    body = compressed(response) if wants_gzip() else None
    if body is not None:
        response.set_data(body)
        response.headers["Content-Encoding"] = "gzip"


def _may_compress(response: Response) -> bool:
    kind = response.mimetype or ""
    is_text = kind in _TEXTS or kind.endswith(("+xml", "+json", "/xml"))
    return is_text and "Repr-Digest" not in response.headers and "Content-Encoding" not in response.headers


def _gzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(_LEVEL, wbits=zlib.MAX_WBITS | 16)  # 16 more is a gzip stream
    for piece in pieces:
        packed = packer.compress(piece)
        if packed:
            yield packed
    yield packer.flush()


def install(app: Flask) -> None:
    """Let browsers keep what never changes, and compress static texts once for all."""
    kept: dict[str, bytes | None] = {}

    def serve_static(response: Response) -> Response:
        if request.endpoint != "static" or response.status_code != 200:
            return response
        if request.path.startswith(_FOR_EVER):
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        response.vary.add("Accept-Encoding")
        if not wants_gzip():
            return response
        name = f"{request.path} {response.get_etag()[0]}"
        if name not in kept:
            response.direct_passthrough = False
            response.make_sequence()  # the file is read
            kept[name] = compressed(response)
        body = kept[name]
        if body is not None:
            response.close()
            response.direct_passthrough = False
            response.set_data(body)
            response.headers["Content-Encoding"] = "gzip"
            response.set_etag(f"{response.get_etag()[0]}-gzip")
        return response

    app.after_request(serve_static)
