"""What changed: in the register as a whole, and between two versions of a registration."""

from marshmallow import fields

from register.domain.history import ChangeKind
from register.domain.public_records import PublicChangeKind
from register.domain.standard.fields import Section
from register.domain.standard.types import RegistrationReference
from schemas.answers import Answer
from schemas.asked import HIGHEST_LIMIT, USUAL_LIMIT, Asking
from schemas.fields import Asked, Day, Judged, WholeNumber, Words
from schemas.json_values import enum
from schemas.parts import MOMENT, NUMBER_FORM, NUMBER_OR_NULL, TEXTS, URL_OR_NULL

#: A publication sequence that no register reaches, and every database can hold.
HIGHEST_SEQUENCE = 2_000_000_000
HIGHEST_VERSION = 999_999
#: The gap or withholding in the place of a value.
_EXCUSE = {"type": ["object", "null"], "properties": {"gap": {"type": "object"}, "withheld": {"type": "object"}}}


class DifferenceQuery(Asking):
    """Between which versions."""

    before = WholeNumber(1, HIGHEST_VERSION, "The older version; the one before `to` when left out.", data_key="from", load_default=None)
    after = WholeNumber(1, HIGHEST_VERSION, "The newer version; the newest when left out.", data_key="to", load_default=None)


class DifferenceSchema(Answer):
    """A field that differs between two versions."""

    pointer = fields.String(required=True, metadata={"description": "JSON pointer to the field."})
    section = Judged(enum(Section), required=True)
    label = Judged(TEXTS, required=True, metadata={"description": "What the field is called, per language."})
    kind = Judged(enum(ChangeKind), required=True)
    before = Judged({}, required=True, metadata={"description": "Its value then; null when there was none."})
    after = Judged({}, required=True, metadata={"description": "Its value since; null when there is none."})
    excuse_before = Judged(
        {"type": ["object", "null"]},
        required=True,
        data_key="excuseBefore",
        metadata={"description": "The gap or withholding that stood there."},
    )
    excuse_after = Judged(
        {"type": ["object", "null"]},
        required=True,
        data_key="excuseAfter",
        metadata={"description": "The gap or withholding that stands there."},
    )


class DifferencesSchema(Answer):
    """What differs between two versions, in the order of the standard."""

    number = Judged(NUMBER_FORM, required=True)
    before = fields.Integer(required=True, data_key="from")
    after = fields.Integer(required=True, data_key="to")
    items = fields.List(fields.Nested(DifferenceSchema), required=True)


class ChangesQuery(Asking):
    """From where on."""

    since = WholeNumber(0, HIGHEST_SEQUENCE, "The sequence of the last change that the caller knows; 0 for all.", load_default=0)
    kind = Words(PublicChangeKind, "What happened.", load_default=())
    organisation = Asked(RegistrationReference(), "Only changes of this body.", load_default="")
    number = Asked(RegistrationReference(), "Only changes of this registration, body or product.", load_default="")
    first = Day("From this day on (Europe/Amsterdam).", data_key="from", load_default=None)
    last = Day("Until the end of this day (Europe/Amsterdam).", data_key="until", load_default=None)
    limit = WholeNumber(1, HIGHEST_LIMIT, f"How many changes at most; {USUAL_LIMIT} when left out.", load_default=USUAL_LIMIT)


class ChangedSchema(Answer):
    """Which thing changed."""

    kind = Judged({"type": "string", "enum": ["registration", "organisation", "product"]}, required=True)
    number = Judged(NUMBER_FORM, required=True)
    version = Judged({"type": ["integer", "null"]}, required=True)


class ChangeSchema(Answer):
    """Something that the public could see to happen."""

    sequence = fields.Integer(required=True, metadata={"description": "Changes are numbered in order, and never renumbered."})
    at = Judged(MOMENT, required=True)
    kind = Judged(
        enum(PublicChangeKind),
        required=True,
        metadata={"description": "`removed` names nothing: something left the public side, and a copy must be read anew."},
    )
    changed = fields.Nested(ChangedSchema, required=True, allow_none=True, data_key="object")
    title = fields.String(required=True)
    organisation = Judged(NUMBER_OR_NULL, required=True)


class ChangesSchema(Answer):
    """Changes after a sequence, oldest first. Whoever asks on from the last one misses nothing."""

    items = fields.List(fields.Nested(ChangeSchema), required=True)
    next = Judged(URL_OR_NULL, required=True, metadata={"description": "The changes after these, if there are any now."})
    last = fields.Integer(required=True, metadata={"description": "Where to ask on from (`since`) next time."})
    newest = fields.Integer(required=True, metadata={"description": "The sequence of the newest change that there is."})
