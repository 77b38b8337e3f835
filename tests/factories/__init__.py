"""What tests are made of: a clock, people, bodies and documents; each says only what matters."""

from tests.factories.actors import actor, person
from tests.factories.documents import OUT_OF_SIGHT, TRANSPARENT, generative_document, simple_document
from tests.factories.entries import draft, organisation, published, published_all_the_same, revised, submitted, withdrawn
from tests.factories.keeping import once
from tests.factories.questions import accepted, received
from tests.factories.world import NOON, FixedClock, LetterBox, NoIdentityProvider, NoTokens

__all__ = [
    "NOON",
    "OUT_OF_SIGHT",
    "TRANSPARENT",
    "FixedClock",
    "LetterBox",
    "NoIdentityProvider",
    "NoTokens",
    "accepted",
    "actor",
    "draft",
    "generative_document",
    "once",
    "organisation",
    "person",
    "published",
    "published_all_the_same",
    "received",
    "revised",
    "simple_document",
    "submitted",
    "withdrawn",
]
