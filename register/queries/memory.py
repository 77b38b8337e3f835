"""What a worker keeps of what it worked out: so many bytes, and what was used longest ago goes first."""

from array import array
from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Any

from pyroaring import BitMap

#: What an answer takes that is no set or list of ids.
_USUAL_BYTES = 4_000


class Memory:
    """Answers by their names. None is nothing: it is never kept."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, name: Hashable) -> Any:
        """Return what is kept under a name, or None."""
        with self._lock:
            if name not in self._answers:
                return None
            self._answers.move_to_end(name)
            return self._answers[name]

    def put(self, name: Hashable, answer: Any) -> None:
        """Keep an answer, in the place of an earlier one."""
        with self._lock:
            self._bytes += _size(answer) - (_size(self._answers[name]) if name in self._answers else 0)
            self._answers[name] = answer
            self._answers.move_to_end(name)
            while self._bytes > self._most and len(self._answers) > 1:
                self._bytes -= _size(self._answers.popitem(last=False)[1])


def _size(answer: Any) -> int:
    """Return about how much memory an answer takes: a set two bytes an id, or else a bit for each row up to its last."""
    if isinstance(answer, tuple):
        return sum(_size(part) for part in answer)
    if isinstance(answer, BitMap):
        return _USUAL_BYTES + (min(2 * len(answer), answer.max() // 8) if answer else 0)
    return _USUAL_BYTES + (answer.itemsize * len(answer) if isinstance(answer, array) else 0)
