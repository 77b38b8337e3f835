"""Following a search by mail: asking for it, confirming it from the first letter, and stopping it with one click.

The other place where this door changes something.
"""

from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import urlencode

from flask import make_response, redirect, render_template, request
from flask.typing import ResponseReturnValue

from public_site import as_of, facets, robots
from public_site.addresses import page
from public_site.search import Asked, chips, read
from register.domain.calendar import day_of
from register.domain.subscriptions import Frequency
from register.errors import Conflict, Invalid, NotFound
from register.labels import explanation, label
from register.models import Subscription
from register.queries import facets as asked_facets
from register.services import subscriptions as service
from register.services.subscriptions import Wanted
from register.web import language, rate_limits
from register.web.context import now, reading, transaction, wiring
from register.web.pages import page_url

FORM = "follow"
#: What a mail program sends when somebody presses its own button to stop (RFC 8058).
ONE_CLICK = ("List-Unsubscribe", "One-Click")


@page("/volgen", "/follow", here="search", is_kept=False, is_timeless=True, methods=("GET", "POST"))
def subscribe() -> ResponseReturnValue:
    """Show the form for the search in the address, or take it in."""
    if as_of.day() is not None:
        raise NotFound  # what was, does not change any more
    asked = read()
    if not wiring().mailer.is_available:
        return _form(asked, {}, is_open=False)
    if request.method != "POST":
        return _form(asked, {"frequency": Frequency.WEEKLY})
    verdict = robots.judge(request.form, FORM)
    if verdict is robots.Verdict.ROBOT:
        return redirect(page_url("public_site.subscribed"), 303)
    wanted = _wanted(asked, request.form)
    problems: list[tuple[str, str]] = []
    try:
        service.checked(wanted)
    except Invalid as refused:
        chosen = language.current()
        problems = [(each.pointer.lstrip("/"), f"{each.message[chosen]} {each.remedy[chosen]}") for each in refused.problems]
    if problems or verdict is robots.Verdict.AGAIN:
        return make_response(_form(asked, request.form, problems, must_send_again=not problems), 400)
    if wait := rate_limits.take_in():
        return make_response(_form(asked, request.form, wait=wait), 429, {"Retry-After": str(wait)})
    with suppress(Conflict), transaction() as session:  # whoever floods a box learns nothing from that
        service.subscribe(session, wanted, links=wiring().mail_links, now=now())
    return redirect(page_url("public_site.subscribed"), 303)


@page("/volgen/verzonden", "/follow/sent", here="search", is_kept=False, is_timeless=True)
def subscribed() -> ResponseReturnValue:
    """Tell where to look for the letter. Says the same to everyone."""
    return render_template("public_site/follow_sent.html", address=wiring().settings.mail_from)


@page("/e-mail/<token>", "/mail/<token>", here="search", is_kept=False, is_timeless=True, methods=("GET", "POST"))
def subscription(token: str) -> ResponseReturnValue:
    """Show whoever has the letter what they follow; begin it, or stop it. Opening the page alone does neither."""
    key = wiring().mail_links.subscription_key(token)
    if key is None:
        return make_response(render_template("public_site/follow_gone.html"), 404)
    try:
        return _shown(service.by_key(reading(), key)) if request.method != "POST" else _done(token, key)
    except NotFound:
        return make_response(render_template("public_site/follow_gone.html"), 404)


def _shown(kept: Subscription, *, is_unclear: bool = False) -> str:
    return render_template(
        "public_site/following.html",
        kept=kept,
        frequency=label(kept.frequency, language.current()),
        search_url=wiring().mail_links.search(kept.selection, language.current()),
        must_confirm=kept.confirmed_at is None,
        is_unclear=is_unclear,
    )


def _done(token: str, key: str) -> ResponseReturnValue:
    name, value = ONE_CLICK
    if request.form.get(name) == value or request.form.get("do") == "stop":
        with transaction() as session:
            service.stop(session, key)
        return render_template("public_site/follow_gone.html", is_stopped=True)
    if request.form.get("do") != "confirm":
        return make_response(_shown(service.by_key(reading(), key), is_unclear=True), 400)
    with transaction() as session:
        service.confirm(session, key, now=now())
    return redirect(page_url("public_site.subscription", token=token), 303)


def _wanted(asked: Asked, form: Mapping[str, str]) -> Wanted:
    chosen = form.get("frequency", "")
    return Wanted(
        email=form.get("email", ""),
        frequency=Frequency(chosen) if chosen in set(Frequency) else Frequency.WEEKLY,
        selection=urlencode([pair for pair in asked.pairs if pair[0] not in {"sort", "asOf"}]),
        language=language.current(),
    )


def _form(
    asked: Asked,
    typed: Mapping[str, str],
    problems: list[tuple[str, str]] | None = None,
    *,
    is_open: bool = True,
    must_send_again: bool = False,
    wait: int = 0,
) -> str:
    chosen, session = language.current(), reading()
    counts = asked_facets.counts(session, wiring().search, asked.selection, day_of(now()))
    return render_template(
        "public_site/follow.html",
        asked=asked,
        total=counts.total,
        filters=[text for text, _href in chips(asked, facets.groups(session, asked.selection, counts))],
        is_open=is_open,
        typed=typed,
        errors=dict(problems or []),
        must_send_again=must_send_again,
        wait=wait,
        proof=robots.proof(FORM),
        frequencies=[(str(each), label(each, chosen), explanation(each, chosen)) for each in Frequency],
    )
