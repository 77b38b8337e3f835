"""The criteria in Dutch: a short name, the question to the civil servant, and what counts as evidence."""

#: key → (name, question, evidence).
CRITERIA: dict[str, tuple[str, str, str]] = {
    "safe_1": (
        "Misbruik bekend en beperkt",
        "Weet u hoe medewerkers, buitenstaanders of de leverancier het kunnen misbruiken, en hebt u dat beperkt?",
        "Een analyse van dreigingen met datum en maatregelen.",
    ),
    "safe_2": (
        "Getest op aanvallen",
        "Is uw opstelling getest op verborgen opdrachten, datalekken en omzeilen van grenzen, en is wat gevonden werd verholpen?",
        "Een rapport van na de laatste verandering van het model.",
    ),
    "safe_3": (
        "Fouten gemeten op eigen zaken",
        "Weet u hoe vaak het fout zit bij uw eigen zaken, en bij welk aantal u stopt?",
        "Een steekproef, het foutpercentage en de grens waarbij u stopt.",
    ),
    "safe_4": (
        "Grenzen aan wat erin mag",
        "Wat mag er nooit worden ingetypt, en wat houdt dat tegen?",
        "Instellingen, een lijst van wie erbij mag, de verwerkersovereenkomst.",
    ),
    "safe_5": (
        "Bericht voor het model verandert",
        "Hoort u het voordat het model verandert, en test u dan eerst opnieuw?",
        "De afspraak in het contract en een lijst van veranderingen.",
    ),
    "safe_6": (
        "Werk gaat door zonder het systeem",
        "Kan het werk dezelfde dag doorgaan als het uitvalt?",
        "Een plan om op terug te vallen, met de dag waarop het is geoefend.",
    ),
    "safe_7": (
        "Incidenten snel op de goede plek",
        "Weet iedereen welk incident naar wie gaat, en hoe snel?",
        "De werkwijze en de laatste oefening.",
    ),
    "safe_8": (
        "Systeemrisico van het model",
        "Heeft het model een systeemrisico, en wat deed de aanbieder daaraan?",
        "Documenten over veiligheid van de aanbieder, de praktijkcode.",
    ),
    "safe_9": (
        "Handelen met weinig rechten",
        "Als het zelf kan handelen: zijn de rechten klein, wordt alles bijgehouden, en is het terug te draaien?",
        "De lijst van rechten en het logboek.",
    ),
    "fair_1": (
        "Groepen die nadeel kunnen hebben",
        "Welke groepen kunnen slechter af zijn, en is dat onderzocht?",
        "Het hoofdstuk daarover in een IAMA, FRIA of HUDERIA.",
    ),
    "fair_2": (
        "Verschillen gemeten",
        "Zijn verschillen gemeten tussen groepen, talen of dialecten?",
        "De testset, de cijfers per groep en wat ermee is gedaan.",
    ),
    "fair_3": (
        "Gevoelige kenmerken eruit",
        "Zijn beschermde kenmerken en vervangers daarvan, zoals postcode of naam, eruit gehouden of uitgelegd?",
        "De lijst van invoer met redenen.",
    ),
    "fair_4": (
        "Uitleg aan mensen",
        "Kan iemand in gewone taal horen dat het is gebruikt en hoe het meewoog?",
        "De tekst van de brief of de melding.",
    ),
    "fair_5": (
        "Fouten hersteld door een mens",
        "Kan iemand een fout door een mens laten herstellen, en worden klachten geteld?",
        "De route en het aantal per jaar.",
    ),
    "fair_6": (
        "Bruikbaar voor iedereen",
        "Kan iedereen het gebruiken: wie moeilijk leest, een beperking heeft, een andere taal spreekt of geen computer heeft?",
        "Een onderzoek naar toegankelijkheid, een test met gebruikers, een andere weg.",
    ),
    "fair_7": (
        "Openheid over de training",
        "Wat vertelt de aanbieder over de gegevens van de training en over auteursrecht?",
        "De samenvatting van de training en het beleid.",
    ),
    "fair_8": (
        "Wie erop vooruitgaat",
        "Wie heeft er voordeel van en wie niet, en wat verkleint dat verschil?",
        "Een analyse van de voordelen met maatregelen.",
    ),
    "human_1": (
        "Een mens kijkt, verbetert en stopt",
        "Controleert, verbetert en stopt een opgeleid mens het, met tijd en bevoegdheid?",
        "De werkinstructie en het mandaat.",
    ),
    "human_2": (
        "Mensen weten dat het AI is",
        "Weten mensen bij het eerste contact dat het AI is, en is gemaakte inhoud herkenbaar?",
        "De melding, het merk of een schermafdruk.",
    ),
    "human_3": (
        "Een mens bereiken of weigeren",
        "Kan iemand een mens bereiken of nee zeggen, zonder nadeel?",
        "De route en hoe vaak die is gebruikt.",
    ),
    "human_4": (
        "Niet blind volgen",
        "Wat voorkomt dat medewerkers het blind volgen, en wordt dat gemeten?",
        "Het deel dat medewerkers veranderen, een steekproef.",
    ),
    "human_5": (
        "Geen sturing of vleierij",
        "Is onderzocht of het stuurt, vleit, zich voordoet als mens of zwakte gebruikt?",
        "De beoordeling van het ontwerp en de tests.",
    ),
    "human_6": (
        "Medewerkers betrokken",
        "Zijn medewerkers en de ondernemingsraad betrokken, en is beschreven wat het met het werk doet?",
        "De data en de beschrijving.",
    ),
    "human_7": (
        "Gebruikers kennen de grenzen",
        "Weten gebruikers wat het wel en niet kan?",
        "De opleiding en het deel dat die volgde.",
    ),
    "human_8": (
        "Kinderen en kwetsbare mensen",
        "Worden kinderen en kwetsbare mensen extra beschermd?",
        "De beoordeling en de maatregelen.",
    ),
    "human_9": (
        "Alleen nodige gegevens",
        "Worden alleen nodige persoonsgegevens gebruikt, en traint niemand zonder grondslag met wat mensen zeggen?",
        "De DPIA en de afspraak in het contract.",
    ),
    "sust_1": (
        "Een maatschappelijk probleem",
        "Welk maatschappelijk probleem lost het op, en waarmee is dat van tevoren gemeten?",
        "De nulmeting en de meting daarna.",
    ),
    "sust_2": (
        "Kan het eenvoudiger",
        "Is een eenvoudiger, kleinere weg of een weg zonder AI overwogen?",
        "De vergelijking en de reden.",
    ),
    "sust_3": (
        "Energie en water bekend",
        "Zijn energie, CO2 en water per gebruik bekend, of is ernaar gevraagd?",
        "Het getal met de methode, of de vraag met datum.",
    ),
    "sust_4": (
        "Kosten bekend en gestuurd",
        "Zijn de kosten in totaal en per stuk bekend, en stuurt u erop?",
        "De werkelijke kosten, de kosten per stuk.",
    ),
    "sust_5": (
        "Kunnen overstappen",
        "Kunt u overstappen, en weet u wie zeggenschap heeft over gegevens en model?",
        "De keten van leveranciers, het plan om over te stappen, de dag van de test.",
    ),
    "sust_6": (
        "Open en Europees overwogen",
        "Zijn open en Europese mogelijkheden gewogen bij de aankoop?",
        "Het dossier van de inkoop.",
    ),
    "sust_7": (
        "Uren die vrijkomen",
        "Vermindert het een tekort aan mensen, en waar gaan de uren heen?",
        "De uren en hoe het werk is.",
    ),
    "sust_8": (
        "Delen met anderen",
        "Worden code, opdrachten, tests of lessen gedeeld?",
        "De plek waar het staat, de beschrijving van het product.",
    ),
    "sust_9": (
        "Een doel voor de wereld",
        "Welk ontwikkelingsdoel of welke pijler dient het, en hoe merkt u dat?",
        "Een maat waaraan u het ziet.",
    ),
}

MEMBERS: dict[str, tuple[str, str]] = {
    "answer": ("Antwoord", ""),
    "explanation": ("Uitleg", "Zeg in een paar zinnen hoe het zit, ook als het nog niet goed is."),
    "evidence": ("Bewijs", "Een webadres per regel, elk met https:// ervoor."),
    "evidence_withheld": ("Grond om het bewijs niet te tonen", "Alleen als het bewijs niet openbaar kan zijn."),
    "evidence_seen_on": ("Bewijs gezien door de beoordelaar op", "De dag waarop een collega het stuk heeft gezien."),
}

SECTIONS: dict[str, tuple[str, str, str]] = {
    "safe": (
        "Veilig",
        "Is het veilig?",
        "Het gaat over misbruik, ongelukken en risico’s van het systeem. Een slecht antwoord houdt niets tegen.",
    ),
    "fair": (
        "Rechtvaardig",
        "Is het eerlijk?",
        "Het gaat over gelijke kansen, discriminatie en uitleg. Een slecht antwoord houdt niets tegen.",
    ),
    "human": (
        "Welzijn en zelf beslissen",
        "Houden mensen de leiding?",
        "Het gaat over het welzijn van mensen en over zelf kunnen beslissen.",
    ),
    "sust": ("Duurzaam en welvarend", "Is het zijn prijs waard?", "Het gaat over energie, kosten, eigen keuzes en wat het oplevert."),
}
