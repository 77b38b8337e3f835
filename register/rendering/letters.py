"""The letters that the register sends, in the language in which somebody wrote: what they say, and nothing about how they go."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from register.ports import Letter
from register.translations import Language, gettext
from register.translations.formats import day, moment


@dataclass(frozen=True, slots=True)
class About:
    """What all letters about one question have in common."""

    language: Language
    #: The name of the registration.
    registration: str
    registration_url: str
    organisation: str
    #: Where whoever asked follows the question; "" in letters to the body.
    question_url: str = ""


def confirm(about: About, *, asked_at: datetime, hours: int) -> Letter:
    """Ask somebody to confirm that it was they who wrote.

    What was written is not in it: else anyone could have the register send
    any text to any address. It is on the page to which the letter leads.
    """
    _ = partial(gettext, about.language)
    return _letter(
        about,
        _("Confirm your question"),
        _(
            "On %(moment)s somebody wrote to %(organisation)s about “%(name)s”, with your e-mail address.",
            moment=moment(asked_at, about.language),
            organisation=about.organisation,
            name=about.registration,
        ),
        _("It counts when you confirm it. Open this page, read what was written and press the button:"),
        about.question_url,
        _(
            "You have %(hours)s hours. After that we delete what was written. Was it not you? Then you need not do anything.",
            hours=hours,
        ),
    )


def accepted(about: About, *, due: str) -> Letter:
    """Tell who asked that the question is public and when the answer is due."""
    _ = partial(gettext, about.language)
    return _letter(
        about,
        _("Your question is published"),
        _(
            "Everyone can now read your question about “%(name)s”. %(organisation)s has until %(date)s to answer.",
            name=about.registration,
            organisation=about.organisation,
            date=day(due, about.language),
        ),
        about.registration_url,
        _follow(about),
    )


def waiting(about: About, *, part: str, text: str, due: str, email: str) -> Letter:
    """Tell the body that there is a question to answer.

    `part` is what it is about, "" the whole; `email` only when its sender said
    that it may be passed on.
    """
    _ = partial(gettext, about.language)
    reply = _("Whoever asked can be reached at %(email)s for questions back.", email=email) if email else ""
    return _letter(
        about,
        _("A question about one of your registrations"),
        _("A citizen asks about “%(name)s”:", name=about.registration),
        _part(about, part),
        _quoted(text),
        _("Answer it in the work place by %(date)s.", date=day(due, about.language)),
        about.question_url,
        reply,
    )


def answered(about: About, *, answer: str) -> Letter:
    """Send the answer to who asked. Without the address of the registration it does not say that all can read it."""
    _ = partial(gettext, about.language)
    return _letter(
        about,
        _("An answer to your question"),
        _("%(organisation)s answers your question about “%(name)s”:", organisation=about.organisation, name=about.registration),
        _quoted(answer),
        *((_("Everyone can read it here:"), about.registration_url) if about.registration_url else ()),
        _("We delete your e-mail address 30 days from now."),
    )


def refused(about: About, *, ground: str, note: str) -> Letter:
    """Tell who asked why the question does not become public."""
    _ = partial(gettext, about.language)
    return _letter(
        about,
        _("Your question is not published"),
        _("We did not publish your question about “%(name)s”.", name=about.registration),
        ground,
        note,
        _("How to object or complain is on the page of the registration:"),
        about.registration_url,
        _("We delete your e-mail address 30 days from now."),
    )


def forwarded(about: About, *, what: str, received: str, note: str, may_be_answered: bool) -> Letter:
    """Tell who wrote that it was sent on, as what, that the day of receipt counts, and who has to write to whom now."""
    _ = partial(gettext, about.language)
    on = day(received, about.language)
    further = (
        _("The organisation may ask you for your name and address: without those it cannot always act.")
        if may_be_answered
        else _(
            "You did not allow us to pass on your e-mail address, so the organisation cannot write to you. Write to it yourself, with your "
            "name and address, and say that we received your text on %(date)s. How to reach it stands with the registration:",
            date=on,
        )
    )
    return _letter(
        about,
        _("Your message was sent on"),
        _(
            "What you wrote about “%(name)s” is more than a question. We sent it to %(organisation)s as: %(what)s.",
            name=about.registration,
            organisation=about.organisation,
            what=what.lower(),
        ),
        _("The day on which we received it counts: %(date)s. It is not public.", date=on),
        note,
        further,
        about.registration_url,
    )


def forwarded_to_body(about: About, *, part: str, what: str, received: str, text: str, email: str, was_told: bool, note: str) -> Letter:
    """Send the body what is for it to deal with outside the register. `email` only where it may be passed on."""
    _ = partial(gettext, about.language)
    if email:
        reply = _("Whoever wrote it can be reached at %(email)s.", email=email)
    elif was_told:
        reply = _("Whoever wrote it did not allow us to pass on the e-mail address. We asked them to write to you.")
    else:
        reply = _("Whoever wrote it had the e-mail address deleted. We cannot reach them either.")
    return _letter(
        about,
        _("For you to deal with: %(what)s", what=what.lower()),
        _(
            "Somebody wrote to us about “%(name)s”. A moderator found that it is for you: %(what)s. Received on %(date)s; that day counts.",
            name=about.registration,
            what=what.lower(),
            date=day(received, about.language),
        ),
        _part(about, part),
        _quoted(text),
        note,
        reply,
        about.registration_url,
    )


def _part(about: About, part: str) -> str:
    return gettext(about.language, "About: %(part)s", part=part) if part else ""


def _follow(about: About) -> str:
    _ = partial(gettext, about.language)
    return _("Follow your question, or have your e-mail address deleted:") + "\n" + about.question_url


def _letter(about: About, subject: str, *paragraphs: str) -> Letter:
    _ = partial(gettext, about.language)
    end = _("This message was sent by the register of algorithms and AI. Answers to it are not read.")
    return Letter(subject, "\n\n".join(part for part in (*paragraphs, end) if part) + "\n", about.language)


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
