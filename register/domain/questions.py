"""What citizens ask and report about a registration, from the form to the public answer.

`TRANSITIONS` is the whole rule. Whatever is not in it cannot happen. A question
counts only once its sender has confirmed it by e-mail; the public sees it after
a moderator let it through, and the answer after a moderator saw that too.
"""

from datetime import timedelta
from enum import StrEnum

from register.errors import WrongState

QUESTION_LENGTH = 2000
ANSWER_LENGTH = 5000
NOTE_LENGTH = 1000

#: So long may somebody take to confirm by e-mail; then everything that was typed is deleted.
CONFIRM_WITHIN = timedelta(hours=48)
#: Nobody gets more letters to confirm than this at a time: a form of ours must not fill the box of somebody who asked for nothing.
MOST_UNCONFIRMED = 5
#: So long after its end an e-mail address, the text as it was typed and what a moderator said are still kept.
#: What was taken off the public side goes as long after that.
KEPT_AFTER_END = timedelta(days=30)


class QuestionKind(StrEnum):
    """What somebody wants to say."""

    QUESTION = "question"
    ERROR = "error"


class QuestionState(StrEnum):
    """Where a question is."""

    UNCONFIRMED = "unconfirmed"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    ANSWERED = "answered"
    PUBLISHED = "published"
    REFUSED = "refused"
    FORWARDED = "forwarded"
    HIDDEN = "hidden"


class QuestionStep(StrEnum):
    """What is done to a question; the first by who asked it, the others by moderators and the body."""

    CONFIRM = "confirm"
    ACCEPT = "accept"
    REFUSE = "refuse"
    FORWARD = "forward"
    ANSWER = "answer"
    SEND_BACK = "send_back"
    PUBLISH = "publish"
    HIDE = "hide"


class RefusalGround(StrEnum):
    """Why a question does not become public and gets no answer here."""

    ELSEWHERE = "elsewhere"
    PERSONAL_DATA = "personal_data"
    ANSWERED_ALREADY = "answered_already"
    NOT_ABOUT_THIS = "not_about_this"
    INSULT_OR_THREAT = "insult_or_threat"
    ADVERTISING = "advertising"


class ForwardedAs(StrEnum):
    """What a text turned out to be that the law has another way for (Awb 2:3 and 6:15: whoever gets it sends it on)."""

    OBJECTION = "objection"
    COMPLAINT = "complaint"
    PRIVACY_REQUEST = "privacy_request"
    INFORMATION_REQUEST = "information_request"


_S, _T = QuestionState, QuestionStep

TRANSITIONS: dict[tuple[QuestionState, QuestionStep], QuestionState] = {
    (_S.UNCONFIRMED, _T.CONFIRM): _S.RECEIVED,
    (_S.RECEIVED, _T.ACCEPT): _S.ACCEPTED,
    (_S.RECEIVED, _T.REFUSE): _S.REFUSED,
    (_S.RECEIVED, _T.FORWARD): _S.FORWARDED,
    (_S.ACCEPTED, _T.ANSWER): _S.ANSWERED,
    (_S.ACCEPTED, _T.FORWARD): _S.FORWARDED,
    (_S.ANSWERED, _T.SEND_BACK): _S.ACCEPTED,
    (_S.ANSWERED, _T.PUBLISH): _S.PUBLISHED,
    (_S.ACCEPTED, _T.HIDE): _S.HIDDEN,
    (_S.ANSWERED, _T.HIDE): _S.HIDDEN,
    (_S.PUBLISHED, _T.HIDE): _S.HIDDEN,
}

#: Nothing comes after these but the deletion of what is private.
ENDED = frozenset({_S.PUBLISHED, _S.REFUSED, _S.FORWARDED, _S.HIDDEN})
#: What the public can read.
SHOWN = frozenset({_S.ACCEPTED, _S.ANSWERED, _S.PUBLISHED})
#: What its sender can still take back whole, because nobody else has read it in public.
OWN = frozenset({_S.UNCONFIRMED, _S.RECEIVED})


def after(state: QuestionState, step: QuestionStep) -> QuestionState:
    """Name the state that follows, or raise `WrongState`."""
    try:
        return TRANSITIONS[state, step]
    except KeyError:
        raise WrongState(f"cannot {step} from {state}", state=state, step=step) from None
