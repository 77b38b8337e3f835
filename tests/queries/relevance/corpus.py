"""Invented registrations of invented bodies, small enough to know by heart. The order is that of publication: later is newer."""

from typing import Any

BODIES = {
    "waterlede": {"names": {"nl": "Gemeente Waterlede", "en": "Municipality of Waterlede"}, "abbreviation": "GWL"},
    "hoogmeer": {"names": {"nl": "Gemeente Hoogmeer"}},
    "dijkland": {"names": {"nl": "Waterschap Dijkland", "en": "Dijkland Water Authority"}, "abbreviation": "WDL"},
    "kansen": {"names": {"nl": "Dienst Werk en Kansen", "en": "Work and Chances Agency"}, "abbreviation": "DWK"},
    "vergunningen": {"names": {"nl": "Omgevingsdienst Vergunningenhuis"}},
}


def _of(body: str, name: str, summary: str = "", purpose: str = "", **more: Any) -> tuple[str, dict[str, Any]]:
    changes: dict[str, Any] = {"name": {"nl": name}, "summary": {"nl": summary or "Doet wat de naam zegt."}, "tags": []}
    changes["purpose"] = {"nl": f"<p>{purpose or 'Het werk gaat sneller.'}</p>"}
    changes["themes"] = ["international"]
    return body, changes | more


#: Key → body and what the registration says.
CORPUS: dict[str, tuple[str, dict[str, Any]]] = {
    "parkeren": _of("waterlede", "Parkeren", "Regelt de toegang tot garages."),
    "scanauto": _of(
        "waterlede", "Parkeercontrole met scanauto", "Een auto met camera's leest kentekens en ziet of er betaald is.",
        "Voertuigen zonder betaald kaartje worden gevonden.", tags=["anpr", "handhaving"],
    ),
    "parkeervergunning": _of("hoogmeer", "Aanvraag parkeervergunning beoordelen", "Kijkt of iemand een vergunning kan krijgen."),
    "bezwaar": _of(
        "hoogmeer", "Bezwaarschriften verdelen", "Leest een brief en kiest wie die behandelt.", "Wie bezwaar maakt, weet eerder meer."
    ),
    "boete": _of("waterlede", "Boetes innen", "Kiest wanneer iemand een aanmaning krijgt.", "Openstaande bedragen worden eerder betaald."),
    "riool": _of("dijkland", "Rioolheffing berekenen", "Rekent uit wat een huishouden betaalt."),
    "woz": _of("waterlede", "Waardering onroerende zaken", "Schat de waarde van een woning met een rekenmodel.", tags=["taxatie"]),
    "brp": _of("hoogmeer", "Adresonderzoek", "Zoekt in de basisregistratie personen naar adressen waar te veel mensen staan."),
    "kinderopvang": _of("kansen", "Kinderopvangtoeslag controleren", "Vergelijkt opgegeven uren met de uren van de opvang."),
    "bijstand": _of(
        "kansen", "Participatiewet: recht op uitkering", "Helpt bepalen of iemand hulp van de overheid krijgt.", "Een medewerker beslist.",
    ),
    "werk": _of("kansen", "Vacatures zoeken bij een profiel", "Zoekt banen die bij een werkzoekende passen.", tags=["matching"]),
    "fraude": _of("kansen", "Onderzoek naar misbruik kiezen", "Wijst dossiers aan om te bekijken.", "Fraude wordt eerder gezien."),
    "leerplicht": _of("hoogmeer", "Verzuim op school voorspellen", "Voorspelt welke leerlingen afwezig zullen zijn.", tags=["leerplicht"]),
    "vervoer": _of("waterlede", "Leerlingenvervoer plannen", "Maakt routes voor busjes naar school."),
    "chatbot": _of("waterlede", "Virtuele assistent Lena", "Beantwoordt vragen van inwoners op de website.", tags=["klantcontact"]),
    "samenvatten": _of("kansen", "Verslagen samenvatten met een taalmodel", "Maakt van een lang gesprek een korte tekst."),
    "anonimiseren": _of(
        "waterlede", "Weglakken van namen", "Zoekt persoonsgegevens in stukken die openbaar worden.",
        "Stukken voldoen aan de Wet open overheid.", tags=["woo"],
    ),
    "vertalen": _of("kansen", "Brieven vertalen", "Zet een brief om in een andere taal."),
    "spraak": _of(
        "hoogmeer", "Raadsvergadering ondertitelen", "Zet spraak om naar tekst.", "Wie slecht hoort, kan meelezen.",
        tags=["spraakherkenning"],
    ),
    "peil": _of("dijkland", "Waterstand voorspellen", "Voorspelt hoe hoog het water komt.", "Gemalen gaan op tijd aan."),
    "gemaal": _of("dijkland", "Gemalen aansturen", "Zet pompen aan en uit.", "Het waterpeil blijft goed."),
    "dijk": _of("dijkland", "Scheuren in dijken vinden", "Zoekt scheuren op luchtfoto's van drones."),
    "muskusrat": _of("dijkland", "Vangsten van muskusratten schatten", "Telt en schat per gebied."),
    "bomen": _of("hoogmeer", "Bomen tellen", "Telt bomen op luchtfoto's.", "Een boomkaart zonder veldwerk.", tags=["groen"]),
    "wegen": _of("hoogmeer", "Schade aan het wegdek vinden", "Zoekt gaten en scheuren op beelden van een auto.", tags=["weginspectie"]),
    "verkeerslicht": _of("waterlede", "Groen licht op maat", "Regelt een kruispunt naar de drukte.", tags=["verkeerslichten"]),
    "afval": _of("waterlede", "Volle containers voorspellen", "Voorspelt wanneer afval opgehaald moet worden."),
    "meldingen": _of("waterlede", "Meldingen openbare ruimte", "Leest een melding en kiest welk team die krijgt.", tags=["buitenruimte"]),
    "klachten": _of("hoogmeer", "Klachten ordenen", "Zet klachten bij elkaar die over hetzelfde gaan."),
    "bouw": _of(
        "vergunningen", "Bouwplannen toetsen", "Toetst een bouwplan aan het omgevingsplan.", "Een omgevingsvergunning is sneller klaar.",
        tags=["bouwvergunning"],
    ),
    "stikstof": _of("vergunningen", "Uitstoot van stikstof berekenen", "Rekent uit hoeveel stikstof er neerkomt."),
    "geluid": _of("vergunningen", "Geluidsoverlast meten", "Herkent het geluid van brommers."),
    "mest": _of("vergunningen", "Steekproef onder veehouders", "Kiest bedrijven voor een controle.", "Regels voor mest worden nageleefd."),
    "energie": _of("hoogmeer", "Zonnepanelen herkennen", "Vindt panelen op daken vanuit de lucht."),
    "schuld": _of("kansen", "Vroegsignalering van schulden", "Combineert betalingsachterstanden.", "Schuldhulpverlening begint eerder."),
    "jeugd": _of("hoogmeer", "Wachttijd jeugdhulp schatten", "Schat hoelang een gezin wacht."),
    "post": _of("waterlede", "E-mail verdelen", "Leest berichten en stuurt ze door.", tags=["documentherkenning"]),
    "dpia": _of("hoogmeer", "Hulp bij toetsen", "Stelt vragen over privacy.", "Een DPIA is sneller gemaakt."),
    "kenteken": _of("waterlede", "Milieuzone bewaken", "Leest kentekens aan de rand van de stad."),
    "vis": _of("dijkland", "Vismigratie volgen", "Telt vissen bij een sluis.", "Vissen kunnen door de sluis."),
    "translate": (
        "kansen",
        {
            "language": "en",
            "name": {"en": "Interpreting at the counter"},
            "summary": {"en": "Translates what a visitor says."},
            "purpose": {"en": "<p>People who speak no Dutch are helped.</p>"},
            "change_note": {"en": "First publication"},
            "tags": ["speech"],
            "themes": ["international"],
        },
    ),
    "permits": (
        "vergunningen",
        {
            "language": "en",
            "name": {"en": "Predicting workload of permits"},
            "summary": {"en": "Predicts how many applications will come in."},
            "purpose": {"en": "<p>Staff are there when they are needed.</p>"},
            "change_note": {"en": "First publication"},
            "tags": [],
            "themes": ["international"],
        },
    ),
}  # fmt: skip
