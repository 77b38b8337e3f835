"""Answers that are the same for everyone, kept in the memory of a worker.

An ETag names all that an answer depends on, so an answer with the same ETag is
the same answer: nothing has to be thrown away when something is published, and
what is not asked for any more makes room for what is.
"""

import gzip
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

from flask import Response, current_app

from register.web.compressing import compressed

EXTENSION = "register.kept"
#: So many bytes a worker, and no more for one answer.
MOST = 40_000_000
LARGEST = 1_000_000
#: What an answer takes beside its body: its headers, its ETag and its place. Of many small answers that is most of it.
_BESIDE = 2_000


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as a view gave it, compressed where that makes it smaller: the few who cannot read that wait a little longer."""

    body: bytes
    is_compressed: bool
    headers: tuple[tuple[str, str], ...]

    @property
    def size(self) -> int:
        """Return about how many bytes it takes."""
        return len(self.body) + _BESIDE

    def response(self, *, wants_gzip: bool) -> Response:
        """Return it once more."""
        body = gzip.decompress(self.body) if self.is_compressed and not wants_gzip else self.body
        response = Response(body, headers=[pair for pair in self.headers if pair[0] != "Content-Length"])
        if self.is_compressed and wants_gzip:
            response.headers["Content-Encoding"] = "gzip"
        return response


class Answers:
    """The answers of one worker, the ones used longest ago going first."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, Answer] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def get(self, tag: str) -> Answer | None:
        """Return the answer with an ETag, or None."""
        with self._lock:
            found = self._answers.get(tag)
            if found is not None:
                self._answers.move_to_end(tag)
            return found

    def keep(self, tag: str, response: Response) -> Answer:
        """Keep an answer, unless it is large, and return it."""
        small = compressed(response)
        made = Answer(response.get_data() if small is None else small, small is not None, tuple(_pairs(response.headers)))
        if len(made.body) <= LARGEST:
            with self._lock:
                before = self._answers.pop(tag, None)
                self._answers[tag] = made
                self._size += made.size - (before.size if before else 0)
                while self._size > MOST:
                    self._size -= self._answers.popitem(last=False)[1].size
        return made


def answers() -> Answers:
    """Return the answers that this application keeps."""
    found: Answers = current_app.extensions.setdefault(EXTENSION, Answers())
    return found


def _pairs(headers: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    return ((str(name), str(value)) for name, value in headers)
