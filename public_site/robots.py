"""Telling people from robots without a third party: a field that people do not see, and the time that writing takes.

The form carries when it was made, signed. Whoever fills in the unseen field is
a robot. Whoever sends faster than anyone can write, or a day later, is asked to
press the button again: nothing that was typed is lost.
"""

from collections.abc import Mapping
from enum import Enum, auto

from itsdangerous import BadSignature, URLSafeSerializer

from register.web.context import now, wiring

#: The unseen field. Its name is one that robots like to fill in.
TRAP = "website"
MADE = "form"
#: Seconds within which nobody reads a form and writes a sentence, and after which the page is yesterday's.
FASTEST = 3
SLOWEST = 24 * 60 * 60


class Verdict(Enum):
    """What was found of who sent a form."""

    PERSON = auto()
    ROBOT = auto()
    AGAIN = auto()


def proof(form: str) -> str:
    """Return what a form carries to show when it was made, and for what."""
    return _signer(form).dumps(int(now().timestamp()))


def judge(sent: Mapping[str, str], form: str) -> Verdict:
    """Say who sent a form."""
    if sent.get(TRAP, ""):
        return Verdict.ROBOT
    try:
        made = int(_signer(form).loads(sent.get(MADE, "")))
    except (BadSignature, TypeError, ValueError):
        return Verdict.AGAIN
    return Verdict.PERSON if FASTEST <= now().timestamp() - made <= SLOWEST else Verdict.AGAIN


def _signer(form: str) -> URLSafeSerializer:
    return URLSafeSerializer(wiring().secret, salt=form)
