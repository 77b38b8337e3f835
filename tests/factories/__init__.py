"""What tests are made of: a clock, people, bodies and documents; each says only what matters."""

from tests.factories.actors import actor, person
from tests.factories.documents import generative_document, simple_document
from tests.factories.entries import draft, organisation, published, submitted
from tests.factories.world import NOON, FixedClock, NoIdentityProvider, NoTokens

__all__ = [
    "NOON",
    "FixedClock",
    "NoIdentityProvider",
    "NoTokens",
    "actor",
    "draft",
    "generative_document",
    "organisation",
    "person",
    "published",
    "simple_document",
    "submitted",
]
