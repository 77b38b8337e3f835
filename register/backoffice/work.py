"""My work: what is late, what to review, what to finish; one thing to do per row. And who somebody is here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import shorten

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from register.backoffice import deadlines, workplace
from register.backoffice.deadlines import Term
from register.backoffice.door import blueprint
from register.domain.ai_act.outcome import RiskCategory
from register.domain.calendar import day_of
from register.domain.lifecycle import DraftState, Step
from register.domain.permissions import Permission
from register.domain.standard.check import missing
from register.domain.standard.completeness import score
from register.domain.standard.conditions import Stage
from register.domain.standard.fields import Section
from register.labels import label
from register.models import Classification, Entry, Organisation
from register.queries import classifications as asked_classifications
from register.queries import entries as asked
from register.queries import products as asked_products
from register.queries import questions as asked_questions
from register.queries import work as asked_work
from register.queries.entries import Selection
from register.services import people, sessions
from register.web import language
from register.web.context import now, reading, transaction, wiring
from register.web.language import _, ngettext
from register.web.login import safe_next
from register.web.logins import current_actor, required_login

TABS = ("mine", "drafts", "colleagues")
#: How long before a review is due it appears here.
NOTICE = timedelta(days=30)
#: How many rows of one kind the page shows; the rest is in the list of registrations.
MOST = 50
#: How much of a question its row shows.
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Task:
    """A row of work: what it is, why it is here, by when, and the one thing to do."""

    name: str
    href: str
    what: str
    term: Term
    button: str
    button_href: str = ""


@blueprint.get("")
def work() -> str | Response:
    """Show what waits for this person."""
    own = workplace.body()
    tab = request.args.get("tab", "mine")
    lists = _lists(own) if own is not None else _Lists()
    return render_template(
        "backoffice/work.html",
        here="work",
        greeting=deadlines.greeting(now()),
        body=own,
        bodies=workplace.bodies(),
        tab=tab if tab in TABS else "mine",
        lists=lists,
        outdated=asked_work.outdated(reading(), own.id)[:5] if own is not None else [],
        may_begin=own is not None and current_actor().may(Permission.ENTRY_CREATE, own.id),
        duties=_duties(),
    )


@blueprint.get("/welcome")
def welcome() -> str | Response:
    """Tell somebody without rights how to get them."""
    if required_login().person.memberships:
        return redirect(url_for("backoffice.work"), 303)
    return render_template(
        "backoffice/welcome.html", here="", code=required_login().person.code, contact_email=wiring().settings.contact_email
    )


@blueprint.get("/logged-in")
def back() -> str:
    """Tell somebody who logged in in a new tab to go back to the old one."""
    return render_template("backoffice/back.html", here="")


@blueprint.post("/language")
def choose_language() -> Response:
    """Show the work place in another language from now on."""
    chosen = request.form.get("language", "")
    if chosen in language.LANGUAGES:
        with transaction() as session:
            people.choose_language(session, required_login().person_id, chosen)
    return redirect(safe_next(request.form.get("back", "")), 303)


@blueprint.get("/organisation")
def organisation() -> str:
    """Show the bodies for which this person works."""
    return render_template("backoffice/organisation_choice.html", here="work", bodies=workplace.bodies(), body=workplace.body())


@blueprint.post("/organisation")
def choose_organisation() -> Response:
    """Work for another body from now on."""
    chosen = workplace.own_body(request.form.get("organisation", ""))
    with transaction() as session:
        sessions.choose_organisation(session, required_login().id, chosen)
    return redirect(url_for("backoffice.work"), 303)


@dataclass(frozen=True, slots=True)
class _Lists:
    """The rows of each tab."""

    questions: Sequence[Task] = ()
    due: Sequence[Task] = ()
    changed: Sequence[Task] = ()
    to_review: Sequence[Task] = ()
    to_finish: Sequence[Task] = ()
    drafts: Sequence[Task] = ()
    with_colleagues: Sequence[Task] = ()

    @property
    def counts(self) -> dict[str, int]:
        """Count the rows of each tab."""
        mine = len(self.questions) + len(self.due) + len(self.changed) + len(self.to_review) + len(self.to_finish)
        return {"mine": mine, "drafts": len(self.drafts), "colleagues": len(self.with_colleagues)}


def _lists(own: Organisation) -> _Lists:
    actor, session = current_actor(), reading()
    may_review = actor.may(Permission.ENTRY_PUBLISH, own.id)
    may_write = actor.may(Permission.ENTRY_EDIT, own.id)
    waiting = asked_work.in_review(session, own.id)
    writers = asked_work.writers(session, waiting)
    to_review = [entry for entry in waiting if may_review and actor.subject not in writers[entry.id]]
    drafts = asked.listed(session, actor, Selection(own.id, DraftState.DRAFTING), limit=MOST)
    return _Lists(
        questions=_questions(own) if actor.may(Permission.QUESTION_ANSWER, own.id) else (),
        due=_due(own) if may_write else (),
        changed=_changed(own) if may_write else (),
        to_review=_in_review(to_review),
        to_finish=_drafts(asked_work.drafts_of(session, own.id, actor.subject)) if may_write else (),
        drafts=_drafts(drafts),
        with_colleagues=_in_review([entry for entry in waiting if entry not in to_review]),
    )


def _questions(own: Organisation) -> list[Task]:
    """Return what citizens wait for an answer to."""
    return [
        Task(
            shorten(question.public_text, LONGEST_NAME, placeholder="…"),
            href,
            _("A citizen asks about “%(name)s”", name=question.entry.title or question.entry.number),
            deadlines.term_of_question(question),
            _("Answer"),
        )
        for question in asked_questions.for_body(reading(), own.id, limit=MOST)
        for href in [url_for("backoffice.question", number=question.number)]
    ]


def _due(own: Organisation) -> list[Task]:
    today = day_of(now())
    return [
        Task(
            row.title,
            url_for("backoffice.entry", number=row.number),
            _("Look at it again. It is shown as late on the public page.") if late else _("Look at it again and publish a new version."),
            deadlines.term(date.fromisoformat(row.review_due), today),
            _("Check"),
            url_for("backoffice.section", number=row.number, section=Section.UPKEEP.value),
        )
        for row in asked_work.due(reading(), own.number, today + NOTICE, limit=MOST)
        for late in [row.review_due < today.isoformat()]
    ]


def _changed(own: Organisation) -> list[Task]:
    """Return the registrations whose outcome under the AI Act changed by itself since they were published."""
    return [
        Task(
            entry.title,
            url_for("backoffice.entry", number=entry.number),
            _("What the AI Act makes of it changed: %(category)s.", category=_category(kept)),
            Term(deadlines.ago(kept.at, now()), "soon"),
            _("Check"),
            url_for("backoffice.ai_act", number=entry.number),
        )
        for entry, kept in asked_classifications.marked(reading(), own.id)
    ]


def _category(kept: Classification) -> str:
    return label(RiskCategory(kept.outcome["riskCategory"]), language.current()).lower()


def _in_review(entries: Sequence[Entry]) -> list[Task]:
    steps = asked_work.last_steps(reading(), entries)
    names = asked_work.names_of(reading(), [step.public_id for step in steps.values()])
    tasks = []
    for entry in entries:
        who = names.get(steps[entry.id].public_id, "") if entry.id in steps else ""
        version = len(entry.versions) + 1
        tasks.append(
            Task(
                entry.title,
                url_for("backoffice.entry", number=entry.number),
                _("Submitted by %(name)s, version %(version)s", name=who or _("a colleague"), version=version),
                deadlines.waiting(entry.submitted_at or entry.updated_at, now()),
                _("Review"),
                url_for("backoffice.review", number=entry.number),
            )
        )
    return tasks


def _drafts(entries: Sequence[Entry]) -> list[Task]:
    session = reading()
    steps, remarks = asked_work.last_steps(session, entries), asked_work.open_remarks(session, entries)
    return [
        _draft(entry, steps.get(entry.id) is not None and steps[entry.id].step is Step.SEND_BACK, remarks.get(entry.id, 0))
        for entry in entries
    ]


def _draft(entry: Entry, was_sent_back: bool, remarks: int) -> Task:  # noqa: FBT001  # the two facts of a draft
    href = url_for("backoffice.entry", number=entry.number)
    moment = Term(deadlines.ago(entry.updated_at, now()), "easy")
    if was_sent_back:
        what = (
            ngettext("Sent back with %(n)s remark", "Sent back with %(n)s remarks", remarks, n=remarks)
            if remarks
            else _("Sent back with a reason")
        )
        return Task(entry.title, href, what, moment, _("Improve"), href)
    inherited = asked_products.inherited_by(reading(), entry.document)
    percent = score({**inherited, **entry.document}).percent
    lacking = len(missing(entry.document, stage=Stage.SUBMIT, inherited=inherited))
    left = (
        ngettext("%(n)s field left before you can submit", "%(n)s fields left before you can submit", lacking, n=lacking)
        if lacking
        else _("Ready to submit")
    )
    what = _("Draft, %(percent)s%% filled in.", percent=percent) + f" {left}"
    return Task(entry.title, href, what, moment, _("Continue"), url_for("backoffice.fill_in", number=entry.number))


def _duties() -> list[tuple[str, str]]:
    """Return the pages beside the main menu that this person's roles open: words and address."""
    actor = current_actor()
    pages = [
        (Permission.ORGANISATION_ADMINISTER, _("Organisations"), "backoffice.organisations"),
        (Permission.ROLE_GRANT, _("Roles in the whole register"), "backoffice.people"),
        (Permission.CLIENT_ADMINISTER, _("Machines that use the API"), "backoffice.clients"),
        (Permission.ENTRY_REDACT, _("Redactions"), "backoffice.redactions"),
        (Permission.QUESTION_READ, _("Questions of citizens"), "backoffice.questions"),
        (Permission.FULL_RECORD_READ, _("Full registrations, for oversight"), "backoffice.records"),
        (Permission.FULL_RECORD_READ, _("Extracts"), "backoffice.extract"),
        (Permission.AUDIT_READ, _("Audit trail"), "backoffice.audit_trail"),
    ]
    return [(words, url_for(endpoint)) for permission, words, endpoint in pages if actor.organisations(permission) != frozenset()]
