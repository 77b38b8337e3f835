"""Section F, the four principles: a field for each criterion, made from `register.domain.principles`.

A bad answer is an answer. Whoever uses generative AI answers the core
criteria, or says why there is no answer yet, before it is published.
"""

from collections.abc import Mapping

from register.domain.principles.criteria import CRITERIA, Asked, Criterion, CriterionAnswer
from register.domain.standard.conditions import AGENTIC, GENERATIVE, GENERATIVE_IN_USE, Condition, Needed, Stage
from register.domain.standard.fields import Field, Section
from register.domain.standard.types import Choice, Composite, Date, Member, Rich, Urls
from register.domain.standard.vocabularies import WithholdingGround

#: What is said about every criterion.
CRITERION = Composite(
    (
        Member("answer", Choice(CriterionAnswer), is_required=True),
        Member("explanation", Rich(1500)),
        Member("evidence", Urls(10)),
        Member("evidence_withheld", Choice(WithholdingGround)),
        Member("evidence_seen_on", Date()),
    )
)

ASKED: Mapping[Asked, Condition | None] = {Asked.EVERYTHING: None, Asked.GENERATIVE: GENERATIVE, Asked.AGENTIC: AGENTIC}


def _field(criterion: Criterion) -> Field:
    return Field(
        criterion.key,
        section=Section(criterion.principle.value),
        type=CRITERION,
        needed=Needed(Stage.PUBLISH, GENERATIVE_IN_USE) if criterion.is_core else None,
        weight=2 if criterion.is_core else 0,
        from_product=criterion.from_product,
        can_be_withheld=False,
        asked=ASKED[criterion.asked],
    )


FIELDS = tuple(_field(each) for each in CRITERIA)
