"""Terms and moments in words, as people say them: "12 days late", "2 days left", "yesterday"."""

from dataclasses import dataclass
from datetime import date, datetime

from register.domain.calendar import day_of
from register.domain.questions import QuestionState
from register.models import Question
from register.translations import formats
from register.web import language
from register.web.context import now
from register.web.language import _, ngettext

#: From so many days before it, a term asks for attention.
SOON = 14


@dataclass(frozen=True, slots=True)
class Term:
    """A term in words, and how pressing it is: late, soon or easy."""

    words: str
    kind: str


def term(last: date, today: date) -> Term:
    """Say how much of a term is left."""
    days = (last - today).days
    if days < 0:
        return Term(ngettext("%(n)s day late", "%(n)s days late", -days, n=-days), "late")
    if days == 0:
        return Term(_("Today is the last day"), "soon")
    return Term(ngettext("%(n)s day left", "%(n)s days left", days, n=days), "soon" if days <= SOON else "easy")


def term_of_question(question: Question) -> Term:
    """Say how long a question can wait: until the day that was promised, or since it came in."""
    if question.state is QuestionState.ACCEPTED:
        return term(date.fromisoformat(question.due_on), day_of(now()))
    return waiting(question.answered_at or question.received_at or question.asked_at, now())


def waiting(since: datetime, at: datetime) -> Term:
    """Say how long something has been waiting."""
    days = (day_of(at) - day_of(since)).days
    if days == 0:
        return Term(_("Since today"), "easy")
    return Term(ngettext("Waiting %(n)s day", "Waiting %(n)s days", days, n=days), "easy" if days <= SOON else "soon")


def ago(moment: datetime, at: datetime) -> str:
    """Say when something was: today and yesterday by name, then in days, then by date."""
    days = (day_of(at) - day_of(moment)).days
    if days == 0:
        return _("Today at %(time)s", time=formats.clock(moment))
    if days == 1:
        return _("Yesterday at %(time)s", time=formats.clock(moment))
    if days < 7:
        return ngettext("%(n)s day ago", "%(n)s days ago", days, n=days)
    return formats.day(day_of(moment), language.current())


def greeting(at: datetime) -> str:
    """Greet somebody at this time of the day, in the Netherlands."""
    hour = at.astimezone(formats.AMSTERDAM).hour
    if 6 <= hour < 12:
        return _("Good morning")
    return _("Good afternoon") if 12 <= hour < 18 else _("Good evening")
