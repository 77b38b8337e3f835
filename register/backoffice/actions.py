"""What somebody may do to an entry now, and for what they may not: why, and who can."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import url_for

from register.backoffice.forms.problems import lower_first
from register.domain.lifecycle import Step, open_steps
from register.domain.permissions import PERMISSIONS, Actor, Permission, Role
from register.labels import label
from register.models import Entry
from register.queries import entries as asked
from register.queries import work as asked_work
from register.services.publication import single_flow_holds
from register.translations import N_
from register.web import language
from register.web.context import reading
from register.web.language import _

#: What each step needs, in the order in which the page shows them.
NEEDED: dict[Step, Permission] = {
    Step.EDIT: Permission.ENTRY_EDIT,
    Step.SUBMIT: Permission.ENTRY_SUBMIT,
    Step.PUBLISH: Permission.ENTRY_PUBLISH,
    Step.SEND_BACK: Permission.ENTRY_SEND_BACK,
    Step.TAKE_BACK: Permission.ENTRY_SUBMIT,
    Step.DISCARD: Permission.ENTRY_EDIT,
    Step.WITHDRAW: Permission.ENTRY_WITHDRAW,
}

#: The page on which each step is done; those without one are a button.
_PAGES = {
    Step.EDIT: "backoffice.fill_in",
    Step.PUBLISH: "backoffice.review",
    Step.SEND_BACK: "backoffice.review",
    Step.DISCARD: "backoffice.discard",
    Step.WITHDRAW: "backoffice.withdraw",
}
_BUTTONS = {Step.SUBMIT: "backoffice.submit", Step.TAKE_BACK: "backoffice.take_back"}

FOUR_EYES = N_("You cannot publish because you wrote part of this. Ask a colleague.")


@dataclass(frozen=True, slots=True)
class Action:
    """A step with the way to do it; `why_not` is a sentence when this person may not."""

    step: Step
    words: str
    href: str
    is_button: bool
    why_not: str = ""


def actions(entry: Entry, actor: Actor) -> list[Action]:
    """Return the steps that are open now, in the order of `NEEDED`."""
    steps = open_steps(entry.draft_state, entry.publication_state)
    return [_action(entry, actor, step) for step in NEEDED if step in steps]


def why_not_publish(entry: Entry, actor: Actor) -> str:
    """Say why somebody may not publish this draft; "" when they may."""
    if not actor.may(Permission.ENTRY_PUBLISH, entry.organisation_id):
        return _why_not(entry, Permission.ENTRY_PUBLISH)
    if single_flow_holds(entry.organisation) or not asked.has_contributed(reading(), entry, actor.subject):
        return ""
    others = _names(entry, [Role.REVIEWER], but=actor)
    return _(FOUR_EYES) + (" " + _("These people can publish: %(names)s.", names=", ".join(others)) if others else "")


def _action(entry: Entry, actor: Actor, step: Step) -> Action:
    if step is Step.PUBLISH:
        why_not = why_not_publish(entry, actor)
    else:
        why_not = "" if actor.may(NEEDED[step], entry.organisation_id) else _why_not(entry, NEEDED[step])
    page = _PAGES.get(step, _BUTTONS.get(step, ""))
    return Action(step, label(step, language.current()), url_for(page, number=entry.number), step in _BUTTONS, why_not)


def _why_not(entry: Entry, permission: Permission) -> str:
    roles = [role for role, allowed in PERMISSIONS.items() if permission in allowed]
    names = _names(entry, roles)
    words = _joined([lower_first(label(role, language.current())) for role in roles])
    said = _("Your role does not allow this. It takes the role of %(roles)s.", roles=words)
    return said + (" " + _("These people have it: %(names)s.", names=", ".join(names)) if names else "")


def _names(entry: Entry, roles: Iterable[Role], but: Actor | None = None) -> list[str]:
    """Name the colleagues who hold one of the roles in the body, at most a handful."""
    people = asked_work.colleagues(reading(), entry.organisation_id, roles)
    return [person.name for person in people if person.name and (but is None or person.public_id != but.subject)][:5]


def _joined(words: Sequence[str]) -> str:
    *most, last = words
    return ", ".join(most) + " " + _("or") + " " + last if most else last
