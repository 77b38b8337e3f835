"""The rules of the standard by name, and what to say when one is broken.

`RULES` maps each rule to its message and its remedy per language. The names
are permanent: programs may rely on them.
"""

from typing import Any

from register.errors import Problem

#: rule → ((message nl, remedy nl), (message en, remedy en))
RULES: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "unknown-key": (
        ("Het veld ‘{name}’ staat niet in de standaard.", "Haal het weg, of gebruik een naam uit de lijst op /api/v1/standard."),
        ("The field ‘{name}’ is not in the standard.", "Take it away, or use a name from the list at /api/v1/standard."),
    ),
    "unknown-fact": (
        ("Het feit ‘{name}’ hoort niet bij de vragen over de AI-verordening.", "Haal het weg, of gebruik een naam uit de beschrijving."),
        ("The fact ‘{name}’ is not one that the AI Act questions know.", "Take it away, or use a name from the description."),
    ),
    "fact-told-elsewhere": (
        ("‘{name}’ volgt uit een ander veld van de registratie.", "Haal het hier weg, en vul dat andere veld in."),
        ("‘{name}’ follows from another field of the registration.", "Take it away here, and fill in that other field."),
    ),
    "facts-open": (
        ("{count} vragen over de AI-verordening staan nog open.", "Geef antwoord, of zeg dat u het niet weet. Het gaat om: {names}."),
        ("{count} questions about the AI Act are still open.", "Answer them, or say that you do not know. They are: {names}."),
    ),
    "field-of-use-needed": (
        ("Zeg op welk terrein het wordt gebruikt.", "Beantwoord de vraag over het terrein: daarvan hangt af of dit openbaar mag worden."),
        ("Say in which field it is used.", "Answer the question about the field: whether this may become public hangs on it."),
    ),
    "citizen-number": (
        ("Er staat een burgerservicenummer in de tekst.", "Haal het weg: de tekst wordt openbaar."),
        ("There is a citizen service number in the text.", "Take it out: the text becomes public."),
    ),
    "nothing-written": (
        ("U schreef nog niets.", "Schrijf op wat u wilt vragen of melden."),
        ("You wrote nothing yet.", "Write down what you want to ask or report."),
    ),
    "email-needed": (
        ("Dit is geen e-mailadres.", "Vul het adres in waarop u mail krijgt, bijvoorbeeld naam@example.nl."),
        ("This is not an e-mail address.", "Fill in the address at which you get mail, such as name@example.com."),
    ),
    "no-address-of-body": (
        (
            "Van deze organisatie is geen e-mailadres bekend.",
            "Vul het in bij de organisatie, of kies ‘Plaats niet’ en leg uit waar het heen moet.",
        ),
        (
            "No e-mail address of this body is known.",
            "Fill it in with the organisation, or choose ‘Do not publish’ and explain where to go.",
        ),
    ),
    "reason-needed": (
        ("Zeg waarom dit niet van toepassing is.", "Schrijf de reden in de uitleg."),
        ("Say why this does not apply.", "Write the reason in the explanation."),
    ),
    "core-criterion-applies": (
        ("Dit punt geldt voor iedereen.", "Kies een ander antwoord. Een slecht antwoord houdt niets tegen."),
        ("This criterion applies to everybody.", "Choose another answer. A bad answer stops nothing."),
    ),
    "action-needed": (
        (
            "De wet verbiedt dit. Zeg wat u daaraan doet.",
            "Kies bij de AI-verordening: stoppen, stilleggen of betwisten. Of pas de status aan.",
        ),
        (
            "The law prohibits this. Say what you do about it.",
            "Choose with the AI Act: stopping, suspending or contesting. Or change the status.",
        ),
    ),
    "wrong-type": (
        ("Hier past {wanted_nl}.", "Geef de waarde in die vorm."),
        ("This takes {wanted_en}.", "Give the value in that form."),
    ),
    "too-long": (
        ("De tekst is {over_nl} te lang.", "Maak de tekst hooguit {limit} tekens lang."),
        ("The text is {over_en} too long.", "Make it at most {limit} characters."),
    ),
    "too-many": (
        ("Dit zijn er {over} te veel.", "Houd het bij {limit}."),
        ("These are {over} too many.", "Keep it to {limit}."),
    ),
    "forbidden-character": (
        ("In de tekst staat een teken dat niet bewaard kan worden ({character}).", "Typ de tekst opnieuw, zonder dat teken."),
        ("The text holds a character that cannot be kept ({character}).", "Type the text again without it."),
    ),
    "not-a-web-address": (
        ("Begin het webadres met https://, bijvoorbeeld https://www.example.nl.", "Zet het hele adres neer, zonder spaties."),
        ("Start the web address with https://, for example https://www.example.nl.", "Give the whole address, without spaces."),
    ),
    "not-a-contact": (
        ("Dit is geen e-mailadres en geen webadres met https://.", "Geef het e-mailadres van een functie, of een webadres."),
        ("This is not an e-mail address, nor a web address with https://.", "Give the e-mail address of a function, or a web address."),
    ),
    "not-a-month": (
        ("Dit is geen maand.", "Schrijf jaar en maand, bijvoorbeeld 2026-03."),
        ("This is not a month.", "Write year and month, for example 2026-03."),
    ),
    "not-a-date": (
        ("Dit is geen datum.", "Schrijf jaar, maand en dag, bijvoorbeeld 2026-03-31."),
        ("This is not a date.", "Write year, month and day, for example 2026-03-31."),
    ),
    "out-of-range": (
        ("Het getal moet tussen {minimum} en {maximum} liggen.", "Controleer het getal."),
        ("The number must be between {minimum} and {maximum}.", "Check the number."),
    ),
    "not-in-vocabulary": (
        ("‘{name}’ staat niet in de keuzelijst.", "Kies een van: {words}."),
        ("‘{name}’ is not in the list.", "Choose one of: {words}."),
    ),
    "repeated": (
        ("Dit staat er twee keer.", "Laat het één keer staan."),
        ("This is there twice.", "Leave it once."),
    ),
    "row-id": (
        ("Deze rij heeft geen geldig eigen kenmerk.", "Laat ‘id’ weg voor een nieuwe rij, of stuur het kenmerk terug dat de rij had."),
        ("This row has no valid id of its own.", "Leave out ‘id’ for a new row, or send back the id that it had."),
    ),
    "not-a-number": (
        ("Dit is geen nummer van een registratie of product.", "Geef het nummer van negen cijfers."),
        ("This is not the number of a registration or product.", "Give the number of nine digits."),
    ),
    "unknown-reference": (
        ("Er is geen {kind_nl} met dit nummer.", "Controleer het nummer."),
        ("There is no {kind_en} with this number.", "Check the number."),
    ),
    "required": (
        ("Vul dit in. Het is nodig om {goal_nl}.", "Geef een antwoord, zeg waarom het er nog niet is, of houd het achter met een grond."),
        ("Fill this in. You need it to {goal_en}.", "Give an answer, say why there is none yet, or withhold it with a ground."),
    ),
    "required-part": (
        ("Vul dit in. Zonder dit is het antwoord niet compleet.", "Vul het aan, of haal het antwoord weg."),
        ("Fill this in. Without it the answer is not complete.", "Complete it, or take the answer away."),
    ),
    "own-language": (
        ("De tekst is er niet in de taal van de registratie ({language}).", "Vul de tekst eerst in die taal in."),
        ("The text is not there in the registration's own language ({language}).", "Fill it in in that language first."),
    ),
    "end-before-start": (
        ("De eindmaand ligt voor de beginmaand.", "Zet de einddatum op of na de begindatum."),
        ("The end month is before the start month.", "Put the end at or after the start."),
    ),
    "end-while-in-use": (
        ("Een einddatum past niet bij deze status.", "Haal de einddatum weg, of kies een andere status."),
        ("An end month does not go with this status.", "Take the end month away, or choose another status."),
    ),
    "none-with-others": (
        ("‘Geen’ gaat niet samen met een andere keuze.", "Kies ‘geen’, of de andere."),
        ("‘None’ does not go with another choice.", "Choose ‘none’, or the others."),
    ),
    "automated-decision-grounds": (
        ("Een besluit zonder mens heeft een grond en waarborgen nodig (AVG, artikel 22).", "Kies de grond en beschrijf de waarborgen."),
        ("A decision without a person needs a ground and safeguards (GDPR, Article 22).", "Choose the ground and describe the safeguards."),
    ),
    "review-too-late": (
        ("De controle ligt te ver weg: hooguit {months} maanden na publicatie.", "Kies een datum tot en met {last}."),
        ("The review is too far away: at most {months} months after publication.", "Choose a date up to {last}."),
    ),
    "review-in-past": (
        ("De volgende controle ligt in het verleden.", "Kies een datum vanaf vandaag."),
        ("The next review is in the past.", "Choose a date from today on."),
    ),
    "not-withholdable": (
        ("Dit veld kan niet worden achtergehouden.", "Vul het in. Zonder dit zegt een registratie niets."),
        ("This field cannot be withheld.", "Fill it in. Without it a registration says nothing."),
    ),
    "no-gap-allowed": (
        ("Bij dit veld kan het antwoord niet openblijven.", "Vul het in."),
        ("This field cannot stay open.", "Fill it in."),
    ),
    "gap-with-answer": (
        ("Er staat een antwoord én een reden waarom het er niet is.", "Laat een van de twee staan."),
        ("There is an answer and also a reason why there is none.", "Leave one of the two."),
    ),
    "unknown-pointer": (
        ("‘{name}’ wijst geen veld of rij van deze registratie aan.", "Gebruik een JSON pointer, bijvoorbeeld /purpose."),
        ("‘{name}’ does not point to a field or row of this registration.", "Use a JSON pointer, for example /purpose."),
    ),
    "not-a-tooi": (
        ("Dit is geen TOOI-kenmerk.", "Een TOOI-kenmerk begint met https://identifier.overheid.nl/tooi/id/, gevolgd door soort en code."),
        (
            "This is not a TOOI identifier.",
            "A TOOI identifier starts with https://identifier.overheid.nl/tooi/id/, then a type and a code.",
        ),
    ),
}


def problem(pointer: str, rule: str, **values: Any) -> Problem:
    """Say that a rule is broken at this place; `values` fill the sentences."""
    (message_nl, remedy_nl), (message_en, remedy_en) = RULES[rule]
    return Problem(
        pointer,
        rule,
        {"nl": message_nl.format(**values), "en": message_en.format(**values)},
        {"nl": remedy_nl.format(**values), "en": remedy_en.format(**values)},
    )


def too_long(pointer: str, length: int, *, limit: int) -> Problem:
    """Say by how much a text is too long."""
    over = length - limit
    one = over == 1
    return problem(
        pointer,
        "too-long",
        over_nl=f"{over} {'teken' if one else 'tekens'}",
        over_en=f"{over} {'character' if one else 'characters'}",
        limit=limit,
    )
