"""What can go wrong, in the register's own words; the doors translate these to HTTP.

Every error has a `code` that never changes, so that programs can rely on it.
"""

from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right, said in both languages.

    `pointer` is a JSON pointer (RFC 6901) into the document that was offered,
    with list rows addressed by their `id`; "" means the whole. `rule` is the
    permanent name of the rule that was broken. `message` and `remedy` hold a
    sentence per language (`nl`, `en`).
    """

    pointer: str
    rule: str
    message: dict[str, str]
    remedy: dict[str, str]


class RegisterError(Exception):
    """Something that the register refuses or cannot do."""

    code: ClassVar[str] = "error"

    def __init__(self, message: str = "", /, **details: Any) -> None:
        super().__init__(message or self.__class__.__name__)
        self.details = details


class NotFound(RegisterError):
    """There is no such thing, or the caller may not know that there is."""

    code = "not-found"


class NotAllowed(RegisterError):
    """The caller may see the thing but not do this to it; `details["permission"]` names what is missing."""

    code = "not-allowed"


class NotLoggedIn(RegisterError):
    """The caller did not say who they are, or what they showed is not valid (any more)."""

    code = "not-logged-in"


class LoginFailed(RegisterError):
    """The identity provider's answer cannot be trusted; the reason goes to the log only."""

    code = "login-failed"


class WrongState(RegisterError):
    """The step is not open from the state that the thing is in."""

    code = "wrong-state"


class Stale(RegisterError):
    """Somebody else changed the thing in the meantime; `details["current"]` is its revision now."""

    code = "stale"


class RevisionMissing(RegisterError):
    """The caller must say which revision the change was made on (If-Match)."""

    code = "revision-missing"


class Conflict(RegisterError):
    """The change clashes with something that exists already, such as a number or a `source_id`."""

    code = "conflict"


class Gone(RegisterError):
    """It was public once; `details` tell why it is not any more."""

    code = "gone"


class Invalid(RegisterError):
    """What was offered breaks rules of the standard; `problems` lists every one of them."""

    code = "invalid"

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problem(s): " + ", ".join(f"{p.pointer} {p.rule}" for p in problems[:10]))
        self.problems = problems


class Unavailable(RegisterError):
    """A part that this needs is not there now; `details["remedy"]` says what to do, `details["retry_after"]` when (seconds)."""

    code = "unavailable"
