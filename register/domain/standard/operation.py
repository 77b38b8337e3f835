"""Section D, operation: what goes in, how it works, who supplies it."""

from functools import partial

from register.domain.standard import vocabularies as v
from register.domain.standard.fields import Field, Section
from register.domain.standard.types import Choice, Composite, Integer, Member, Rich, Rows, String, Text, Url
from register.domain.standard.visibility import Visibility

_field = partial(Field, section=Section.OPERATION)

FIELDS = (
    _field("data_sources", type=Rich(2500), weight=8, from_product=True, national="source_data"),
    _field(
        "data_source_links",
        type=Rows(
            (Member("name", Text(500), is_required=True), Member("url", Url()), Member("purpose", Choice(v.DataPurpose))),
            50,
        ),
        weight=3,
        from_product=True,
        national="source_data_grouping",
    ),
    _field("methods", type=Rich(5000), weight=8, from_product=True, national="methods_and_models"),
    _field("self_learning", type=Choice(v.SelfLearning), weight=3, from_product=True),
    _field(
        "supplier",
        type=Composite(
            (Member("name", String(200), is_required=True), Member("identifier", String(100)), Member("role", Choice(v.SupplierRole)))
        ),
        weight=4,
        from_product=True,
        national="provider",
    ),
    _field(
        "procurement",
        type=Rows(
            (Member("procedure", Choice(v.ProcurementProcedure), is_required=True), Member("reference", String(200)), Member("url", Url())),
            10,
        ),
        weight=2,
    ),
    _field(
        "source_code",
        type=Composite((Member("url", Url()), Member("reason", Text(500)))),
        weight=3,
        from_product=True,
        national="publiccode",
    ),
    _field("european_alternative_considered", type=Rich(1500), weight=2),
    _field("documentation", type=Url(), weight=2, from_product=True),
    _field("log_retention_months", type=Integer(0, 1200), visibility=Visibility.REGULATOR),
)
