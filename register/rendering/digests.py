"""The letters to who follows a selection. Each can be stopped with one click from the mail program (RFC 8058)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from register import translations
from register.domain.subscriptions import Happened
from register.labels import label
from register.ports import Letter
from register.translations import Language, gettext


@dataclass(frozen=True, slots=True)
class Digest:
    """What all letters of one subscription have in common."""

    language: Language
    #: So many changes are named; the rest is counted.
    most: int
    search_url: str
    #: Where it is confirmed, read and stopped.
    manage_url: str


@dataclass(frozen=True, slots=True)
class Line:
    """A registration, and what happened to it."""

    name: str
    organisation: str
    what: Happened
    address: str


def confirm(digest: Digest, *, hours: int) -> Letter:
    """Ask somebody to confirm that it was they who want mail."""
    _ = partial(gettext, digest.language)
    return Letter(
        _("Confirm that you want mail"),
        _paragraphs(
            _("You asked for mail when something changes in this search:"),
            digest.search_url,
            _("Open this page and press the button to begin:"),
            digest.manage_url,
            _(
                "You have %(hours)s hours. After that we delete your address. Did you not ask for this? Then you need not do anything.",
                hours=hours,
            ),
        ),
        digest.language,
    )


def changes(digest: Digest, lines: Sequence[Line]) -> Letter:
    """Tell what happened."""
    _, ngettext = partial(gettext, digest.language), partial(translations.ngettext, digest.language)
    count = len(lines)
    rest = count - digest.most
    return Letter(
        ngettext("%(num)s change in the register", "%(num)s changes in the register", count),
        _paragraphs(
            _("This happened in the search that you follow:"),
            *(
                f"- {line.name}, {line.organisation} ({label(line.what, digest.language)})\n  {line.address}"
                for line in lines[: digest.most]
            ),
            ngettext("And %(num)s more.", "And %(num)s more.", rest) if rest > 0 else "",
            _("The whole search:") + "\n" + digest.search_url,
            _("Stop this mail:") + "\n" + digest.manage_url,
        ),
        digest.language,
        {"List-Unsubscribe": f"<{digest.manage_url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"
