"""Section A, identification: what it is, whose it is, and how far it is."""

from functools import partial

from register.domain.standard import vocabularies as v
from register.domain.standard.conditions import ENDED, RETIRED, STARTED, TO_PUBLISH, TO_SUBMIT, Needed, Stage
from register.domain.standard.fields import Field, Section
from register.domain.standard.types import (
    Choice,
    Choices,
    Composite,
    Contact,
    Member,
    Month,
    ProductReference,
    RegistrationReference,
    Rows,
    String,
    Strings,
    Text,
    Url,
)

_field = partial(Field, section=Section.IDENTIFICATION)

FIELDS = (
    _field("name", type=Text(100), needed=TO_SUBMIT, weight=8, can_be_withheld=False, national="name"),
    _field("summary", type=Text(350), needed=TO_SUBMIT, weight=8, can_be_withheld=False, national="description_short"),
    _field("kind", type=Choice(v.Kind), needed=TO_SUBMIT, weight=4, from_product=True, can_be_withheld=False),
    _field("techniques", type=Choices(v.Technique), needed=TO_PUBLISH, weight=4, from_product=True),
    _field("product", type=ProductReference()),
    _field("themes", type=Choices(v.Theme), needed=TO_PUBLISH, weight=8, national="category"),
    _field("status", type=Choice(v.Status), needed=TO_SUBMIT, weight=8, can_be_withheld=False, national="status"),
    _field("start_month", type=Month(), needed=Needed(Stage.PUBLISH, STARTED), weight=8, national="begin_date"),
    _field("end_month", type=Month(), needed=Needed(Stage.PUBLISH, RETIRED), national="end_date"),
    _field("retired_reason", type=Text(1000), needed=Needed(Stage.PUBLISH, ENDED)),
    _field("successor", type=RegistrationReference()),
    _field("area", type=Composite((Member("levels", Choices(v.AreaLevel)), Member("served", Text(200)))), weight=2),
    _field("contact", type=Contact(), needed=TO_SUBMIT, weight=8, can_be_withheld=False, national="contact_email"),
    _field("public_page", type=Url(), weight=2, national="website"),
    _field("source_registration", type=Url(), national="url"),
    _field("service", type=Rows((Member("name", Text(200), is_required=True), Member("upl", Url())), 20), weight=2),
    _field(
        "partners",
        type=Rows((Member("organisation", String(200), is_required=True), Member("role", Choice(v.PartnerRole), is_required=True)), 50),
        weight=1,
    ),
    _field("pillars", type=Choices(v.Pillar), weight=1),
    _field("sdgs", type=Choices(v.Sdg), weight=1),
    _field("tags", type=Strings(50, 30), national="tags"),
    _field("source_id", type=String(100), national="source_id"),
)
