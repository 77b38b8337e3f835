"""Section C, responsible use: why it is there, and what was weighed."""

from functools import partial

from register.domain.standard import vocabularies as v
from register.domain.standard.conditions import TO_PUBLISH, TO_PUBLISH_IN_USE
from register.domain.standard.fields import Field, Section
from register.domain.standard.types import Choice, Date, Member, Month, Rich, Rows, String, Text, Url

_field = partial(Field, section=Section.RESPONSIBLE_USE)

FIELDS = (
    _field("purpose", type=Rich(2500), needed=TO_PUBLISH, weight=8, national="goal"),
    _field("expected_benefit", type=Rich(1500), weight=4),
    _field("measured_benefit", type=Rich(1500), weight=4),
    _field("necessity", type=Rich(2500), weight=3, national="proportionality"),
    _field("proportionality", type=Rich(2500), weight=3, national="proportionality"),
    _field("subsidiarity", type=Rich(2500), weight=2, national="proportionality"),
    _field("alternatives_considered", type=Rich(2500), weight=3),
    _field(
        "risks",
        type=Rows(
            (
                Member("risk", Text(500), is_required=True),
                Member("likelihood", Choice(v.Level)),
                Member("impact", Choice(v.Level)),
                Member("measure", Text(1000)),
            ),
            50,
        ),
        weight=4,
    ),
    _field("risk_management", type=Rich(2500), weight=4, from_product=True, national="risks"),
    _field("legal_basis", type=Rich(2500), needed=TO_PUBLISH_IN_USE, weight=8, national="lawful_basis"),
    _field(
        "legal_bases",
        type=Rows((Member("title", Text(200), is_required=True), Member("url", Url()), Member("kind", Choice(v.LegalBasisKind))), 50),
        weight=4,
        national="lawful_basis_grouping",
    ),
    _field("processing_register", type=Url(), weight=2, national="process_index_url"),
    _field(
        "impact_assessments",
        type=Rows(
            (
                Member("kind", Choice(v.AssessmentKind), is_required=True),
                Member("status", Choice(v.AssessmentStatus), is_required=True),
                Member("month", Month()),
                Member("summary", Text(1000)),
                Member("url", Url()),
                Member("reason", Text(500)),
                Member("notified_on", Date()),
            ),
            20,
        ),
        needed=TO_PUBLISH_IN_USE,
        weight=8,
        national="impacttoetsen_grouping",
    ),
    _field("monitoring", type=Rich(2500), weight=4),
    _field("evaluation", type=Rich(2500), weight=4),
    _field(
        "metrics",
        type=Rows(
            (
                Member("name", Text(200), is_required=True),
                Member("value", String(100), is_required=True),
                Member("data", Text(300)),
                Member("month", Month()),
            ),
            50,
        ),
        weight=3,
    ),
    _field("operator_training", type=Rich(1500), weight=3),
    _field("citizen_participation", type=Rich(1500), weight=2),
)
