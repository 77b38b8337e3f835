"""Section B, meaning for people: the answers that open every public page."""

from functools import partial

from register.domain.standard import vocabularies as v
from register.domain.standard.conditions import TO_PUBLISH_IN_USE, WITH_A_ROLE_IN_USE, Needed, Stage
from register.domain.standard.fields import Field, Section
from register.domain.standard.types import Choice, Choices, Composite, Member, Rich, Rows, Text, Url

_field = partial(Field, section=Section.MEANING)

FIELDS = (
    _field("decision_role", type=Choice(v.DecisionRole), needed=TO_PUBLISH_IN_USE, weight=8, can_be_withheld=False),
    _field("affected_groups", type=Rich(1000), needed=TO_PUBLISH_IN_USE, weight=6),
    _field("people_affected", type=Choice(v.PeopleBand), weight=3),
    _field("when_you_meet_it", type=Rich(1000), weight=6),
    _field("human_intervention", type=Rich(2500), needed=TO_PUBLISH_IN_USE, weight=8, national="human_intervention"),
    _field(
        "remedies",
        type=Rows(
            (
                Member("kind", Choice(v.RemedyKind), is_required=True),
                Member("how", Text(1000), is_required=True),
                Member("url", Url()),
                Member("term", Text(100)),
            ),
            12,
        ),
        needed=Needed(Stage.PUBLISH, WITH_A_ROLE_IN_USE),
        weight=8,
        can_be_withheld=False,
    ),
    _field(
        "human_alternative",
        type=Composite((Member("answer", Choice(v.HumanAlternative), is_required=True), Member("how", Text(1000)))),
        weight=4,
    ),
    _field(
        "automated_decision",
        type=Composite(
            (
                Member("answer", Choice(v.YesNo), is_required=True),
                Member("ground", Choice(v.AutomatedDecisionGround)),
                Member("safeguards", Text(1000)),
            )
        ),
        weight=4,
    ),
    _field(
        "personal_data",
        type=Composite((Member("kinds", Choices(v.PersonalData), is_required=True), Member("which", Rich(2500)))),
        needed=TO_PUBLISH_IN_USE,
        weight=6,
    ),
    _field(
        "protected_traits",
        type=Composite((Member("traits", Choices(v.ProtectedTrait), is_required=True), Member("why", Rich(1500)))),
        weight=4,
    ),
)
