"""Asking about a registration, or reporting an error in it: the form, the confirmation by mail, and following it.

One of the two places where this door changes something. Nothing of it is kept
by a cache, and no cookie is set: whoever has the link of the letter, asked.
"""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import orjson
from flask import make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from public_site import robots
from public_site.addresses import page
from public_site.registrations import can_ask, current
from register.domain.questions import OWN, QUESTION_LENGTH, QuestionKind, QuestionState
from register.domain.standard import BY_KEY
from register.domain.standard.vocabularies import RemedyKind
from register.domain.standard.words import field_words
from register.errors import Conflict, Invalid, NotFound, Problem, WrongState
from register.labels import explanation, label
from register.models import Question
from register.queries import questions as asked
from register.queries import registrations
from register.services import questions as service
from register.services.questions import Asked
from register.translations.formats import localised
from register.web import language, rate_limits
from register.web.context import now, reading, transaction, wiring
from register.web.document import shown
from register.web.pages import page_url

#: What the buttons on the page of a question ask.
BUTTONS = frozenset({"confirm", "forget", "take_back"})


@page(
    "/registraties/<number:number>/vraag",
    "/registrations/<number:number>/question",
    here="search",
    is_kept=False,
    is_timeless=True,
    methods=("GET", "POST"),
)
def ask(number: str) -> ResponseReturnValue:
    """Show the form, or take it in. Raises `NotFound` for what cannot be asked about: unknown, withdrawn, mirrored, or as of a day."""
    row = current(number)
    if not can_ask(row):
        raise NotFound
    if not wiring().mailer.is_available:
        return _form(number, row.document, {}, is_open=False)
    if request.method != "POST":
        return _form(number, row.document, {"about": request.args.get("about", ""), "kind": request.args.get("kind", "")})
    verdict = robots.judge(request.form, f"question {number}")
    if verdict is robots.Verdict.ROBOT:
        return redirect(page_url("public_site.asked_for", number=number), 303)  # it learns nothing from that
    problems = _choices(request.form)
    what = _typed(request.form)
    try:
        service.checked(reading(), what)
    except Invalid as refused:
        problems += refused.problems
    if problems or verdict is robots.Verdict.AGAIN:
        return make_response(_form(number, row.document, request.form, problems, must_send_again=not problems), 400)
    if wait := rate_limits.take_in():
        return make_response(_form(number, row.document, request.form, wait=wait), 429, {"Retry-After": str(wait)})
    with suppress(Conflict), transaction() as session:  # whoever floods a box learns nothing from that
        service.ask(session, number, what, links=wiring().mail_links, now=now())
    return redirect(page_url("public_site.asked_for", number=number), 303)


@page(
    "/registraties/<number:number>/vraag/verzonden",
    "/registrations/<number:number>/question/sent",
    here="search",
    is_kept=False,
    is_timeless=True,
)
def asked_for(number: str) -> ResponseReturnValue:
    """Tell where to look for the letter. Says the same to everyone."""
    row = current(number)
    return render_template(
        "public_site/question_sent.html",
        number=number,
        name=localised(row.card.get("name"), language.current()),
        address=wiring().settings.mail_from,
    )


@page("/vragen/<token>", "/questions/<token>", here="search", is_kept=False, is_timeless=True, methods=("GET", "POST"))
def question(token: str) -> ResponseReturnValue:
    """Show whoever has the letter how the question stands; confirm it, take it back, or forget who asked."""
    number = wiring().mail_links.question_number(token)
    if number is None:
        return make_response(render_template("public_site/question_gone.html"), 404)
    try:
        if request.method != "POST":
            return _follow(asked.by_number(reading(), number))
        what = request.form.get("do", "")
        if what not in BUTTONS:
            return make_response(_follow(asked.by_number(reading(), number), is_unclear=True), 400)
        _do(number, what)
        return _taken_back() if what == "take_back" else redirect(page_url("public_site.question", token=token, done=what), 303)
    except NotFound:
        return make_response(render_template("public_site/question_gone.html"), 404)
    except WrongState:
        return redirect(page_url("public_site.question", token=token), 303)


def _do(number: str, what: str) -> None:
    """Do what a button asks."""
    with transaction() as session:
        if what == "confirm":
            service.confirm(session, number, now=now())
        elif what == "forget":
            service.forget_sender(session, number, now=now())
        else:
            service.take_back(session, number, now=now())


def _taken_back() -> str:
    return render_template("public_site/question_gone.html", is_taken_back=True)


def _follow(found: Question, *, is_unclear: bool = False) -> str:
    done = request.args.get("done", "")
    return render_template(
        "public_site/question.html",
        question=found,
        name=_name(found),
        part=field_words(found.about, language.current()).show if found.about in BY_KEY else "",
        state=label(found.state, language.current()),
        why=explanation(found.refused_for, language.current()) if found.refused_for else "",
        sent_on_as=label(found.forwarded_as, language.current()) if found.forwarded_as else "",
        must_confirm=found.state is QuestionState.UNCONFIRMED,
        can_take_back=found.state in OWN,
        # The address says what was done, which anyone can write; the question says whether it was.
        is_confirmed=done == "confirm" and found.state is QuestionState.RECEIVED,
        is_forgotten=done == "forget" and not found.email,
        is_unclear=is_unclear,
    )


def _name(found: Question) -> str:
    row = registrations.by_number(reading(), found.entry.number)
    name = "" if row is None else localised(row.card.get("name"), language.current()).text
    return name or found.entry.number  # it may have left the public side since; whoever asked may still follow the question


def _typed(form: Mapping[str, str]) -> Asked:
    return Asked(
        kind=QuestionKind(form["kind"]) if form.get("kind") in set(QuestionKind) else QuestionKind.QUESTION,
        text=form.get("text", ""),
        email=form.get("email", ""),
        language=language.current(),
        about=form.get("about", ""),
        may_pass_on=form.get("may_pass_on") == "yes",
    )


def _choices(form: Mapping[str, str]) -> list[Problem]:
    """Return what is wrong with the choices, which the service never sees otherwise."""
    return [] if form.get("kind") in set(QuestionKind) else [service.not_chosen("kind")]


def _form(
    number: str,
    content: bytes,
    typed: Mapping[str, str],
    problems: list[Problem] | None = None,
    *,
    is_open: bool = True,
    must_send_again: bool = False,
    wait: int = 0,
) -> str:
    document: dict[str, Any] = orjson.loads(content)
    chosen = language.current()
    about = typed.get("about", "")
    errors = _sentences(problems or [])
    return render_template(
        "public_site/ask.html",
        number=number,
        shown=shown(document, chosen),
        is_open=is_open,
        typed=typed,
        about=about if about in BY_KEY else "",
        about_words=field_words(about, chosen).show if about in BY_KEY else "",
        kinds=[(str(kind), label(kind, chosen), explanation(kind, chosen)) for kind in QuestionKind],
        limit=QUESTION_LENGTH,
        errors=errors,
        summary=[(f"f-{name}", lines[0]) for name, lines in errors.items()],
        must_send_again=must_send_again,
        wait=wait,
        proof=robots.proof(f"question {number}"),
        days=wiring().settings.question_days,
        remedies=[{**each, "words": label(RemedyKind(each["kind"]), chosen)} for each in document.get("remedies") or []],
    )


def _sentences(problems: list[Problem]) -> dict[str, list[str]]:
    """Return by input what is said at it."""
    chosen = language.current()
    said: dict[str, list[str]] = {}
    for problem in problems:
        message, remedy = problem.message[chosen], problem.remedy[chosen]
        said.setdefault(problem.pointer.lstrip("/"), []).append(message if message == remedy else f"{message} {remedy}")
    return said
