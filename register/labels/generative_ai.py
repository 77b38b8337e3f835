"""Names for the vocabularies of section E: where a model runs, how open it is, what goes in and out."""

from enum import StrEnum

from register.domain.standard.vocabularies import Adaptation, ContentLanguage, Modality, ModelAccess, UsersBand, Weights
from register.labels.term import Table, Term

_MODEL_ACCESS: Table = {
    ModelAccess.OWN_HARDWARE: Term(
        "Op eigen computers",
        "On our own computers",
        "De organisatie beheert de computers zelf.",
        "The organisation runs the computers itself.",
    ),
    ModelAccess.GOVERNMENT_CLOUD: Term(
        "In de cloud van de overheid",
        "In the government cloud",
        "Een rekencentrum van of voor de overheid, in Nederland.",
        "A data centre of or for government, in the Netherlands.",
    ),
    ModelAccess.EU_CLOUD: Term(
        "In een cloud in de EU",
        "In a cloud in the EU",
        "De computers van een bedrijf, binnen de Europese Unie.",
        "A company's computers, within the European Union.",
    ),
    ModelAccess.CLOUD_OUTSIDE_EU: Term(
        "In een cloud buiten de EU",
        "In a cloud outside the EU",
        "De computers van een bedrijf, buiten de Europese Unie.",
        "A company's computers, outside the European Union.",
    ),
    ModelAccess.BUILT_IN: Term(
        "Ingebouwd in een product",
        "Built into a product",
        "Het model zit in software die de organisatie koopt. De leverancier kiest waar het draait.",
        "The model is part of software that the organisation buys. The supplier chooses where it runs.",
    ),
}

_WEIGHTS: Table = {
    Weights.OPEN: Term("Open", "Open", "Iedereen kan het model ophalen en gebruiken.", "Anyone can obtain and use the model."),
    Weights.RESTRICTED: Term(
        "Beperkt open",
        "Restricted",
        "Ophalen mag, onder voorwaarden van de maker.",
        "It can be obtained, on conditions set by its maker.",
    ),
    Weights.CLOSED: Term("Gesloten", "Closed", "Alleen de maker heeft het model.", "Only its maker has the model."),
}

_MODALITY: Table = {
    Modality.TEXT: Term("Tekst", "Text"),
    Modality.IMAGE: Term("Beeld", "Images"),
    Modality.AUDIO: Term("Geluid", "Sound"),
    Modality.VIDEO: Term("Video", "Video"),
    Modality.CODE: Term("Programmacode", "Program code"),
    Modality.STRUCTURED: Term("Tabellen en cijfers", "Tables and figures"),
}

_ADAPTATION: Table = {
    Adaptation.NONE: Term("Niet aangepast", "Not adapted", "Het model is gebruikt zoals het kwam.", "The model is used as it came."),
    Adaptation.PROMPTING: Term(
        "Vaste opdrachten",
        "Instructions",
        "Het model krijgt bij elke vraag vaste aanwijzingen mee.",
        "The model gets fixed instructions with every question.",
    ),
    Adaptation.RETRIEVAL: Term(
        "Eigen bronnen erbij",
        "Own sources added",
        "Het zoekt eerst in documenten van de organisatie en antwoordt daaruit.",
        "It first searches documents of the organisation and answers from those.",
    ),
    Adaptation.FINE_TUNED: Term(
        "Bijgetraind",
        "Fine-tuned",
        "Een bestaand model leerde verder met extra voorbeelden.",
        "An existing model learned further from extra examples.",
    ),
    Adaptation.TRAINED: Term(
        "Zelf getraind", "Trained from scratch", "Het model is van de grond af gemaakt.", "The model was made from the ground up."
    ),
}

_USERS_BAND: Table = {
    UsersBand.UP_TO_10: Term("Tot 10", "Up to 10"),
    UsersBand.UP_TO_100: Term("10 tot 100", "10 to 100"),
    UsersBand.UP_TO_1000: Term("100 tot 1.000", "100 to 1,000"),
    UsersBand.UP_TO_10000: Term("1.000 tot 10.000", "1,000 to 10,000"),
    UsersBand.OVER_10000: Term("Meer dan 10.000", "More than 10,000"),
    UsersBand.UNKNOWN: Term("Niet bekend", "Not known"),
}

_CONTENT_LANGUAGE: Table = {
    ContentLanguage.NL: Term("Nederlands", "Dutch"),
    ContentLanguage.FY: Term("Fries", "Frisian"),
    ContentLanguage.EN: Term("Engels", "English"),
    ContentLanguage.PAP: Term("Papiaments", "Papiamento"),
    ContentLanguage.AR: Term("Arabisch", "Arabic"),
    ContentLanguage.BG: Term("Bulgaars", "Bulgarian"),
    ContentLanguage.DE: Term("Duits", "German"),
    ContentLanguage.ES: Term("Spaans", "Spanish"),
    ContentLanguage.FR: Term("Frans", "French"),
    ContentLanguage.IT: Term("Italiaans", "Italian"),
    ContentLanguage.PL: Term("Pools", "Polish"),
    ContentLanguage.PT: Term("Portugees", "Portuguese"),
    ContentLanguage.RO: Term("Roemeens", "Romanian"),
    ContentLanguage.RU: Term("Russisch", "Russian"),
    ContentLanguage.TR: Term("Turks", "Turkish"),
    ContentLanguage.UK: Term("Oekraïens", "Ukrainian"),
    ContentLanguage.ZH: Term("Chinees", "Chinese"),
    ContentLanguage.OTHER: Term("Een andere taal", "Another language"),
}

TABLES: dict[type[StrEnum], Table] = {
    ModelAccess: _MODEL_ACCESS,
    Weights: _WEIGHTS,
    Modality: _MODALITY,
    Adaptation: _ADAPTATION,
    UsersBand: _USERS_BAND,
    ContentLanguage: _CONTENT_LANGUAGE,
}
