"""The two machines of an entry: what they allow, and that everything else is refused."""

from itertools import product

import pytest

from register.domain.lifecycle import (
    DRAFT_TRANSITIONS,
    PUBLICATION_TRANSITIONS,
    DraftState,
    PublicationState,
    Step,
    draft_after,
    open_steps,
    publication_after,
)
from register.errors import WrongState

CLOSED_TO_DRAFTS = sorted(set(product(DraftState, Step)) - DRAFT_TRANSITIONS.keys())
CLOSED_TO_PUBLICATIONS = sorted(set(product(PublicationState, Step)) - PUBLICATION_TRANSITIONS.keys())


class TestDraft:
    @pytest.mark.parametrize(("state", "step"), CLOSED_TO_DRAFTS)
    def test_refuses_what_is_not_in_the_table(self, state: DraftState, step: Step) -> None:
        with pytest.raises(WrongState) as refusal:
            draft_after(state, step)

        assert refusal.value.details == {"state": state, "step": step}

    def test_is_read_by_a_second_person_before_it_is_published(self) -> None:
        ways_to_publish = [state for state, step in DRAFT_TRANSITIONS if step is Step.PUBLISH]

        assert ways_to_publish == [DraftState.IN_REVIEW]

    def test_can_always_be_begun_again(self) -> None:
        for state in DraftState:
            reached, frontier = {state}, [state]
            while frontier:
                here = frontier.pop()
                for (origin, _), target in DRAFT_TRANSITIONS.items():
                    if origin is here and target not in reached:
                        reached.add(target)
                        frontier.append(target)

            assert reached == set(DraftState)


class TestPublication:
    @pytest.mark.parametrize(("state", "step"), CLOSED_TO_PUBLICATIONS)
    def test_refuses_what_is_not_in_the_table(self, state: PublicationState, step: Step) -> None:
        with pytest.raises(WrongState):
            publication_after(state, step)

    def test_never_goes_back_to_unpublished(self) -> None:
        assert PublicationState.UNPUBLISHED not in PUBLICATION_TRANSITIONS.values()


class TestOpenSteps:
    @pytest.mark.parametrize(("draft", "publication"), list(product(DraftState, PublicationState)))
    def test_are_exactly_those_that_do_not_raise(self, draft: DraftState, publication: PublicationState) -> None:
        expected = set()
        for step in Step:
            try:
                if step in {Step.WITHDRAW}:
                    publication_after(publication, step)
                else:
                    draft_after(draft, step)
            except WrongState:
                continue
            expected.add(step)

        assert open_steps(draft, publication) == expected
