"""What the public side can say of a registration, and of a change."""

from enum import StrEnum


class RecordState(StrEnum):
    """What a public row of a registration is."""

    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class PublicChangeKind(StrEnum):
    """What happened that the public can see."""

    PUBLISHED = "published"
    REVISED = "revised"
    WITHDRAWN = "withdrawn"
    REDACTED = "redacted"
    #: Something left the public side for good; the line names nothing.
    REMOVED = "removed"
    ORGANISATION_CHANGED = "organisation_changed"
    PRODUCT_PUBLISHED = "product_published"
    QUESTION_ASKED = "question_asked"
    QUESTION_ANSWERED = "question_answered"
