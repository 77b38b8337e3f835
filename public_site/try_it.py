"""The AI Act to try out: one question at a time, the outcome beside it. Nothing is stored; the address holds the answers.

So a registration can open here with its own facts filled in, for whoever
wants to retrace its outcome.
"""

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from public_site.addresses import page
from register.domain.ai_act.classify import classify
from register.domain.ai_act.codec import read
from register.domain.ai_act.facts import Facts
from register.domain.ai_act.questions import BY_NAME, Question, open_questions
from register.domain.calendar import day_of
from register.rendering.act_outcome import Outcome, outcome
from register.rendering.classifications import answer as as_json
from register.web import act_answers, language
from register.web.act_answers import Told
from register.web.act_questions import ask, given, place, unsure_choice, what_is_wrong
from register.web.context import now
from register.web.links import with_query
from register.web.pages import page_url


@page("/probeer-zelf", "/try-it", here="", is_timeless=True)
def try_it() -> ResponseReturnValue:
    """Say what the questions are for, and begin."""
    return render_template("public_site/try_it.html")


@page("/probeer-zelf/vragen", "/try-it/questions", here="", is_kept=False, is_timeless=True)
def try_it_question() -> ResponseReturnValue:
    """Ask the next question that matters, or the one that is asked for; the outcome stands beside it."""
    told = act_answers.told(request.args)
    answered_now = BY_NAME.get(request.args.get("asked", ""))
    if answered_now is not None:
        problems = _problems(answered_now, told)
        if problems:
            return _question(answered_now, told, problems), 400
        return redirect(_address("try_it_question", told), 303)
    chosen = BY_NAME.get(request.args.get("ask", "")) or next(iter(_open(told)), None)
    if chosen is None:
        return redirect(_address("try_it_outcome", told), 303)
    return _question(chosen, told)


@page("/probeer-zelf/uitkomst", "/try-it/outcome", here="", is_kept=False, is_timeless=True)
def try_it_outcome() -> ResponseReturnValue:
    """Show the outcome with its reasons, duties and answers, to read and to print."""
    told = act_answers.told(request.args)
    return render_template(
        "public_site/try_it_outcome.html",
        outcome=_outcome(told),
        given=given(told, language.current()),
        open_count=len(_open(told)),
        href=lambda name: _address("try_it_question", told, ask=name),
        go_on=_address("try_it_question", told),
        facts=told.facts,
    )


def _problems(question: Question, told: Told) -> tuple[str, ...]:
    """Return what is wrong with the answer to the question that was just asked."""
    return what_is_wrong(*act_answers.answer(request.args, question.name, told.facts), language.current())


def _question(question: Question, told: Told, problems: tuple[str, ...] = ()) -> str:
    where = place(question, told, _open(told))
    shown = ask(question, told, language.current(), problems)
    return render_template(
        "public_site/try_it_question.html",
        ask=shown,
        unsure=unsure_choice(shown, language.current()),
        place=where,
        kept=act_answers.pairs(told, leaving_out=question.name),
        outcome=_outcome(told),
        given=given(told, language.current()),
        href=lambda name: _address("try_it_question", told, ask=name),
        back=_address("try_it_question", told, ask=where.previous.name) if where.previous else page_url("public_site.try_it"),
        to_outcome=_address("try_it_outcome", told),
        eurlex=EURLEX,
    )


def _facts(told: Told) -> Facts:
    return read(told.facts)[0]


def _open(told: Told) -> tuple[Question, ...]:
    return open_questions(_facts(told), told.facts, told.unsure, day_of(now()))


def _outcome(told: Told) -> Outcome:
    return outcome(as_json(classify(_facts(told), day_of(now()))), language.current())


def _address(page_name: str, told: Told, **more: str) -> str:
    return with_query(page_url(f"public_site.{page_name}"), (*act_answers.pairs(told), *more.items()))


#: Where the act itself can be read.
EURLEX = "https://eur-lex.europa.eu/eli/reg/2024/1689/oj"
