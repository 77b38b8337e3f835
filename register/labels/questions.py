"""Names for what citizens ask, where their questions are, and why some get no answer here."""

from enum import StrEnum

from register.domain.questions import ForwardedAs, QuestionKind, QuestionState, QuestionStep, RefusalGround
from register.labels.term import Table, Term

_KIND: Table = {
    QuestionKind.QUESTION: Term("Een vraag", "A question", "U wilt iets weten of begrijpen.", "You want to know or understand something."),
    QuestionKind.ERROR: Term(
        "Een fout in deze registratie", "An error in this registration", "Iets klopt niet of ontbreekt.", "Something is wrong or missing."
    ),
}

_STATE: Table = {
    QuestionState.UNCONFIRMED: Term("Nog niet bevestigd", "Not confirmed yet"),
    QuestionState.RECEIVED: Term("Wordt bekeken", "Being looked at", "Een moderator leest de tekst.", "A moderator reads the text."),
    QuestionState.ACCEPTED: Term(
        "Wacht op antwoord", "Waiting for an answer", "De organisatie moet antwoorden.", "The organisation has to answer."
    ),
    QuestionState.ANSWERED: Term(
        "Antwoord wordt bekeken", "Answer being looked at", "Een moderator leest het antwoord.", "A moderator reads the answer."
    ),
    QuestionState.PUBLISHED: Term("Beantwoord", "Answered"),
    QuestionState.REFUSED: Term("Niet geplaatst", "Not published"),
    QuestionState.FORWARDED: Term("Doorgestuurd", "Sent on"),
    QuestionState.HIDDEN: Term("Weggehaald", "Taken away"),
}

#: Of each step what a button says, and what the log says afterwards.
_STEP: Table = {
    QuestionStep.CONFIRM: Term("Bevestig", "Confirm", "Bevestigd", "Confirmed"),
    QuestionStep.ACCEPT: Term("Plaats de vraag", "Publish the question", "Vraag geplaatst", "Question published"),
    QuestionStep.REFUSE: Term("Plaats niet", "Do not publish", "Niet geplaatst", "Not published"),
    QuestionStep.FORWARD: Term("Stuur door", "Send on", "Doorgestuurd", "Sent on"),
    QuestionStep.ANSWER: Term("Antwoord", "Answer", "Beantwoord", "Answered"),
    QuestionStep.SEND_BACK: Term("Stuur terug", "Send back", "Antwoord teruggestuurd", "Answer sent back"),
    QuestionStep.PUBLISH: Term("Plaats het antwoord", "Publish the answer", "Antwoord geplaatst", "Answer published"),
    QuestionStep.HIDE: Term("Haal weg", "Take away", "Weggehaald", "Taken away"),
}

_REFUSAL: Table = {
    RefusalGround.ELSEWHERE: Term(
        "Hoort ergens anders",
        "Belongs elsewhere",
        "Een andere organisatie, of een andere dienst, kan u hiermee helpen.",
        "Another organisation, or another service, can help you with this.",
    ),
    RefusalGround.PERSONAL_DATA: Term(
        "Gaat over een persoon",
        "Is about a person",
        "De tekst gaat over de zaak of de gegevens van een persoon. Die maken wij niet openbaar.",
        "The text is about the case or the data of a person. We do not make those public.",
    ),
    RefusalGround.ANSWERED_ALREADY: Term(
        "Al beantwoord", "Answered already", "Het antwoord staat al bij de registratie.", "The answer is with the registration already."
    ),
    RefusalGround.NOT_ABOUT_THIS: Term(
        "Gaat niet over deze registratie",
        "Not about this registration",
        "De tekst gaat over iets anders dan dit algoritme of deze AI.",
        "The text is about something other than this algorithm or AI.",
    ),
    RefusalGround.INSULT_OR_THREAT: Term(
        "Belediging of bedreiging", "Insult or threat", "De tekst beledigt of bedreigt iemand.", "The text insults or threatens somebody."
    ),
    RefusalGround.ADVERTISING: Term("Reclame", "Advertising", "De tekst is reclame.", "The text is advertising."),
}

_FORWARDED: Table = {
    ForwardedAs.OBJECTION: Term("Bezwaar", "Objection", "U bent het niet eens met een besluit.", "You disagree with a decision."),
    ForwardedAs.COMPLAINT: Term("Klacht", "Complaint", "U bent niet goed behandeld.", "You were not treated well."),
    ForwardedAs.PRIVACY_REQUEST: Term(
        "Verzoek over uw persoonsgegevens",
        "Request about your personal data",
        "U wilt uw gegevens zien, verbeteren of laten verwijderen.",
        "You want to see, correct or delete your data.",
    ),
    ForwardedAs.INFORMATION_REQUEST: Term(
        "Verzoek om overheidsinformatie",
        "Request for public information",
        "U vraagt om documenten van de overheid (Woo).",
        "You ask for documents of government (Woo).",
    ),
}

TABLES: dict[type[StrEnum], Table] = {
    QuestionKind: _KIND,
    QuestionState: _STATE,
    QuestionStep: _STEP,
    RefusalGround: _REFUSAL,
    ForwardedAs: _FORWARDED,
}
