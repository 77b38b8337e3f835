"""Names for where a registration is in its life, what people do to it, and what changed."""

from enum import StrEnum

from register.domain.ai_act.history import Occasion
from register.domain.ai_act.restriction import RestrictionChoice
from register.domain.history import ChangeKind, PieceKind
from register.domain.lifecycle import DraftState, PublicationState, Step
from register.domain.public_records import PublicChangeKind, RecordState
from register.domain.redactions import RedactionGround
from register.labels.term import Table, Term

_DRAFT_STATE: Table = {
    DraftState.NONE: Term("Geen concept", "No draft", "Er wordt nu niets gewijzigd.", "Nothing is being changed now."),
    DraftState.DRAFTING: Term("In bewerking", "Being written", "Een redacteur werkt eraan.", "An editor is working on it."),
    DraftState.IN_REVIEW: Term("Ingediend", "Submitted", "Een collega kijkt het na.", "A colleague is checking it."),
}

_PUBLICATION_STATE: Table = {
    PublicationState.UNPUBLISHED: Term(
        "Nog niet openbaar", "Not public yet", "Alleen de eigen organisatie ziet dit.", "Only the own organisation sees this."
    ),
    PublicationState.PUBLISHED: Term("Openbaar", "Public", "Iedereen kan dit lezen.", "Everyone can read this."),
    PublicationState.WITHDRAWN: Term(
        "Ingetrokken",
        "Withdrawn",
        "De organisatie trok dit terug. De oude versies en de reden blijven staan.",
        "The organisation withdrew this. Earlier versions and the reason remain.",
    ),
}

_STEP: Table = {
    Step.EDIT: Term("Wijzig", "Edit"),
    Step.SUBMIT: Term("Dien in", "Submit"),
    Step.TAKE_BACK: Term("Haal terug", "Take back"),
    Step.SEND_BACK: Term("Stuur terug", "Send back"),
    Step.PUBLISH: Term("Publiceer", "Publish"),
    Step.DISCARD: Term("Gooi het concept weg", "Discard the draft"),
    Step.WITHDRAW: Term("Trek in", "Withdraw"),
}

_CHANGE_KIND: Table = {
    ChangeKind.ADDED: Term("Toegevoegd", "Added"),
    ChangeKind.CHANGED: Term("Gewijzigd", "Changed"),
    ChangeKind.REMOVED: Term("Weggehaald", "Removed"),
}

_PIECE_KIND: Table = {
    PieceKind.SAME: Term("Gelijk gebleven", "Unchanged"),
    PieceKind.ADDED: Term("Toegevoegd", "Added"),
    PieceKind.REMOVED: Term("Weggehaald", "Removed"),
}

_RECORD_STATE: Table = {
    RecordState.PUBLISHED: Term("Openbaar", "Public"),
    RecordState.WITHDRAWN: Term("Ingetrokken", "Withdrawn"),
}

_PUBLIC_CHANGE_KIND: Table = {
    PublicChangeKind.PUBLISHED: Term("Nieuw", "New"),
    PublicChangeKind.REVISED: Term("Gewijzigd", "Changed"),
    PublicChangeKind.WITHDRAWN: Term("Ingetrokken", "Withdrawn"),
    PublicChangeKind.REDACTED: Term("Onleesbaar gemaakt", "Redacted"),
    PublicChangeKind.REMOVED: Term(
        "Iets verdween",
        "Something was removed",
        "Uw kopie klopt niet meer. Lees alles opnieuw in.",
        "Your copy is incomplete. Read everything again.",
    ),
    PublicChangeKind.ORGANISATION_CHANGED: Term("Organisatie gewijzigd", "Organisation changed"),
    PublicChangeKind.PRODUCT_PUBLISHED: Term("Product gepubliceerd", "Product published"),
    PublicChangeKind.QUESTION_ASKED: Term("Vraag gesteld", "Question asked"),
    PublicChangeKind.QUESTION_ANSWERED: Term("Vraag beantwoord", "Question answered"),
}

_REDACTION_GROUND: Table = {
    RedactionGround.PERSONAL_DATA: Term(
        "Persoonsgegevens",
        "Personal data",
        "In de tekst stonden gegevens van een persoon die daar niet mochten staan.",
        "The text held data about a person that were not allowed there.",
    ),
    RedactionGround.COURT_ORDER: Term("Uitspraak van een rechter", "Court order", "Een rechter besliste het.", "A court decided so."),
    RedactionGround.UNLAWFUL_CONTENT: Term(
        "Onrechtmatige inhoud",
        "Unlawful content",
        "De wet verbiedt om deze tekst openbaar te hebben.",
        "The law forbids this text to be public.",
    ),
}

_OCCASION: Table = {
    Occasion.SAVED: Term("Bewaard", "Saved"),
    Occasion.PUBLISHED: Term("Gepubliceerd", "Published"),
    Occasion.RECLASSIFIED: Term("Opnieuw bepaald", "Determined anew"),
    Occasion.ASKED: Term("Op verzoek", "On request"),
}

_RESTRICTION_CHOICE: Table = {
    RestrictionChoice.DEFAULT: Term("Zoals de wet het laat", "As the law leaves it"),
    RestrictionChoice.VOLUNTARILY_PUBLIC: Term("Vrijwillig openbaar", "Voluntarily public"),
}

TABLES: dict[type[StrEnum], Table] = {
    DraftState: _DRAFT_STATE,
    PublicationState: _PUBLICATION_STATE,
    Step: _STEP,
    ChangeKind: _CHANGE_KIND,
    PieceKind: _PIECE_KIND,
    RecordState: _RECORD_STATE,
    PublicChangeKind: _PUBLIC_CHANGE_KIND,
    RedactionGround: _REDACTION_GROUND,
    Occasion: _OCCASION,
    RestrictionChoice: _RESTRICTION_CHOICE,
}
