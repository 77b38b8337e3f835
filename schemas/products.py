"""Products as everyone may read them: described once, used by many."""

from marshmallow import fields

from register.domain.standard import PRODUCT_FIELDS
from schemas.answers import Answer
from schemas.asked import Asking, AsOf, Listing
from schemas.documents import ProductDocumentSchema
from schemas.fields import Chosen, Judged, Line
from schemas.parts import MOMENT, NUMBER_FORM, TEXTS, URL, PageSchema

_KEYS = ("number", "version", "standard", "language", "name", "summary", "change_note", *(field.key for field in PRODUCT_FIELDS))


class ProductLinksSchema(Answer):
    """Where it and what belongs to it can be read."""

    itself = Judged(URL, data_key="self")
    versions = Judged(URL)
    registrations = Judged(URL, metadata={"description": "The registrations that use it."})


class ProductItemSchema(Answer):
    """A product in a list. All is there, unless `fields` chooses."""

    number = Judged(NUMBER_FORM, metadata={"description": "Its number, for good."})
    version = fields.Integer()
    valid_from = Judged(MOMENT, data_key="validFrom")
    example = fields.Boolean(metadata={"description": "Invented, to show how the register works."})
    deployments = fields.Integer(metadata={"description": "How many registrations use it; in its versions, how many use that version."})
    name = Judged(TEXTS)
    summary = Judged(TEXTS)
    links = fields.Nested(ProductLinksSchema)


class ProductSchema(ProductItemSchema):
    """A product with all that registrations take over from it."""

    document = fields.Nested(ProductDocumentSchema)


class ProductsSchema(PageSchema):
    """A page of products, by name."""

    items = fields.List(fields.Nested(ProductItemSchema), required=True)


class ProductVersionsSchema(Answer):
    """The versions of a product, newest first."""

    number = Judged(NUMBER_FORM, required=True)
    items = fields.List(fields.Nested(ProductItemSchema), required=True)


class ProductsQuery(Listing, AsOf):
    """Which products are asked for."""

    q = Line(200, "Words of the name.", load_default="")
    chosen = Chosen(ProductItemSchema, data_key="fields")


class ProductQuery(AsOf):
    """Of which day, and which members."""

    chosen = Chosen(ProductSchema, inside={"document": _KEYS}, data_key="fields")


class ProductVersionQuery(Asking):
    """Which members."""

    chosen = Chosen(ProductSchema, inside={"document": _KEYS}, data_key="fields")
