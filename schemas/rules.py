"""What can be wrong with a request itself, beside its document: rules by name, in the same form as those of the standard.

The names are permanent: programs may rely on them.
"""

from typing import Any

from register.errors import Problem

#: rule → ((message nl, remedy nl), (message en, remedy en))
RULES: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "unknown-parameter": (
        ("De vraag kent geen ‘{name}’.", "Haal het weg, of kijk in /api/v1/openapi.json hoe het heet."),
        ("This address takes no ‘{name}’.", "Take it away, or see /api/v1/openapi.json for its name."),
    ),
    "repeated-parameter": (
        ("‘{name}’ staat er meer dan één keer.", "Geef het één keer."),
        ("‘{name}’ is there more than once.", "Give it once."),
    ),
    "day-to-come": (
        ("Die dag moet nog komen.", "Kies {today} of een dag ervoor."),
        ("That day is still to come.", "Choose {today} or a day before it."),
    ),
    "not-a-cursor": (
        ("Deze plaats in de lijst bestaat niet (meer) bij deze vraag.", "Begin opnieuw, zonder ‘cursor’, en volg de verwijzing ‘next’."),
        ("There is no such place in the list for this question (any more).", "Start again without ‘cursor’, and follow the link ‘next’."),
    ),
    "malformed-json": (
        ("Dit is geen JSON: {what_nl}.", "Stuur één JSON-object in UTF-8."),
        ("This is not JSON: {what_en}.", "Send one JSON object in UTF-8."),
    ),
    "repeated-key": (
        ("De sleutel ‘{name}’ staat er twee keer in hetzelfde object.", "Laat één van de twee staan."),
        ("The key ‘{name}’ is there twice in the same object.", "Leave one of the two."),
    ),
    "too-deep": (
        ("Dit zijn meer dan {limit} lagen in elkaar.", "Stuur een document in de vorm van de standaard."),
        ("These are more than {limit} layers inside one another.", "Send a document in the form of the standard."),
    ),
    "unexpected-body": (
        ("Hier hoort geen inhoud bij.", "Stuur de vraag zonder inhoud."),
        ("This takes no content.", "Send the request without content."),
    ),
}


def request_problem(pointer: str, rule: str, **values: Any) -> Problem:
    """Say that a rule on requests is broken at this place; `values` fill the sentences."""
    (message_nl, remedy_nl), (message_en, remedy_en) = RULES[rule]
    return Problem(
        pointer,
        rule,
        {"nl": message_nl.format(**values), "en": message_en.format(**values)},
        {"nl": remedy_nl.format(**values), "en": remedy_en.format(**values)},
    )
