"""Public bodies as everyone may read them."""

from marshmallow import fields

from register.domain.organisations import OrganisationType
from schemas.answers import Answer
from schemas.asked import AsOf, Listing
from schemas.fields import Chosen, Flag, Judged, Line
from schemas.json_values import enum
from schemas.parts import NUMBER_FORM, NUMBER_OR_NULL, TEXTS, URL, URL_OR_NULL, PageSchema

_TEXT_OR_NULL = {"type": ["string", "null"]}


class OrganisationLinksSchema(Answer):
    """Where it and its registrations can be read."""

    itself = Judged(URL, data_key="self")
    registrations = Judged(URL)


class OrganisationSchema(Answer):
    """A public body. All is there, unless `fields` chooses."""

    number = Judged(NUMBER_FORM, metadata={"description": "Its number, for good."})
    names = Judged(TEXTS, metadata={"description": "Its name per language; nl is always there."})
    abbreviation = Judged(_TEXT_OR_NULL)
    type = Judged(enum(OrganisationType))
    parent = Judged(NUMBER_OR_NULL, metadata={"description": "The number of the body that it is part of."})
    tooi = Judged(URL_OR_NULL, metadata={"description": "Its identifier in the national list of government organisations."})
    website = Judged(URL_OR_NULL)
    contact = Judged(_TEXT_OR_NULL)
    example = fields.Boolean(metadata={"description": "Invented, to show how the register works."})
    single_flow = fields.Boolean(
        data_key="singleFlow", metadata={"description": "Whether one person may write and publish here, by leave of an administrator."}
    )
    registrations = fields.Integer(metadata={"description": "How many registrations it shows."})
    links = fields.Nested(OrganisationLinksSchema)


class OrganisationsSchema(PageSchema):
    """A page of public bodies, by name."""

    items = fields.List(fields.Nested(OrganisationSchema), required=True)


class OrganisationsQuery(Listing, AsOf):
    """Which bodies are asked for."""

    q = Line(200, "Words of the name.", load_default="")
    registering = Flag("Only those that show registrations, or only those that do not.", load_default=None)
    example = Flag("Only invented examples, or only real ones.", load_default=None)
    chosen = Chosen(OrganisationSchema, data_key="fields")


class OrganisationQuery(AsOf):
    """Of which day, and which members."""

    chosen = Chosen(OrganisationSchema, data_key="fields")
