"""The life of an entry, as two small machines: its draft, and what of it is public.

`DRAFT_TRANSITIONS` and `PUBLICATION_TRANSITIONS` are the whole rule. Whatever
is not in them cannot happen. A draft may exist in any publication state.
Retiring is publishing a version whose `status` is `retired`.
"""

from enum import StrEnum

from register.errors import WrongState


class DraftState(StrEnum):
    """Where the working copy is."""

    NONE = "none"
    DRAFTING = "drafting"
    IN_REVIEW = "in_review"


class PublicationState(StrEnum):
    """What the public has been told."""

    UNPUBLISHED = "unpublished"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """What people do to an entry."""

    EDIT = "edit"
    SUBMIT = "submit"
    TAKE_BACK = "take_back"
    SEND_BACK = "send_back"
    PUBLISH = "publish"
    DISCARD = "discard"
    WITHDRAW = "withdraw"


DRAFT_TRANSITIONS: dict[tuple[DraftState, Step], DraftState] = {
    (DraftState.NONE, Step.EDIT): DraftState.DRAFTING,
    (DraftState.DRAFTING, Step.EDIT): DraftState.DRAFTING,
    (DraftState.DRAFTING, Step.SUBMIT): DraftState.IN_REVIEW,
    (DraftState.DRAFTING, Step.DISCARD): DraftState.NONE,
    (DraftState.IN_REVIEW, Step.TAKE_BACK): DraftState.DRAFTING,
    (DraftState.IN_REVIEW, Step.SEND_BACK): DraftState.DRAFTING,
    (DraftState.IN_REVIEW, Step.PUBLISH): DraftState.NONE,
}

PUBLICATION_TRANSITIONS: dict[tuple[PublicationState, Step], PublicationState] = {
    (PublicationState.UNPUBLISHED, Step.PUBLISH): PublicationState.PUBLISHED,
    (PublicationState.PUBLISHED, Step.PUBLISH): PublicationState.PUBLISHED,
    (PublicationState.WITHDRAWN, Step.PUBLISH): PublicationState.PUBLISHED,
    (PublicationState.PUBLISHED, Step.WITHDRAW): PublicationState.WITHDRAWN,
}


def draft_after(state: DraftState, step: Step) -> DraftState:
    """Name the draft state that follows, or raise `WrongState`."""
    try:
        return DRAFT_TRANSITIONS[state, step]
    except KeyError:
        raise WrongState(f"cannot {step} from {state}", state=state, step=step) from None


def publication_after(state: PublicationState, step: Step) -> PublicationState:
    """Name the publication state that follows, or raise `WrongState`."""
    try:
        return PUBLICATION_TRANSITIONS[state, step]
    except KeyError:
        raise WrongState(f"cannot {step} from {state}", state=state, step=step) from None


def open_steps(draft: DraftState, publication: PublicationState) -> frozenset[Step]:
    """Return the steps that both machines leave open from here."""
    steps = {step for state, step in DRAFT_TRANSITIONS if state is draft}
    if Step.PUBLISH in steps and (publication, Step.PUBLISH) not in PUBLICATION_TRANSITIONS:
        steps.remove(Step.PUBLISH)
    if (publication, Step.WITHDRAW) in PUBLICATION_TRANSITIONS:
        steps.add(Step.WITHDRAW)
    return frozenset(steps)
