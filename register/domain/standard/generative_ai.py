"""Section E, generative AI: which model, where it runs, and what people may do with it."""

from functools import partial

from register.domain.standard import vocabularies as v
from register.domain.standard.conditions import GENERATIVE, GENERATIVE_IN_USE, Needed, Stage
from register.domain.standard.fields import Field, Section
from register.domain.standard.types import Choice, Choices, Composite, Integer, Member, Month, Rich, Rows, String, Text
from register.domain.standard.visibility import Visibility

_field = partial(Field, section=Section.GENERATIVE_AI, asked=GENERATIVE)

_CORE = Needed(Stage.PUBLISH, GENERATIVE_IN_USE)
_MANY = 10**15

FIELDS = (
    _field("model_name", type=String(200), needed=_CORE, weight=6, from_product=True),
    _field("model_version", type=String(100), weight=3, from_product=True),
    _field("model_provider", type=String(200), needed=_CORE, weight=6, from_product=True),
    _field("access", type=Choice(v.ModelAccess), needed=_CORE, weight=6, from_product=True),
    _field("weights", type=Choice(v.Weights), weight=2, from_product=True),
    _field("modalities_in", type=Choices(v.Modality), weight=2, from_product=True),
    _field("modalities_out", type=Choices(v.Modality), weight=2, from_product=True),
    _field("adaptation", type=Choice(v.Adaptation), weight=2, from_product=True),
    _field("permitted_uses", type=Rich(1500), needed=_CORE, weight=6),
    _field("prohibited_uses", type=Rich(1500), weight=4),
    _field("input_policy", type=Rich(1500), needed=_CORE, weight=6),
    _field(
        "prompt_retention",
        type=Composite(
            (
                Member("days", Integer(0, 36500)),
                Member("where", Text(200)),
                Member("supplier_training", Choice(v.YesNoUnknown), is_required=True),
            )
        ),
        needed=_CORE,
        weight=6,
        from_product=True,
    ),
    _field("output_review", type=Rich(1500), weight=4),
    _field("labelling", type=Rich(1500), weight=4),
    _field("users", type=Choice(v.UsersBand), weight=2),
    _field(
        "usage",
        type=Rows(
            (
                Member("month", Month(), is_required=True),
                Member("users", Integer(0, _MANY)),
                Member("requests", Integer(0, _MANY)),
                Member("tokens", Integer(0, _MANY)),
            ),
            120,
        ),
        visibility=Visibility.ORGANISATION,
    ),
    _field("guardrails", type=Rich(1500), weight=4, from_product=True),
    _field("languages", type=Choices(v.ContentLanguage), weight=2, from_product=True),
)
